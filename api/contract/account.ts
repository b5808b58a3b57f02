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

/** The present one proves who asks; `next` has the length that the policy wants. */
export const changePasswordRequest = z
  .strictObject({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) })
  .meta({ id: 'ChangePasswordRequest' });

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
    /** The password is for one login only: nothing else is possible until another one is chosen. */
    mustChangePassword: z.boolean(),
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
export type ChangePasswordRequest = z.infer<typeof changePasswordRequest>;
export type RoleGrant = z.infer<typeof roleGrant>;
export type Me = z.infer<typeof me>;
