import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionDetail, ModelDiff } from '../../../../api/contract/index.ts';
import { calledProcess } from '../../../components/diagram/called-process.ts';
import { type Mark, ModelView } from '../../../components/diagram/model-view.tsx';

/** The diagrams of a version; what is new or otherwise than in another version is marked, what is gone is said below. */
export function DefinitionDiagram({
  definition,
  diff,
}: {
  definition: DefinitionDetail;
  diff: ModelDiff | undefined;
}) {
  const { t } = useTranslation();
  const changes = diff?.processes ?? [];
  const { processes, files } = definition;
  const [chosen, setChosen] = useState<string>();
  const opening = processes.find(({ process }) => changes.some((change) => change.process === process));
  const shown = processes.find(({ process }) => process === chosen) ?? opening ?? processes[0];
  const elements = useMemo(
    () => diff?.processes.find(({ process }) => process === shown?.process)?.elements ?? [],
    [diff, shown],
  );
  const marks = useMemo(
    () => elements.map(({ element, change }): [string, Mark] => [element, change]),
    [elements],
  );
  const xml = files.find(({ name }) => name === shown?.file)?.content;
  if (shown === undefined || xml === undefined) return null;
  const known = (process: string | null) =>
    process !== null && processes.some((other) => other.process === process);
  return (
    <div className="stack">
      <label htmlFor="definition-process">{t('diagram.choose')}</label>
      <Select
        id="definition-process"
        className="diagram-choice"
        showSearch={{ optionFilterProp: 'label' }}
        value={shown.process}
        onChange={setChosen}
        options={processes.map(({ process, name }) => ({
          value: process,
          label: changes.some((change) => change.process === process)
            ? `${name} – ${t('change.changed')}`
            : name,
        }))}
      />
      <ModelView
        key={`${definition.id} ${shown.file}`}
        name={shown.name}
        xml={xml}
        marks={marks}
        focus={marks[0]?.[0]}
        isLink={(element) => known(calledProcess(element))}
        onClick={(element) => setChosen(calledProcess(element) ?? undefined)}
        caption={() =>
          (['added', 'changed', 'removed'] as const).map((change) => (
            <span key={change} className={`legend legend-${change}`}>
              {t(`change.${change}`)}: {elements.filter((element) => element.change === change).length}
            </span>
          ))
        }
      />
    </div>
  );
}
