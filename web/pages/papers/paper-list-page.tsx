import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Paper, PaperKind } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { usePaperTitle } from '../../components/papers/paper-card.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { PaperStatusTag } from '../../components/status-tags.tsx';
import { formatDate } from '../../format/dates.ts';
import { currentLocale } from '../../i18n.ts';
import { paperPageSize, usePapers } from '../../queries/papers.ts';

const kinds: PaperKind[] = ['submission', 'decision'];

/** Submissions and decisions that one may read, those being gathered first. */
export function PaperListPage() {
  const { t } = useTranslation();
  const names = useNames();
  const titleOf = usePaperTitle();
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? 1);
  const kind = kinds.find((known) => known === search.get('kind'));
  const papers = usePapers({ page, ...(kind && { kind }) });
  const columns: RecordColumn<Paper>[] = [
    {
      key: 'title',
      title: t('papers.paper'),
      card: 'heading',
      render: (paper) => (
        <>
          <Link to={`/papers/${paper.id}`}>{titleOf(paper)}</Link>
          <div className="quiet">{paper.award[currentLocale() === 'vi' ? 'nameVi' : 'nameEn']}</div>
        </>
      ),
    },
    {
      key: 'way',
      title: t('papers.issuer'),
      render: ({ issuer, recipient }) => (
        <>
          {names.unit(issuer)}
          {recipient !== null && (
            <div className="quiet">{t('papers.to', { unit: names.unit(recipient) })}</div>
          )}
        </>
      ),
    },
    {
      key: 'dossiers',
      title: t('papers.dossiers'),
      width: 100,
      align: 'right',
      render: ({ dossiers }) => dossiers,
    },
    {
      key: 'status',
      title: t('field.status'),
      width: 200,
      render: ({ status, issuedOn }) => (
        <>
          <PaperStatusTag status={status} />
          {issuedOn !== null && <div className="quiet">{formatDate(issuedOn)}</div>}
        </>
      ),
    },
  ];
  return (
    <Page title={t('nav.submissions')}>
      <Select
        className="list-filter"
        aria-label={t('papers.kind')}
        value={kind ?? ''}
        onChange={(value) => setSearch(value === '' ? {} : { kind: value })}
        options={[
          { value: '', label: t('papers.every') },
          ...kinds.map((value) => ({ value, label: t(`papers.${value}`) })),
        ]}
      />
      <Loaded query={papers}>
        {({ items, total }) => (
          <RecordList
            label={t('nav.submissions')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('papers.noPaper')}
            loading={papers.isPlaceholderData}
            paging={{
              page,
              pageSize: paperPageSize,
              total,
              onChange: (next) => setSearch({ ...(kind && { kind }), page: String(next) }),
            }}
          />
        )}
      </Loaded>
    </Page>
  );
}
