import { z } from 'zod';

/**
 * How far a value can be trusted: `A` read in the text of the instrument, `B` in a page that quotes it word for word,
 * `C` secondary, older or another body's rule, `U` unverified. C and U are unconfirmed until a lawyer confirms them.
 */
export const gradeSchema = z.enum(['A', 'B', 'C', 'U']);
export type Grade = z.infer<typeof gradeSchema>;

/** A sentence or name in both languages of the users. */
export const bilingualSchema = z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1) });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** Fields that every value of a rule-set carries: where it is written, how sure we are, and what to know about it. */
export const sourceFields = {
  /** Instrument and article, as a paper would cite it, e.g. `Luật 06/2022/QH15 Điều 21`. */
  citation: z.string().trim().min(1),
  grade: gradeSchema,
  note: bilingualSchema.optional(),
};

export const sourceSchema = z.strictObject(sourceFields);
/** Where a value rests. */
export type Source = z.infer<typeof sourceSchema>;

/** Is the value one that a lawyer has still to confirm? */
export function isUnconfirmed(source: { grade: Grade }): boolean {
  return source.grade === 'C' || source.grade === 'U';
}
