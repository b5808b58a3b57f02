import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Incident } from '../../../api/contract/index.ts';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
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
      key: 'dossier',
      title: t('field.dossier'),
      card: 'heading',
      render: ({ dossierId, dossierCode, dossierTitle, instanceId }) =>
        dossierId === null ? (
          instanceId
        ) : (
          <div>
            <Link to={`/dossiers/${dossierId}?tab=diagram`} className="strong">
              {dossierTitle}
            </Link>
            <div className="quiet">{dossierCode}</div>
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
