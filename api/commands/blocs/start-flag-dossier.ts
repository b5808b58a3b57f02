import { and, eq } from 'drizzle-orm';
import { blocMinutes } from '../../../db/blocs/minutes.ts';
import type { Executor } from '../../../db/client.ts';
import { awards, blocMembers, documents, dossiers, emulationBlocs, units } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import type { TaskRow } from '../../policies/tasks.ts';
import { deleteDraft } from '../dossiers/delete-dossier.ts';
import { draftWithNominees } from '../dossiers/draft-with-nominees.ts';
import { lockBlocYear, memberOf } from './bloc-guards.ts';

/**
 * A member whom the vote named starts its dossier for the flag by completing its task: a draft like any other, with the signed minutes
 * of the bloc's session attached.
 * @throws ApiError bloc_minutes_unsigned
 */
export async function startFlagDossier(
  tx: Executor,
  context: CommandContext,
  { subjectId: blocYearId, candidateUnitId }: TaskRow,
): Promise<void> {
  if (candidateUnitId === null) throw new Error('a dossier belongs to a unit');
  const { blocId, year } = await lockBlocYear(tx, blocYearId);
  const member = await memberOf(tx, blocYearId, candidateUnitId);
  // Asked again, as by an administrator, it is the same dossier.
  if (member.dossierId !== null) return;
  const minutes = await blocMinutes(tx, blocYearId);
  if (!minutes) throw new ApiError('bloc_minutes_unsigned');
  const [found] = await tx
    .select({ award: awards, unit: { id: units.id, name: units.name } })
    .from(emulationBlocs)
    .innerJoin(awards, eq(awards.code, emulationBlocs.flagCode))
    .innerJoin(units, eq(units.id, candidateUnitId))
    .where(eq(emulationBlocs.id, blocId));
  if (!found) throw new Error(`bloc ${blocId} is gone`);
  const { award, unit } = found;
  const nominee = { personId: null, unitId: unit.id, name: unit.name, post: '' };
  const dossierId = await draftWithNominees(tx, context, { unit, award, periodFrom: year, periodTo: year }, [
    nominee,
  ]);
  const { fileName, mediaType, size, sha256, content } = minutes;
  await tx.insert(documents).values({
    subjectId: dossierId,
    kind: 'bloc_minutes',
    fileName,
    mediaType,
    size,
    sha256,
    content,
    uploadedBy: context.actor.accountId,
    createdAt: context.now,
  });
  await tx
    .update(blocMembers)
    .set({ dossierId })
    .where(and(eq(blocMembers.id, member.id), eq(blocMembers.blocYearId, blocYearId)));
}

/**
 * The draft goes again. One that stood before, because the step was asked again, stays.
 * @throws ApiError dossier_not_draft where it has been submitted meanwhile
 */
export async function dropFlagDossier(
  tx: Executor,
  context: CommandContext,
  { subjectId: blocYearId, candidateUnitId, decidedAt }: TaskRow,
): Promise<void> {
  if (candidateUnitId === null || decidedAt === null)
    throw new Error('a decided task of a unit is taken back');
  await lockBlocYear(tx, blocYearId);
  const { id: memberId, dossierId } = await memberOf(tx, blocYearId, candidateUnitId);
  if (dossierId === null) return;
  const [started] = await tx
    .select()
    .from(dossiers)
    .where(and(eq(dossiers.id, dossierId), eq(dossiers.createdAt, decidedAt)));
  if (!started) return;
  await tx.update(blocMembers).set({ dossierId: null }).where(eq(blocMembers.id, memberId));
  await deleteDraft(tx, context, started);
}
