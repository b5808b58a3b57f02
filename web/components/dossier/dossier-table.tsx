import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DossierSummary } from '../../../api/contract/index.ts';
import { formatDay } from '../../format/dates.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useNames } from '../names.ts';
import { type RecordColumn, RecordList, type RecordListProps } from '../record-list.tsx';
import { DossierStatusTag } from '../status-tags.tsx';

export interface DossierTableProps {
  dossiers: DossierSummary[];
  empty: string;
  loading?: boolean;
  paging?: RecordListProps<DossierSummary>['paging'];
}

/** Dossiers as rows: what, for whom, where it stands. */
export function DossierTable({ dossiers, empty, loading = false, paging }: DossierTableProps) {
  const { t } = useTranslation();
  const names = useNames();
  const columns: RecordColumn<DossierSummary>[] = [
    {
      key: 'title',
      title: t('field.dossier'),
      card: 'heading',
      render: (dossier) => (
        <div>
          <Link to={`/dossiers/${dossier.id}`} className="strong">
            {dossier.title}
          </Link>
          <div className="quiet">
            {dossier.code} · {names.unit(dossier.unit)}
          </div>
        </div>
      ),
    },
    { key: 'award', title: t('field.award'), width: 170, render: (dossier) => names.award(dossier) },
    {
      key: 'nominations',
      title: t('field.nominees'),
      width: 84,
      align: 'right',
      render: (dossier) => formatInteger(dossier.nominations, currentLocale()),
    },
    {
      key: 'status',
      title: t('field.status'),
      width: 190,
      render: (dossier) => (
        <div>
          <DossierStatusTag status={dossier.status} />
          {dossier.openSteps.length > 0 && <div className="quiet">{dossier.openSteps.join(' · ')}</div>}
        </div>
      ),
    },
    {
      key: 'date',
      title: t('field.date'),
      width: 100,
      render: (dossier) => formatDay(dossier.submittedAt ?? dossier.createdAt),
    },
  ];
  return (
    <RecordList
      label={t('nav.dossiers')}
      columns={columns}
      records={dossiers}
      keyOf={({ id }) => id}
      empty={empty}
      loading={loading}
      {...(paging && { paging })}
    />
  );
}
