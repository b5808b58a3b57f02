import { and, eq, max } from 'drizzle-orm';
import { sessionPapers } from '../../db/schema/index.ts';
import { circulationLetterContent } from '../session/circulation-letter-content.ts';
import { sessionFacts } from '../session/facts.ts';
import { invitationContent } from '../session/invitation-content.ts';
import { draftPaper } from '../session/papers.ts';
import { forSession } from './job.ts';

/** What calls the members of a session: to a meeting an invitation, where there is none a letter that asks for their opinions. */
const callings = {
  meeting: { kind: 'invitation', compose: invitationContent },
  circulation: { kind: 'circulation_letter', compose: circulationLetterContent },
} as const;

/** `draft-invitation`: makes and numbers what calls the members; after a postponement it is another edition. */
export const draftInvitation = forSession(async ({ tx, session, council, today }) => {
  const { kind, compose } = callings[session.mode];
  const [last] = await tx
    .select({ edition: max(sessionPapers.edition) })
    .from(sessionPapers)
    .where(and(eq(sessionPapers.sessionId, session.id), eq(sessionPapers.kind, kind)));
  const facts = await sessionFacts(tx, { session, council }, today);
  const place = { sessionId: session.id, kind, edition: (last?.edition ?? 0) + 1 };
  await draftPaper(tx, council, place, today, (numbered) => compose(facts, numbered));
  return {};
});
