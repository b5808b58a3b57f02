import { and, asc, eq, isNull } from 'drizzle-orm';
import { boundLaw } from '../../db/bound-law.ts';
import { levelEnum, opinionRequests } from '../../db/schema/index.ts';
import { opinionRule } from '../../domain/law/opinions.ts';
import { overlaid } from '../../domain/law/overlay.ts';
import { JobError, type TransactionalJob } from './job.ts';

/**
 * `send-opinion-requests` (variable `opinionLevel`): sends what the appraiser noted, under the term and silence rule of the law that binds
 * the dossier. Answers `opinionRequests`, one entry a request: its id, who is to answer, the days, and whether silence agrees.
 */
export const sendOpinionRequests: TransactionalJob = async ({ tx, dossier, job, now }) => {
  const level = levelEnum.enumValues.find((known) => known === job.variables.opinionLevel);
  if (!level) throw new JobError('bad_model', `${job.element}: the variable opinionLevel names no level.`);
  const law = await boundLaw(tx, dossier.id);
  if (!law) throw new JobError('no_rule_set', 'The dossier is bound to no rule-set.');
  const { workingDays, silenceAgrees, citation, grade } = opinionRule(overlaid(law));
  const noted = and(
    eq(opinionRequests.dossierId, dossier.id),
    eq(opinionRequests.level, level),
    isNull(opinionRequests.sentAt),
  );
  const requests = await tx
    .select({ id: opinionRequests.id, unitId: opinionRequests.unitId })
    .from(opinionRequests)
    .where(noted)
    .orderBy(asc(opinionRequests.notedAt), asc(opinionRequests.id));
  await tx
    .update(opinionRequests)
    .set({ sentAt: now, workingDays, silenceAgrees, citation: `${citation} (${grade})` })
    .where(noted);
  return {
    variables: {
      opinionRequests: requests.map(({ id, unitId }) => ({
        id,
        // Who asked records what comes on paper from outside.
        group: unitId === null ? `appraiser@${level}` : `head@unit:${unitId}`,
        days: workingDays,
        silenceAgrees,
      })),
    },
  };
};
