import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Executor } from '../db/client.ts';
import {
  accounts,
  awards,
  dossiers,
  nominations,
  people,
  postingComments,
  publicPostings,
  tasks,
  units,
} from '../db/schema/index.ts';
import { placeAndDate, printedDate } from '../domain/numbering.ts';
import { localDate } from '../engine/time/local-date.ts';
import { type Office, seatOf, signatureLines } from './papers/offices.ts';
import { titleOf } from './signer-title.ts';

/** There is no ended posting with a conclusion to print. */
export class NothingToSummariseError extends Error {
  readonly code = 'nothing_to_summarise';
}

/** What the summary of a posting's comments rests on. Contacts of those who wrote are left out: they are for moderators only. */
export interface SummaryFacts {
  posting: typeof publicPostings.$inferSelect & { endedAt: Date };
  dossier: { code: string; title: string };
  award: string;
  office: Office;
  /** Comments by where they stand. */
  counts: Record<string, number>;
  /** Those that were noted or accepted as a complaint, in the order they came. */
  comments: { text: string; author: string; nominee: string | null; status: string }[];
  conclusion: string;
  concludedOn: string;
  signer: { name: string; title: string | null };
}

/** Reads the newest ended posting of an instance, its comments and the appraiser's conclusion. @throws NothingToSummariseError */
export async function summaryFacts(db: Executor, instanceId: string): Promise<SummaryFacts> {
  const [row] = await db
    .select({
      posting: publicPostings,
      dossier: { code: dossiers.code, title: dossiers.title },
      award: awards.nameVi,
      office: { name: units.name, paperSymbol: units.paperSymbol, kind: units.kind },
    })
    .from(publicPostings)
    .innerJoin(dossiers, eq(dossiers.id, publicPostings.dossierId))
    .innerJoin(awards, eq(awards.code, dossiers.awardCode))
    .innerJoin(units, eq(units.id, publicPostings.unitId))
    .where(and(eq(publicPostings.instanceId, instanceId), isNotNull(publicPostings.endedAt)))
    .orderBy(desc(publicPostings.endedAt))
    .limit(1);
  const [task] = await db
    .select({
      data: tasks.formData,
      decidedAt: tasks.decidedAt,
      accountId: tasks.decidedBy,
      name: people.fullName,
    })
    .from(tasks)
    .innerJoin(accounts, eq(accounts.id, tasks.decidedBy))
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(
      and(
        eq(tasks.instanceId, instanceId),
        eq(tasks.element, 'summarise-posting'),
        eq(tasks.verdict, 'approve'),
      ),
    )
    .orderBy(desc(tasks.decidedAt))
    .limit(1);
  if (!row?.posting.endedAt || !task?.decidedAt || !task.accountId)
    throw new NothingToSummariseError(`instance ${instanceId} has no ended posting with a conclusion`);
  const ofPosting = eq(postingComments.postingId, row.posting.id);
  const counted = await db
    .select({ status: postingComments.status, total: count() })
    .from(postingComments)
    .where(ofPosting)
    .groupBy(postingComments.status);
  const comments = await db
    .select({
      text: postingComments.text,
      author: postingComments.authorName,
      nominee: nominations.name,
      status: postingComments.status,
    })
    .from(postingComments)
    .leftJoin(nominations, eq(nominations.id, postingComments.nominationId))
    .where(and(ofPosting, inArray(postingComments.status, ['noted', 'complaint'])))
    .orderBy(asc(postingComments.receivedAt), asc(postingComments.id));
  return {
    ...row,
    posting: { ...row.posting, endedAt: row.posting.endedAt },
    counts: Object.fromEntries(counted.map(({ status, total }) => [status, total])),
    comments,
    conclusion: String(task.data?.conclusion ?? ''),
    concludedOn: localDate(task.decidedAt.toISOString()),
    signer: { name: task.name, title: await titleOf(db, task.accountId) },
  };
}

/** Words the summary (bảng tổng hợp), for the template `documents/posting-summary`. */
export function summaryContent(facts: SummaryFacts) {
  const { posting, office, counts, comments } = facts;
  const of = (status: string) => counts[status] ?? 0;
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
  // The window ends at 24:00, which already reads as the next day.
  const lastDay = localDate(new Date(posting.endedAt.getTime() - 1).toISOString());
  return {
    dossier: facts.dossier.code,
    symbol: null,
    placeAndDate: placeAndDate(seatOf(office), facts.concludedOn),
    issuer: { name: office.name.toLocaleUpperCase('vi'), superior: null },
    subject: `Ý kiến góp ý công khai đối với đề nghị ${facts.award}`,
    paragraphs: [
      `Hồ sơ: ${facts.dossier.code}, ${facts.dossier.title}.`,
      `Thời gian công khai: từ ${printedDate(localDate(posting.postedAt.toISOString()))} đến hết ${printedDate(lastDay)}, ${posting.workingDays} ngày làm việc, theo ${posting.citation}.`,
      `Góp ý nhận được: ${total}; ghi nhận ${of('noted')}, thụ lý khiếu nại ${of('complaint')}, không xem xét ${of('dismissed')}.`,
    ],
    rows: comments.map(({ text, author, nominee, status }, index) => ({
      seq: index + 1,
      from: [
        author === '' ? 'Không nêu tên' : author,
        nominee ?? 'cả danh sách',
        ...(status === 'complaint' ? ['đã thụ lý'] : []),
      ].join('; '),
      text,
    })),
    conclusion: facts.conclusion,
    recipients: ['Hội đồng Thi đua - Khen thưởng;', 'Lưu: Hồ sơ.'],
    signer: {
      authority: (facts.signer.title === null
        ? ['Người tổng hợp']
        : signatureLines(office, facts.signer.title)
      ).map((line) => line.toLocaleUpperCase('vi')),
      name: facts.signer.name,
    },
  };
}
