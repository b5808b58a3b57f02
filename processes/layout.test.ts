import { describe, expect, it } from 'vitest';
import { children, type ModdleElement, parseXml } from '../engine/model/moddle.ts';
import { modelFolders, readModels } from './read-models.ts';

const models = await Promise.all(
  Object.entries(Object.assign({}, ...['', ...modelFolders()].map(readModels)) as Record<string, string>)
    .filter(([file]) => file.endsWith('.bpmn'))
    .map(async ([file, xml]): Promise<[string, ModdleElement, string[]]> => {
      const { root, warnings } = await parseXml(xml);
      return [file, root, warnings.map(({ message }) => message)];
    }),
);

describe.each(models)('%s', (_, root, warnings) => {
  const elements = flowElements(children(root, 'rootElements').find(({ $type }) => $type === 'bpmn:Process'));
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const nodes = elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow');
  const drawn = children(children(root, 'diagrams')[0]?.plane as ModdleElement, 'planeElement');
  const drawingOf = ({ id }: ModdleElement) =>
    drawn.find(({ bpmnElement }) => (bpmnElement as ModdleElement | undefined)?.id === id);

  it('is read without warnings', () => {
    expect(warnings).toEqual([]);
  });

  it('draws everything, and nothing twice', () => {
    for (const element of elements) expect(drawingOf(element), element.id).toBeDefined();
    expect(drawn).toHaveLength(elements.length);
  });

  it('names every node, and places the names that stand outside', () => {
    for (const node of nodes) {
      expect(node.name, node.id).toMatch(/\S/);
      if (/Event$|Gateway$/.test(node.$type)) expect(drawingOf(node)?.label, node.id).toBeDefined();
    }
    for (const flow of flows.filter(({ name }) => name !== undefined))
      expect(drawingOf(flow)?.label, flow.id).toBeDefined();
  });

  it('lays no node over another', () => {
    const boxes = nodes
      .filter(({ $type }) => $type !== 'bpmn:BoundaryEvent')
      .map((node) => ({ node, box: drawingOf(node)?.bounds as unknown as Box }));
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        if (a.node.$parent === b.node.$parent)
          expect(overlap(a.box, b.box), `${a.node.id} and ${b.node.id}`).toBe(false);
  });

  it('starts and ends every arrow at the nodes it joins', () => {
    for (const flow of flows) {
      const points = children(drawingOf(flow) as ModdleElement, 'waypoint') as unknown as Point[];
      for (const [point, node] of [
        [points[0], flow.sourceRef],
        [points.at(-1), flow.targetRef],
      ] as [Point, ModdleElement][])
        expect(touches(drawingOf(node)?.bounds as unknown as Box, point), flow.id).toBe(true);
    }
  });

  it('explains itself and its human steps in Vietnamese and English', () => {
    const process = children(root, 'rootElements').find(
      ({ $type }) => $type === 'bpmn:Process',
    ) as ModdleElement;
    for (const element of [process, ...nodes.filter(({ $type }) => $type === 'bpmn:UserTask')]) {
      const text = String(children(element, 'documentation')[0]?.text ?? '');
      const [vietnamese, english] = text.split('\n\n');
      expect(vietnamese, element.id).toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u);
      expect(english, element.id).toMatch(/\b(the|a|is|on|in|to|and)\b/i);
    }
  });
});

interface Point {
  x: number;
  y: number;
}
interface Box extends Point {
  width: number;
  height: number;
}

function flowElements(scope: ModdleElement | undefined): ModdleElement[] {
  if (scope === undefined) return [];
  return children(scope, 'flowElements').flatMap((element) => [element, ...flowElements(element)]);
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** On the border, or within a pixel of it. */
function touches(box: Box, { x, y }: Point): boolean {
  const inside =
    x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 1 && y <= box.y + box.height + 1;
  const deep = x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1;
  return inside && !deep;
}
