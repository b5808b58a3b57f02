import { useTranslation } from 'react-i18next';
import type { Task, Verdict } from '../../api/contract/index.ts';

/** What the verdicts of a task mean, in words: a decision on the dossier, or an opinion that was asked for. */
export function useVerdictWords({ element }: Pick<Task, 'element'>) {
  const { t } = useTranslation();
  const isOpinion = element === 'give-opinion';
  return {
    name: (verdict: Verdict) =>
      isOpinion && verdict !== 'return' ? t(`opinionVerdict.${verdict}`) : t(`verdict.${verdict}`),
    help: (verdict: Verdict) =>
      isOpinion && verdict !== 'return' ? t(`opinionHelp.${verdict}`) : t(`verdictHelp.${verdict}`),
  };
}
