import { Alert, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { SessionDetail } from '../../../api/contract/index.ts';
import { LoadedPage } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SessionStatusTag } from '../../components/status-tags.tsx';
import { formatInstant } from '../../format/dates.ts';
import { useCouncilSession } from '../../queries/councils.ts';
import { useSessionMeter } from '../../queries/session-meter.ts';
import { Agenda } from './agenda.tsx';
import { Attendance } from './attendance.tsx';
import { BallotForm } from './ballot-form.tsx';
import { Results } from './results.tsx';
import { SecretBallotNote } from './secret-ballot-note.tsx';
import { SessionActions } from './session-actions.tsx';
import { SessionGuide } from './session-guide.tsx';
import { SessionNotes } from './session-notes.tsx';
import { SessionPapers } from './session-papers.tsx';

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
    ...(session.can.manage && session.openedAt !== null && session.status !== 'minuted'
      ? [{ key: 'notes', label: t('notes.title'), children: <SessionNotes session={session} /> }]
      : []),
    {
      key: 'papers',
      label: t('sessionPaper.title', { total: session.papers.length }),
      children: <SessionPapers session={session} />,
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
    >
      {error !== null && <ProblemAlert error={error} />}
      {session.ballotKind === 'secret' && <SecretBallotNote session={session} />}
      {session.status === 'open' && (
        <div className="quiet" role="status">
          {t('meter.attendance', { members: session.members.length, attending: session.attending })}
        </div>
      )}
      {session.status !== 'cancelled' && (
        <SessionGuide session={session}>
          <SessionActions session={session} onError={setError} />
        </SessionGuide>
      )}
      {session.status === 'planned' && <Alert type="info" showIcon title={t('session.notOpen')} />}
      {session.status === 'cancelled' && (
        <Alert
          type="warning"
          showIcon
          title={t('session.calledOff', { reason: session.changeReason ?? '' })}
        />
      )}
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
