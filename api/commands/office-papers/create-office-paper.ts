import { sql } from 'drizzle-orm';
import { advisoryLocks } from '../../../db/advisory-locks.ts';
import type { Executor } from '../../../db/client.ts';
import { regulationById } from '../../../db/office-papers/papers.ts';
import { officePapers, officePaperVersions } from '../../../db/schema/index.ts';
import { citation, citedRegulation } from '../../../domain/papers/citation.ts';
import { paperForms } from '../../../domain/papers/forms.ts';
import { type CampaignFacts, skeletonOf } from '../../../domain/papers/skeleton.ts';
import type { CommandContext } from '../../context.ts';
import type { CreateOfficePaperRequest } from '../../contract/office-papers.ts';
import { ApiError } from '../../errors.ts';
import { findCampaign } from '../../policies/campaigns.ts';
import { draftsPapersOf } from '../../policies/office-papers.ts';
import { getCampaign } from '../../queries/campaigns.ts';
import { writeAudit } from '../audit.ts';
import { issuingUnit } from './draft-guards.ts';

/**
 * Begins a paper of a unit with the skeleton of its kind as version 1. Returns its id.
 * @throws ApiError unit_not_found, forbidden, unit_issues_no_papers, unknown_campaign, office_paper_campaign_unfit,
 *   regulation_not_found, regulation_ended
 */
export async function createOfficePaper(
  context: CommandContext,
  props: CreateOfficePaperRequest,
): Promise<string> {
  const { db, actor, now, today } = context;
  const { unitId, kind, campaignId, replacesId, plannedFor = today.slice(0, 7) } = props;
  const { name: unitName } = await issuingUnit(db, unitId);
  if (!(await draftsPapersOf(context, unitId))) throw new ApiError('forbidden');
  const campaign = await campaignOf(context, props);
  const replaces = await replacedBy(db, props);
  const draft = skeletonOf({ kind, unitName, plannedFor, campaign, replaces });
  return db.transaction(async (tx) => {
    const code = await nextCode(tx, today.slice(0, 4));
    const [paper] = await tx
      .insert(officePapers)
      .values({
        code,
        unitId,
        kind,
        campaignId,
        replacesId,
        title: draft.title,
        createdBy: actor.accountId,
        createdAt: now,
      })
      .returning({ id: officePapers.id });
    if (!paper) throw new Error('insert of an office paper returned no row');
    await tx.insert(officePaperVersions).values({
      paperId: paper.id,
      number: 1,
      content: draft,
      writtenBy: actor.accountId,
      writtenAt: now,
    });
    await writeAudit(tx, context, {
      action: 'office_paper.create',
      subjectKind: 'office_paper',
      subjectId: paper.id,
      details: { code, unitId, kind, campaignId, replacesId },
    });
    return paper.id;
  });
}

/** The campaign as the paper is to tell it. */
async function campaignOf(
  context: CommandContext,
  { kind, campaignId, unitId }: CreateOfficePaperRequest,
): Promise<CampaignFacts | null> {
  const wanted = paperForms[kind].campaign;
  if ((wanted === 'required' && campaignId === null) || (wanted === 'none' && campaignId !== null))
    throw new ApiError('office_paper_campaign_unfit');
  if (campaignId === null) return null;
  const { launchedBy } = await findCampaign(context.db, campaignId);
  if (launchedBy !== unitId) throw new ApiError('office_paper_campaign_unfit');
  return getCampaign(context, campaignId);
}

/** The regulation that it replaces or repeals, cited. */
async function replacedBy(
  db: Executor,
  { kind, replacesId, unitId }: CreateOfficePaperRequest,
): Promise<string | null> {
  const wanted = paperForms[kind].replaces;
  if ((wanted === 'required' && replacesId === null) || (wanted === 'none' && replacesId !== null))
    throw new ApiError('regulation_not_found');
  if (replacesId === null) return null;
  const regulation = await regulationById(db, replacesId);
  if (!regulation || regulation.paper.unitId !== unitId) throw new ApiError('regulation_not_found');
  if (regulation.overlay.effectiveTo !== null) throw new ApiError('regulation_ended');
  return citation(citedRegulation(regulation.paper));
}

async function nextCode(tx: Executor, year: string): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.officePaperCode})`);
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from ${officePapers} where ${officePapers.code} like ${`VB-${year}-%`}`,
  );
  return `VB-${year}-${(rows[0]?.count ?? 0) + 1}`;
}
