import { z } from 'zod';
import {
  councilRef,
  id,
  instant,
  line,
  listOf,
  localDate,
  pageQuery,
  paragraph,
  personRef,
  reason,
  ruled,
  searchWords,
  unitRef,
  year,
} from './common.ts';
import { documentInfo } from './documents.ts';
import { initiativeScope, initiativeUse } from './ledger.ts';
import { itemResult } from './sessions.ts';
import { task } from './tasks.ts';

export const initiativeKind = z.enum(['initiative', 'research']);
export const initiativeStatus = z.enum([
  'draft',
  'running',
  'returned',
  'recognised',
  'refused',
  'withdrawn',
]);

const summary = {
  id,
  /** Readable, e.g. `SK-2026-000012`. */
  code: z.string(),
  kind: initiativeKind,
  name: z.string(),
  /** Unit that registers it. */
  unit: unitRef,
  /** Year in which it was first applied. */
  year: z.int(),
  requestedScope: initiativeScope,
  status: initiativeStatus,
  /** Scope it was recognised with; null before. */
  scope: initiativeScope.nullable(),
  /** Authors in their order, with their shares in percent. */
  authors: z.array(z.strictObject({ person: personRef, sharePercent: z.int() })),
  submittedAt: instant.nullable(),
};
export const initiativeSummary = z.strictObject(summary).meta({ id: 'InitiativeSummary' });
export const initiativeList = listOf(initiativeSummary).meta({ id: 'InitiativeList' });
export const initiativeQuery = z.strictObject({
  status: initiativeStatus.optional(),
  /** Words of its name or code. */
  q: searchWords.optional(),
  ...pageQuery,
});

export const initiativeDetail = z
  .strictObject({
    ...summary,
    field: z.string(),
    summary: z.string(),
    /** Why it was refused or withdrawn. */
    endReason: z.string().nullable(),
    /** To be named by whoever changes it. */
    version: z.int().min(1),
    /** Votes of the initiative councils, the newest first. */
    votes: z.array(
      z.strictObject({
        /** Agenda item. */
        id,
        council: councilRef,
        sessionId: id.nullable(),
        result: itemResult.nullable(),
        reason: z.string().nullable(),
        inFavour: z.int().nullable(),
        needed: z.int().nullable(),
        total: z.int().nullable(),
        citation: z.string(),
      }),
    ),
    tasks: z.array(task),
    documents: z.array(documentInfo),
    /** The decision that recognises it, once it is signed; number and date follow, then the PDF. */
    decision: z
      .strictObject({
        id,
        symbol: z.string().nullable(),
        issuedOn: localDate.nullable(),
        documentId: id.nullable(),
      })
      .nullable(),
    /** What the account that asks may do now. */
    can: z.strictObject({
      edit: z.boolean(),
      attach: z.boolean(),
      submit: z.boolean(),
      withdraw: z.boolean(),
      delete: z.boolean(),
    }),
  })
  .meta({ id: 'InitiativeDetail' });

/** What is registered. The authors each once; their shares are whole percents, which sum to 100. */
const content = {
  kind: initiativeKind.default('initiative'),
  name: line(500),
  year,
  field: line(200),
  summary: paragraph(10_000),
  requestedScope: initiativeScope,
  authors: ruled(
    z
      .array(z.strictObject({ personId: id, sharePercent: z.int().min(1).max(100) }))
      .min(1)
      .max(50),
    { code: 'listed_twice', vi: 'Mỗi tác giả chỉ ghi một lần.', en: 'Each author is named once.' },
    (authors) => new Set(authors.map(({ personId }) => personId)).size === authors.length,
  ),
};
export const registerInitiativeRequest = z
  .strictObject({ unitId: id, ...content })
  .meta({ id: 'RegisterInitiativeRequest' });
export const changeInitiativeRequest = z
  .strictObject({ ...content, version: z.int().min(1).max(2_147_483_647) })
  .meta({ id: 'ChangeInitiativeRequest' });
export const withdrawInitiativeRequest = z.strictObject({ reason }).meta({ id: 'WithdrawInitiativeRequest' });

/** Papers of an application: its description, evidence, and what a council adds. */
export const initiativeAttachmentKind = z.enum([
  'initiative_report', // báo cáo mô tả sáng kiến
  'effect_confirmation', // xác nhận hiệu quả áp dụng
  'evidence', // tài liệu chứng minh khác
  'written_opinion', // ý kiến bằng văn bản của ủy viên
  'proxy', // văn bản ủy quyền biểu quyết
]);

/** A recognised initiative of one holder with everything it serves. */
export const registeredInitiative = z
  .strictObject({
    id,
    /** Whose ledger lists it: a person's or a collective's. */
    holder: z.strictObject({ kind: z.enum(['person', 'collective']), id, name: z.string() }),
    name: z.string(),
    year: z.int(),
    scope: initiativeScope,
    decisionSymbol: z.string(),
    /** The application it was recognised by; null where that was outside this system. */
    application: z.strictObject({ id, code: z.string() }).nullable(),
    uses: z.array(initiativeUse),
  })
  .meta({ id: 'RegisteredInitiative' });
export const initiativeRegister = listOf(registeredInitiative).meta({ id: 'InitiativeRegister' });
/** `used`: only those that serve something, or only those that serve nothing yet. */
export const initiativeRegisterQuery = z.strictObject({
  q: searchWords.optional(),
  used: z.enum(['yes', 'no']).optional(),
  ...pageQuery,
});

export type InitiativeKind = z.infer<typeof initiativeKind>;
export type InitiativeStatus = z.infer<typeof initiativeStatus>;
export type InitiativeSummary = z.infer<typeof initiativeSummary>;
export type InitiativeDetail = z.infer<typeof initiativeDetail>;
export type InitiativeQuery = z.infer<typeof initiativeQuery>;
export type RegisterInitiativeRequest = z.infer<typeof registerInitiativeRequest>;
export type ChangeInitiativeRequest = z.infer<typeof changeInitiativeRequest>;
export type WithdrawInitiativeRequest = z.infer<typeof withdrawInitiativeRequest>;
export type InitiativeAttachmentKind = z.infer<typeof initiativeAttachmentKind>;
export type RegisteredInitiative = z.infer<typeof registeredInitiative>;
export type InitiativeRegisterQuery = z.infer<typeof initiativeRegisterQuery>;
