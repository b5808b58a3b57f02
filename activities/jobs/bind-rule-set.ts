import { bindDossier, bindingsOf, boundLaw, lawOfUnit } from '../../db/bound-law.ts';
import { ruleDifferences } from '../../domain/law/differences.ts';
import { overlaid } from '../../domain/law/overlay.ts';
import { appraisingLevel, levelsBefore } from '../../domain/law/receipt.ts';
import { awardRule, UnknownAwardError } from '../../domain/law/rule-set.ts';
import { header, JobError, type TransactionalJob } from './job.ts';

/**
 * `bind-rule-set` (header `level`): a body received the dossier. If it is the one that appraises for the deciding chain, the
 * dossier is bound for good to the law of this day. `rulesDiffer` answers whether that law says something else about the award
 * than the one it was considered under so far, which somebody has to look at.
 */
export const bindRuleSet: TransactionalJob = async ({ tx, dossier, job, now, today }) => {
  const level = header(job, 'level', ['ministry', 'central'] as const);
  const untouched = { variables: { rulesDiffer: false } };
  const bound = await boundLaw(tx, dossier.id);
  if (!bound) throw new JobError('no_rule_set', 'The dossier is bound to no rule-set.');
  const before = overlaid(bound);
  if (appraisingLevel(awardRule(before, dossier.awardCode)) !== level) return untouched;
  const isReceived = (await bindingsOf(tx, dossier.id)).some(({ basis }) => basis === 'receipt');
  if (isReceived) return untouched;

  const law = await lawOfUnit(tx, dossier.unitId, today);
  if (!law) throw new JobError('no_rule_set', `No rule-set is in force on ${today}.`);
  const after = overlaid(law);
  const keeps = after.earlierVotesKeepTheirSet?.value ?? true;
  const differences = differencesOf(() =>
    ruleDifferences(before, after, dossier.awardCode, keeps ? levelsBefore(level) : []),
  );
  await bindDossier(tx, dossier.id, law, { basis: 'receipt', level }, differences, now);
  return { variables: { rulesDiffer: differences.length > 0 } };
};

/** @throws JobError where the law of the day no longer knows the award */
function differencesOf(compare: () => ReturnType<typeof ruleDifferences>) {
  try {
    return compare();
  } catch (error) {
    if (error instanceof UnknownAwardError) throw new JobError(error.code, error.message);
    throw error;
  }
}
