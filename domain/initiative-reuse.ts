/** Kind of award (danh hiệu, hình thức khen thưởng) that an initiative serves. */
export type AwardKind = 'title' | 'commendation';

/**
 * Does a use of an initiative (sáng kiến, đề tài) for one kind of award rule out another for `wanted`? Used for a title it
 * serves no form and the other way round, and it serves one form only; that a title follows a title is not forbidden (Official
 * letter 5007/BNV-TĐKT of 2023, `initiativeOnce` of the rule-set).
 */
export const rulesOut = (used: AwardKind, wanted: AwardKind): boolean =>
  used === 'commendation' || wanted === 'commendation';
