import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for others when they are read out or copied by hand. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that an administrator hands over, such as `kd7m-q2vx-9hpt-w3ca`: 79 bits, never stored but as its hash. */
export const oneTimePassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join(''),
  ).join('-');
