import { boundLaw } from '../../db/bound-law.ts';
import { postingBefore } from '../../db/postings.ts';
import { publicPostings } from '../../db/schema/index.ts';
import { overlaid } from '../../domain/law/overlay.ts';
import { type PostingLevel, postingLevels, postingRule } from '../../domain/law/posting.ts';
import { awardRule } from '../../domain/law/rule-set.ts';
import { unitAtPlace } from '../places.ts';
import { type JobContext, JobError, type TransactionalJob } from './job.ts';

/**
 * `open-posting` (variable `postingLevel`): opens the public posting that the dossier's law demands before the council of the level,
 * and answers its working days; 0 where none is demanded or one has been held.
 */
export const openPosting: TransactionalJob = async (context) => {
  const { tx, instanceId, dossier, job, now } = context;
  const level = levelOf(context);
  const law = await boundLaw(tx, dossier.id);
  if (!law) throw new JobError('no_rule_set', 'The dossier is bound to no rule-set.');
  const rule = postingRule(awardRule(overlaid(law), dossier.awardCode), level, dossier);
  if (!rule || (await postingBefore(tx, dossier.id, level)) === 'ended')
    return { variables: { postingDays: 0 } };
  const { workingDays, citation, grade } = rule;
  await tx.insert(publicPostings).values({
    instanceId,
    job: job.job,
    dossierId: dossier.id,
    level,
    unitId: await unitAtPlace(tx, dossier, level),
    workingDays,
    citation,
    grade,
    postedAt: now,
  });
  return { variables: { postingDays: workingDays } };
};

/** @throws JobError where the model calls the posting for another level */
function levelOf({ job }: JobContext): PostingLevel {
  const level = postingLevels.find((known) => known === job.variables.postingLevel);
  if (!level)
    throw new JobError(
      'bad_model',
      `${job.element}: the variable postingLevel is ${postingLevels.join(' or ')}.`,
    );
  return level;
}
