import { Alert, App, Button, Flex, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstanceDetail, MigrationCheck, NodeMapping } from '../../../../api/contract/index.ts';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { useDefinitionDiff, useDefinitions } from '../../../queries/definitions.ts';
import { useInstanceOperations } from '../../../queries/instances.ts';

/** For each element that the new version does not have: which of its new elements stands for it. */
function Mapping({
  check,
  from,
  to,
  nodes,
  onChange,
}: {
  check: MigrationCheck;
  from: string;
  to: string;
  nodes: NodeMapping[];
  onChange: (nodes: NodeMapping[]) => void;
}) {
  const { t } = useTranslation();
  const { data: diff } = useDefinitionDiff(from, to);
  const missing = check.problems.flatMap(({ code, process, element }) =>
    code === 'element_gone' && process !== null && element !== null ? [{ process, element, to: '' }] : [],
  );
  // What was just mapped is still missing in the check before.
  const isMapped = (place: NodeMapping) =>
    nodes.some(({ process, element }) => process === place.process && element === place.element);
  const asked = [...nodes, ...missing.filter((place) => !isMapped(place))];
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

/** Another version for the instance: tried first, with what stands in the way, then done with a reason. */
export function Migration({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { data } = useDefinitions();
  const { checkMigration, migrate } = useInstanceOperations(instance.id);
  const [to, setTo] = useState<string>();
  const [nodes, setNodes] = useState<NodeMapping[]>([]);
  const [asking, setAsking] = useState(false);
  const { mutate: tryOut, data: check, error, reset } = checkMigration;
  useEffect(() => {
    if (to !== undefined) tryOut({ definitionId: to, nodes });
  }, [to, nodes, tryOut]);
  const { definition } = instance;
  const versions = (data?.items ?? []).filter(
    ({ id, processId }) => processId === definition.processId && id !== definition.id,
  );
  if (versions.length === 0) return null;
  const choose = (id: string | undefined) => {
    reset();
    setNodes([]);
    setTo(id);
  };
  return (
    <section className="stack" aria-label={t('operation.migrate')}>
      <h2>{t('operation.migrate')}</h2>
      <Flex gap={8} wrap align="center">
        <label htmlFor="to-version">{t('instance.toVersion')}</label>
        <Select
          id="to-version"
          className="token-choice"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={to ?? null}
          onChange={(id: string | null) => choose(id ?? undefined)}
          options={versions.map(({ id, version }) => ({
            value: id,
            label: t('definition.version', { version }),
          }))}
        />
        <Button
          type="primary"
          disabled={to === undefined || check === undefined || check.problems.length > 0}
          onClick={() => setAsking(true)}
        >
          {t('operation.migrate')}
        </Button>
      </Flex>
      {error !== null && <ProblemAlert error={error} />}
      {to !== undefined && check !== undefined && (
        <>
          <Alert
            type={check.problems.length > 0 ? 'warning' : 'info'}
            showIcon
            title={
              check.problems.length > 0
                ? t('instance.cannotMigrate')
                : t('instance.wouldStand', { position: check.position.map(({ name }) => name).join(', ') })
            }
            {...(check.problems.length > 0 && {
              description: check.problems.map(({ visit, element, code, detail }) => (
                <div key={`${visit} ${element} ${code}`}>
                  {detail} <span className="code">{element}</span>
                </div>
              )),
            })}
          />
          <Mapping check={check} from={definition.id} to={to} nodes={nodes} onChange={setNodes} />
        </>
      )}
      <ReasonDialog
        open={asking}
        title={t('operation.migrate')}
        explanation={t('operationHelp.migrate')}
        confirm={t('operation.migrate')}
        onConfirm={async (reason) => {
          if (to === undefined) return;
          await migrate.mutateAsync({ definitionId: to, nodes, reason });
          choose(undefined);
          void message.success(t('instance.accepted'));
        }}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}
