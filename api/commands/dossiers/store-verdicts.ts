import type { Executor } from '../../../db/client.ts';
import { eligibilityVerdicts } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { VerdictCounts } from '../../contract/eligibility.ts';
import type { Evaluation } from '../../queries/evaluate-nominations.ts';

/** Keeps verdicts with the rule-set and the facts they rest on; says how many of each there are. */
export async function storeVerdicts(
  tx: Executor,
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
  ruleSetId: string,
  evaluations: readonly Evaluation[],
): Promise<VerdictCounts> {
  const counts = countVerdicts(evaluations);
  if (evaluations.length === 0) return counts;
  await tx.insert(eligibilityVerdicts).values(
    evaluations.map(({ nomination, record, result: { verdict, ...findings } }) => ({
      nominationId: nomination.id,
      ruleSetId,
      verdict,
      facts: record,
      findings,
      evaluatedAt: now,
      evaluatedBy: actor.accountId,
    })),
  );
  return counts;
}

/** How many evaluations ended how. */
export function countVerdicts(evaluations: readonly Evaluation[]): VerdictCounts {
  const counts: VerdictCounts = { eligible: 0, not_eligible: 0, needs_judgement: 0 };
  for (const { result } of evaluations) counts[result.verdict] += 1;
  return counts;
}
