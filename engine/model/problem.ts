import type { Json } from '../types.ts';

/** For users: Vietnamese and English. */
export interface Sentence {
  vi: string;
  en: string;
}

/** What is wrong with a model, for people and programs. */
export interface Problem {
  /** Stable snake_case code of the rule. */
  code: string;
  /** `error`: forbidden by the standard or not runnable, refuses the deploy. `warning`: asks for confirmation. */
  severity: 'error' | 'warning';
  file: string;
  /** Id of the element; null where the file as a whole is meant. */
  element: string | null;
  message: Sentence;
  /** Decision tables: an input that shows it, by input expression. */
  witness?: Record<string, Json>;
}

/** A model that is not read, because it goes beyond what people draw. */
export function tooLarge(file: string, element: string | null, what: Sentence): Problem {
  const message = { vi: `Mô hình quá lớn: ${what.vi}.`, en: `The model is too large: ${what.en}.` };
  return { code: 'beyond_limits', severity: 'error', file, element, message };
}
