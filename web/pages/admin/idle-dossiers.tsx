import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AdminOverview } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { formatInstant } from '../../format/dates.ts';

type Idle = AdminOverview['idleDossiers'][number];

/** Running dossiers in which nothing has moved for days, longest first. */
export function IdleDossiers({ dossiers }: { dossiers: Idle[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const columns: RecordColumn<Idle>[] = [
    {
      key: 'dossier',
      title: t('field.dossier'),
      card: 'heading',
      render: ({ dossier }) => (
        <div>
          <Link to={`/dossiers/${dossier.id}?tab=progress`} className="strong">
            {dossier.title}
          </Link>
          <div className="quiet">
            {dossier.code} · {names.unit(dossier.unit)}
          </div>
        </div>
      ),
    },
    { key: 'steps', title: t('field.openSteps'), render: ({ dossier }) => dossier.openSteps.join(' · ') },
    {
      key: 'days',
      title: t('admin.idleDays'),
      width: 130,
      align: 'right',
      render: ({ idleDays }) => idleDays,
    },
    {
      key: 'since',
      title: t('admin.lastMovement'),
      width: 160,
      render: ({ lastMovementAt }) => formatInstant(lastMovementAt),
    },
  ];
  return (
    <RecordList
      label={t('admin.idleTitle')}
      columns={columns}
      records={dossiers}
      keyOf={({ dossier }) => dossier.id}
      empty={t('admin.noneIdle')}
    />
  );
}
