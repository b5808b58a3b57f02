import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { councils } from './councils.ts';
import { levelEnum } from './enums.ts';

/** Kind of a node of the organisation tree. */
export const unitKindEnum = pgEnum('unit_kind', [
  'state_office', // Thủ tướng Chính phủ, Chủ tịch nước
  'central_body', // Bộ Nội vụ (Ban Thi đua - Khen thưởng Trung ương)
  'ministry', // Bộ
  'general_department', // Tổng cục
  'department', // Vụ, Cục, Văn phòng
  'provincial_office', // Cục Thống kê tỉnh, thành phố
  'service_unit', // đơn vị sự nghiệp
  'division', // phòng, chi cục
]);

/** Unit (đơn vị): a node of the organisation tree. A unit that issues papers numbers them in its own series. */
export const units = pgTable(
  'units',
  {
    id: id(),
    parentId: uuid().references((): AnyPgColumn => units.id),
    code: text().notNull(),
    name: text().notNull(),
    nameEn: text().notNull(),
    kind: unitKindEnum().notNull(),
    level: levelEnum().notNull(),
    /** Prepares and appraises for the council of its level (cơ quan thường trực). */
    isStandingBody: boolean().notNull().default(false),
    /** Abbreviation used in paper symbols, e.g. `TCTK` in `15/QĐ-TCTK`; null if the unit issues no papers. */
    paperSymbol: text(),
    validFrom: date().notNull(),
    validTo: date(),
  },
  (t) => [
    uniqueIndex('units_code').on(t.code),
    index('units_parent').on(t.parentId),
    check('units_not_own_parent', sql`${t.parentId} is null or ${t.parentId} <> ${t.id}`),
    check('units_dates', sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
  ],
);

/** What can change in a unit's life; `validTo` is the last day of one that is dissolved (giải thể, sáp nhập). */
export type UnitValues = Partial<
  Pick<
    typeof units.$inferSelect,
    'parentId' | 'name' | 'nameEn' | 'kind' | 'level' | 'isStandingBody' | 'paperSymbol' | 'validTo'
  >
>;

/**
 * Change of a unit (đổi tên, chuyển đơn vị cấp trên, giải thể ...) from a day on. `units` holds what is true now: a change whose day has
 * come is written there and notes what stood before; one of a later day waits for it.
 */
export const unitChanges = pgTable(
  'unit_changes',
  {
    id: id(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    effectiveOn: date().notNull(),
    changed: jsonb().$type<UnitValues>().notNull(),
    /** What the same fields held before; null until it is applied. */
    before: jsonb().$type<UnitValues>(),
    reason: text().notNull(),
    decidedBy: uuid()
      .notNull()
      .references((): AnyPgColumn => accounts.id),
    decidedAt: instant().notNull(),
    appliedAt: instant(),
    /** Taken back before its day, or impossible when it came. */
    withdrawnAt: instant(),
  },
  (t) => [
    index('unit_changes_unit').on(t.unitId),
    index('unit_changes_pending')
      .on(t.effectiveOn)
      .where(sql`${t.appliedAt} is null and ${t.withdrawnAt} is null`),
    check('unit_changes_reason', sql`length(trim(${t.reason})) > 0`),
    check('unit_changes_applied', sql`(${t.appliedAt} is null) = (${t.before} is null)`),
    check('unit_changes_once', sql`${t.appliedAt} is null or ${t.withdrawnAt} is null`),
  ],
);

export const sexEnum = pgEnum('sex', ['female', 'male']);

/**
 * A human being as one source names them; an import or an outsider who is proposed adds rows, and `person_matches` says which of them
 * are the same. `people_name_key` (an index added by hand in the migration) finds namesakes whatever the marks and the order.
 */
export const people = pgTable(
  'people',
  {
    id: id(),
    fullName: text().notNull(),
    sex: sexEnum(),
    birthYear: text(),
    birthDate: date(),
    /** Code of the person in the organisation's staff list. */
    staffCode: text(),
    /** Number of the citizen's card, 12 digits; compared, never shown. */
    nationalId: text(),
    email: text(),
  },
  (t) => [
    index('people_staff_code').on(t.staffCode),
    index('people_national_id').on(t.nationalId),
    check('people_national_id_digits', sql`${t.nationalId} ~ '^[0-9]{12}$'`),
  ],
);

/** Position (chức vụ): a person's post in a unit over a stretch of time. */
export const positions = pgTable(
  'positions',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    title: text().notNull(),
    /** Works directly on production or service, not in leadership (người lao động trực tiếp); null where nobody has said. */
    isDirectWorker: boolean(),
    validFrom: date().notNull(),
    validTo: date(),
  },
  (t) => [
    index('positions_person').on(t.personId),
    index('positions_unit').on(t.unitId),
    check('positions_dates', sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
  ],
);

export const localeEnum = pgEnum('locale', ['vi', 'en']);

export const accounts = pgTable(
  'accounts',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    login: text().notNull(),
    /** PHC string, argon2id. */
    passwordHash: text().notNull(),
    locale: localeEnum().notNull().default('vi'),
    /** The password was given by somebody else: nothing but choosing another one is possible with it. */
    mustChangePassword: boolean().notNull().default(false),
    /** Locked (khóa) since then: no login. */
    disabledAt: instant(),
    /** Ended for good (chấm dứt); the person may get another account. */
    endedAt: instant(),
  },
  (t) => [
    index('accounts_person').on(t.personId),
    check('accounts_ended_disabled', sql`${t.endedAt} is null or ${t.disabledAt} is not null`),
    uniqueIndex('accounts_login').on(sql`lower(${t.login})`),
    check('accounts_login_plain', sql`${t.login} ~ '^[a-z0-9._-]{2,64}$'`),
  ],
);

/** What an account may do, bound to a unit (with all units below it) or to one council. */
export const roleEnum = pgEnum('role', [
  'clerk', // người lập hồ sơ
  'appraiser', // chuyên viên cơ quan thường trực
  'secretary', // thư ký hội đồng
  'member', // ủy viên hội đồng
  'chair', // người chủ trì hội đồng: chủ tịch, phó chủ tịch
  'head', // người có thẩm quyền quyết định
  'registrar', // văn thư
  'admin', // quản trị
]);

export const roleGrants = pgTable(
  'role_grants',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    role: roleEnum().notNull(),
    unitId: uuid().references(() => units.id),
    councilId: uuid().references((): AnyPgColumn => councils.id),
    validFrom: date().notNull(),
    validTo: date(),
  },
  (t) => [
    index('role_grants_account').on(t.accountId),
    index('role_grants_role').on(t.role, t.unitId),
    check('role_grants_one_place', sql`(${t.unitId} is null) <> (${t.councilId} is null)`),
    check(
      'role_grants_place_fits',
      sql`(${t.role} in ('secretary','member','chair')) = (${t.councilId} is not null)`,
    ),
    check('role_grants_dates', sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
  ],
);
