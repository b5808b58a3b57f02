import type { Database } from '../../db/client.ts';
import type { sessions } from '../../db/schema/index.ts';

type Session = typeof sessions.$inferSelect;

/** A member of an opened session, and what a ballot needs to know of it. */
export interface Voter extends Pick<Session, 'status' | 'ballotKind' | 'boxSecretId' | 'revision'> {
  sessionId: string;
  sessionMemberId: string;
  /** Who votes: the member, or the proxy. */
  personId: string;
  /** The member whose ballots they are. */
  memberId: string;
  present: boolean;
}

/** The person as a member of the session; undefined for others, and before the session opened. Every ballot asks. */
export async function findVoter(
  db: Database,
  sessionId: string,
  personId: string,
): Promise<Voter | undefined> {
  const { rows } = await db.$client.query<Voter>({
    text: `select session.id as "sessionId", session.status, session.ballot_kind as "ballotKind",
        session.box_secret_id as "boxSecretId", session.revision,
        member.id as "sessionMemberId", member.voter_id as "personId",
        member.person_id as "memberId", member.present
      from session_members member join sessions session on session.id = member.session_id
      where member.session_id = $1 and member.voter_id = $2`,
    values: [sessionId, personId],
  });
  return rows[0];
}
