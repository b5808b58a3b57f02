import { z } from 'zod';
import { councilRef, id, line, localDate, locale, personRef, role, unitRef } from './common.ts';

export const loginRequest = z
  .strictObject({
    login: line(64),
    /** Taken as it is typed, blanks included. */
    password: z.string().min(1).max(200),
  })
  .meta({ id: 'LoginRequest' });

export const changeLocaleRequest = z.strictObject({ locale }).meta({ id: 'ChangeLocaleRequest' });

/** A role that the account holds today, on a unit (with all units below it) or on a council. */
export const roleGrant = z
  .strictObject({
    id,
    role,
    unit: unitRef.nullable(),
    council: councilRef.nullable(),
    validFrom: localDate,
    validTo: localDate.nullable(),
  })
  .meta({ id: 'RoleGrant' });

/** Who is logged in. */
export const me = z
  .strictObject({
    accountId: id,
    login: z.string(),
    locale,
    person: personRef,
    /** While the account substitutes somebody, that person's roles and not its own. */
    roles: z.array(roleGrant),
    actingFor: z.strictObject({ substitutionId: id, fullName: z.string(), validTo: localDate }).nullable(),
    /** Substitutions under which the account may act today. */
    maySubstitute: z.array(z.strictObject({ substitutionId: id, fullName: z.string(), validTo: localDate })),
    unreadNotices: z.int().min(0),
  })
  .meta({ id: 'Me' });

export type LoginRequest = z.infer<typeof loginRequest>;
export type ChangeLocaleRequest = z.infer<typeof changeLocaleRequest>;
export type RoleGrant = z.infer<typeof roleGrant>;
export type Me = z.infer<typeof me>;
