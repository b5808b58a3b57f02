import { CompressOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import NavigatedViewer, { type BpmnElement } from 'bpmn-js/lib/NavigatedViewer.js';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../problem-alert.tsx';

const smallestReadable = 0.7;

/**
 * Fits the diagram to its frame, but never so small that its words cannot be read: then the part around `focus` is shown, or
 * the start where there is none.
 */
function fitToFrame(viewer: NavigatedViewer, focus: string | undefined): void {
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() >= smallestReadable) return;
  const { outer, inner } = canvas.viewbox();
  const [width, height] = [outer.width / smallestReadable, outer.height / smallestReadable];
  canvas.viewbox({ x: inner.x - 20, y: inner.y - (height - inner.height) / 2, width, height });
  if (focus !== undefined && viewer.get('elementRegistry').get(focus)) {
    canvas.scrollToElement(focus, Math.min(outer.width, outer.height) / 3);
  }
}

/** What an element is marked as; by colour and line, never by colour alone. */
export type Mark = 'active' | 'completed' | 'incident' | 'added' | 'changed' | 'removed' | 'chosen';

export interface ModelViewProps {
  name: string;
  xml: string;
  /** Later marks lie over earlier ones. Elements that are not drawn are passed over. */
  marks: [element: string, mark: Mark][];
  /** Element to show where the diagram is too large for its frame. */
  focus?: string | undefined;
  /** Elements that a click does something with. */
  isLink: (element: BpmnElement) => boolean;
  onClick: (element: BpmnElement) => void;
  /** What the marks say, in words. */
  caption: (nameOf: (element: string) => string) => ReactNode;
}

/** One BPMN model, with marked elements. */
export function ModelView({ name, xml, marks, focus, isLink, onClick, caption }: ModelViewProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef({ isLink, onClick, focus });
  latest.current = { isLink, onClick, focus };

  useEffect(() => {
    if (frame.current === null) return;
    const created = new NavigatedViewer({ container: frame.current });
    created.get('eventBus').on('element.click', ({ element }) => {
      if (latest.current.isLink(element)) latest.current.onClick(element);
    });
    let gone = false;
    created
      .importXML(xml)
      .then(() => {
        if (gone) return;
        const links = created.get('elementRegistry').filter((element) => latest.current.isLink(element));
        for (const { id } of links) created.get('canvas').addMarker(id, 'bpmn-link');
        fitToFrame(created, latest.current.focus);
        setViewer(created);
      })
      .catch((problem: unknown) => {
        if (!gone) setError(problem);
      });
    return () => {
      gone = true;
      setViewer(null);
      created.destroy();
    };
  }, [xml]);

  useEffect(() => {
    if (viewer === null) return;
    const canvas = viewer.get('canvas');
    const registry = viewer.get('elementRegistry');
    // The process itself can be named too, but is nothing that is drawn.
    const drawn = marks.filter(([id]) => (registry.get(id)?.type ?? 'bpmn:Process') !== 'bpmn:Process');
    for (const [id, mark] of drawn) canvas.addMarker(id, `bpmn-${mark}`);
    return () => {
      for (const [id, mark] of drawn) canvas.removeMarker(id, `bpmn-${mark}`);
    };
  }, [viewer, marks]);

  if (error !== null) return <ProblemAlert error={error} />;
  const zoom = (factor: number) => viewer?.get('canvas').zoom(viewer.get('canvas').zoom() * factor, 'auto');
  return (
    <figure className="diagram" aria-label={name}>
      <Space.Compact className="diagram-tools">
        <Button
          icon={<PlusOutlined aria-hidden />}
          aria-label={t('diagram.zoomIn')}
          onClick={() => zoom(1.25)}
        />
        <Button
          icon={<MinusOutlined aria-hidden />}
          aria-label={t('diagram.zoomOut')}
          onClick={() => zoom(0.8)}
        />
        <Button
          icon={<CompressOutlined aria-hidden />}
          aria-label={t('diagram.fit')}
          onClick={() => viewer && fitToFrame(viewer, focus)}
        />
      </Space.Compact>
      <div ref={frame} className="diagram-frame" />
      <figcaption>
        {caption((id) => viewer?.get('elementRegistry').get(id)?.businessObject.name ?? id)}
      </figcaption>
    </figure>
  );
}
