import { z } from 'zod';
import { paperKinds } from '../../domain/dossier-papers.ts';
import { awardCode } from './catalogue.ts';
import { id, instant, listOf, localDate, pageQuery, personRef, reason, unitRef, year } from './common.ts';
import { task } from './tasks.ts';

export const paperKind = z.enum(paperKinds);

/** A submission to the next level or a decision, over one dossier or many; its PDF is `documentId`. */
export const paper = z
  .strictObject({
    id,
    kind: paperKind,
    status: z.enum(['draft', 'signed', 'numbered', 'issued', 'corrected', 'superseded', 'recalled', 'void']),
    award: z.strictObject({ code: awardCode, nameVi: z.string(), nameEn: z.string() }),
    /** Achievement period, calendar years. */
    periodFrom: year,
    periodTo: year,
    issuer: unitRef,
    /** To whom a submission goes; null for a decision. */
    recipient: unitRef.nullable(),
    signer: personRef.nullable(),
    signerTitle: z.string().nullable(),
    signedAt: instant.nullable(),
    number: z.int().nullable(),
    /** As printed, e.g. `15/QĐ-TTg`. */
    symbol: z.string().nullable(),
    issuedOn: localDate.nullable(),
    documentId: id.nullable(),
    /** Dossiers on its list. */
    dossiers: z.int().min(0),
    createdAt: instant,
  })
  .meta({ id: 'Paper' });

/** A dossier on the list of a paper, as far as the asking account may read it. */
export const paperEntry = z
  .strictObject({
    dossierId: id,
    code: z.string(),
    title: z.string(),
    unit: unitRef,
    /** `left_out` goes over to the next paper when this one is settled; `withdrawn` fell out of it. */
    status: z.enum(['listed', 'left_out', 'withdrawn']),
    /** Why it was withdrawn. */
    reason: reason.nullable(),
    onHold: z.boolean(),
    nominations: z.int().min(0),
    /** Of a submission: the first step at the recipient, where it is accepted or returned. */
    receipt: task.nullable(),
  })
  .meta({ id: 'PaperEntry' });

export const paperDetail = z
  .strictObject({
    ...paper.shape,
    entries: z.array(paperEntry),
    /** Dossiers on its list that the asking account may not read. */
    hiddenEntries: z.int().min(0),
    /** The step at which its list is settled, while it is open. */
    task: task.nullable(),
  })
  .meta({ id: 'PaperDetail' });

export const paperList = listOf(paper);
export const paperQuery = z.strictObject({
  ...pageQuery,
  kind: paperKind.optional(),
  /** `gathering`: its list is not settled. */
  state: z.enum(['gathering', 'issued', 'all']).default('all'),
});
export const listDossierRequest = z.strictObject({ listed: z.boolean() });

export type Paper = z.infer<typeof paper>;
export type PaperKind = z.infer<typeof paperKind>;
export type PaperEntry = z.infer<typeof paperEntry>;
export type PaperDetail = z.infer<typeof paperDetail>;
export type PaperQuery = z.infer<typeof paperQuery>;
