import { and, asc, eq, gt, inArray, notExists } from 'drizzle-orm';
import {
  instanceOperations,
  outbox,
  processDefinitions,
  processInstances,
  subjects,
} from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { Locale } from '../contract/common.ts';
import type { CheckMigrationsRequest, MigrationsCheck } from '../contract/migrations.ts';
import { ApiError } from '../errors.ts';
import { administeredSubject } from '../policies/subjects.ts';
import { requireAdmin } from './administration.ts';
import { definitionRow } from './definitions.ts';
import { impactOn } from './impact.ts';
import { subjectColumns } from './references.ts';

type Version = typeof processDefinitions.$inferSelect;

/** What taking instances over to a version would do. @throws ApiError forbidden, definition_not_found */
export async function checkMigrations(
  context: CommandContext,
  definitionId: string,
  { from, nodes }: CheckMigrationsRequest,
  locale: Locale,
): Promise<MigrationsCheck> {
  const to = await migrationTarget(context, definitionId, from);
  const open = await migratableInstances(context, to, from);
  const candidate = { graph: to.graph, nodes, now: context.now };
  return { impact: await impactOn(context.db, open, candidate, locale) };
}

/**
 * The version to which instances of the versions `from` are to go.
 * @throws ApiError forbidden, definition_not_found (also where one of them is of another process)
 */
export async function migrationTarget(
  context: CommandContext,
  definitionId: string,
  from: string[],
): Promise<Version> {
  requireAdmin(context);
  const to = await definitionRow(context, definitionId);
  const ids = [...new Set(from)];
  const known = await context.db.$count(
    processDefinitions,
    and(inArray(processDefinitions.id, ids), eq(processDefinitions.processId, to.processId)),
  );
  if (known !== ids.length) throw new ApiError('definition_not_found');
  return to;
}

/** Their running instances that the actor administers and that are not on their way already, in a fixed order. */
export async function migratableInstances(
  context: CommandContext,
  to: Version,
  from: string[],
  page: { after?: string | undefined; limit?: number } = {},
) {
  const { db } = context;
  const onTheWay = db
    .select({ number: instanceOperations.number })
    .from(instanceOperations)
    .innerJoin(
      outbox,
      and(eq(outbox.instanceId, instanceOperations.instanceId), eq(outbox.number, instanceOperations.number)),
    )
    .where(
      and(
        eq(instanceOperations.instanceId, processInstances.id),
        eq(instanceOperations.kind, 'migrate'),
        inArray(outbox.status, ['pending', 'delivered']),
      ),
    );
  const query = db
    .select({
      id: processInstances.id,
      definitionId: processDefinitions.id,
      version: processDefinitions.version,
      subject: subjectColumns,
    })
    .from(processInstances)
    .innerJoin(processDefinitions, eq(processDefinitions.id, processInstances.definitionId))
    .innerJoin(subjects, eq(subjects.instanceId, processInstances.id))
    .where(
      and(
        inArray(
          processInstances.definitionId,
          from.filter((id) => id !== to.id),
        ),
        eq(processInstances.status, 'running'),
        administeredSubject(context),
        notExists(onTheWay),
        page.after === undefined ? undefined : gt(processInstances.id, page.after),
      ),
    )
    .orderBy(asc(processInstances.id));
  return page.limit === undefined ? query : query.limit(page.limit);
}
