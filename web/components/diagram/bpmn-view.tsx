import type { BpmnElement } from 'bpmn-js/lib/NavigatedViewer.js';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagramProcess } from '../../../api/contract/index.ts';
import { calledProcess } from './called-process.ts';
import { type Mark, ModelView } from './model-view.tsx';

export interface BpmnViewProps {
  process: DiagramProcess;
  /** Whether the pages hold the model of the called process. */
  canOpen: (process: string) => boolean;
  onOpen: (process: string) => void;
}

/** One BPMN model with its active, completed and failed elements marked by colour and line, and said in words below. */
export function BpmnView({ process, canOpen, onOpen }: BpmnViewProps) {
  const { t } = useTranslation();
  const { active, completed, incidents } = process;
  const marks = useMemo(
    () => [
      ...completed.filter((id) => !active.includes(id)).map((id): [string, Mark] => [id, 'completed']),
      ...active.map((id): [string, Mark] => [id, 'active']),
      ...incidents.map(({ element }): [string, Mark] => [element, 'incident']),
    ],
    [active, completed, incidents],
  );
  const opens = (element: BpmnElement) => {
    const called = calledProcess(element);
    return called !== null && canOpen(called) ? called : null;
  };
  return (
    <ModelView
      name={process.name}
      xml={process.xml}
      marks={marks}
      focus={active[0] ?? incidents[0]?.element}
      isLink={(element) => opens(element) !== null}
      onClick={(element) => onOpen(opens(element) ?? process.process)}
      caption={(nameOf) => {
        const names = (ids: string[]) => ids.map(nameOf).join(', ');
        return (
          <>
            <span className="legend legend-active">
              {t('diagram.active')}: {active.length === 0 ? t('diagram.nothing') : names(active)}
            </span>
            <span className="legend legend-completed">
              {t('diagram.completed', { total: completed.length })}
            </span>
            {incidents.length > 0 && (
              <span className="legend legend-incident">
                {t('diagram.incident')}: {names(incidents.map(({ element }) => element))}
              </span>
            )}
          </>
        );
      }}
    />
  );
}
