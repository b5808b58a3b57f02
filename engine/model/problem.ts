/** What is wrong with a model, for people and programs. */
export interface Problem {
  /** Stable snake_case code of the rule. */
  code: string;
  /** `error`: forbidden by the standard or not runnable, refuses the deploy. `warning`: asks for confirmation. */
  severity: 'error' | 'warning';
  file: string;
  /** Id of the element; null where the file as a whole is meant. */
  element: string | null;
  message: { vi: string; en: string };
}
