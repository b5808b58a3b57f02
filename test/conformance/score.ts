/** What a conformance run says of a case. `unsupported` is declared beforehand, with its reason. */
export type Score = { result: 'pass' } | { result: 'fail' | 'unsupported' | 'not_run'; reason: string };

export interface SuiteResult {
  suite: string;
  scores: Record<string, Score>;
}
