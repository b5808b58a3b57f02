import type { ItemFacts, MemberFacts, SessionFacts } from './facts.ts';
import { bySubject, outcomeRow } from './outcome.ts';
import type { Numbered } from './papers.ts';
import {
  capacityName,
  capitals,
  outOf,
  presiding,
  printedMoment,
  secretaryOf,
  shareInWords,
} from './words.ts';

/** What minutes, ballot-count record and extract have in common: form 1.9 has no line of place and date. */
export function minutesFrame(facts: SessionFacts, { symbol }: Numbered) {
  const { session, council } = facts;
  return {
    symbol,
    placeAndDate: null,
    issuer: { name: capitals(council.name), superior: capitals(council.unitName) },
    subject: session.title,
    start: printedMoment(session.openedAt ?? session.scheduledAt),
    end: session.closedAt ? printedMoment(session.closedAt) : null,
    place: placeOf(facts),
    isCirculation: session.mode === 'circulation',
    chair: presiding(facts)?.name ?? null,
    chairTitle: capacityName(presiding(facts)?.capacity ?? 'chair', facts),
    secretary: secretaryOf(facts)?.name ?? null,
  };
}

function placeOf({ session }: SessionFacts): string | null {
  if (session.mode === 'circulation') return 'không họp, lấy ý kiến bằng văn bản';
  return session.place === '' ? null : session.place;
}

/**
 * Words the minutes (biên bản họp, Decree 30/2020/NĐ-CP Annex III, form 1.9): who was there, absent members' written opinions
 * (Decree 98/2023 Article 30(7)), declared conflicts, discussion, votes, conclusion. What it gives is what the template
 * `documents/session-minutes` shows.
 */
export function minutesContent(facts: SessionFacts, numbered: Numbered) {
  const { members, items, declared, conclusion } = facts;
  const named = (member: MemberFacts) => `${member.name} (${capacityName(member.capacity, facts)})`;
  const attending = members.filter(({ attended }) => attended);
  const writing = members.filter(({ attended, wrote }) => !attended && wrote);
  const absent = members.filter(({ attended, wrote }) => !attended && !wrote);
  return {
    ...minutesFrame(facts, numbered),
    attendance: outOf(attending.length, members.length),
    attending: attending.map(named),
    writing: writing.map(named),
    absent: absent.map(named),
    declared: outOf(declared.length, members.length),
    recusals: items.flatMap((item) => recusalLines(item)),
    groups: bySubject(items).map(({ first, items: ofSubject }, index) => ({
      number: String(index + 1),
      award: first.proposal,
      code: first.subjectCode,
      unit: first.unitName,
      share: shareInWords(first.referral),
      citation: first.referral.citation,
      rows: ofSubject.map((item, at) => outcomeRow(item, at)),
      discussions: ofSubject.flatMap((item) => discussionLines(item)),
    })),
    conclusion,
  };
}

const recusalLines = ({ recusals, title }: ItemFacts): string[] =>
  recusals.map(
    ({ name, kind, reason }) =>
      `${name} không tham gia biểu quyết về ${title} (${kind === 'declared' ? 'tự khai báo' : 'theo quyết định của chủ trì'}): ${reason}`,
  );

function discussionLines({ title, discussion, item }: ItemFacts): string[] {
  const lines: string[] = [];
  if (discussion !== null) lines.push(`${title}: ${discussion}`);
  if (item.reason !== null) lines.push(`${title}, lý do: ${item.reason}`);
  return lines;
}
