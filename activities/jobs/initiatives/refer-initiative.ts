import { ruleSetById } from '../../../db/rule-sets.ts';
import { agendaItems, referrals } from '../../../db/schema/index.ts';
import { councilAtLevel, recognitionRule } from '../../places.ts';
import { forInitiative, JobError } from '../job.ts';
import { councilRules, sharesOf } from '../refer-to-council.ts';

/**
 * `refer-initiative`: puts the application before the initiative council of the level that recognises the scope asked for, and
 * answers `referralId`, which the process waits for.
 */
export const referInitiative = forInitiative(
  async ({ tx, instanceId, subject, application, job, now, today }) => {
    const rule = await recognitionRule(tx, application);
    const ruleSet = await ruleSetById(tx, application.ruleSetId ?? '');
    if (!ruleSet) throw new JobError('no_rule_set', 'The application is bound to no rule-set.');
    const councilId = await councilAtLevel(tx, subject, rule.level, today, ['initiative']);
    const [referral] = await tx
      .insert(referrals)
      .values({
        instanceId,
        job: job.job,
        subjectId: subject.id,
        councilId,
        level: rule.level,
        ...sharesOf(rule.vote),
        ...councilRules(ruleSet),
        createdAt: now,
      })
      .returning({ id: referrals.id });
    if (!referral) throw new Error('insert of a referral returned no row');
    await tx.insert(agendaItems).values({ referralId: referral.id, applicationId: application.id });
    return { variables: { referralId: referral.id } };
  },
);
