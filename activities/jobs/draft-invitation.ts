import { and, eq, max } from 'drizzle-orm';
import { sessionPapers } from '../../db/schema/index.ts';
import { sessionFacts } from '../session/facts.ts';
import { invitationContent } from '../session/invitation-content.ts';
import { draftPaper } from '../session/papers.ts';
import { forSession } from './job.ts';

/**
 * `draft-invitation`: makes and numbers the invitation to a meeting; after a postponement it is another edition. A circulation
 * has none.
 */
export const draftInvitation = forSession(async ({ tx, session, council, today }) => {
  if (session.mode === 'circulation') return {};
  const [last] = await tx
    .select({ edition: max(sessionPapers.edition) })
    .from(sessionPapers)
    .where(and(eq(sessionPapers.sessionId, session.id), eq(sessionPapers.kind, 'invitation')));
  const facts = await sessionFacts(tx, { session, council }, today);
  const place = { sessionId: session.id, kind: 'invitation' as const, edition: (last?.edition ?? 0) + 1 };
  await draftPaper(tx, council, place, today, (numbered) => invitationContent(facts, numbered));
  return {};
});
