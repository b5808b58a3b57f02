import { and, eq, ne, or } from 'drizzle-orm';
import { boundLaw } from '../../../db/bound-law.ts';
import type { Executor } from '../../../db/client.ts';
import { ballots, people, sessionMembers } from '../../../db/schema/index.ts';
import { overlaid } from '../../../domain/law/overlay.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { managedSession } from '../../policies/councils.ts';
import { subjectWithoutProxies } from '../../queries/proxies.ts';
import { writeAudit } from '../audit.ts';
import { claimSession, isAgendaPaper } from './session-guards.ts';

export interface AppointProxyProps {
  sessionId: string;
  /** The absent member. */
  personId: string;
  /** Who votes in the member's place: nobody who sits in the session. */
  proxyId: string;
  /** The signed appointment, a document of kind `proxy` of a subject on the agenda. */
  documentId: string;
}

/**
 * The secretary records that an absent member appointed in writing who votes in their place (ủy quyền biểu quyết), where the
 * rule-set of every nomination still to be decided allows it. From then on the proxy casts the member's ballots, and the member none.
 * @throws ApiError session_not_found, forbidden, session_not_open, member_not_found, member_is_present,
 *   proxy_not_allowed with the article, person_not_found, proxy_sits_already, proxy_paper_not_found
 */
export async function appointProxy(context: CommandContext, props: AppointProxyProps): Promise<void> {
  const { sessionId, personId, proxyId, documentId } = props;
  await managedSession(context, sessionId);
  await context.db.transaction(async (tx) => {
    if (!(await claimSession(tx, sessionId, ['open']))) throw new ApiError('session_not_open');
    const [member] = await tx
      .select()
      .from(sessionMembers)
      .where(and(eq(sessionMembers.sessionId, sessionId), eq(sessionMembers.personId, personId)));
    if (!member) throw new ApiError('member_not_found');
    const [cast] = await tx.select().from(ballots).where(eq(ballots.sessionMemberId, member.id)).limit(1);
    if (member.present || member.voted || cast) throw new ApiError('member_is_present');
    await requireAllowed(tx, sessionId);
    const [proxy] = await tx.select({ id: people.id }).from(people).where(eq(people.id, proxyId));
    if (!proxy) throw new ApiError('person_not_found');
    const [seated] = await tx
      .select({ id: sessionMembers.id })
      .from(sessionMembers)
      .where(
        and(
          eq(sessionMembers.sessionId, sessionId),
          or(eq(sessionMembers.personId, proxyId), eq(sessionMembers.voterId, proxyId)),
          ne(sessionMembers.id, member.id),
        ),
      );
    if (seated || proxyId === personId) throw new ApiError('proxy_sits_already');
    if (!(await isAgendaPaper(tx, sessionId, { documentId, kind: 'proxy' })))
      throw new ApiError('proxy_paper_not_found');
    await tx
      .update(sessionMembers)
      .set({ voterId: proxyId, proxyDocumentId: documentId })
      .where(eq(sessionMembers.id, member.id));
    await writeAudit(tx, context, {
      action: 'member.appoint_proxy',
      subjectKind: 'session',
      subjectId: sessionId,
      details: { personId, proxyId, documentId },
    });
  });
  context.announce(sessionId);
}

/** @throws ApiError proxy_not_allowed with the article that says so, or that no text allows it */
async function requireAllowed(tx: Executor, sessionId: string): Promise<void> {
  const barred = await subjectWithoutProxies(tx, sessionId);
  if (barred === undefined) return;
  const law = await boundLaw(tx, barred);
  const rule = law && overlaid(law).proxiesAllowed;
  throw new ApiError('proxy_not_allowed', {
    parameters: {
      citation: rule?.citation ?? { vi: 'chưa có văn bản cho phép', en: 'no text allows it' },
    },
  });
}
