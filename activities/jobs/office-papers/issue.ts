import { eq, sql } from 'drizzle-orm';
import { draftOf, regulationById } from '../../../db/office-papers/papers.ts';
import { ruleSetsBetween } from '../../../db/overlays.ts';
import { roleHolders } from '../../../db/roles/role-holders.ts';
import { officePapers, overlays } from '../../../db/schema/index.ts';
import { applyToAll, overlayStart } from '../../../domain/law/overlay.ts';
import { effectiveFromOf, type PaperDraft } from '../../../domain/papers/draft.ts';
import { writeNotices } from '../../notices.ts';
import { JobError } from '../job.ts';
import { forOfficePaper, type OfficePaperJobContext } from './job.ts';

/**
 * `issue-office-paper`: the numbered paper goes out to its recipients; a regulation puts its overlay in force on its day, and what
 * it replaces or repeals ends the day before.
 */
export const issueOfficePaper = forOfficePaper(async (context) => {
  const { tx, paper } = context;
  if (paper.status !== 'numbered')
    throw new JobError('no_numbered_paper', 'There is no numbered paper to issue.');
  const draft = await draftOf(tx, paper);
  if (paper.replacesId !== null) await endRegulation(context, paper.replacesId, draft);
  await tx.update(officePapers).set({ status: 'issued' }).where(eq(officePapers.id, paper.id));
  if (draft.overlay !== null) await putInForce(context, draft.overlay);
  return { notices: await tellRecipients(context, draft) };
});

async function putInForce({ tx, paper, now }: OfficePaperJobContext, text: string): Promise<void> {
  const effectiveFrom = overlayStart(text);
  const { overlay: content, problems } = applyToAll(await ruleSetsBetween(tx, effectiveFrom, null), text);
  if (!content)
    throw new JobError(
      'overlay_refused',
      problems[0]?.message.en ?? 'No national rule-set is in force then.',
    );
  const [row] = await tx
    .insert(overlays)
    .values({
      unitId: paper.unitId,
      effectiveFrom,
      content,
      paperId: paper.id,
      createdBy: paper.createdBy,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: overlays.id });
  if (!row)
    throw new JobError(
      'overlay_starts_twice',
      `The unit has another overlay that begins on ${effectiveFrom}.`,
    );
}

/** The regulation's overlay ends the day before this paper's first; dossiers that it binds keep it. */
async function endRegulation(
  { tx }: OfficePaperJobContext,
  regulationId: string,
  draft: PaperDraft,
): Promise<void> {
  const replaced = await regulationById(tx, regulationId);
  const from = effectiveFromOf(draft);
  if (!replaced || from === null) throw new JobError('no_regulation', 'There is no regulation to end.');
  if (replaced.overlay.effectiveTo !== null)
    throw new JobError('regulation_ended', 'Another paper has ended this regulation already.');
  await tx
    .update(overlays)
    .set({ effectiveTo: sql`${from}::date - 1`, version: sql`${overlays.version} + 1` })
    .where(eq(overlays.id, replaced.overlay.id));
}

/** Clerks and heads of the units that get the paper. */
async function tellRecipients(
  { tx, paper, now, today }: OfficePaperJobContext,
  { recipients }: PaperDraft,
): Promise<number> {
  const told = new Set<string>();
  for (const unitId of new Set(recipients.flatMap((recipient) => recipient.unitId ?? []))) {
    for (const role of ['clerk', 'head'] as const)
      for (const id of await roleHolders(tx, { role, unitId, councilId: null }, today)) told.add(id);
  }
  return writeNotices(tx, { kind: 'paper_received', accountIds: [...told], subjectId: paper.id }, now);
}
