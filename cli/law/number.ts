import { z } from 'zod';
import type { Source } from '../../domain/law/source.ts';
import { letterSymbol, paperSymbol, partySymbol, placeAndDate } from '../../domain/numbering.ts';
import { question } from './question.ts';

const number = z.int().min(1);
const part = z.string().trim().min(1);
const decree30: Source = { citation: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I', grade: 'A' };

/** How is the number of a paper printed? */
export const numberQuestion = question(
  z.union([
    /** A paper with a type name, or of the Party. */
    z.strictObject({ number, type: part, issuer: part, style: z.enum(['state', 'party']).default('state') }),
    /** An official letter. */
    z.strictObject({ number, issuer: part, drafter: part }),
  ]),
  (asked) => {
    if ('drafter' in asked) return { symbol: letterSymbol(asked), sources: [decree30] };
    if (asked.style === 'state') return { symbol: paperSymbol(asked), sources: [decree30] };
    // Decree 30/2020 does not govern papers of the Party; the form is that of Directive 34-CT/TW.
    return { symbol: partySymbol(asked), sources: [{ citation: 'Chỉ thị số 34-CT/TW', grade: 'C' }] };
  },
);

/** How are place and date printed? */
export const dateLineQuestion = question(
  z.strictObject({ place: part, date: z.iso.date().optional() }),
  ({ place, date }, context) => ({ text: placeAndDate(place, date ?? context.date), sources: [decree30] }),
);
