import { Select } from 'antd';
import type { BpmnElement } from 'bpmn-js/lib/NavigatedViewer.js';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionDetail, OpenVisit } from '../../../../api/contract/index.ts';
import { type Mark, ModelView } from '../../../components/diagram/model-view.tsx';
import type { Place } from './tokens.tsx';

/** Tasks, events, gateways, sub-processes and calls; not what connects or explains them. */
const isFlowNode = ({ id, type }: BpmnElement) =>
  /(Task|Event|Gateway|Activity|SubProcess|Transaction)$/.test(type) && !id.endsWith('_label');

export interface InstanceDiagramProps {
  definition: DefinitionDetail;
  visits: OpenVisit[];
  target: Place | null;
  onTarget: (place: Place) => void;
}

/** Any process of the instance's version, with what is open in it; a click chooses an element. */
export function InstanceDiagram({ definition, visits, target, onTarget }: InstanceDiagramProps) {
  const { t } = useTranslation();
  const { processes, files } = definition;
  const [chosen, setChosen] = useState<string>();
  const innermost = visits.findLast(({ process, element }) => process !== element)?.process;
  const shown = processes.find(({ process }) => process === (chosen ?? innermost)) ?? processes[0];
  const open = useMemo(
    () => visits.filter(({ process, element }) => process === shown?.process && process !== element),
    [visits, shown],
  );
  const marks = useMemo(
    () => [
      ...open.map(({ element, incident }): [string, Mark] => [
        element,
        incident === null ? 'active' : 'incident',
      ]),
      ...(target !== null && target.process === shown?.process
        ? [[target.element, 'chosen'] satisfies [string, Mark]]
        : []),
    ],
    [open, target, shown],
  );
  const xml = files.find(({ name }) => name === shown?.file)?.content;
  if (shown === undefined || xml === undefined) return null;
  const isHere = (process: string) =>
    visits.some((visit) => visit.process === process && visit.element !== process);
  return (
    <div className="stack">
      <label htmlFor="instance-process">{t('diagram.choose')}</label>
      <Select
        id="instance-process"
        className="diagram-choice"
        showSearch={{ optionFilterProp: 'label' }}
        value={shown.process}
        onChange={setChosen}
        options={processes.map(({ process, name }) => ({
          value: process,
          label: isHere(process) ? `${name} – ${t('diagram.isHere')}` : name,
        }))}
      />
      <ModelView
        key={`${definition.id} ${shown.file}`}
        name={shown.name}
        xml={xml}
        marks={marks}
        focus={open[0]?.element}
        isLink={isFlowNode}
        onClick={({ id, businessObject }) =>
          onTarget({ process: shown.process, element: id, name: businessObject.name ?? id })
        }
        caption={(nameOf) => (
          <>
            <span className="legend legend-active">
              {t('diagram.active')}:{' '}
              {open.length === 0
                ? t('diagram.nothing')
                : open.map(({ element }) => nameOf(element)).join(', ')}
            </span>
            {target !== null && (
              <span className="legend legend-chosen">{t('instance.target', { name: target.name })}</span>
            )}
          </>
        )}
      />
    </div>
  );
}
