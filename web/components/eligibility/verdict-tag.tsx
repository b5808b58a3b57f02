import { useTranslation } from 'react-i18next';
import type { CriterionOutcome, EligibilityVerdict } from '../../../api/contract/index.ts';
import { type Tone, ToneTag } from '../tone-tag.tsx';

const verdictTones: Record<EligibilityVerdict, Tone> = {
  eligible: 'green',
  needs_judgement: 'amber',
  not_eligible: 'red',
};
const outcomeTones: Record<CriterionOutcome, Tone> = { met: 'green', unknown: 'amber', not_met: 'red' };

/** Whether the law lets the nominee be proposed. */
export function VerdictOfLawTag({ verdict }: { verdict: EligibilityVerdict }) {
  const { t } = useTranslation();
  return <ToneTag tone={verdictTones[verdict]}>{t(`eligibility.verdict.${verdict}`)}</ToneTag>;
}

/** Whether one criterion holds. */
export function OutcomeTag({ outcome }: { outcome: CriterionOutcome }) {
  const { t } = useTranslation();
  return <ToneTag tone={outcomeTones[outcome]}>{t(`eligibility.outcome.${outcome}`)}</ToneTag>;
}
