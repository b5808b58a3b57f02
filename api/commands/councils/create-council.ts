import { eq } from 'drizzle-orm';
import { councils, units } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { CreateCouncilRequest } from '../../contract/councils.ts';
import { ApiError } from '../../errors.ts';
import { coversUnit } from '../../policies/places.ts';
import { writeAudit } from '../audit.ts';
import { constitute } from './constitute.ts';
import { requireStandingBody, requireTerm } from './council-guards.ts';

/**
 * Establishes a council of a unit with its first members (thành lập hội đồng); returns its id.
 * @throws ApiError forbidden, unit_not_found, council_ends_too_early, and what `constitute` throws
 */
export async function createCouncil(
  context: CommandContext,
  { members, ...council }: CreateCouncilRequest,
): Promise<string> {
  const { db, actor } = context;
  const [unit] = await db.select({ id: units.id }).from(units).where(eq(units.id, council.unitId));
  if (!unit) throw new ApiError('unit_not_found');
  if (!(await coversUnit(db, actor, ['admin'], council.unitId))) throw new ApiError('forbidden');
  requireTerm(council.validFrom, council.validTo);
  return db.transaction(async (tx) => {
    await requireStandingBody(tx, council.standingBodyId);
    const [row] = await tx.insert(councils).values(council).returning();
    if (!row) throw new Error('insert of a council returned no row');
    await constitute(tx, row, { from: row.validFrom, members });
    await writeAudit(tx, context, {
      action: 'council.create',
      subjectKind: 'council',
      subjectId: row.id,
      details: { ...council, members },
    });
    return row.id;
  });
}
