import { Alert, App, Button, Flex, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  DefinitionDetail,
  DefinitionSummary,
  MigrationLine,
  NodeMapping,
} from '../../../../api/contract/index.ts';
import { NodeMappings } from '../../../components/node-mappings.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { ToneTag } from '../../../components/tone-tag.tsx';
import { useMigrations } from '../../../queries/definitions.ts';
import { Impact } from './impact.tsx';

/** What came of each instance. */
function Report({ lines }: { lines: MigrationLine[] }) {
  const { t } = useTranslation();
  const accepted = lines.filter(({ status }) => status === 'accepted').length;
  const columns: RecordColumn<MigrationLine>[] = [
    {
      key: 'subject',
      title: t('takeOver.subject'),
      card: 'heading',
      render: ({ subject, instanceId, version }) => (
        <div>
          <Link to={`/admin/instances/${instanceId}`} className="strong">
            {subject.code}
          </Link>{' '}
          {subject.title}
          <div className="quiet">{t('definition.version', { version })}</div>
        </div>
      ),
    },
    {
      key: 'outcome',
      title: t('takeOver.outcome'),
      render: ({ status, detail, errors }) => (
        <div>
          <ToneTag tone={status === 'accepted' ? 'green' : 'red'}>{t(`takeOver.${status}`)}</ToneTag>
          {detail !== null && <div>{detail}</div>}
          {errors.map(({ path, detail: why }) => (
            <div key={path} className="quiet">
              {why} <span className="code">{path}</span>
            </div>
          ))}
        </div>
      ),
    },
  ];
  return (
    <section className="stack" aria-label={t('takeOver.report')}>
      <Alert
        type={accepted === lines.length ? 'success' : 'warning'}
        showIcon
        title={t('takeOver.summary', { accepted, refused: lines.length - accepted })}
      />
      <RecordList
        label={t('takeOver.report')}
        columns={columns}
        records={lines}
        keyOf={({ instanceId }) => instanceId}
        empty={t('takeOver.none')}
      />
    </section>
  );
}

/** Takes the running dossiers of other versions over to this one: tried first, then done with a reason, each by itself. */
export function TakeOver({
  definition,
  others,
}: {
  definition: DefinitionDetail;
  /** Other versions of the same process. */
  others: DefinitionSummary[];
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { check, migrate } = useMigrations(definition.id);
  const [from, setFrom] = useState<string>();
  const [nodes, setNodes] = useState<NodeMapping[]>([]);
  const [asking, setAsking] = useState(false);
  const { mutate: tryOut, data: tried, error, reset } = check;
  useEffect(() => {
    if (from !== undefined) tryOut({ from: [from], nodes });
  }, [from, nodes, tryOut]);
  const running = others.filter(({ runningInstances }) => runningInstances > 0);
  const lines = migrate.data;
  if (running.length === 0 && lines === undefined) return null;
  const choose = (id: string | undefined) => {
    reset();
    setNodes([]);
    setFrom(id);
  };
  const movable = (tried?.impact ?? [])
    .filter(({ problems }) => problems.length === 0)
    .reduce((sum, { instances }) => sum + instances, 0);
  return (
    <section className="stack" aria-label={t('takeOver.title')}>
      <h2>{t('takeOver.title')}</h2>
      <p className="quiet">{t('takeOver.help')}</p>
      <Flex gap={8} wrap align="center">
        <label htmlFor="from-version">{t('takeOver.from')}</label>
        <Select
          id="from-version"
          className="token-choice"
          allowClear
          value={from ?? null}
          onChange={(id: string | null) => choose(id ?? undefined)}
          options={running.map(({ id, version, runningInstances }) => ({
            value: id,
            label: `${t('definition.version', { version })} · ${t('takeOver.running', { count: runningInstances })}`,
          }))}
        />
        <Button type="primary" disabled={movable === 0} onClick={() => setAsking(true)}>
          {t('takeOver.do', { count: movable })}
        </Button>
      </Flex>
      {error !== null && <ProblemAlert error={error} />}
      {from !== undefined && tried !== undefined && (
        <>
          <Impact groups={tried.impact} />
          <NodeMappings
            problems={tried.impact.flatMap(({ problems }) => problems)}
            from={from}
            to={definition.id}
            nodes={nodes}
            onChange={setNodes}
          />
        </>
      )}
      {lines !== undefined && <Report lines={lines} />}
      <ReasonDialog
        open={asking}
        title={t('takeOver.title')}
        explanation={t('takeOver.explanation', { count: movable, version: definition.version })}
        confirm={t('takeOver.do', { count: movable })}
        onConfirm={async (reason) => {
          if (from === undefined) return;
          await migrate.mutateAsync({ from: [from], nodes, reason });
          choose(undefined);
          void message.success(t('instance.accepted'));
        }}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}
