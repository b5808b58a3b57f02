import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { agendaItems, ballots, dossierHolds, referrals, sealedBallots } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { visibleSession } from '../../policies/councils.ts';
import { findVoter } from '../../queries/voters.ts';
import { writeAudit } from '../audit.ts';
import { requireNotHeld, shareOpenSession } from './session-guards.ts';

export interface WithdrawBallotsProps {
  sessionId: string;
  /** Own ballots, by the numbers they have now (`myVersion`). */
  ballots: { agendaItemId: string; replaces: number }[];
}

/**
 * Takes own ballots back while the session is open, as if they had not been cast: all of them or none. Whoever voted still
 * counts as attending.
 * @throws ApiError session_not_found, session_not_open, not_a_member, ballot_listed_twice, not_on_agenda,
 *   agenda_item_decided, dossier_on_hold, ballot_already_cast, ballot_secret_missing
 */
export async function withdrawBallots(context: CommandContext, props: WithdrawBallotsProps): Promise<void> {
  const { db, actor, ballotSecrets } = context;
  const { sessionId } = props;
  await visibleSession(context, sessionId);
  const versions = new Map(props.ballots.map(({ agendaItemId, replaces }) => [agendaItemId, replaces]));
  if (versions.size !== props.ballots.length) throw new ApiError('ballot_listed_twice');
  const ids = [...versions.keys()];
  await db.transaction(async (tx) => {
    const session = await shareOpenSession(tx, sessionId);
    const voter = await findVoter(db, sessionId, actor.personId);
    if (!voter) throw new ApiError('not_a_member');
    const items = await tx
      .select({ id: agendaItems.id, result: agendaItems.result, held: dossierHolds.reason })
      .from(agendaItems)
      .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
      .leftJoin(
        dossierHolds,
        and(eq(dossierHolds.dossierId, referrals.subjectId), isNull(dossierHolds.resumedAt)),
      )
      .where(and(eq(agendaItems.sessionId, sessionId), inArray(agendaItems.id, ids)));
    if (items.length !== ids.length) throw new ApiError('not_on_agenda');
    if (items.some(({ result }) => result !== null)) throw new ApiError('agenda_item_decided');
    requireNotHeld(items);
    const secret = session.ballotKind === 'secret';
    const box = secret ? ballotSecrets.box(sessionId, session.boxSecretId) : undefined;
    let taken = 0;
    for (const [id, version] of versions) {
      const removed = box
        ? tx
            .delete(sealedBallots)
            .where(
              and(eq(sealedBallots.place, box.place(actor.personId, id)), eq(sealedBallots.version, version)),
            )
            .returning({ one: sql`1` })
        : tx
            .delete(ballots)
            .where(
              and(
                eq(ballots.agendaItemId, id),
                eq(ballots.sessionMemberId, voter.sessionMemberId),
                eq(ballots.version, version),
                isNull(ballots.documentId),
              ),
            )
            .returning({ one: sql`1` });
      taken += (await removed).length;
    }
    if (taken !== ids.length) throw new ApiError('ballot_already_cast');
    await writeAudit(tx, context, {
      action: 'ballot.withdraw',
      subjectKind: 'session',
      subjectId: sessionId,
      // The audit log of a secret vote learns how many, not on what.
      details: { ballots: secret ? ids.length : ids },
    });
  });
  context.announce(sessionId);
}
