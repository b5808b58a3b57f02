import { rolesOfSeat } from '../../domain/roles.ts';
import type { accounts, people, positions, roleGrants } from '../schema/index.ts';
import { demoPeople, demoStart, type Role } from './people.ts';
import { seedId } from './seed-id.ts';

export function peopleRows(): (typeof people.$inferInsert)[] {
  return demoPeople.map(({ login, name, sex, birthYear }) => ({
    id: seedId('person', login),
    fullName: name,
    sex,
    birthYear: birthYear === null ? null : String(birthYear),
    email: `${login}@vinhdanh.example`,
  }));
}

export function positionRows(): (typeof positions.$inferInsert)[] {
  return demoPeople.map(({ login, unit, title, isDirectWorker }) => ({
    id: seedId('position', login),
    personId: seedId('person', login),
    unitId: seedId('unit', unit),
    title,
    isDirectWorker,
    validFrom: demoStart,
  }));
}

export function accountRows(passwordHash: string): (typeof accounts.$inferInsert)[] {
  return demoPeople.map(({ login }) => ({
    id: seedId('account', login),
    personId: seedId('person', login),
    login,
    passwordHash,
  }));
}

/** Roles over units, and those that the seats in councils give. */
export function grantRows(): (typeof roleGrants.$inferInsert)[] {
  return demoPeople.flatMap(({ login, roles, seats }) => {
    const grant = (role: Role, place: { unitId: string } | { councilId: string }, code: string) => ({
      id: seedId('grant', `${login}/${role}/${code}`),
      accountId: seedId('account', login),
      role,
      ...place,
      validFrom: demoStart,
    });
    return [
      ...roles.map(({ role, unit }) => grant(role, { unitId: seedId('unit', unit) }, unit)),
      ...seats.flatMap(({ council, capacity }) => {
        const place = { councilId: seedId('council', council) };
        return rolesOfSeat(capacity).map((role) => grant(role, place, council));
      }),
    ];
  });
}
