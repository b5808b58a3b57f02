import type { SessionFacts } from './facts.ts';
import { minutesFrame } from './minutes-content.ts';
import { bySubject, outcomeRow } from './outcome.ts';
import type { Numbered } from './papers.ts';
import { outOf, shareInWords } from './words.ts';

/**
 * Words the ballot-count record (biên bản kiểm phiếu): ballots handed out, collected, valid and invalid, and the votes on each
 * nominee. No law gives its form; the fields are those of common forms (law.md (d), grade C). A ballot that this system takes
 * in is valid.
 */
export function ballotRecordContent(facts: SessionFacts, numbered: Numbered) {
  const { session, members, items } = facts;
  const voted = items.filter(({ item }) => item.inFavour !== null);
  return {
    ...minutesFrame(facts, numbered),
    kind: session.ballotKind === 'secret' ? 'bỏ phiếu kín' : 'biểu quyết công khai',
    attendance: outOf(members.filter(({ attended }) => attended).length, members.length),
    written: String(members.filter(({ wrote }) => wrote).length),
    groups: bySubject(voted).map(({ first, items: ofSubject }, index) => ({
      number: String(index + 1),
      award: first.proposal,
      code: first.subjectCode,
      unit: first.unitName,
      share: shareInWords(first.referral),
      rows: ofSubject.map((item, at) => ({ ...outcomeRow(item, at), invalid: '0' })),
    })),
  };
}
