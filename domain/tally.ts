import type { VoteRule } from './law/rule-set.ts';

/** The part of a vote rule that counting needs. */
export type Share = Pick<VoteRule, 'sharePercent' | 'strict' | 'denominator' | 'quorum'>;

export interface Count {
  /** All members of the council, or all staff of the unit. */
  total: number;
  /** Members who attend; whether a written opinion makes its author attend is for the caller to say. */
  present: number;
  votes: { for: number; against: number; abstain: number };
  /** Members who gave no ballot; with the votes and the recused they make up `total`. */
  missing: number;
  /** Members kept from this vote by a conflict of interest; nobody where it is left out. */
  recused?: Recused;
  rule: Share;
}

/** Recused members (không tham gia biểu quyết). */
export interface Recused {
  total: number;
  /** Those of them who attend: the quorum asks for attendance, not for votes. */
  present: number;
  /** Do they leave the denominator? No national text says; where they stay they are not in favour. */
  leave: boolean;
}

export interface Tally {
  inFavour: number;
  against: number;
  abstained: number;
  missing: number;
  recused: number;
  /** What the share is taken of: all members, those present, or all staff. */
  total: number;
  /** Votes in favour that are enough: the least number that reaches the share. */
  needed: number;
  /** Members who must attend. */
  quorumNeeded: number;
  quorumMet: boolean;
  /** Attendance and share are both reached. A passed vote advises; the head decides (Law 06/2022/QH15 Article 90). */
  passed: boolean;
}

/**
 * Counts a vote (kiểm phiếu) in integers: a percentage is never rounded, and who gave no ballot is not in favour
 * (Decree 98/2023 Article 30(7): the share is one of all members).
 * @throws RangeError when the counts are no counts of one vote
 */
export function tally({ total, present, votes, missing, recused = nobody, rule }: Count): Tally {
  const cast = votes.for + votes.against + votes.abstain;
  const counts = [
    total,
    present,
    votes.for,
    votes.against,
    votes.abstain,
    missing,
    recused.total,
    recused.present,
  ];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError(`a count is a whole number from 0: ${counts.join(', ')}`);
  }
  if (present > total) throw new RangeError(`${present} of ${total} members cannot be present`);
  if (cast + missing + recused.total !== total) {
    throw new RangeError(`ballots, missing ballots and recused members must make up the ${total} members`);
  }
  if (recused.present > Math.min(recused.total, present)) {
    throw new RangeError(`${recused.present} recused members cannot be present`);
  }
  const [members, kept] =
    rule.denominator === 'present' ? [present, recused.present] : [total, recused.total];
  const whole = recused.leave ? members - kept : members;
  const needed = votesNeeded(whole, rule);
  const quorumNeeded = quorumOf(total, rule);
  const quorumMet = present >= quorumNeeded;
  return {
    inFavour: votes.for,
    against: votes.against,
    abstained: votes.abstain,
    missing,
    recused: recused.total,
    total: whole,
    needed,
    quorumNeeded,
    quorumMet,
    // In an empty room nothing passes, although nothing would be needed.
    passed: quorumMet && whole > 0 && votes.for >= needed,
  };
}

/**
 * As many for as against, and one vote more in favour would be enough: where the rule lets the chair decide ties, the chair's
 * vote does. A share that one more vote would not reach is no tie.
 */
export function isTied({ inFavour, against, needed, quorumMet, passed }: Tally): boolean {
  return quorumMet && !passed && inFavour === against && inFavour + 1 === needed;
}

const nobody: Recused = { total: 0, present: 0, leave: false };

/** How a running vote stands: decided whatever comes, or still open. */
export type Outlook = 'reached' | 'out_of_reach' | 'open';

/** `left` members may still vote, each once; `needed` votes in favour are enough. */
export function outlook({
  inFavour,
  needed,
  left,
}: {
  inFavour: number;
  needed: number;
  left: number;
}): Outlook {
  if (inFavour >= needed) return 'reached';
  return inFavour + left >= needed ? 'open' : 'out_of_reach';
}

/** Votes in favour that reach the share of `whole`: the least v with 100 v >= percent x whole, or > where it is strict. */
export function votesNeeded(
  whole: number,
  { sharePercent, strict }: Pick<Share, 'sharePercent' | 'strict'>,
): number {
  // v > x exactly when v >= x + 1 for the whole number of hundredths.
  return atLeast(sharePercent * whole + (strict ? 1 : 0), 100);
}

/** Members who must attend of `total` (số thành viên tối thiểu): the least number that reaches the fraction. */
export function quorumOf(total: number, { quorum }: Pick<Share, 'quorum'>): number {
  return atLeast(quorum.numerator * total, quorum.denominator);
}

/** The least whole number that is at least numerator / denominator. */
function atLeast(numerator: number, denominator: number): number {
  const rest = numerator % denominator;
  return (numerator - rest) / denominator + (rest > 0 ? 1 : 0);
}
