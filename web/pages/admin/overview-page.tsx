import { Alert, App, Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminOverview, Incident, Task } from '../../../api/contract/index.ts';
import { CaseLoads } from '../../components/case-loads.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useAdminCommands, useAdminOverview } from '../../queries/administration.ts';
import { IdleDossiers } from './idle-dossiers.tsx';
import { Incidents } from './incidents.tsx';
import { LateTasks } from './late-tasks.tsx';

function Figure({ value, label, bad, to }: { value: number; label: string; bad: boolean; to: string }) {
  return (
    <a className={bad && value > 0 ? 'figure figure-bad' : 'figure'} href={to}>
      <span className="figure-value">{value}</span>
      <span>{label}</span>
    </a>
  );
}

function Overview({ overview }: { overview: AdminOverview }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { escalate, retryIncident } = useAdminCommands();
  const [task, setTask] = useState<Task | null>(null);
  const [incident, setIncident] = useState<Incident | null>(null);
  return (
    <div className="stack">
      <Flex gap={12} wrap>
        <Figure value={overview.lateTasks.length} label={t('admin.late')} bad to="#late" />
        <Figure value={overview.incidents.length} label={t('admin.incidents')} bad to="#incidents" />
        <Figure value={overview.idleDossiers.length} label={t('admin.idle')} bad={false} to="#idle" />
        <Figure value={overview.outboxPending} label={t('admin.outbox')} bad={false} to="#late" />
      </Flex>
      {overview.outboxPending > 20 && <Alert type="warning" showIcon title={t('admin.outboxHelp')} />}
      <Card id="late" size="small" title={t('admin.lateTitle')}>
        <LateTasks
          tasks={overview.lateTasks}
          actions={(late) => (
            <Button size="small" danger onClick={() => setTask(late)}>
              {t('admin.escalate')}
            </Button>
          )}
        />
      </Card>
      <Card id="incidents" size="small" title={t('admin.incidentsTitle')}>
        <Incidents
          incidents={overview.incidents}
          actions={(open) => (
            <Button size="small" onClick={() => setIncident(open)}>
              {t('admin.retry')}
            </Button>
          )}
        />
      </Card>
      <Card id="idle" size="small" title={t('admin.idleTitle')}>
        <IdleDossiers dossiers={overview.idleDossiers} />
      </Card>
      <CaseLoads />
      <ReasonDialog
        open={task !== null}
        title={t('admin.escalate')}
        explanation={
          task === null ? '' : t('admin.escalateHelp', { task: task.name, code: task.subject.code })
        }
        confirm={t('admin.escalate')}
        danger
        onConfirm={async (reason) => {
          if (task === null) return;
          const { notified } = await escalate.mutateAsync({ taskId: task.id, reason });
          void message.success(
            t('admin.escalated', { people: notified.map(({ fullName }) => fullName).join(', ') }),
          );
        }}
        onClose={() => setTask(null)}
      />
      <ReasonDialog
        open={incident !== null}
        title={t('admin.retry')}
        explanation={incident === null ? '' : t('admin.retryHelp', { message: incident.message })}
        confirm={t('admin.retry')}
        onConfirm={async (reason) => {
          if (incident === null) return;
          await retryIncident.mutateAsync({ incidentId: incident.id, reason });
          void message.success(t('admin.retried'));
        }}
        onClose={() => setIncident(null)}
      />
    </div>
  );
}

/** What an administrator must look at: late tasks, incidents, dossiers that have not moved; each with what can be done. */
export function OverviewPage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('nav.admin')}
      subtitle={t('admin.words')}
      actions={<LinkButton to="/admin/instances">{t('instance.all')}</LinkButton>}
    >
      <Loaded query={useAdminOverview()}>{(overview) => <Overview overview={overview} />}</Loaded>
    </Page>
  );
}
