import { Alert, App, Button, Collapse, Empty, Flex, Pagination, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  DossierDetail,
  EligibilityReport,
  EligibilityVerdict,
  NominationEligibility,
} from '../../../api/contract/index.ts';
import { formatInstant } from '../../format/dates.ts';
import {
  type EligibilityFilter,
  eligibilityPageSize,
  useEligibility,
  useRecheck,
} from '../../queries/eligibility.ts';
import { holds, useMe } from '../../queries/session.ts';
import { Loaded } from '../loaded.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { useNarrow } from '../use-narrow.ts';
import { Criteria } from './criteria.tsx';
import { VerdictOfLawTag } from './verdict-tag.tsx';

/** Those who need attention first. */
const verdicts: EligibilityVerdict[] = ['not_eligible', 'needs_judgement', 'eligible'];

function Heading({ item }: { item: NominationEligibility }) {
  const { t } = useTranslation();
  return (
    <span>
      <span className="strong">
        {item.seq}. {item.name}
      </span>
      {item.post !== '' && <span className="quiet"> – {item.post}</span>}{' '}
      <VerdictOfLawTag verdict={item.verdict} />
      {item.verdictAtSubmission !== null && item.verdictAtSubmission !== item.verdict && (
        <span className="quiet">
          {' '}
          {t('eligibility.atSubmission', { verdict: t(`eligibility.verdict.${item.verdictAtSubmission}`) })}
        </span>
      )}
    </span>
  );
}

function When({ item }: { item: NominationEligibility }) {
  const { t } = useTranslation();
  return (
    <p className="quiet">
      {item.evaluatedAt === null || item.evaluatedBy === null
        ? t('eligibility.now', { ruleSet: item.ruleSetId })
        : t('eligibility.stored', {
            at: formatInstant(item.evaluatedAt),
            by: item.evaluatedBy.fullName,
            ruleSet: item.ruleSetId,
          })}
    </p>
  );
}

/** The way to the ledger that the verdict rests on, and to whoever else the nominee may be. */
function LedgerLink({ item }: { item: NominationEligibility }) {
  const { t } = useTranslation();
  const readsLedgers = holds(useMe(), 'clerk', 'appraiser', 'head', 'registrar', 'admin');
  const { personId, unitId, proposedMatches } = item;
  const holder = personId === null ? unitId && `units/${unitId}` : `people/${personId}`;
  if (!readsLedgers || holder === null) return null;
  return (
    <>
      <p>
        <Link to={`/ledger/${holder}`}>{t('eligibility.ledger')}</Link>
      </p>
      {proposedMatches > 0 && (
        <Alert
          type="info"
          showIcon
          title={
            <Link to={`/ledger/matches?person=${personId}`}>
              {t('eligibility.matches', { total: proposedMatches })}
            </Link>
          }
        />
      )}
    </>
  );
}

function Report({
  report,
  filter,
  onFilter,
}: {
  report: EligibilityReport;
  filter: EligibilityFilter;
  onFilter: (filter: EligibilityFilter) => void;
}) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const first = report.items[0];
  return (
    <>
      {report.ineligibleReason !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('eligibility.submittedNevertheless', { reason: report.ineligibleReason })}
        />
      )}
      <Segmented<EligibilityVerdict | 'all'>
        className="list-filter"
        orientation={narrow ? 'vertical' : 'horizontal'}
        aria-label={t('eligibility.filter')}
        value={filter.verdict ?? 'all'}
        onChange={(verdict) => onFilter(verdict === 'all' ? { page: 1 } : { verdict, page: 1 })}
        options={[
          { value: 'all', label: t('eligibility.all') },
          ...verdicts.map((verdict) => ({
            value: verdict,
            label: `${t(`eligibility.verdict.${verdict}`)} (${report.counts[verdict]})`,
          })),
        ]}
      />
      {report.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('eligibility.none')} />
      ) : (
        <Collapse
          // A dossier of one nominee shows everything at once.
          key={first?.nominationId}
          {...(report.total === 1 && first && { defaultActiveKey: [first.nominationId] })}
          items={report.items.map((item) => ({
            key: item.nominationId,
            label: <Heading item={item} />,
            children: (
              <>
                <When item={item} />
                <LedgerLink item={item} />
                <Criteria eligibility={item} />
              </>
            ),
          }))}
        />
      )}
      <Pagination
        current={filter.page ?? 1}
        pageSize={eligibilityPageSize}
        total={report.total}
        hideOnSinglePage
        showSizeChanger={false}
        onChange={(page) => onFilter({ ...filter, page })}
        showTotal={(total, [from, to]) => t('list.range', { from, to, total })}
      />
    </>
  );
}

/**
 * Whether the law lets the nominees be proposed, criterion by criterion: for the clerk before submitting, and beside the
 * decision for those who appraise, vote and decide. It advises; nobody is rejected by it.
 */
export function EligibilityPanel({ dossier }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<EligibilityFilter>({ page: 1 });
  const query = useEligibility(dossier.id, filter);
  const { message } = App.useApp();
  const recheck = useRecheck(dossier.id);
  return (
    <div className="stack">
      <Flex justify="space-between" gap={8} wrap align="center">
        <span className="quiet">{t('eligibility.words')}</span>
        {query.data?.canRecheck && (
          <Button
            loading={recheck.isPending}
            onClick={() =>
              recheck.mutate(undefined, {
                onSuccess: ({ changed }) =>
                  void message.info(
                    changed === 0 ? t('eligibility.unchanged') : t('eligibility.changed', { total: changed }),
                  ),
              })
            }
          >
            {t('eligibility.recheck')}
          </Button>
        )}
      </Flex>
      {recheck.error !== null && <ProblemAlert error={recheck.error} />}
      <Loaded query={query}>
        {(report) => <Report report={report} filter={filter} onFilter={setFilter} />}
      </Loaded>
    </div>
  );
}
