import { placeAndDate } from '../../domain/numbering.ts';
import { seatOf } from '../papers/offices.ts';
import type { SessionFacts } from './facts.ts';
import { agendaBySubject, agendaInWords } from './outcome.ts';
import type { Numbered } from './papers.ts';
import { capacityName, capitals, convenerLines, membersInWords, presiding, printedMoment } from './words.ts';

/**
 * Words an invitation (giấy mời, Decree 30/2020/NĐ-CP Annex III, form 1.7). What it gives is what the template
 * `documents/session-invitation` shows.
 */
export function invitationContent(facts: SessionFacts, { symbol, issuedOn }: Numbered) {
  const { session, council, items } = facts;
  const chair = presiding(facts);
  return {
    symbol,
    placeAndDate: placeAndDate(seatOf({ name: council.unitName }), issuedOn),
    issuer: { name: capitals(council.name), superior: capitals(council.unitName) },
    subject: session.title,
    inviter: council.name,
    invited: membersInWords(facts),
    purpose: `${session.title}: ${agendaInWords(items)}`,
    chair: chair ? `${chair.name}, ${capacityName(chair.capacity, facts)}` : null,
    time: printedMoment(session.scheduledAt),
    place: session.place === '' ? null : session.place,
    /** Of an invitation that takes the place of an earlier one. */
    reason: session.changeReason,
    dossiers: agendaBySubject(items),
    recipients: ['Như trên;', `Lưu: VT, ${council.paperSymbol}.`],
    signer: {
      authority: convenerLines(facts).map(capitals),
      name: facts.convenedBy?.name ?? '',
    },
  };
}
