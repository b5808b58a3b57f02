import { eq } from 'drizzle-orm';
import { lawOfUnit } from '../../../db/bound-law.ts';
import type { Executor } from '../../../db/client.ts';
import { documents, initiativeApplications } from '../../../db/schema/index.ts';
import type { InitiativeRecognition } from '../../../domain/law/rule-set.ts';
import type { CommandContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { keptApplication } from '../../policies/initiatives.ts';
import { writeAudit } from '../audit.ts';
import { startInstance } from '../instances/start-instance.ts';
import { requireOnlyOne } from './author-guards.ts';
import { lockApplication } from './lock-application.ts';

const recognitionProcess = 'initiative-recognition';

/**
 * Submits a draft: the rule-set in force says who recognises the scope asked for, and the process starts.
 * @throws ApiError initiative_not_found, forbidden, no_rule_set, initiative_not_draft, papers_missing,
 *   initiative_registered_already, process_not_deployed
 */
export async function submitInitiative(context: CommandContext, applicationId: string): Promise<void> {
  const { db, now, today } = context;
  const { unitId } = await keptApplication(context, applicationId);
  const ruleSet = (await lawOfUnit(db, unitId, today))?.ruleSet;
  const recognition = ruleSet?.initiativeRecognition;
  if (!ruleSet || !recognition) throw new ApiError('no_rule_set');
  const instanceId = await db.transaction(async (tx) => {
    const draft = await lockApplication(tx, applicationId, ['draft'], 'initiative_not_draft');
    await requirePapers(tx, applicationId, recognition);
    await requireOnlyOne(tx, draft);
    const started = await startInstance(tx, context, recognitionProcess, { applicationId });
    await tx
      .update(initiativeApplications)
      .set({
        status: 'running',
        ruleSetId: ruleSet.id,
        instanceId: started,
        submittedAt: now,
        version: draft.version + 1,
      })
      .where(eq(initiativeApplications.id, applicationId));
    await writeAudit(tx, context, {
      action: 'initiative.submit',
      subjectKind: 'initiative',
      subjectId: applicationId,
      details: { instanceId: started, ruleSetId: ruleSet.id, requestedScope: draft.requestedScope },
    });
    return started;
  });
  context.deliver(instanceId);
}

/** @throws ApiError papers_missing, which names them */
async function requirePapers(
  tx: Executor,
  applicationId: string,
  { papers }: InitiativeRecognition,
): Promise<void> {
  const attached = await tx
    .selectDistinct({ kind: documents.kind })
    .from(documents)
    .where(eq(documents.subjectId, applicationId));
  const missing = papers.filter(({ code }) => !attached.some(({ kind }) => kind === code));
  if (missing.length === 0) return;
  const named = (locale: 'vi' | 'en') => missing.map(({ name }) => name[locale]).join('; ');
  throw new ApiError('papers_missing', { parameters: { papers: { vi: named('vi'), en: named('en') } } });
}
