import { Alert, App, Button, Flex, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { SessionDetail } from '../../../api/contract/index.ts';
import { LoadedPage } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SessionStatusTag } from '../../components/status-tags.tsx';
import { formatInstant } from '../../format/dates.ts';
import { useCouncilSession, useSessionCommands } from '../../queries/councils.ts';
import { useSessionMeter } from '../../queries/session-meter.ts';
import { Agenda } from './agenda.tsx';
import { Attendance } from './attendance.tsx';
import { BallotForm } from './ballot-form.tsx';
import { Results } from './results.tsx';
import { SecretBallotNote } from './secret-ballot-note.tsx';

/** Opens, closes or, while it is planned, deletes the session: for the chair and the secretary. */
function Actions({ session, onError }: { session: SessionDetail; onError: (error: unknown) => void }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const { open, close, remove } = useSessionCommands(session.id);
  if (!session.can.manage) return null;
  const undecided = session.items.filter(({ result }) => result === null);
  const withoutBallot = undecided.reduce((sum, { running }) => sum + (running?.left ?? 0), 0);
  if (session.status === 'planned') {
    const callOff = () =>
      remove.mutateAsync(undefined).then(
        () => void navigate(`/councils/${session.council.id}`, { replace: true }),
        (problem: unknown) => onError(problem),
      );
    return (
      <Flex gap={8} wrap>
        <Button
          danger
          onClick={() => {
            onError(null);
            modal.confirm({
              title: t('session.deleteAsk'),
              content: t('session.deleteHelp', { total: undecided.length }),
              okText: t('session.delete'),
              cancelText: t('action.cancel'),
              onOk: callOff,
            });
          }}
        >
          {t('session.delete')}
        </Button>
        {undecided.length > 0 && (
          <Button
            type="primary"
            loading={open.isPending}
            onClick={() => {
              onError(null);
              open.mutate(undefined, { onError });
            }}
          >
            {t('session.open')}
          </Button>
        )}
      </Flex>
    );
  }
  if (session.status !== 'open') return null;
  return (
    <Button
      type="primary"
      loading={close.isPending}
      onClick={() => {
        onError(null);
        modal.confirm({
          title: t('session.closeAsk'),
          content: (
            <>
              <p>
                {t('session.closeHelp', {
                  items: undecided.length,
                  present: session.present,
                  total: session.members.length,
                })}
              </p>
              {withoutBallot > 0 && (
                <p className="due-late">{t('session.closeMissing', { total: withoutBallot })}</p>
              )}
            </>
          ),
          okText: t('session.close'),
          cancelText: t('action.cancel'),
          onOk: () =>
            close.mutateAsync().then(
              () => void message.success(t('session.closed')),
              (problem: unknown) => onError(problem),
            ),
        });
      }}
    >
      {t('session.close')}
    </Button>
  );
}

function Opened({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const ended = session.status === 'closed' || session.status === 'minuted';
  const tabs = [
    ...(session.can.vote
      ? [{ key: 'ballots', label: t('session.myBallots'), children: <BallotForm session={session} /> }]
      : []),
    ...(ended
      ? [{ key: 'results', label: t('session.results'), children: <Results session={session} /> }]
      : []),
    ...(!ended
      ? [{ key: 'agenda', label: t('session.agenda'), children: <Agenda session={session} /> }]
      : []),
    {
      key: 'attendance',
      label: t('session.attendance', { present: session.present, total: session.members.length }),
      children: <Attendance session={session} />,
    },
  ];
  return (
    <Page
      title={session.title}
      status={<SessionStatusTag status={session.status} />}
      subtitle={[
        t(`sessionMode.${session.mode}`),
        t(`ballotKind.${session.ballotKind}`),
        formatInstant(session.scheduledAt),
        session.place,
        session.myCapacity && t('council.youAre', { capacity: t(`capacity.${session.myCapacity}`) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      trail={[
        { title: t('nav.councils'), to: '/councils' },
        { title: session.council.name, to: `/councils/${session.council.id}` },
      ]}
      actions={<Actions session={session} onError={setError} />}
    >
      {error !== null && <ProblemAlert error={error} />}
      {session.ballotKind === 'secret' && <SecretBallotNote session={session} />}
      {session.status === 'open' && (
        <div className="quiet" role="status">
          {t('meter.attendance', { members: session.members.length, attending: session.attending })}
        </div>
      )}
      {session.status === 'planned' && <Alert type="info" showIcon title={t('session.notOpen')} />}
      {/* A session that ends while it is looked at turns to its results. */}
      <Tabs key={ended ? 'ended' : 'running'} items={tabs} />
    </Page>
  );
}

/** One session: a member votes, the secretary keeps attendance and written opinions, the chair closes, all see the result. */
export function SessionPage() {
  const { sessionId = '' } = useParams();
  useSessionMeter(sessionId);
  return (
    <LoadedPage query={useCouncilSession(sessionId)}>{(session) => <Opened session={session} />}</LoadedPage>
  );
}
