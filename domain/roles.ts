/**
 * Roles whose holder on a unit also acts for the units below it. Deciding, appraising and registering belong to the unit
 * that the law names: the Prime Minister does not decide in a minister's place (Luật 06/2022/QH15, Điều 77 to 80).
 */
const rolesThatReachDown: readonly string[] = ['clerk', 'admin'];

/** Capacity in a council (tư cách): chair, vice chair, secretary, member. */
export type Capacity = 'chair' | 'vice_chair' | 'secretary' | 'member';

const rolesOfSeats = ['secretary', 'member', 'chair'] as const;
export type RoleOfSeat = (typeof rolesOfSeats)[number];

/** Is the role one that a seat in a council gives? Every other one is held on a unit. */
export const isRoleOfSeat = (role: string): role is RoleOfSeat => rolesOfSeats.some((seat) => seat === role);

/** Roles that a seat gives its holder: a vice chair stands in for the chair. */
export function rolesOfSeat(capacity: Capacity): RoleOfSeat[] {
  if (capacity === 'member') return ['member'];
  return ['member', capacity === 'secretary' ? 'secretary' : 'chair'];
}

/**
 * May somebody else act in the role for its holder (thay thế, ủy quyền)? Not in a member's: a ballot is the member's own, and where
 * a rule-set allows a proxy, the session itself names one.
 */
export const maySubstitute = (role: string): boolean => role !== 'member';

/** Does holding the role on a unit let one act for the units below it? */
export const reachesDown = (role: string): boolean => rolesThatReachDown.includes(role);
