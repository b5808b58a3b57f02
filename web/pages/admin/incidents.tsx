import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Incident } from '../../../api/contract/index.ts';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { subjectPath } from '../../components/subject-path.ts';
import { formatInstant } from '../../format/dates.ts';

/** Places where a process cannot go on until a person acts. */
export function Incidents({
  incidents,
  actions,
}: {
  incidents: Incident[];
  actions: (incident: Incident) => ReactNode;
}) {
  const { t } = useTranslation();
  const columns: RecordColumn<Incident>[] = [
    {
      key: 'subject',
      title: t('field.subject'),
      card: 'heading',
      render: ({ subject, instanceId }) =>
        subject === null ? (
          instanceId
        ) : (
          <div>
            <Link to={`${subjectPath(subject)}?tab=diagram`} className="strong">
              {subject.title}
            </Link>
            <div className="quiet">{subject.code}</div>
          </div>
        ),
    },
    {
      key: 'message',
      title: t('admin.cause'),
      render: ({ message, code, element }) => (
        <div>
          {message}
          <div className="quiet">
            {element} · <span className="code">{code}</span>
          </div>
        </div>
      ),
    },
    { key: 'since', title: t('admin.since'), width: 160, render: ({ openedAt }) => formatInstant(openedAt) },
    { key: 'actions', card: 'bare', title: t('field.actions'), width: 130, render: actions },
  ];
  return (
    <RecordList
      label={t('admin.incidentsTitle')}
      columns={columns}
      records={incidents}
      keyOf={({ id }) => id}
      empty={t('admin.noIncidents')}
    />
  );
}
