import type { Bilingual } from './source.ts';

/** A question that the law as data does not answer: a stable code, and a sentence that helps in both languages. */
export class LawError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly text: Bilingual;
  constructor(code: Code, text: Bilingual) {
    super(text.en);
    this.code = code;
    this.text = text;
  }
}
