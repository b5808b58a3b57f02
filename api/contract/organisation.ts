import { z } from 'zod';
import {
  councilRef,
  id,
  instant,
  level,
  line,
  listOf,
  localDate,
  locale,
  pageQuery,
  personRef,
  reason,
  role,
  ruled,
  searchWords,
  unitRef,
} from './common.ts';

export const unitKind = z.enum([
  'state_office',
  'central_body',
  'ministry',
  'general_department',
  'department',
  'provincial_office',
  'service_unit',
  'division',
]);
export const sex = z.enum(['female', 'male']);

/** Short name of a unit, for sheets and numbers: capital letters, digits, hyphens. */
export const unitCode = z
  .string()
  .trim()
  .regex(/^[A-Z0-9][A-Z0-9-]{1,31}$/);

const unitFields = {
  name: line(300),
  nameEn: line(300),
  kind: unitKind,
  level,
  /** Prepares and appraises for the council of its level (cơ quan thường trực). */
  isStandingBody: z.boolean(),
  /** Abbreviation in its paper symbols, e.g. `TCTK` in `15/QĐ-TCTK`; null where it issues none. */
  paperSymbol: line(30).nullable(),
};

/** A unit without `parentId` is the root of an organisation of its own, which its maker then administers. */
export const createUnitRequest = z
  .strictObject({ parentId: id.nullable(), code: unitCode, ...unitFields, validFrom: localDate })
  .meta({ id: 'CreateUnitRequest' });

/** What is left out stays; from a later day on, it waits for that day. */
export const changeUnitRequest = ruled(
  z.strictObject({
    effectiveOn: localDate,
    reason,
    parentId: id.optional(),
    name: unitFields.name.optional(),
    nameEn: unitFields.nameEn.optional(),
    kind: unitFields.kind.optional(),
    level: unitFields.level.optional(),
    isStandingBody: unitFields.isStandingBody.optional(),
    paperSymbol: unitFields.paperSymbol.optional(),
  }),
  {
    code: 'nothing_given',
    vi: 'Cần nêu điều thay đổi.',
    en: 'Says what changes.',
    schema: { minProperties: 3 },
  },
  (request) => Object.keys(request).length > 2,
).meta({ id: 'ChangeUnitRequest' });
export const endUnitRequest = z.strictObject({ lastDay: localDate, reason }).meta({ id: 'EndUnitRequest' });

