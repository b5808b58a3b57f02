import { roleGrants, units } from '../../../db/schema/index.ts';
import { lockOrganisation } from '../../../db/unit-changes.ts';
import type { CommandContext } from '../../context.ts';
import type { CreateUnitRequest } from '../../contract/organisation.ts';
import { ApiError } from '../../errors.ts';
import { violatedIndex } from '../../http/error-mapping.ts';
import { requireAdministeredUnit, requireOrganisationAdmin } from '../../policies/organisation.ts';
import { writeAudit } from '../audit.ts';
import { requireStanding } from './unit-guards.ts';

/**
 * Creates a unit under another one; returns its id. One without a parent begins an organisation of its own, and who makes it
 * administers it: nobody else could.
 * @throws ApiError forbidden, unit_not_found, unit_not_standing, unit_code_taken, substitution_not_passed_on
 */
export async function createUnit(context: CommandContext, request: CreateUnitRequest): Promise<string> {
  const { db, actor } = context;
  const { parentId, validFrom } = request;
  if (parentId === null) {
    await requireOrganisationAdmin(context);
    if (actor.onBehalfOf) throw new ApiError('substitution_not_passed_on');
  } else requireStanding(await requireAdministeredUnit(context, parentId), validFrom, null);
  try {
    return await db.transaction(async (tx) => {
      await lockOrganisation(tx);
      const [unit] = await tx.insert(units).values(request).returning({ id: units.id });
      if (!unit) throw new Error('insert of a unit returned no row');
      if (parentId === null) {
        await tx
          .insert(roleGrants)
          .values({ accountId: actor.accountId, role: 'admin', unitId: unit.id, validFrom: context.today });
      }
      await writeAudit(tx, context, {
        action: 'unit.create',
        subjectKind: 'unit',
        subjectId: unit.id,
        details: { ...request },
      });
      return unit.id;
    });
  } catch (error) {
    if (violatedIndex(error) === 'units_code')
      throw new ApiError('unit_code_taken', { parameters: { code: request.code } });
    throw error;
  }
}
