import { ballotRecordContent } from '../session/ballot-record-content.ts';
import { sessionFacts } from '../session/facts.ts';
import { minutesContent } from '../session/minutes-content.ts';
import { draftPaper } from '../session/papers.ts';
import { forSession, JobError } from './job.ts';

/**
 * `draft-minutes`: makes the minutes and the ballot-count record of a closed session and numbers them once; sent back by a
 * signer, they say anew what the notes say now.
 */
export const draftMinutes = forSession(async ({ tx, session, council, today }) => {
  if (session.status !== 'closed') throw new JobError('session_not_closed', 'The session is not closed.');
  const facts = await sessionFacts(tx, { session, council }, today);
  const draft = (
    kind: 'minutes' | 'ballot_record',
    compose: typeof minutesContent | typeof ballotRecordContent,
  ) =>
    draftPaper(tx, council, { sessionId: session.id, kind }, today, (numbered) => compose(facts, numbered));
  await draft('minutes', minutesContent);
  await draft('ballot_record', ballotRecordContent);
  return {};
});
