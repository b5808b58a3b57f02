import { z } from 'zod';
import { basisLeads, recipientPurposes } from '../../domain/papers/draft.ts';
import { officePaperKinds } from '../../domain/papers/forms.ts';
import { lineKinds } from '../../domain/papers/outline.ts';
import { id, instant, line, listOf, localDate, pageQuery, personRef, unitRef } from './common.ts';
import { overlayFile } from './overlays.ts';
import { task } from './tasks.ts';

export const officePaperKind = z.enum(officePaperKinds);
export const officePaperStatus = z.enum([
  'draft',
  'signed',
  'numbered',
  'issued',
  'corrected',
  'superseded',
  'recalled',
]);
const lineKind = z.enum(lineKinds);
const version = z.int().min(1).max(2_147_483_647);

/** What people write of a paper; its number, day, numbering and closing marks come by themselves. */
export const paperDraft = z
  .strictObject({
    title: line(500),
    bases: z.array(z.strictObject({ documentId: id, lead: z.enum(basisLeads) })).max(50),
    opening: line(2000).nullable(),
    /** `**words**` are printed bold. */
    lines: z.array(z.strictObject({ kind: lineKind, text: line(4000) })).max(500),
    recipients: z
      .array(z.strictObject({ name: line(300), unitId: id.nullable(), purpose: z.enum(recipientPurposes) }))
      .max(100),
    filing: line(100),
    onBehalfOf: line(200).nullable(),
    plannedFor: z.string().regex(/^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$/),
    executors: line(1000).nullable(),
    effectiveFrom: localDate.nullable(),
    overlay: overlayFile.nullable(),
  })
  .meta({ id: 'PaperDraft' });

export const officePaper = z
  .strictObject({
    id,
    code: z.string(),
    kind: officePaperKind,
    title: z.string(),
    unit: unitRef,
    status: officePaperStatus,
    /** Its draft was handed on: comments are asked for, or it is being finished, signed, registered. */
    isUnderWay: z.boolean(),
    campaign: z.strictObject({ id, name: z.string() }).nullable(),
    symbol: z.string().nullable(),
    issuedOn: localDate.nullable(),
    version: z.int().min(1),
    createdAt: instant,
  })
  .meta({ id: 'OfficePaper' });
export const officePaperList = listOf(officePaper).meta({ id: 'OfficePaperList' });
export const officePaperQuery = z.strictObject({
  kind: officePaperKind.optional(),
  status: officePaperStatus.optional(),
  campaignId: id.optional(),
  unitId: id.optional(),
  ...pageQuery,
});

const numberedLine = z.strictObject({ kind: lineKind, label: z.string(), text: z.string() });
const paperRef = z.strictObject({ id, title: z.string(), symbol: z.string().nullable() });

export const paperVersion = z
  .strictObject({
    number: z.int().min(1),
    draft: paperDraft,
    lines: z.array(numberedLine),
    bases: z.array(
      z.strictObject({
        documentId: id,
        lead: z.enum(basisLeads),
        citation: z.string(),
        /** Whether it is in force today, as far as the list knows. */
        inForce: z.boolean(),
      }),
    ),
    writtenBy: personRef,
    writtenAt: instant,
    /** How it was printed last; null where it was not handed on. */
    documentId: id.nullable(),
  })
  .meta({ id: 'PaperVersion' });

/** What a unit answered that was asked for a comment. */
const comment = z.strictObject({
  unit: unitRef,
  dueAt: instant.nullable(),
  receivedAt: instant.nullable(),
  answer: z.enum(['agree', 'agree_with_comment', 'disagree']).nullable(),
  comment: z.string().nullable(),
});

export const officePaperDetail = officePaper
  .extend({
    /** The newest version. */
    current: paperVersion,
    versions: z.array(
      paperVersion.pick({ number: true, writtenBy: true, writtenAt: true, documentId: true }),
    ),
    /** Kinds of line that its form knows. */
    lineKinds: z.array(lineKind),
    /** First day of a regulation or repeal. */
    effectiveFrom: localDate.nullable(),
    /** The rules that a regulation has put in force. */
    overlay: z.strictObject({ id, effectiveFrom: localDate, effectiveTo: localDate.nullable() }).nullable(),
    replaces: paperRef.nullable(),
    replacedBy: paperRef.nullable(),
    signer: personRef.nullable(),
    signedAt: instant.nullable(),
    comments: z.array(comment),
    tasks: z.array(task),
    can: z.strictObject({ write: z.boolean(), start: z.boolean() }),
  })
  .meta({ id: 'OfficePaperDetail' });

/** Begins a paper; what it is to say comes from the skeleton of its kind, with what the campaign holds. */
export const createOfficePaperRequest = z
  .strictObject({
    unitId: id,
    kind: officePaperKind,
    campaignId: id.nullable().default(null),
    /** Regulation that is replaced or repealed. */
    replacesId: id.nullable().default(null),
    /** Month in which it is to be issued; this one where it is left out. */
    plannedFor: paperDraft.shape.plannedFor.optional(),
  })
  .meta({ id: 'CreateOfficePaperRequest' });
export const writeDraftRequest = z
  .strictObject({ version, draft: paperDraft })
  .meta({ id: 'WriteDraftRequest' });
export const startOfficePaperRequest = z
  .strictObject({
    /** Units that are asked for comments; nobody where it is empty. */
    commenters: z.array(id).max(200),
    /** Last day for them, needed where somebody is asked. */
    commentsDue: localDate.nullable().default(null),
  })
  .meta({ id: 'StartOfficePaperRequest' });

export type OfficePaper = z.infer<typeof officePaper>;
export type OfficePaperKind = z.infer<typeof officePaperKind>;
export type OfficePaperDetail = z.infer<typeof officePaperDetail>;
export type PaperVersion = z.infer<typeof paperVersion>;
export type PaperDraft = z.infer<typeof paperDraft>;
export type CreateOfficePaperRequest = z.infer<typeof createOfficePaperRequest>;
export type StartOfficePaperRequest = z.infer<typeof startOfficePaperRequest>;
