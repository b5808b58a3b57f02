/** Job types that run as Temporal activities of the same name, with retries: slow, or outside the database. */
export const activityJobTypes = [
  'compute-scores',
  'render-decision',
  'print-paper',
  'render-posting-summary',
  'print-session-papers',
  'print-office-paper',
  'close-session',
  'print-pledge',
];
