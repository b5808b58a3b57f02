import { and, asc, count, desc, eq, getTableColumns, inArray, or, type SQL, sql } from 'drizzle-orm';
import { readCalendar } from '../../db/calendar.ts';
import type { Executor } from '../../db/client.ts';
import { idArray } from '../../db/id-array.ts';
import { isShown, pausesOfDossier } from '../../db/postings.ts';
import {
  awards,
  dossiers,
  nominations,
  postingComments,
  processInstances,
  publicPostings,
} from '../../db/schema/index.ts';
import { calendarOf } from '../../domain/calendar.ts';
import { dueBy } from '../../engine/time/clock.ts';
import { localDate } from '../../engine/time/local-date.ts';
import type { Calendar, Pause } from '../../engine/types.ts';
import type { CommandContext } from '../context.ts';
import type {
  Comment,
  CommentStatus,
  Posting,
  PublicPosting,
  PublicPostingDetail,
} from '../contract/postings.ts';
import { ApiError } from '../errors.ts';
import { type Actor, unitsOfRoles } from '../policies/actor.ts';
import { dossierVisibleTo } from '../policies/dossiers.ts';
import { moderatedPosting, moderates, type PostingRow } from '../policies/postings.ts';
import { type Page, rowsOf } from './paging.ts';
import { isoOrNull, personAs, unitAs } from './references.ts';

/** Who reads without an account. */
interface PublicReader {
  db: Executor;
  now: Date;
}

/** Nominations still in play: those that are posted. */
const inPlay = inArray(nominations.status, ['proposed', 'passed', 'returned']);

/** Postings whose window runs, the newest first: for everybody. */
export async function findPublicPostings(reader: PublicReader, page: Page) {
  const open = await openPostings(reader);
  const { limit, offset } = rowsOf(page);
  return { items: open.slice(offset, offset + limit).map(({ shown }) => shown), total: open.length };
}

/** A posting with its nominees while its window runs. @throws ApiError posting_not_found before and after */
export async function getPublicPosting(
  reader: PublicReader,
  postingId: string,
): Promise<PublicPostingDetail> {
  const [open] = await openPostings(reader, eq(publicPostings.id, postingId));
  if (!open) throw new ApiError('posting_not_found');
  const list = await reader.db
    .select({
      id: nominations.id,
      name: nominations.name,
      post: nominations.post,
      achievement: nominations.achievement,
    })
    .from(nominations)
    .where(and(eq(nominations.dossierId, open.dossierId), inPlay))
    .orderBy(asc(nominations.seq));
  return { ...open.shown, list };
}

async function openPostings({ db, now }: PublicReader, where?: SQL) {
  const agency = unitAs('agency');
  const proposer = unitAs('proposer');
  const [rows, calendar] = await Promise.all([
    db
      .select({
        posting: getTableColumns(publicPostings),
        dossier: { id: dossiers.id, periodFrom: dossiers.periodFrom, periodTo: dossiers.periodTo },
        award: { vi: awards.nameVi, en: awards.nameEn },
        agency: { vi: agency.unit.name, en: agency.unit.nameEn },
        proposer: { vi: proposer.unit.name, en: proposer.unit.nameEn },
        nominees: sql<number>`(select count(*)::int from ${nominations}
          where ${nominations.dossierId} = ${dossiers.id} and ${inPlay})`,
        pauses: pausesOfDossier(sql`${publicPostings.postedAt}`),
      })
      .from(publicPostings)
      .innerJoin(dossiers, eq(dossiers.id, publicPostings.dossierId))
      .innerJoin(processInstances, eq(processInstances.id, publicPostings.instanceId))
      .innerJoin(awards, eq(awards.code, dossiers.awardCode))
      .innerJoin(agency.unit, eq(agency.unit.id, publicPostings.unitId))
      .innerJoin(proposer.unit, eq(proposer.unit.id, dossiers.unitId))
      .where(and(isShown, where))
      .orderBy(desc(publicPostings.postedAt), asc(publicPostings.id)),
    workingDays(db),
  ]);
  return rows.flatMap(({ posting, dossier, pauses, ...rest }) => {
    const endsAt = endOf(posting, pauses, calendar);
    if (endsAt !== null && endsAt <= now.toISOString()) return [];
    const shown: PublicPosting = {
      id: posting.id,
      ...rest,
      periodFrom: dossier.periodFrom,
      periodTo: dossier.periodTo,
      postedOn: localDate(posting.postedAt.toISOString()),
      lastDay: lastDayBefore(endsAt),
      workingDays: posting.workingDays,
      citation: posting.citation,
    };
    return [{ shown, dossierId: dossier.id }];
  });
}

const workingDays = async (db: Executor): Promise<Calendar> => calendarOf((await readCalendar(db)).days);

/** When the window ends, as the process counts it; null while it stands still. */
function endOf(
  { postedAt, workingDays: amount }: PostingRow,
  pauses: Pause[],
  calendar: Calendar,
): string | null {
  return dueBy({ startedAt: postedAt.toISOString(), unit: 'working_day', amount, pauses }, calendar);
}

/** A window ends at 24:00, which already reads as the next day. */
const lastDayBefore = (endsAt: string | null): string | null =>
  endsAt && localDate(new Date(Date.parse(endsAt) - 1).toISOString());

