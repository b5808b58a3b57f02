import { sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { lockOrganisation } from '../../../db/unit-changes.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';

/**
 * Does what may take an administrator away, one transaction at a time; refused where an organisation that had an administrator
 * whose role has no end and who can log in would have none.
 * @throws ApiError last_administrator
 */
export async function keepingAdministrators<T>(
  tx: Executor,
  { today }: Pick<CommandContext, 'today'>,
  act: () => Promise<T>,
): Promise<T> {
  await lockOrganisation(tx);
  const before = await administered(tx, today);
  const result = await act();
  const after = new Set((await administered(tx, today)).map(({ id }) => id));
  const left = before.find(({ id }) => !after.has(id));
  if (left)
    throw new ApiError('last_administrator', { parameters: { unit: { vi: left.name, en: left.nameEn } } });
  return result;
}

/** Roots of organisations that have a lasting administrator. */
async function administered(tx: Executor, today: string) {
  const { rows } = await tx.execute<{ id: string; name: string; nameEn: string }>(sql`
    select distinct u.id, u.name, u.name_en as "nameEn" from units u
    join role_grants g on g.unit_id = u.id and g.role = 'admin' and g.valid_from <= ${today} and g.valid_to is null
    join accounts a on a.id = g.account_id and a.disabled_at is null
    where u.parent_id is null order by u.name`);
  return rows;
}
