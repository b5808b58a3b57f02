import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Review, Suggestion } from '../../../api/contract/index.ts';
import { Branch } from '../../components/eligibility/criteria.tsx';
import { VerdictOfLawTag } from '../../components/eligibility/verdict-tag.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { currentLocale } from '../../i18n.ts';
import { type SuggestionFilter, suggestionPageSize, useSuggestions } from '../../queries/reviews.ts';

interface SuggestionListProps {
  review: Review;
  filter: SuggestionFilter;
  onPage: (page: number) => void;
  selected: string[];
  onSelect: (ids: string[]) => void;
}

/** Who may be proposed, each with the way to the standard that speaks for it. */
export function SuggestionList({ review, filter, onPage, selected, onSelect }: SuggestionListProps) {
  const { t } = useTranslation();
  const suggestions = useSuggestions(review.id, filter);
  const awardName = (code: string) => {
    const award = review.awards.find(({ awardCode }) => awardCode === code);
    return (currentLocale() === 'en' ? award?.awardNameEn : award?.awardNameVi) ?? code;
  };
  const columns: RecordColumn<Suggestion>[] = [
    {
      key: 'name',
      title: t('review.nominee'),
      card: 'heading',
      render: ({ name, post }) => (
        <>
          {name}
          {post !== '' && <div className="quiet">{post}</div>}
        </>
      ),
    },
    {
      key: 'award',
      title: t('field.award'),
      render: ({ awardCode, periodFrom, periodTo }) => (
        <>
          {awardName(awardCode)}
          <div className="quiet">{periodFrom === periodTo ? periodTo : `${periodFrom}–${periodTo}`}</div>
        </>
      ),
    },
    {
      key: 'verdict',
      title: t('review.reasons'),
      card: 'bare',
      render: ({ verdict, way }) => (
        <>
          <VerdictOfLawTag verdict={verdict} /> <span className="citation">{way.citation}</span>
          <details>
            <summary>{t('review.showReasons')}</summary>
            <Branch branch={way} />
          </details>
        </>
      ),
    },
    {
      key: 'dossier',
      title: t('field.dossier'),
      width: 150,
      render: ({ dossier }) => (dossier ? <Link to={`/dossiers/${dossier.id}`}>{dossier.code}</Link> : '–'),
    },
  ];
  return (
    <Loaded query={suggestions}>
      {({ items, total }) => {
        const free = new Set(items.filter(({ dossier }) => dossier === null).map(({ id }) => id));
        const elsewhere = selected.filter((id) => !items.some((item) => item.id === id));
        return (
          <RecordList
            label={t('review.suggestions')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('review.noSuggestions')}
            loading={suggestions.isPlaceholderData}
            paging={{ page: filter.page ?? 1, pageSize: suggestionPageSize, total, onChange: onPage }}
            {...(review.canAct && {
              selection: {
                selected,
                onChange: (ids: string[]) =>
                  onSelect([...new Set([...elsewhere, ...ids.filter((id) => free.has(id))])]),
                labelOf: ({ name }: Suggestion) => t('review.select', { name }),
              },
            })}
          />
        );
      }}
    </Loaded>
  );
}
