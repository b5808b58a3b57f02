import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import {
  accounts,
  agendaItems,
  ballots,
  conflictDeclarations,
  councilMembers,
  type councils,
  matterOf,
  matters,
  people,
  recusals,
  referrals,
  sessionMembers,
  sessionNotes,
  type sessions,
  subjects,
  tasks,
  units,
} from '../../db/schema/index.ts';
import type { Capacity } from '../../domain/roles.ts';

type Session = typeof sessions.$inferSelect;
type Council = typeof councils.$inferSelect;
type Item = typeof agendaItems.$inferSelect;
type Referral = typeof referrals.$inferSelect;

export interface MemberFacts {
  name: string;
  capacity: Capacity;
  /** In the room, or voted from elsewhere. */
  attended: boolean;
  /** Gave a written opinion. */
  wrote: boolean;
}

export interface ItemFacts {
  item: Item;
  referral: Pick<Referral, 'sharePercent' | 'shareStrict' | 'denominator' | 'citation'>;
  /** Dossier or other subject that brought it. */
  subjectId: string;
  subjectCode: string;
  /** What passes with it, in Vietnamese: the name of the award, or that it is recognised. */
  proposal: string;
  /** Proposing unit. */
  unitName: string;
  /** Whom or what the vote is about, and the post or the authors. */
  title: string;
  subtitle: string;
  discussion: string | null;
  recusals: { name: string; kind: 'declared' | 'ordered'; reason: string }[];
}

/** Everything that the papers of a session say, as the database has it. */
export interface SessionFacts {
  session: Session;
  council: Council & { unitName: string };
  /** Members as they stood at the opening; before it those in office. */
  members: MemberFacts[];
  items: ItemFacts[];
  /** Names of members who declared about conflicts of interest. */
  declared: string[];
  /** What the chair concluded. */
  conclusion: string | null;
  /** Who convened it, and in which capacity. */
  convenedBy: { name: string; capacity: Capacity } | null;
}

/** Reads the facts of a session. @param today decides who is in office before the session is opened */
export async function sessionFacts(
  db: Executor,
  { session, council }: { session: Session; council: Council },
  today: string,
): Promise<SessionFacts> {
  const [unit] = await db.select({ name: units.name }).from(units).where(eq(units.id, council.unitId));
  const members = await membersOf(db, session, today);
  const notes = await db.select().from(sessionNotes).where(eq(sessionNotes.sessionId, session.id));
  const declared = await db
    .select({ name: people.fullName })
    .from(conflictDeclarations)
    .innerJoin(people, eq(people.id, conflictDeclarations.personId))
    .where(eq(conflictDeclarations.sessionId, session.id))
    .orderBy(asc(people.fullName));
  return {
    session,
    council: { ...council, unitName: unit?.name ?? '' },
    members,
    items: await itemsOf(db, session.id, notes),
    declared: declared.map(({ name }) => name),
    conclusion: notes.find(({ agendaItemId }) => agendaItemId === null)?.text ?? null,
    convenedBy: await convener(db, session),
  };
}

async function membersOf(db: Executor, session: Session, today: string): Promise<MemberFacts[]> {
  if (session.openedAt === null) {
    const rows = await db
      .select({ name: people.fullName, member: councilMembers })
      .from(councilMembers)
      .innerJoin(people, eq(people.id, councilMembers.personId))
      .where(eq(councilMembers.councilId, session.councilId))
      .orderBy(asc(councilMembers.capacity), asc(people.fullName));
    return rows
      .filter(({ member }) => member.validFrom <= today && (member.validTo ?? today) >= today)
      .map(({ name, member }) => ({ name, capacity: member.capacity, attended: false, wrote: false }));
  }
  const rows = await db
    .select({ name: people.fullName, member: sessionMembers })
    .from(sessionMembers)
    .innerJoin(people, eq(people.id, sessionMembers.personId))
    .where(eq(sessionMembers.sessionId, session.id))
    .orderBy(asc(sessionMembers.capacity), asc(people.fullName));
  const wrote = await db
    .selectDistinct({ id: ballots.sessionMemberId })
    .from(ballots)
    .innerJoin(sessionMembers, eq(sessionMembers.id, ballots.sessionMemberId))
    .where(and(eq(sessionMembers.sessionId, session.id), eq(ballots.channel, 'written')));
  return rows.map(({ name, member }) => ({
    name,
    capacity: member.capacity,
    attended: member.present || member.voted,
    wrote: wrote.some(({ id }) => id === member.id),
  }));
}

/** The items of the agenda in their order, further ballots after the first. */
async function itemsOf(
  db: Executor,
  sessionId: string,
  notes: (typeof sessionNotes.$inferSelect)[],
): Promise<ItemFacts[]> {
  const rows = await db
    .select({
      item: agendaItems,
      referral: referrals,
      title: matters.title,
      subtitle: matters.subtitle,
      subjectId: subjects.id,
      subjectCode: subjects.code,
      proposal: matters.proposalVi,
      unitName: units.name,
    })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .innerJoin(matters, eq(matters.id, matterOf(agendaItems)))
    .innerJoin(subjects, eq(subjects.id, referrals.subjectId))
    .innerJoin(units, eq(units.id, subjects.unitId))
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(agendaItems.position), asc(agendaItems.round));
  const kept = await db
    .select({
      itemId: recusals.agendaItemId,
      name: people.fullName,
      kind: recusals.kind,
      reason: recusals.reason,
    })
    .from(recusals)
    .innerJoin(people, eq(people.id, recusals.personId))
    .where(
      inArray(
        recusals.agendaItemId,
        rows.map(({ item }) => item.id),
      ),
    )
    .orderBy(asc(people.fullName));
  return rows.map((row) => ({
    ...row,
    discussion: notes.find(({ agendaItemId }) => agendaItemId === row.item.id)?.text ?? null,
    recusals: kept.filter(({ itemId }) => itemId === row.item.id).map(({ itemId: _, ...recusal }) => recusal),
  }));
}

/** Who decided the step that convened the session. */
async function convener(db: Executor, session: Session): Promise<SessionFacts['convenedBy']> {
  if (session.instanceId === null) return null;
  const [row] = await db
    .select({ name: people.fullName, capacity: councilMembers.capacity })
    .from(tasks)
    .innerJoin(accounts, eq(accounts.id, tasks.decidedBy))
    .innerJoin(people, eq(people.id, accounts.personId))
    .leftJoin(
      councilMembers,
      and(
        eq(councilMembers.personId, people.id),
        eq(councilMembers.councilId, session.councilId),
        isNull(councilMembers.validTo),
      ),
    )
    .where(and(eq(tasks.instanceId, session.instanceId), eq(tasks.element, 'convene')))
    .limit(1);
  // A secretary by role alone sits in no seat.
  return row ? { name: row.name, capacity: row.capacity ?? 'secretary' } : null;
}
