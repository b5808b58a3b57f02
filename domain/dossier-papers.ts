/** What a paper over dossiers is: a submission (tờ trình) to the next level, or a decision (quyết định). */
export const paperKinds = ['submission', 'decision'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Type abbreviation of a paper's symbol, which is also its number series (Decree 30/2020/NĐ-CP Annex III). */
export const paperTypes: Record<PaperKind, string> = { submission: 'TTr', decision: 'QĐ' };

/** The step of a paper's process at which its list is settled, by the element of the model. */
export const settlingSteps: Record<PaperKind, string> = {
  submission: 'gather-submission',
  decision: 'register-decision',
};
