import { Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RuleSummary, VoteSummary } from '../../../api/contract/index.ts';
import { stretchWords } from '../../format/stretch.ts';
import { GradeTag } from './grade-tag.tsx';

function Vote({ vote }: { vote: VoteSummary }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className="strong">{t(`level.${vote.level}`)}</span>:{' '}
      {t(vote.strict ? 'rule.voteMoreThan' : 'rule.voteAtLeast', {
        share: vote.sharePercent,
        of: t(`denominator.${vote.denominator}`),
      })}
      {vote.quorumNumerator > 0 &&
        `; ${t('rule.quorum', { numerator: vote.quorumNumerator, denominator: vote.quorumDenominator })}`}{' '}
      <span className="citation">{vote.citation}</span> <GradeTag grade={vote.grade} />
    </li>
  );
}

/** Votes that the award's chain really holds: the rule-set knows a share for every level. */
function votesOf({ chain, centralCouncil, votes }: RuleSummary): VoteSummary[] {
  return votes.filter(({ level }) => {
    if (level === 'ministry') return chain !== 'U' && chain !== 'C';
    if (level === 'central' || level === 'state') return centralCouncil;
    return true;
  });
}

/** The rule of the award, each value with the article it rests on. */
export function RuleCard({ rule, provisional }: { rule: RuleSummary; provisional: boolean }) {
  const { t, i18n } = useTranslation();
  const decider = i18n.exists(`decider.${rule.decider}`)
    ? i18n.t(`decider.${rule.decider}` as 'decider.ministry')
    : rule.decider;
  return (
    <Card size="small" className="rule" title={t('rule.title')}>
      <Descriptions column={1} size="small">
        <Descriptions.Item label={t('rule.set')}>
          <span>
            {rule.ruleSetName}{' '}
            <span className="quiet">
              {stretchWords(t, rule.effectiveFrom, rule.effectiveTo)}
              {provisional && ` · ${t('rule.provisional')}`}
            </span>
          </span>
        </Descriptions.Item>
        <Descriptions.Item label={t('rule.decider')}>{decider}</Descriptions.Item>
        <Descriptions.Item label={t('rule.nominees')}>
          {rule.nomineeKinds.map((kind) => t(`subject.${kind}`)).join(', ')}
        </Descriptions.Item>
      </Descriptions>
      <h2>{t('rule.votes')}</h2>
      <ul className="plain">
        {votesOf(rule).map((vote) => (
          <Vote key={vote.level} vote={vote} />
        ))}
      </ul>
      {rule.papers.length > 0 && (
        <>
          <h2>{t('rule.papers')}</h2>
          {rule.simplified?.holds && (
            <p className="quiet">
              {t('rule.simplified')} <span className="citation">{rule.simplified.citation}</span>{' '}
              <GradeTag grade={rule.simplified.grade} />
            </p>
          )}
          <ul className="plain">
            {rule.papers.map((paper) => (
              <li key={paper.kind}>
                {paper.name} <span className="citation">{paper.citation}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {rule.ownRules.length > 0 && (
        <>
          <h2>{t('rule.ownRules')}</h2>
          <ul className="plain">
            {rule.ownRules.map((entry) => (
              <li key={`${entry.about}-${entry.text}`}>
                {entry.about}: {entry.text} <span className="citation">{entry.citation}</span>{' '}
                <GradeTag grade={entry.grade} />
              </li>
            ))}
          </ul>
        </>
      )}
      {rule.citations.length > 0 && (
        <>
          <h2>{t('rule.citations')}</h2>
          <ul className="plain">
            {rule.citations.map((entry) => (
              <li key={`${entry.about}-${entry.citation}`}>
                {entry.about}: <span className="citation">{entry.citation}</span>{' '}
                <GradeTag grade={entry.grade} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
