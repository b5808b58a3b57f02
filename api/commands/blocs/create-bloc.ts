import { eq } from 'drizzle-orm';
import { awards, emulationBlocs } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { CreateBlocRequest } from '../../contract/blocs.ts';
import { ApiError } from '../../errors.ts';
import { organises } from '../../policies/blocs.ts';
import { visibleCouncil } from '../../policies/councils.ts';
import { writeAudit } from '../audit.ts';

/**
 * Sets up a bloc with the council that ranks its members; the council's unit organises it. Returns its id.
 * @throws ApiError council_not_found, forbidden, council_of_no_bloc, unknown_award, bloc_name_taken
 */
export async function createBloc(context: CommandContext, props: CreateBlocRequest): Promise<string> {
  const { db, actor, now } = context;
  const council = await visibleCouncil(context, props.councilId);
  if (!organises(actor, council.unitId)) throw new ApiError('forbidden');
  if (council.kind !== 'bloc')
    throw new ApiError('council_of_no_bloc', { parameters: { name: council.name } });
  const [award] = await db.select({ code: awards.code }).from(awards).where(eq(awards.code, props.flagCode));
  if (!award) throw new ApiError('unknown_award', { parameters: { award: props.flagCode } });
  return db.transaction(async (tx) => {
    const [created] = await tx
      .insert(emulationBlocs)
      .values({ ...props, createdBy: actor.accountId, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: emulationBlocs.id });
    if (!created) throw new ApiError('bloc_name_taken', { parameters: { name: props.name } });
    await writeAudit(tx, context, {
      action: 'bloc.create',
      subjectKind: 'bloc',
      subjectId: created.id,
      details: { ...props },
    });
    return created.id;
  });
}
