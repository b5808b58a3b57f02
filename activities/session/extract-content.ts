import { printedDate } from '../../domain/numbering.ts';
import type { SessionFacts } from './facts.ts';
import { minutesFrame } from './minutes-content.ts';
import { outcomeRow } from './outcome.ts';
import type { Numbered } from './papers.ts';
import { shareInWords } from './words.ts';

/** Words the extract of the minutes (trích biên bản) for one dossier: the outcome of its nominations and of no others. */
export function extractContent(
  facts: SessionFacts,
  { dossierId, minutes, ...numbered }: Numbered & { dossierId: string; minutes: Numbered },
) {
  const items = facts.items.filter((item) => item.dossierId === dossierId);
  const [first] = items;
  if (!first) throw new Error(`dossier ${dossierId} was not before the session`);
  return {
    ...minutesFrame(facts, numbered),
    minutesSymbol: minutes.symbol,
    minutesDate: printedDate(minutes.issuedOn),
    award: first.awardName,
    code: first.dossierCode,
    unit: first.unitName,
    share: shareInWords(first.referral),
    citation: first.referral.citation,
    rows: items.map((item, index) => outcomeRow(item, index)),
    reasons: items.flatMap(({ nominee, item }) =>
      item.reason === null ? [] : [`${nominee}: ${item.reason}`],
    ),
  };
}
