import { z } from 'zod';
import {
  differentIds,
  id,
  instant,
  line,
  listOf,
  pageQuery,
  paragraph,
  personRef,
  reason,
  ruled,
  unitRef,
  year,
} from './common.ts';
import { task } from './tasks.ts';

export const roleModelStatus = z.enum(['draft', 'running', 'approved', 'rejected', 'retired']);
/** What of a role model may be made public, each by its own consent. */
export const consentField = z.enum(['name', 'post', 'unit', 'story', 'awards']);
const version = z.int().min(1).max(2_147_483_647);

/** Award of the ledger that the example rests on. */
export const roleModelAward = z
  .strictObject({
    id,
    awardCode: z.string(),
    awardNameVi: z.string(),
    awardNameEn: z.string(),
    year: z.int(),
    decisionSymbol: z.string(),
    /** False once it is revoked or struck out: it is no longer shown in public. */
    counts: z.boolean(),
  })
  .meta({ id: 'RoleModelAward' });

export const roleModelConsent = z
  .strictObject({
    id,
    fields: z.array(consentField),
    /** The signed paper; null where the person consented by their own account. */
    documentId: id.nullable(),
    recordedBy: personRef,
    givenAt: instant,
    withdrawnAt: instant.nullable(),
  })
  .meta({ id: 'RoleModelConsent' });

export const roleModelSummary = z
  .strictObject({
    id,
    code: z.string(),
    title: z.string(),
    field: z.string(),
    year: z.int(),
    kind: z.enum(['person', 'collective']),
    name: z.string(),
    post: z.string(),
    /** Proposing unit. */
    unit: unitRef,
    bloc: z.strictObject({ id, name: z.string(), year: z.int() }).nullable(),
    status: roleModelStatus,
    /** Everybody can read it: it is approved and a consent is in force. */
    isPublic: z.boolean(),
  })
  .meta({ id: 'RoleModelSummary' });
export const roleModelList = listOf(roleModelSummary).meta({ id: 'RoleModelList' });
export const roleModelQuery = z.strictObject({ status: roleModelStatus.optional(), ...pageQuery });

export const roleModelDetail = roleModelSummary
  .extend({
    /** Person or collective who sets the example. */
    subjectId: id,
    story: z.string(),
    endReason: z.string().nullable(),
    version,
    awards: z.array(roleModelAward),
    /** The newest first; at most one is in force. */
    consents: z.array(roleModelConsent),
    tasks: z.array(task),
    can: z.strictObject({
      write: z.boolean(),
      submit: z.boolean(),
      /** By the account's own person, or on a paper that it attaches. */
      consent: z.enum(['self', 'paper']).nullable(),
      withdrawConsent: z.boolean(),
      retire: z.boolean(),
    }),
  })
  .meta({ id: 'RoleModelDetail' });

const content = {
  title: line(300),
  field: line(200),
  story: paragraph(20_000),
  year,
  /** Lines of the nominee's own ledger. */
  awardIds: differentIds.max(50).default([]),
};

/** `personId` or `collectiveId`: who sets the example. */
export const proposeRoleModelRequest = ruled(
  z.strictObject({
    unitId: id,
    blocYearId: id.nullable().default(null),
    personId: id.nullable().default(null),
    collectiveId: id.nullable().default(null),
    ...content,
  }),
  {
    code: 'one_subject',
    vi: 'Cần đúng một cá nhân hoặc một tập thể.',
    en: 'Either a person or a collective is named.',
    path: ['personId'],
    schema: {
      oneOf: [
        { required: ['personId'], properties: { personId: { type: 'string' } } },
        { required: ['collectiveId'], properties: { collectiveId: { type: 'string' } } },
      ],
    },
  },
  ({ personId, collectiveId }) => (personId === null) !== (collectiveId === null),
).meta({ id: 'ProposeRoleModelRequest' });
export const changeRoleModelRequest = z
  .strictObject({ version, ...content })
  .meta({ id: 'ChangeRoleModelRequest' });

const consentFields = ruled(
  z.array(consentField).min(1),
  {
    code: 'listed_twice',
    vi: 'Mỗi mục chỉ ghi một lần.',
    en: 'Each is named once.',
    schema: { uniqueItems: true },
  },
  (fields) => new Set(fields).size === fields.length,
);
export const giveConsentRequest = z
  .strictObject({ fields: consentFields })
  .meta({ id: 'GiveConsentRequest' });
const oneField = consentField.options.join('|');
/** Beside the file of the signed paper: the fields, with commas. */
export const attachConsentRequest = z
  .strictObject({
    fields: z
      .string()
      .regex(new RegExp(`^(?:${oneField})(?:,(?:${oneField})){0,9}$`))
      .transform((text) => consentField.options.filter((field) => text.split(',').includes(field))),
  })
  .meta({ id: 'AttachConsentRequest' });
export const retireRoleModelRequest = z.strictObject({ reason }).meta({ id: 'RetireRoleModelRequest' });

/** A role model as everybody sees it: what was not consented to is null. */
export const publicRoleModel = z
  .strictObject({
    id,
    year: z.int(),
    title: z.string(),
    field: z.string(),
    kind: z.enum(['person', 'collective']),
    name: z.string().nullable(),
    post: z.string().nullable(),
    unit: z.strictObject({ vi: z.string(), en: z.string() }).nullable(),
    bloc: z.string().nullable(),
  })
  .meta({ id: 'PublicRoleModel' });
export const publicRoleModelList = listOf(publicRoleModel).meta({ id: 'PublicRoleModelList' });
export const publicRoleModelDetail = publicRoleModel
  .extend({
    story: z.string().nullable(),
    awards: z
      .array(z.strictObject({ vi: z.string(), en: z.string(), year: z.int(), decisionSymbol: z.string() }))
      .nullable(),
  })
  .meta({ id: 'PublicRoleModelDetail' });

export type RoleModelStatus = z.infer<typeof roleModelStatus>;
export type ConsentField = z.infer<typeof consentField>;
export type RoleModelSummary = z.infer<typeof roleModelSummary>;
export type RoleModelDetail = z.infer<typeof roleModelDetail>;
export type RoleModelAward = z.infer<typeof roleModelAward>;
export type RoleModelConsent = z.infer<typeof roleModelConsent>;
export type ProposeRoleModelRequest = z.input<typeof proposeRoleModelRequest>;
export type NewRoleModel = z.output<typeof proposeRoleModelRequest>;
export type ChangeRoleModelRequest = z.input<typeof changeRoleModelRequest>;
export type ChangedRoleModel = z.output<typeof changeRoleModelRequest>;
export type PublicRoleModel = z.infer<typeof publicRoleModel>;
export type PublicRoleModelDetail = z.infer<typeof publicRoleModelDetail>;
