/** What is wrong with a decision model. */
export interface DecisionProblem {
  /** e.g. `feel_invalid`, `overlapping_rules`. */
  code: string;
  /** Id of the element of the model. */
  element: string;
  /** English sentence that names the place. */
  message: string;
  severity: 'error' | 'warning';
}
