import { useTranslation } from 'react-i18next';
import type { AgendaItem, RunningVote } from '../../../api/contract/index.ts';

/** An item returned or removed was not voted on. */
const leftTheVote = (result: AgendaItem['result']) => result === 'returned' || result === 'removed';

/** The sums of an item in words, e.g. "9/11 tán thành, cần 10"; null while there is nothing to sum. */
export function useVoteWords() {
  const { t } = useTranslation();
  return {
    running: (vote: RunningVote): string => {
      const { cast, left, recused, needed, counts, outlook } = vote;
      const turnout = [
        t('meter.cast', { cast, total: cast + left }),
        recused > 0 && t('meter.recused', { recused }),
      ]
        .filter(Boolean)
        .join(', ');
      if (counts === null || outlook === null) return `${turnout}. ${t('meter.secret', { needed })}`;
      const { inFavour } = counts;
      const more = needed - inFavour;
      if (outlook === 'reached') return `${turnout}. ${t('meter.reached', { inFavour, needed })}`;
      if (outlook === 'out_of_reach') return `${turnout}. ${t('meter.outOfReach', { inFavour, more, left })}`;
      return `${turnout}. ${t(more === left ? 'meter.needsAll' : 'meter.needs', { inFavour, more, left })}`;
    },
    sum: ({ counts, total, needed, result }: AgendaItem): string | null =>
      leftTheVote(result) || counts === null || total === null || needed === null
        ? null
        : t('vote.sum', { inFavour: counts.inFavour, total, needed }),
    rest: ({ counts, result }: AgendaItem): string | null =>
      leftTheVote(result) || counts === null
        ? null
        : t('vote.rest', { against: counts.against, abstained: counts.abstained, missing: counts.missing }),
    rule: ({
      sharePercent,
      shareStrict,
      denominator,
      quorumNumerator,
      quorumDenominator,
    }: AgendaItem): string => {
      const share = t(shareStrict ? 'rule.voteMoreThan' : 'rule.voteAtLeast', {
        share: sharePercent,
        of: t(`denominator.${denominator}`),
      });
      return quorumNumerator === 0
        ? share
        : `${share}; ${t('rule.quorum', { numerator: quorumNumerator, denominator: quorumDenominator })}`;
    },
  };
}
