import { z } from 'zod';
import { id, line, listOf, localDate, pageQuery, searchWords } from './common.ts';

/** Legal document that papers cite. */
export const legalDocument = z
  .strictObject({
    id,
    type: z.string(),
    symbol: z.string().nullable(),
    issuer: z.string().nullable(),
    issuedOn: localDate,
    subject: z.string(),
    /** Day from which it no longer is in force. */
    repealedOn: localDate.nullable(),
    /** As a paper's legal bases name it, and as a text names it. */
    citation: z.string(),
    shortCitation: z.string(),
    version: z.int().min(1),
  })
  .meta({ id: 'LegalDocument' });
export const legalDocumentList = listOf(legalDocument).meta({ id: 'LegalDocumentList' });
export const legalDocumentQuery = z.strictObject({ q: searchWords.optional(), ...pageQuery });

const fields = {
  type: line(60),
  symbol: line(60).nullable().default(null),
  issuer: line(200).nullable().default(null),
  issuedOn: localDate,
  subject: line(1000),
  repealedOn: localDate.nullable().default(null),
};
export const addLegalDocumentRequest = z.strictObject(fields).meta({ id: 'AddLegalDocumentRequest' });
export const correctLegalDocumentRequest = z
  .strictObject({ ...fields, version: z.int().min(1).max(2_147_483_647) })
  .meta({ id: 'CorrectLegalDocumentRequest' });

export type LegalDocument = z.infer<typeof legalDocument>;
export type AddLegalDocumentRequest = z.infer<typeof addLegalDocumentRequest>;
export type CorrectLegalDocumentRequest = z.infer<typeof correctLegalDocumentRequest>;
