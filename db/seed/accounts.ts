import type { Bilingual } from '../../domain/law/source.ts';
import { unitOfCouncil } from './councils.ts';
import { type DemoPerson, demoPeople } from './people.ts';
import { demoUnits } from './units.ts';

/** Password of every demo account. */
export const demoPassword = 'vinhdanh-demo';

export interface DemoAccount {
  login: string;
  name: string;
  role: Bilingual;
  /** Unit or council the role is bound to, by the unit's name. */
  unit: Bilingual;
}

const roleNames = {
  clerk: { vi: 'Người lập hồ sơ', en: 'Clerk' },
  appraiser: { vi: 'Chuyên viên thẩm định', en: 'Appraiser' },
  head: { vi: 'Người có thẩm quyền quyết định', en: 'Head' },
  registrar: { vi: 'Văn thư', en: 'Registrar' },
  admin: { vi: 'Quản trị', en: 'Administrator' },
};
const seatNames = {
  chair: { vi: 'Chủ tịch hội đồng', en: 'Council chair' },
  vice_chair: { vi: 'Phó Chủ tịch hội đồng', en: 'Council vice chair' },
  secretary: { vi: 'Thư ký hội đồng', en: 'Council secretary' },
  member: { vi: 'Ủy viên hội đồng', en: 'Council member' },
};

/**
 * Accounts to try the demo with, for the list that `npm start` and the README print: everyone with a role over a unit,
 * and of each council its secretary and one member. The other members' logins are in `demoPeople`.
 */
export const demoAccounts: DemoAccount[] = demoPeople
  .filter(
    ({ roles, seats }, i) =>
      roles.length > 0 ||
      seats.some(
        ({ capacity, council }) =>
          capacity === 'secretary' ||
          (capacity === 'member' && i === demoPeople.findIndex((person) => isPlainMember(person, council))),
      ),
  )
  .map(({ login, name, roles, seats }) => {
    const role = roles[0];
    // A secretary of a department's council who leads a unit is shown as the secretary.
    const seat = seats.find(({ capacity }) => capacity === 'secretary') ?? seats[0];
    const place = demoUnits.find(
      ({ code }) => code === (role?.unit ?? (seat && unitOfCouncil(seat.council))),
    );
    const title = role ? roleNames[role.role] : seat && seatNames[seat.capacity];
    if (!place || !title) throw new Error(`demo account ${login} has no role`);
    return { login, name, role: title, unit: { vi: place.name, en: place.nameEn } };
  });

function isPlainMember({ roles, seats }: DemoPerson, council: string): boolean {
  return (
    roles.length === 0 &&
    seats.length === 1 &&
    seats[0]?.council === council &&
    seats[0].capacity === 'member'
  );
}
