import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SessionSummary } from '../../../api/contract/index.ts';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { SessionStatusTag } from '../../components/status-tags.tsx';
import { formatInstant } from '../../format/dates.ts';

/** Sessions of a council. */
export function SessionTable({ sessions }: { sessions: SessionSummary[] }) {
  const { t } = useTranslation();
  const columns: RecordColumn<SessionSummary>[] = [
    {
      key: 'title',
      title: t('field.session'),
      card: 'heading',
      render: (session) => (
        <div>
          <Link to={`/sessions/${session.id}`} className="strong">
            {session.title}
          </Link>
          <div className="quiet">
            {[t(`sessionMode.${session.mode}`), session.place].filter((text) => text !== '').join(' · ')}
          </div>
        </div>
      ),
    },
    {
      key: 'at',
      title: t('session.scheduledAt'),
      width: 160,
      render: ({ scheduledAt }) => formatInstant(scheduledAt),
    },
    { key: 'items', title: t('session.items'), width: 110, align: 'right', render: ({ items }) => items },
    {
      key: 'status',
      title: t('field.status'),
      width: 130,
      render: ({ status }) => <SessionStatusTag status={status} />,
    },
  ];
  return (
    <RecordList
      label={t('session.list')}
      columns={columns}
      records={sessions}
      keyOf={({ id }) => id}
      empty={t('session.none')}
    />
  );
}
