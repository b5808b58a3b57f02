import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseLoad, CaseLoadRow } from '../../api/contract/index.ts';
import { formatInteger, formatScore } from '../format/numbers.ts';
import { currentLocale } from '../i18n.ts';
import { useCaseLoads } from '../queries/catalogue.ts';
import { GradeTag } from './dossier/grade-tag.tsx';
import { type RecordColumn, RecordList } from './record-list.tsx';

/** Cases of a year by kind of commendation, with shares computed from the counts. */
function CaseLoadCard({ load }: { load: CaseLoad }) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const columns: RecordColumn<CaseLoadRow>[] = [
    {
      key: 'kind',
      title: t('dossier.kind'),
      card: 'heading',
      render: ({ kind }) => t(`commendationKind.${kind}`),
    },
    {
      key: 'count',
      title: t('caseLoad.count'),
      align: 'right',
      render: ({ count }) => formatInteger(count, locale),
    },
    {
      key: 'share',
      title: t('caseLoad.share'),
      align: 'right',
      render: ({ share }) => formatScore(share, locale),
    },
    { key: 'note', title: t('bonus.note'), render: ({ note }) => note ?? '' },
  ];
  return (
    <Card
      size="small"
      title={t('caseLoad.title', { year: load.year, total: formatInteger(load.total, locale) })}
    >
      <RecordList
        label={t('caseLoad.title', { year: load.year, total: formatInteger(load.total, locale) })}
        columns={columns}
        records={load.rows}
        keyOf={({ kind }) => kind}
        empty=""
      />
      <p>
        <span className="citation">{load.citation}</span> <GradeTag grade={load.grade} />
      </p>
    </Card>
  );
}

/** The case loads that are known, the newest first. */
export function CaseLoads() {
  const loads = useCaseLoads();
  return (loads.data?.items ?? []).map((load) => <CaseLoadCard key={load.year} load={load} />);
}
