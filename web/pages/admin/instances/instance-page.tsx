import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { InstanceDetail } from '../../../../api/contract/index.ts';
import { LoadedPage } from '../../../components/loaded.tsx';
import { Page } from '../../../components/page.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { subjectPath } from '../../../components/subject-path.ts';
import { ToneTag } from '../../../components/tone-tag.tsx';
import { formatInstant } from '../../../format/dates.ts';
import { useInstance, useInstanceOperations } from '../../../queries/instances.ts';
import { instanceTones } from './instance-tones.ts';
import { Migration } from './migration.tsx';
import { Operations } from './operations.tsx';
import { Participants } from './participants.tsx';
import { Tokens } from './tokens.tsx';

type Asked = 'suspend' | 'resume' | 'cancel';

/** The operations that need nothing but a reason. */
function Actions({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { byReason } = useInstanceOperations(instance.id);
  const [asked, setAsked] = useState<Asked>();
  if (instance.status === 'ended') return null;
  const offered: Asked[] = [instance.status === 'suspended' ? 'resume' : 'suspend', 'cancel'];
  return (
    <>
      {offered.map((name) => (
        <Button key={name} danger={name === 'cancel'} onClick={() => setAsked(name)}>
          {t(`operation.${name}`)}
        </Button>
      ))}
      <ReasonDialog
        open={asked !== undefined}
        title={t(`operation.${asked ?? 'suspend'}`)}
        explanation={t(`operationHelp.${asked ?? 'suspend'}`)}
        confirm={t(`operation.${asked ?? 'suspend'}`)}
        danger={asked === 'cancel'}
        onConfirm={async (reason) => {
          if (asked === undefined) return;
          await byReason.mutateAsync({ name: asked, reason });
          void message.success(t('instance.accepted'));
        }}
        onClose={() => setAsked(undefined)}
      />
    </>
  );
}

function Opened({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { subject, definition, status } = instance;
  return (
    <Page
      title={t('instance.title', { code: subject.code })}
      status={<ToneTag tone={instanceTones[status]}>{t(`instanceStatus.${status}`)}</ToneTag>}
      subtitle={
        <>
          <Link to={subjectPath(subject)}>{subject.title}</Link> ·{' '}
          <Link to={`/admin/definitions/${definition.id}`}>
            {t('definition.version', { version: definition.version })}
          </Link>{' '}
          · {formatInstant(instance.startedAt)}
        </>
      }
      trail={[
        { title: t('nav.admin'), to: '/admin' },
        { title: t('instance.all'), to: '/admin/instances' },
      ]}
      actions={<Actions instance={instance} />}
    >
      <div className="stack">
        {status === 'suspended' && (
          <Alert type="warning" showIcon title={t('instance.suspended', { held: instance.held })} />
        )}
        <Tokens instance={instance} onRestarted={(id) => void navigate(`/admin/instances/${id}`)} />
        <Participants instance={instance} />
        {status !== 'ended' && <Migration instance={instance} />}
        <Operations operations={instance.operations} />
      </div>
    </Page>
  );
}

/** A running instance as an administrator sees it: what is open, and everything that can be done to it. */
export function InstancePage() {
  const { instanceId = '' } = useParams();
  return (
    <LoadedPage query={useInstance(instanceId)}>
      {(instance) => <Opened key={instance.id} instance={instance} />}
    </LoadedPage>
  );
}
