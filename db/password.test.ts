import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

test('a password fits its own hash and no other password does', async () => {
  const phc = await hashPassword('thi đua 2026');
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword('thi đua 2026', phc)).toBe(true);
  expect(await verifyPassword('thi đua 2027', phc)).toBe(false);
});

test('two hashes of one password differ, unless the salt is given', async () => {
  expect(await hashPassword('x')).not.toBe(await hashPassword('x'));
  const salt = Buffer.from('vinhdanh');
  expect(await hashPassword('x', salt)).toBe(await hashPassword('x', salt));
});

test.each(['', 'plain', '$2b$10$abc', '$argon2id$v=19$m=1,t=1$a$b'])('%j fits nothing', async (phc) => {
  expect(await verifyPassword('plain', phc)).toBe(false);
});
