import { Flex, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NodeMapping, OperationProblem } from '../../api/contract/index.ts';
import { useDefinitionDiff } from '../queries/definitions.ts';

/** For each element that the new version does not have: which of its new elements stands for it. */
export function NodeMappings({
  problems,
  from,
  to,
  nodes,
  onChange,
}: {
  problems: OperationProblem[];
  from: string;
  to: string;
  nodes: NodeMapping[];
  onChange: (nodes: NodeMapping[]) => void;
}) {
  const { t } = useTranslation();
  const { data: diff } = useDefinitionDiff(from, to);
  const missing = problems.flatMap(({ code, process, element }) =>
    code === 'element_gone' && process !== null && element !== null ? [{ process, element, to: '' }] : [],
  );
  // What was just mapped is still missing in the check before.
  const isMapped = (place: NodeMapping) =>
    nodes.some(({ process, element }) => process === place.process && element === place.element);
  const unmapped = new Map(
    missing.filter((place) => !isMapped(place)).map((place) => [`${place.process}#${place.element}`, place]),
  );
  const asked = [...nodes, ...unmapped.values()];
  return asked.map(({ process, element, to: chosen }) => (
    <Flex key={`${process}#${element}`} gap={8} wrap align="center">
      <label htmlFor={`map-${process}-${element}`}>{t('instance.mapTo', { element })}</label>
      <Select
        id={`map-${process}-${element}`}
        className="token-choice"
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen === '' ? null : chosen}
        onChange={(id: string) =>
          onChange([
            ...nodes.filter((node) => node.process !== process || node.element !== element),
            { process, element, to: id },
          ])
        }
        options={(diff?.processes.find((change) => change.process === process)?.elements ?? [])
          .filter(({ change, kind }) => change === 'added' && kind !== 'sequenceFlow')
          .map(({ element: id, name }) => ({ value: id, label: `${name || id} (${id})` }))}
      />
    </Flex>
  ));
}
