import { z } from 'zod';
import {
  id,
  instant,
  level,
  line,
  listOf,
  localDate,
  paragraph,
  personRef,
  ruled,
  unitRef,
} from './common.ts';

/** `noted`: not sent yet; `waiting`: asked; `silent`: the term ended without an answer, which counts as consent. */
export const opinionStatus = z.enum(['noted', 'waiting', 'agreed', 'disagreed', 'silent', 'cancelled']);

/** Request for the opinion of one agency (hiệp y), with its answer. */
export const opinionRequest = z
  .strictObject({
    id,
    level,
    /** The agency: a unit of the system, or another one by its name. */
    unit: unitRef.nullable(),
    agencyName: z.string().nullable(),
    question: z.string(),
    askedBy: personRef,
    notedAt: instant,
    sentAt: instant.nullable(),
    dueAt: instant.nullable(),
    workingDays: z.int().min(1).nullable(),
    /** Whether silence counts as consent, and by which article; null until it is sent. */
    silenceAgrees: z.boolean().nullable(),
    citation: z.string().nullable(),
    status: opinionStatus,
    answeredAt: instant.nullable(),
    answeredBy: personRef.nullable(),
    /** What the agency says. */
    text: z.string().nullable(),
    /** Number and date of an answer on paper. */
    paper: z.string().nullable(),
    paperDate: localDate.nullable(),
    canDelete: z.boolean(),
  })
  .meta({ id: 'OpinionRequest' });

/** `canAsk`: the account appraises the dossier now, and may note requests. */
export const opinionRequestList = z
  .strictObject({ ...listOf(opinionRequest).shape, canAsk: z.boolean() })
  .meta({ id: 'OpinionRequestList' });

export const askOpinionRequest = ruled(
  z.strictObject({
    unitId: id.optional(),
    agencyName: line(300).optional(),
    question: paragraph(2000),
  }),
  {
    code: 'one_agency',
    vi: 'Cần đúng một cơ quan: đơn vị trong hệ thống hoặc tên cơ quan.',
    en: 'Exactly one of unitId and agencyName is needed.',
    path: ['unitId'],
    schema: { oneOf: [{ required: ['unitId'] }, { required: ['agencyName'] }] },
  },
  ({ unitId, agencyName }) => (unitId === undefined) !== (agencyName === undefined),
).meta({ id: 'AskOpinionRequest' });

export type OpinionStatus = z.infer<typeof opinionStatus>;
export type OpinionRequest = z.infer<typeof opinionRequest>;
export type OpinionRequestList = z.infer<typeof opinionRequestList>;
export type AskOpinionRequest = z.infer<typeof askOpinionRequest>;
