import { Alert, App, Button, Flex, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstanceDetail, NodeMapping } from '../../../../api/contract/index.ts';
import { NodeMappings } from '../../../components/node-mappings.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { useDefinitions } from '../../../queries/definitions.ts';
import { useInstanceOperations } from '../../../queries/instances.ts';

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
          <NodeMappings
            problems={check.problems}
            from={definition.id}
            to={to}
            nodes={nodes}
            onChange={setNodes}
          />
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
