/** Processes of a plan and of a scoring, and the elements of their models that code looks for. */
export const planProcess = 'work-plan';
export const scoringProcess = 'plan-scoring';

export const planElements = {
  proposals: 'propose-items',
  opinions: 'give-opinion',
  finish: 'synthesise-opinions',
  score: 'score-units',
} as const;

export const planMessages = {
  roundClosed: 'plan-round-closed',
  scoringExtended: 'scoring-extended',
} as const;
