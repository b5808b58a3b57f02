import { printedDate } from '../../domain/numbering.ts';
import type { Capacity } from '../../domain/roles.ts';
import { localDate } from '../../engine/time/local-date.ts';
import type { MemberFacts, SessionFacts } from './facts.ts';

const capacities: Record<Capacity, string> = {
  chair: 'Chủ tịch',
  vice_chair: 'Phó Chủ tịch',
  secretary: 'Thư ký',
  member: 'Ủy viên',
};

/** A meeting of staff (hội nghị) has who presides, no chair. */
export const capacityName = (capacity: Capacity, { council }: Pick<SessionFacts, 'council'>): string =>
  capacity === 'chair' && council.kind === 'unit_vote' ? 'Chủ trì' : capacities[capacity];

export const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** `08 giờ 05` in Asia/Ho_Chi_Minh. */
function printedHour(instant: Date): string {
  const local = new Date(instant.getTime() + 7 * 3_600_000).toISOString();
  return `${local.slice(11, 13)} giờ ${local.slice(14, 16)}`;
}

/** `08 giờ 05, ngày 23 tháng 11 năm 2026` */
export const printedMoment = (instant: Date): string =>
  `${printedHour(instant)}, ${printedDate(localDate(instant.toISOString()))}`;

/** `12/15`, or `12` alone where there is nothing to compare with. */
export const outOf = (part: number, whole: number): string => `${part}/${whole}`;

/** Who presides: the chair if there, else a vice chair who is, else the chair. */
export function presiding({ members, session }: SessionFacts): MemberFacts | undefined {
  const there = (capacity: Capacity) =>
    members.find(
      (member) => member.capacity === capacity && (member.attended || session.mode === 'circulation'),
    );
  return (
    there('chair') ?? there('vice_chair') ?? members.find(({ capacity }) => capacity === 'chair') ?? undefined
  );
}

export const secretaryOf = ({ members }: SessionFacts): MemberFacts | undefined =>
  members.find(({ capacity }) => capacity === 'secretary');

/** The chair signs as such, a vice chair `KT.` for the chair, the secretary `TL.` by order of the chair. */
export function convenerLines(facts: SessionFacts): string[] {
  const chair = capacityName('chair', facts);
  const capacity = facts.convenedBy?.capacity ?? 'secretary';
  if (capacity === 'chair') return [chair];
  return [`${capacity === 'vice_chair' ? 'KT' : 'TL'}. ${chair}`, capacityName(capacity, facts)];
}

/** The members with their capacities. */
export const membersInWords = (facts: SessionFacts): string[] =>
  facts.members.map((member) => `${member.name}, ${capacityName(member.capacity, facts)}`);

const denominators = {
  total_members: 'tổng số thành viên',
  present: 'số thành viên dự họp',
  all_staff: 'toàn thể đơn vị',
};

/** `ít nhất 90% tổng số thành viên`, `trên 50% số thành viên dự họp` */
export const shareInWords = (rule: {
  sharePercent: number;
  shareStrict: boolean;
  denominator: keyof typeof denominators;
}): string =>
  `${rule.shareStrict ? 'trên' : 'ít nhất'} ${rule.sharePercent}% ${denominators[rule.denominator]}`;
