import { placeAndDate } from '../../domain/numbering.ts';
import { seatOf } from '../decision/offices.ts';
import type { SessionFacts } from './facts.ts';
import { byDossier } from './outcome.ts';
import type { Numbered } from './papers.ts';
import { capacityName, capitals, presiding, printedMoment } from './words.ts';

/**
 * Words an invitation (giấy mời, Decree 30/2020/NĐ-CP Annex III, form 1.7). What it gives is what the template
 * `documents/session-invitation` shows.
 */
export function invitationContent(facts: SessionFacts, { symbol, issuedOn }: Numbered) {
  const { session, council, members, items } = facts;
  const chair = presiding(facts);
  return {
    symbol,
    placeAndDate: placeAndDate(seatOf({ name: council.unitName }), issuedOn),
    issuer: { name: capitals(council.name), superior: capitals(council.unitName) },
    subject: session.title,
    inviter: council.name,
    invited: members.map((member) => `${member.name}, ${capacityName(member.capacity, facts)}`),
    purpose: `${session.title}: ${agendaInWords(facts)}`,
    chair: chair ? `${chair.name}, ${capacityName(chair.capacity, facts)}` : null,
    time: printedMoment(session.scheduledAt),
    place: session.place === '' ? null : session.place,
    /** Of an invitation that takes the place of an earlier one. */
    reason: session.changeReason,
    dossiers: byDossier(items).map(({ first, items: ofDossier }) => ({
      code: first.dossierCode,
      award: first.awardName,
      unit: first.unitName,
      count: String(ofDossier.length),
    })),
    recipients: ['Như trên;', `Lưu: VT, ${council.paperSymbol}.`],
    signer: {
      authority: signingLines(facts).map(capitals),
      name: facts.convenedBy?.name ?? '',
    },
  };
}

const agendaInWords = ({ items }: SessionFacts): string => {
  const dossiers = byDossier(items).length;
  return `xét ${items.length} trường hợp trong ${dossiers} hồ sơ đề nghị khen thưởng`;
};

/** The chair signs as such, a vice chair `KT.` for the chair, the secretary `TL.` by order of the chair. */
function signingLines(facts: SessionFacts): string[] {
  const chair = capacityName('chair', facts);
  const capacity = facts.convenedBy?.capacity ?? 'secretary';
  if (capacity === 'chair') return [chair];
  return [`${capacity === 'vice_chair' ? 'KT' : 'TL'}. ${chair}`, capacityName(capacity, facts)];
}
