import { printedDate } from '../../domain/numbering.ts';
import type { SessionFacts } from './facts.ts';
import { minutesFrame } from './minutes-content.ts';
import { outcomeRow } from './outcome.ts';
import type { Numbered } from './papers.ts';
import { shareInWords } from './words.ts';

/** Words the extract of the minutes (trích biên bản) for one subject: the outcome of its matters and of no others. */
export function extractContent(
  facts: SessionFacts,
  { subjectId, minutes, ...numbered }: Numbered & { subjectId: string; minutes: Numbered },
) {
  const items = facts.items.filter((item) => item.subjectId === subjectId);
  const [first] = items;
  if (!first) throw new Error(`subject ${subjectId} was not before the session`);
  return {
    ...minutesFrame(facts, numbered),
    minutesSymbol: minutes.symbol,
    minutesDate: printedDate(minutes.issuedOn),
    award: first.proposal,
    code: first.subjectCode,
    unit: first.unitName,
    share: shareInWords(first.referral),
    citation: first.referral.citation,
    rows: items.map((item, index) => outcomeRow(item, index)),
    reasons: items.flatMap(({ title, item }) => (item.reason === null ? [] : [`${title}: ${item.reason}`])),
  };
}
