import type { Executor } from '../../../db/client.ts';
import { nextDossierNumber } from '../../../db/dossier-numbers.ts';
import { type awards, dossiers, type units } from '../../../db/schema/index.ts';
import { dossierCode } from '../../../domain/numbering.ts';
import type { CommandContext } from '../../context.ts';
import type { CreateDossierRequest } from '../../contract/dossiers.ts';
import { writeAudit } from '../audit.ts';

/** What a draft proposes; `award` and `unit` were found, the rest was checked. */
export interface Draft extends Omit<CreateDossierRequest, 'awardCode' | 'unitId'> {
  award: typeof awards.$inferSelect;
  unit: Pick<typeof units.$inferSelect, 'id' | 'name'>;
}

/** Writes a draft under the next code of the year, with its audit row; a form without a kind is for regular merit. */
export async function insertDraft(
  tx: Executor,
  context: CommandContext,
  { award, unit, ...draft }: Draft,
): Promise<{ id: string; code: string }> {
  const { actor, now, today } = context;
  const { periodFrom, periodTo } = draft;
  const year = Number(today.slice(0, 4));
  const period = periodFrom === periodTo ? `${periodTo}` : `${periodFrom}–${periodTo}`;
  const [dossier] = await tx
    .insert(dossiers)
    .values({
      code: dossierCode(year, await nextDossierNumber(tx, year)),
      unitId: unit.id,
      awardCode: award.code,
      campaignId: draft.campaignId ?? null,
      periodFrom,
      periodTo,
      commendationKind: award.kind === 'title' ? null : (draft.commendationKind ?? 'merit'),
      simplifiedCase: draft.simplifiedCase ?? null,
      title: draft.title ?? `${award.nameVi} – ${unit.name}, ${period}`,
      createdBy: actor.accountId,
      createdAt: now,
    })
    .returning({ id: dossiers.id, code: dossiers.code });
  if (!dossier) throw new Error('insert of a dossier returned no row');
  await writeAudit(tx, context, {
    action: 'dossier.create',
    subjectKind: 'dossier',
    subjectId: dossier.id,
    details: { code: dossier.code, award: award.code, unitId: unit.id },
  });
  return dossier;
}
