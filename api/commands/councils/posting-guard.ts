import { and, eq, inArray, isNull } from 'drizzle-orm';
import { boundLaw } from '../../../db/bound-law.ts';
import type { Executor } from '../../../db/client.ts';
import { postingBefore } from '../../../db/postings.ts';
import { agendaItems, dossiers, referrals } from '../../../db/schema/index.ts';
import { overlaid } from '../../../domain/law/overlay.ts';
import { postingLevels, postingRule } from '../../../domain/law/posting.ts';
import { awardRule } from '../../../domain/law/rule-set.ts';
import { ApiError } from '../../errors.ts';

/**
 * Keeps the ballots of a session shut until every dossier on its agenda has been posted in public for as long as the law that
 * binds it demands. The process has waited for that before; this also holds where an administrator moved a dossier past it, it came
 * under another law meanwhile, or its model is of a time before there were postings.
 * @throws ApiError posting_not_ended, posting_missing
 */
export async function requirePostings(tx: Executor, sessionId: string): Promise<void> {
  const rows = await tx
    .selectDistinct({
      id: dossiers.id,
      code: dossiers.code,
      awardCode: dossiers.awardCode,
      simplifiedCase: dossiers.simplifiedCase,
      level: referrals.level,
    })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .innerJoin(dossiers, eq(dossiers.id, referrals.subjectId))
    .where(
      and(
        eq(agendaItems.sessionId, sessionId),
        isNull(agendaItems.result),
        inArray(referrals.level, [...postingLevels]),
      ),
    );
  for (const { id, code, awardCode, level, simplifiedCase } of rows) {
    const law = await boundLaw(tx, id);
    const rule = law && postingRule(awardRule(overlaid(law), awardCode), level, { simplifiedCase });
    const posting = rule && (await postingBefore(tx, id, level));
    if (!rule || posting === 'ended') continue;
    throw new ApiError(posting === 'none' ? 'posting_missing' : 'posting_not_ended', {
      parameters: { dossier: code, days: rule.workingDays },
    });
  }
}
