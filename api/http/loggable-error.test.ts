import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { loggableError } from './loggable-error.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a failed query is logged without the values it carried', async () => {
  const secret = 'Nguyễn Thị Bí Mật';
  const error = await database.db
    .execute(sql`insert into people (id, full_name) values (null, ${secret})`)
    .catch((e) => e);
  expect(String(error)).toContain(secret);
  const logged = loggableError(error);
  expect(JSON.stringify(logged)).not.toContain(secret);
  expect(logged).toMatchObject({ code: '23502', query: expect.stringContaining('$1') });
});

test('any other failure keeps its message; what is no error says so', () => {
  expect(loggableError(new RangeError('too far'))).toMatchObject({ name: 'RangeError', message: 'too far' });
  expect(loggableError('x')).toEqual({ name: 'unknown', message: 'something that is no Error was thrown' });
});
