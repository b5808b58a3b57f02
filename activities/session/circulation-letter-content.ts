import { placeAndDate } from '../../domain/numbering.ts';
import { seatOf } from '../papers/offices.ts';
import type { SessionFacts } from './facts.ts';
import { agendaBySubject, agendaInWords } from './outcome.ts';
import type { Numbered } from './papers.ts';
import { capitals, convenerLines, membersInWords, printedMoment } from './words.ts';

/**
 * Words the letter that asks the members of a council for their opinions without a meeting (công văn, Decree 30/2020/NĐ-CP Annex
 * III, form 1.5). What it gives is what the template `documents/circulation-letter` shows.
 */
export function circulationLetterContent(facts: SessionFacts, { symbol, issuedOn }: Numbered) {
  const { session, council, items } = facts;
  return {
    symbol,
    placeAndDate: placeAndDate(seatOf({ name: council.unitName }), issuedOn),
    issuer: { name: capitals(council.name), superior: capitals(council.unitName) },
    about: `lấy ý kiến bằng văn bản: ${session.title}`,
    addressees: membersInWords(facts),
    purpose: `${council.name} gửi tài liệu lấy ý kiến các thành viên, không họp, để ${agendaInWords(items)}, gồm`,
    from: printedMoment(session.scheduledAt),
    until: session.closesAt === null ? null : printedMoment(session.closesAt),
    /** Of a letter that takes the place of an earlier one. */
    reason: session.changeReason,
    dossiers: agendaBySubject(items),
    recipients: ['Như trên;', `Lưu: VT, ${council.paperSymbol}.`],
    signer: {
      authority: convenerLines(facts).map(capitals),
      name: facts.convenedBy?.name ?? '',
    },
  };
}
