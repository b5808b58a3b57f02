import { plainName } from '../../domain/identity/names.ts';
import type { Executor } from '../client.ts';
import { units } from '../schema/index.ts';

/** Units of this system by the names decisions give them; who decided and is not among them has no unit here. */
export async function decidersByName(db: Executor): Promise<(decider: string) => string | null> {
  const rows = await db.select({ id: units.id, name: units.name }).from(units);
  const byName = new Map(rows.map(({ id, name }) => [plainName(name), id]));
  return (decider) => byName.get(plainName(decider)) ?? null;
}
