import { App, Button, Card, Descriptions, Flex, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Review, Suggestion } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { formatInstant } from '../../format/dates.ts';
import { currentLocale } from '../../i18n.ts';
import { useCloseYear, useReview, useStartDossiers } from '../../queries/reviews.ts';
import { SuggestionList } from './suggestion-list.tsx';

/** A closed year: how many may be proposed for what, who they are, and the dossiers that are started from it. */
export function ReviewPage() {
  const { reviewId = '' } = useParams();
  const { t } = useTranslation();
  const review = useReview(reviewId);
  return (
    <Page
      title={review.data ? t('review.title', { year: review.data.year }) : t('nav.reviews')}
      trail={[{ title: t('nav.reviews'), to: '/reviews' }]}
    >
      <Loaded query={review}>{(found) => <ReviewView review={found} />}</Loaded>
    </Page>
  );
}

function ReviewView({ review }: { review: Review }) {
  const { t } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [awardCode, setAwardCode] = useState<string>();
  const [verdict, setVerdict] = useState<Suggestion['verdict']>();
  const [page, setPage] = useState(1);
  const [selected, setSelected] = useState<string[]>([]);
  const start = useStartDossiers(review.id);
  const again = useCloseYear();
  const startAll = () =>
    start.mutate(selected, {
      onSuccess: ({ dossiers }) => {
        setSelected([]);
        void message.success(t('review.started', { count: dossiers.length }));
        const [only] = dossiers;
        if (dossiers.length === 1 && only) void navigate(`/dossiers/${only.id}`);
      },
    });
  const findAgain = () =>
    again.mutate({
      unitId: review.unit.id,
      year: review.year,
      ...(review.earlyReason !== null && { earlyReason: review.earlyReason }),
    });
  const error = start.error ?? again.error;
  return (
    <div className="stack">
      <Card size="small">
        <Descriptions column={{ xs: 1, md: 2 }} size="small">
          <Descriptions.Item label={t('field.unit')}>{names.unit(review.unit)}</Descriptions.Item>
          <Descriptions.Item label={t('review.ruleSet')}>{review.ruleSetId}</Descriptions.Item>
          <Descriptions.Item label={t('review.closedBy')}>
            {review.closedBy.fullName}, {formatInstant(review.closedAt)}
          </Descriptions.Item>
          <Descriptions.Item label={t('review.foundAt')}>{formatInstant(review.foundAt)}</Descriptions.Item>
          {review.earlyReason !== null && (
            <Descriptions.Item label={t('review.earlyReason')}>{review.earlyReason}</Descriptions.Item>
          )}
        </Descriptions>
      </Card>
      <p className="quiet">{t('review.help')}</p>
      <Flex gap={8} wrap>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('field.award')}
          placeholder={t('review.allAwards')}
          className="filter-wide"
          popupMatchSelectWidth={false}
          {...(awardCode !== undefined && { value: awardCode })}
          onChange={(code: string | undefined) => {
            setAwardCode(code);
            setPage(1);
          }}
          options={review.awards.map((award) => ({
            value: award.awardCode,
            label: `${currentLocale() === 'en' ? award.awardNameEn : award.awardNameVi} (${award.eligible + award.needsJudgement})`,
          }))}
        />
        <Select
          allowClear
          aria-label={t('review.verdict')}
          placeholder={t('review.allVerdicts')}
          className="filter-wide"
          {...(verdict !== undefined && { value: verdict })}
          onChange={(wanted: Suggestion['verdict'] | undefined) => {
            setVerdict(wanted);
            setPage(1);
          }}
          options={(['eligible', 'needs_judgement'] as const).map((value) => ({
            value,
            label: t(`eligibility.verdict.${value}`),
          }))}
        />
        {review.canAct && (
          <>
            <Button onClick={findAgain} loading={again.isPending}>
              {t('review.findAgain')}
            </Button>
            <Button
              type="primary"
              disabled={selected.length === 0}
              onClick={startAll}
              loading={start.isPending}
            >
              {t('review.start', { count: selected.length })}
            </Button>
          </>
        )}
      </Flex>
      {error !== null && <ProblemAlert error={error} />}
      <SuggestionList
        review={review}
        filter={{ awardCode, verdict, page }}
        onPage={setPage}
        selected={selected}
        onSelect={setSelected}
      />
    </div>
  );
}
