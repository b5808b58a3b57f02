import { and, eq, inArray } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { sessionPapers, sessionSignatures } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { SigningCapacity, SignRequest } from '../../contract/sessions.ts';
import { ApiError } from '../../errors.ts';
import { type Session, visibleSession } from '../../policies/councils.ts';
import { openStep } from '../../queries/session-step.ts';
import { writeAudit } from '../audit.ts';
import { lockInstancesOf } from './council-results.ts';
import { decideStep } from './session-process.ts';

/** The steps at which minutes are signed, and in which capacity. */
const capacities: Record<string, SigningCapacity> = {
  'sign-as-secretary': 'secretary',
  'sign-as-chair': 'chair',
};

/**
 * Signs the minutes and the ballot-count record (ký biên bản), as secretary or as chair by the step the session is at. A
 * signature is the act of an account, at a time, on the content of the hash it names: another content than the one now there
 * is refused.
 * @throws ApiError session_not_found, session_step_not_open, forbidden, papers_incomplete, paper_changed
 */
export async function signMinutes(
  context: CommandContext,
  { sessionId, papers }: SignRequest & { sessionId: string },
): Promise<void> {
  const { actor, now } = context;
  const session = await visibleSession(context, sessionId);
  const told = await context.db.transaction(async (tx) => {
    const { element, capacity } = await signingStep(tx, session);
    const decision = { verdict: 'approve' as const, reason: null };
    const instances = await decideStep(tx, context, session, element, decision);
    const toSign = await tx
      .select({ id: sessionPapers.id, contentHash: sessionPapers.contentHash })
      .from(sessionPapers)
      .where(
        and(
          eq(sessionPapers.sessionId, sessionId),
          inArray(sessionPapers.kind, ['minutes', 'ballot_record']),
        ),
      );
    for (const { id, contentHash } of toSign) {
      const read = papers.find((paper) => paper.id === id);
      if (!read) throw new ApiError('papers_incomplete');
      if (read.contentHash !== contentHash) throw new ApiError('paper_changed');
    }
    await tx
      .insert(sessionSignatures)
      .values(
        toSign.map(({ id: paperId, contentHash }) => ({
          paperId,
          capacity,
          contentHash,
          accountId: actor.accountId,
          signedForId: actor.onBehalfOf?.accountId ?? null,
          signedAt: now,
        })),
      )
      // Sent back and made anew without a change, it is signed once.
      .onConflictDoNothing();
    await writeAudit(tx, context, {
      action: 'session.sign',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { capacity, papers: toSign },
    });
    return instances;
  });
  for (const instanceId of told) context.deliver(instanceId);
  context.announce(sessionId);
}

/**
 * Sends the minutes back to the secretary instead of signing them, with a reason.
 * @throws ApiError session_not_found, session_step_not_open, forbidden
 */
export async function returnMinutes(
  context: CommandContext,
  { sessionId, reason }: { sessionId: string; reason: string },
): Promise<void> {
  const session = await visibleSession(context, sessionId);
  const told = await context.db.transaction(async (tx) => {
    const { element } = await signingStep(tx, session);
    const instances = await decideStep(tx, context, session, element, { verdict: 'return', reason });
    await writeAudit(tx, context, {
      action: 'session.return_minutes',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { reason },
    });
    return instances;
  });
  for (const instanceId of told) context.deliver(instanceId);
  context.announce(sessionId);
}

async function signingStep(tx: Executor, { id, instanceId }: Session) {
  await lockInstancesOf(tx, id);
  const step = await openStep(tx, instanceId);
  const capacity = capacities[step?.element ?? ''];
  if (!step || !capacity) throw new ApiError('session_step_not_open');
  return { element: step.element, capacity };
}
