import { InstanceEndedError } from '../../../db/outbox.ts';
import type { CommandContext } from '../../context.ts';
import type { Locale } from '../../contract/common.ts';
import type { MigrationLine, MigrationsRequest, MigrationsResult } from '../../contract/migrations.ts';
import { ApiError, errorSentence } from '../../errors.ts';
import { migratableInstances, migrationTarget } from '../../queries/migratable-instances.ts';
import { Standings } from '../../queries/standings.ts';
import { operate, rehearse } from './operate.ts';

/** Instances taken on in one request; each has a transaction of its own. */
const batch = 100;

/**
 * Takes running instances over to another version, each by itself: what stands in the way of one does not hold up the
 * others. Those that are on their way already are left alone, so a request may be sent again.
 * @throws ApiError forbidden, definition_not_found
 */
export async function migrateInstances(
  context: CommandContext,
  { definitionId, from, nodes, reason, after }: MigrationsRequest & { definitionId: string },
  locale: Locale,
): Promise<MigrationsResult> {
  const to = await migrationTarget(context, definitionId, from);
  const found = await migratableInstances(context, to, from, { after, limit: batch + 1 });
  const open = found.slice(0, batch);
  const standings = await new Standings(context.db).of(open.map(({ id }) => id));
  const event = { type: 'migrated' as const, definition: definitionId, nodes };
  const items: MigrationLine[] = [];
  for (const { id: instanceId, subject, version } of open) {
    const line = { instanceId, subject, version };
    try {
      const standing = standings.get(instanceId);
      if (!standing) throw new ApiError('instance_not_begun');
      const effects = rehearse(context, standing, event, to.graph);
      await operate(context, { instanceId, subject, kind: 'migrate', reason, event, effects });
      items.push({ ...line, status: 'accepted', code: null, detail: null, errors: [] });
    } catch (error) {
      items.push({ ...line, status: 'refused', ...refusal(error, locale) });
    }
  }
  return { items, next: found.length > batch ? (open.at(-1)?.id ?? null) : null };
}

/** Why this instance could not be taken over; anything but a refusal ends the request, and it can be sent again. */
function refusal(error: unknown, locale: Locale): Pick<MigrationLine, 'code' | 'detail' | 'errors'> {
  const refused = error instanceof InstanceEndedError ? new ApiError('instance_ended') : error;
  if (!(refused instanceof ApiError)) throw refused;
  const { code, details } = refused;
  return {
    code,
    detail: errorSentence(code, locale, details.parameters),
    errors: details.errors?.(locale) ?? [],
  };
}