const administeredUnitFields = {
  id,
  parentId: id.nullable(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: unitKind,
  level,
  isStandingBody: z.boolean(),
  paperSymbol: z.string().nullable(),
  validFrom: localDate,
  validTo: localDate.nullable(),
  /** Persons with a post in it today, not counting the units below. */
  people: z.int().min(0),
};
export const administeredUnit = z.strictObject(administeredUnitFields).meta({ id: 'AdministeredUnit' });
export const administeredUnitList = listOf(administeredUnit).meta({ id: 'AdministeredUnitList' });
/** `ended=true`: also units that are no more. */
export const administeredUnitQuery = z.strictObject({
  q: searchWords.optional(),
  ended: z.enum(['true', 'false']).optional(),
  ...pageQuery,
});

export const unitChange = z
  .strictObject({
    id,
    effectiveOn: localDate,
    /** Each field with what it holds from that day on, in words; `from` is known once the day has come. */
    fields: z.array(
      z.strictObject({
        field: z.enum([
          'parentId',
          'name',
          'nameEn',
          'kind',
          'level',
          'isStandingBody',
          'paperSymbol',
          'validTo',
        ]),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    reason: z.string(),
    decidedBy: personRef,
    decidedAt: instant,
    status: z.enum(['pending', 'applied', 'withdrawn']),
  })
  .meta({ id: 'UnitChange' });
export const administeredUnitDetail = z
  .strictObject({
    ...administeredUnitFields,
    parent: unitRef.nullable(),
    /** The newest first. */
    changes: z.array(unitChange),
  })
  .meta({ id: 'AdministeredUnitDetail' });

const personFields = {
  fullName: line(200),
  sex: sex.nullable(),
  birthDate: localDate.nullable(),
  /** Where only the year is known. */
  birthYear: z.int().min(1900).max(2100).nullable(),
  staffCode: line(50).nullable(),
  /** Number of the citizen's card, 12 digits; compared, never shown. */
  nationalId: z
    .string()
    .regex(/^[0-9]{12}$/)
    .nullable(),
  email: z.email().max(200).nullable(),
};
const postFields = {
  unitId: id,
  title: line(200),
  isDirectWorker: z.boolean().nullable(),
  from: localDate,
  to: localDate.nullable(),
};

/** A person comes with the first post, so that it is clear who administers them. */
export const createPersonRequest = z
  .strictObject({ ...personFields, position: z.strictObject(postFields) })
  .meta({ id: 'CreatePersonRequest' });
/** What is left out stays. */
export const correctPersonRequest = z
  .strictObject({
    fullName: personFields.fullName.optional(),
    sex: personFields.sex.optional(),
    birthDate: personFields.birthDate.optional(),
    birthYear: personFields.birthYear.optional(),
    staffCode: personFields.staffCode.optional(),
    nationalId: personFields.nationalId.optional(),
    email: personFields.email.optional(),
  })
  .meta({ id: 'CorrectPersonRequest' });

/** `endsId`: the post that is left with it, the day before (điều động); one that began the same day was never held. */
export const givePositionRequest = z
  .strictObject({ ...postFields, endsId: id.nullable() })
  .meta({ id: 'GivePositionRequest' });
export const endPositionRequest = z
  .strictObject({ lastDay: localDate, reason })
  .meta({ id: 'EndPositionRequest' });

export const accountState = z.enum(['active', 'locked', 'ended']);

export const staffMember = z
  .strictObject({
    id,
    fullName: z.string(),
    sex: sex.nullable(),
    birthYear: z.int().nullable(),
    staffCode: z.string().nullable(),
    /** The newest post that holds today; null where there is none. */
    post: z.strictObject({ title: z.string(), unit: unitRef }).nullable(),
    login: z.string().nullable(),
    accountState: accountState.nullable(),
  })
  .meta({ id: 'StaffMember' });
export const staffList = listOf(staffMember).meta({ id: 'StaffList' });
/** `unitId`: with a post there or below; `former=true`: also who has left. */
export const staffQuery = z.strictObject({
  unitId: id.optional(),
  q: searchWords.optional(),
  former: z.enum(['true', 'false']).optional(),
  ...pageQuery,
});

export const staffAccount = z
  .strictObject({
    id,
    login: z.string(),
    locale,
    state: accountState,
    mustChangePassword: z.boolean(),
    /** Is all that it may do inside what the asking account administers? Only then is it locked, ended or given a new password. */
    inHand: z.boolean(),
    roles: z.array(
      z.strictObject({
        id,
        role,
        unit: unitRef.nullable(),
        council: councilRef.nullable(),
        validFrom: localDate,
        validTo: localDate.nullable(),
        /** May the asking account end it? */
        administered: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'StaffAccount' });
export const staffDetail = z
  .strictObject({
    id,
    fullName: z.string(),
    sex: sex.nullable(),
    birthDate: localDate.nullable(),
    birthYear: z.int().nullable(),
    staffCode: z.string().nullable(),
    hasNationalId: z.boolean(),
    email: z.string().nullable(),
    /** The newest first. */
    positions: z.array(
      z.strictObject({
        id,
        unit: unitRef,
        title: z.string(),
        isDirectWorker: z.boolean().nullable(),
        validFrom: localDate,
        validTo: localDate.nullable(),
        administered: z.boolean(),
      }),
    ),
    /** The one in use first, then those that ended. */
    accounts: z.array(staffAccount),
    /** Others who may be the same person, to be confirmed or rejected in the ledger. */
    likelySame: z.int().min(0),
  })
  .meta({ id: 'StaffDetail' });

export const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{2,64}$/);
export const createAccountRequest = z
  .strictObject({ login, locale: locale.default('vi') })
  .meta({ id: 'CreateAccountRequest' });
/** Shown this once; whoever logs in with it has to choose another. */
export const oneTimePassword = z
  .strictObject({ accountId: id, login: z.string(), oneTimePassword: z.string() })
  .meta({ id: 'OneTimePassword' });
export const accountReasonRequest = z.strictObject({ reason }).meta({ id: 'AccountReasonRequest' });

/** One of `unitId` and `councilId`, as the role asks. */
export const grantRoleRequest = z
  .strictObject({
    role,
    unitId: id.nullable(),
    councilId: id.nullable(),
    validFrom: localDate,
    validTo: localDate.nullable(),
  })
  .meta({ id: 'GrantRoleRequest' });
/** `lastDay` null: at once; a role that then never held is taken away. */
export const endRoleRequest = z
  .strictObject({ lastDay: localDate.nullable(), reason })
  .meta({ id: 'EndRoleRequest' });

/** `dryRun=true`: says what would be added, and adds nothing. */
export const importOrganisationFields = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false'),
});
/** What an import added, or would; what stands already is counted and left alone. */
export const organisationImport = z
  .strictObject({
    dryRun: z.boolean(),
    units: z.int().min(0),
    people: z.int().min(0),
    positions: z.int().min(0),
    accounts: z.int().min(0),
    roles: z.int().min(0),
    unchanged: z.int().min(0),
    /** Others who may be the same persons, to be confirmed or rejected in the ledger. */
    likelySame: z.int().min(0),
    /** Of the accounts that were added; shown this once. */
    passwords: z.array(oneTimePassword),
  })
  .meta({ id: 'OrganisationImport' });

export type OrganisationImport = z.infer<typeof organisationImport>;
export type UnitKind = z.infer<typeof unitKind>;
export type CreateUnitRequest = z.infer<typeof createUnitRequest>;
export type ChangeUnitRequest = z.infer<typeof changeUnitRequest>;
export type AdministeredUnit = z.infer<typeof administeredUnit>;
export type AdministeredUnitDetail = z.infer<typeof administeredUnitDetail>;
export type UnitChange = z.infer<typeof unitChange>;
export type CreatePersonRequest = z.infer<typeof createPersonRequest>;
export type CorrectPersonRequest = z.infer<typeof correctPersonRequest>;
export type GivePositionRequest = z.infer<typeof givePositionRequest>;
export type StaffMember = z.infer<typeof staffMember>;
export type StaffDetail = z.infer<typeof staffDetail>;
export type StaffAccount = z.infer<typeof staffAccount>;
export type OneTimePassword = z.infer<typeof oneTimePassword>;
export type GrantRoleRequest = z.infer<typeof grantRoleRequest>;
