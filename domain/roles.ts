/**
 * Roles whose holder on a unit also acts for the units below it. Deciding, appraising and registering belong to the unit
 * that the law names: the Prime Minister does not decide in a minister's place (Luật 06/2022/QH15, Điều 77 to 80).
 */
const rolesThatReachDown: readonly string[] = ['clerk', 'admin'];

/** Does holding the role on a unit let one act for the units below it? */
export const reachesDown = (role: string): boolean => rolesThatReachDown.includes(role);
