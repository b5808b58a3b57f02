import { CompressOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import NavigatedViewer, { type BpmnElement } from 'bpmn-js/lib/NavigatedViewer.js';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagramProcess } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { calledProcess } from './called-process.ts';

const markers = {
  active: 'bpmn-active',
  completed: 'bpmn-completed',
  incident: 'bpmn-incident',
  link: 'bpmn-link',
};

const smallestReadable = 0.7;

/**
 * Fits the diagram to its frame, but never so small that its words cannot be read: then the part around `focus`, the
 * first active element, is shown, or the start where nothing is active.
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

export interface BpmnViewProps {
  process: DiagramProcess;
  /** Whether the pages hold the model of the called process. */
  canOpen: (process: string) => boolean;
  onOpen: (process: string) => void;
}

/** One BPMN model with its active, completed and failed elements marked by colour and line, and said in words below. */
export function BpmnView({ process, canOpen, onOpen }: BpmnViewProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const handlers = useRef({ canOpen, onOpen });
  handlers.current = { canOpen, onOpen };
  const focus = useRef<string>(undefined);
  focus.current = process.active[0] ?? process.incidents[0]?.element;

  useEffect(() => {
    if (frame.current === null) return;
    const created = new NavigatedViewer({ container: frame.current });
    const opens = (element: BpmnElement) => {
      const called = calledProcess(element);
      return called !== null && handlers.current.canOpen(called);
    };
    created.get('eventBus').on('element.click', ({ element }) => {
      const called = calledProcess(element);
      if (called !== null && handlers.current.canOpen(called)) handlers.current.onOpen(called);
    });
    let gone = false;
    created
      .importXML(process.xml)
      .then(() => {
        if (gone) return;
        for (const { id } of created.get('elementRegistry').filter(opens)) {
          created.get('canvas').addMarker(id, markers.link);
        }
        fitToFrame(created, focus.current);
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
  }, [process.xml]);

  const { active, completed, incidents } = process;
  const names = (ids: string[]) =>
    ids.map((id) => viewer?.get('elementRegistry').get(id)?.businessObject.name ?? id).join(', ');

  useEffect(() => {
    if (viewer === null) return;
    const canvas = viewer.get('canvas');
    const registry = viewer.get('elementRegistry');
    const marked = [
      ...completed.filter((id) => !active.includes(id)).map((id) => [id, markers.completed] as const),
      ...active.map((id) => [id, markers.active] as const),
      ...incidents.map(({ element }) => [element, markers.incident] as const),
      // The process itself is in the history too, but nothing that is drawn.
    ].filter(([id]) => (registry.get(id)?.type ?? 'bpmn:Process') !== 'bpmn:Process');
    for (const [id, marker] of marked) canvas.addMarker(id, marker);
    return () => {
      for (const [id, marker] of marked) canvas.removeMarker(id, marker);
    };
  }, [viewer, active, completed, incidents]);

  if (error !== null) return <ProblemAlert error={error} />;
  const zoom = (factor: number) => viewer?.get('canvas').zoom(viewer.get('canvas').zoom() * factor, 'auto');
  return (
    <figure className="diagram" aria-label={process.name}>
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
          onClick={() => viewer && fitToFrame(viewer, focus.current)}
        />
      </Space.Compact>
      <div ref={frame} className="diagram-frame" />
      <figcaption>
        <span className="legend legend-active">
          {t('diagram.active')}: {active.length === 0 ? t('diagram.nothing') : names(active)}
        </span>
        <span className="legend legend-completed">{t('diagram.completed', { total: completed.length })}</span>
        {incidents.length > 0 && (
          <span className="legend legend-incident">
            {t('diagram.incident')}: {names(incidents.map(({ element }) => element))}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