export interface PostingQuery extends Page {
  dossierId?: string | undefined;
}

/** Condition on `public_postings` joined with `dossiers`: the actor moderates it, or may read its dossier. */
const readableBy = (actor: Actor) =>
  or(
    sql`${publicPostings.unitId} = any(${idArray(unitsOfRoles(actor, ['appraiser']))})`,
    dossierVisibleTo(actor),
  );

/** Postings the actor moderates, or of dossiers the actor may read; the newest first. */
export async function findPostings({ db, actor }: CommandContext, query: PostingQuery) {
  const where = and(
    readableBy(actor),
    query.dossierId ? eq(publicPostings.dossierId, query.dossierId) : undefined,
  );
  const [items, [total]] = await Promise.all([
    selectPostings(db, actor, where, query),
    db
      .select({ count: count() })
      .from(publicPostings)
      .innerJoin(dossiers, eq(dossiers.id, publicPostings.dossierId))
      .where(where),
  ]);
  return { items, total: total?.count ?? 0 };
}

/** One posting, as `findPostings` gives it. @throws ApiError posting_not_found */
export async function getPosting({ db, actor }: CommandContext, postingId: string): Promise<Posting> {
  const where = and(readableBy(actor), eq(publicPostings.id, postingId));
  const [posting] = await selectPostings(db, actor, where, { page: 1, pageSize: 1 });
  if (!posting) throw new ApiError('posting_not_found');
  return posting;
}

async function selectPostings(
  db: Executor,
  actor: Actor,
  where: SQL | undefined,
  page: Page,
): Promise<Posting[]> {
  const body = unitAs('body');
  const counted = (status: CommentStatus) => sql<number>`(select count(*)::int from ${postingComments}
    where ${postingComments.postingId} = ${publicPostings.id} and ${postingComments.status} = ${status})`;
  const [rows, calendar] = await Promise.all([
    db
      .select({
        posting: getTableColumns(publicPostings),
        dossier: { id: dossiers.id, code: dossiers.code, title: dossiers.title },
        award: awards,
        unit: body.columns,
        pauses: pausesOfDossier(sql`${publicPostings.postedAt}`),
        comments: {
          held: counted('held'),
          noted: counted('noted'),
          dismissed: counted('dismissed'),
          complaint: counted('complaint'),
        },
      })
      .from(publicPostings)
      .innerJoin(dossiers, eq(dossiers.id, publicPostings.dossierId))
      .innerJoin(awards, eq(awards.code, dossiers.awardCode))
      .innerJoin(body.unit, eq(body.unit.id, publicPostings.unitId))
      .where(where)
      .orderBy(desc(publicPostings.postedAt), asc(publicPostings.id))
      .limit(rowsOf(page).limit)
      .offset(rowsOf(page).offset),
    workingDays(db),
  ]);
  return rows.map(
    ({ posting, dossier, award, unit, pauses, comments }): Posting => ({
      id: posting.id,
      dossierId: dossier.id,
      dossierCode: dossier.code,
      dossierTitle: dossier.title,
      awardCode: award.code,
      award: { vi: award.nameVi, en: award.nameEn },
      level: posting.level,
      unit,
      workingDays: posting.workingDays,
      citation: `${posting.citation} (${posting.grade})`,
      postedAt: posting.postedAt.toISOString(),
      endsAt: endOf(posting, pauses, calendar),
      endedAt: isoOrNull(posting.endedAt),
      summaryId: posting.summaryId,
      comments,
      canModerate: moderates(actor, posting),
    }),
  );
}

export interface CommentQuery extends Page {
  status?: CommentStatus | undefined;
}

/** Comments on a posting for its moderators, in the order they came; those of programs last. @throws ApiError posting_not_found */
export async function findComments(context: CommandContext, postingId: string, query: CommentQuery) {
  await moderatedPosting(context, postingId);
  const where = and(
    eq(postingComments.postingId, postingId),
    query.status ? eq(postingComments.status, query.status) : undefined,
  );
  const moderator = personAs('moderator');
  const [rows, [total]] = await Promise.all([
    context.db
      .select({ comment: postingComments, nominee: nominations.name, moderatedBy: moderator.columns })
      .from(postingComments)
      .leftJoin(nominations, eq(nominations.id, postingComments.nominationId))
      .leftJoin(moderator.account, eq(moderator.account.id, postingComments.moderatedBy))
      .leftJoin(moderator.person, eq(moderator.person.id, moderator.account.personId))
      .where(where)
      .orderBy(asc(postingComments.suspected), asc(postingComments.receivedAt), asc(postingComments.id))
      .limit(rowsOf(query).limit)
      .offset(rowsOf(query).offset),
    context.db.select({ count: count() }).from(postingComments).where(where),
  ]);
  const items = rows.map(({ comment, nominee, moderatedBy }): Comment => {
    const { id, text, authorName, authorContact, suspected, status, reason } = comment;
    return {
      ...{ id, nominee, text, authorName, authorContact, suspected, status, reason, moderatedBy },
      receivedAt: comment.receivedAt.toISOString(),
      moderatedAt: isoOrNull(comment.moderatedAt),
    };
  });
  return { items, total: total?.count ?? 0 };
}
