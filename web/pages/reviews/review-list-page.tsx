import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Review } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { formatInstant } from '../../format/dates.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useReviews } from '../../queries/reviews.ts';
import { holds, useMe } from '../../queries/session.ts';
import { CloseYearForm } from './close-year-form.tsx';

/** Closed years, and the form that closes one. */
export function ReviewListPage() {
  const { t } = useTranslation();
  const names = useNames();
  const me = useMe();
  const reviews = useReviews();
  const total = ({ awards }: Review) =>
    awards.reduce((sum, { eligible, needsJudgement }) => sum + eligible + needsJudgement, 0);
  const columns: RecordColumn<Review>[] = [
    {
      key: 'year',
      title: t('review.year'),
      card: 'heading',
      render: ({ id, year, unit }) => (
        <Link to={`/reviews/${id}`}>
          {year} · {names.unit(unit)}
        </Link>
      ),
    },
    {
      key: 'total',
      title: t('review.suggestions'),
      width: 140,
      align: 'right',
      render: (review) => formatInteger(total(review), currentLocale()),
    },
    {
      key: 'closed',
      title: t('review.closedBy'),
      render: ({ closedBy, closedAt }) => `${closedBy.fullName}, ${formatInstant(closedAt)}`,
    },
  ];
  return (
    <Page title={t('nav.reviews')}>
      <div className="stack">
        {holds(me, 'clerk') && <CloseYearForm />}
        <Loaded query={reviews}>
          {({ items }) => (
            <RecordList
              label={t('nav.reviews')}
              columns={columns}
              records={items}
              keyOf={({ id }) => id}
              empty={t('review.none')}
            />
          )}
        </Loaded>
      </div>
    </Page>
  );
}
