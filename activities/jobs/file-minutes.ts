import { and, eq, inArray } from 'drizzle-orm';
import { sessionPapers, sessions } from '../../db/schema/index.ts';
import { extractContent } from '../session/extract-content.ts';
import { sessionFacts } from '../session/facts.ts';
import { bySubject } from '../session/outcome.ts';
import { draftPaper } from '../session/papers.ts';
import { signaturesOf } from '../session/signatures.ts';
import { forSession, JobError } from './job.ts';

/** `file-minutes`: minutes and record are signed by secretary and chair; the session is minuted and each dossier or other subject gets its extract. */
export const fileMinutes = forSession(async ({ tx, session, council, today }) => {
  const signed = await tx
    .select()
    .from(sessionPapers)
    .where(
      and(eq(sessionPapers.sessionId, session.id), inArray(sessionPapers.kind, ['minutes', 'ballot_record'])),
    );
  for (const { id } of signed) {
    if ((await signaturesOf(tx, id)).length < 2)
      throw new JobError(
        'minutes_not_signed',
        'Secretary and chair have not both signed what the paper says.',
      );
  }
  const minutes = signed.find(({ kind }) => kind === 'minutes');
  if (!minutes) throw new JobError('no_minutes', 'The session has no minutes.');
  await tx.update(sessions).set({ status: 'minuted' }).where(eq(sessions.id, session.id));
  const facts = await sessionFacts(tx, { session, council }, today);
  for (const { first } of bySubject(facts.items)) {
    const { subjectId } = first;
    await draftPaper(tx, council, { sessionId: session.id, kind: 'extract', subjectId }, today, (numbered) =>
      extractContent(facts, { ...numbered, subjectId, minutes }),
    );
  }
  return {};
});
