/** Process of a bloc's year, and the elements of its model that code looks for. */
export const blocProcess = 'emulation-bloc';

export const blocElements = {
  handOver: 'hand-over',
  draftPledge: 'draft-pledge',
  sign: 'sign-pledge',
  scoreSelf: 'score-self',
  check: 'check-members',
  conclude: 'conclude-scores',
  flagDossier: 'start-flag-dossier',
} as const;
