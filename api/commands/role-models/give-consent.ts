import { createHash } from 'node:crypto';
import type { Executor } from '../../../db/client.ts';
import { roleModelElements } from '../../../db/role-models.ts';
import { documents, roleModelConsents } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { ConsentField } from '../../contract/role-models.ts';
import { ApiError } from '../../errors.ts';
import { documentType } from '../../files/media-type.ts';
import { safeName } from '../../files/safe-name.ts';
import { keepsRoleModel, type RoleModel, speaksFor, visibleRoleModel } from '../../policies/role-models.ts';
import { writeAudit } from '../audit.ts';
import { recordDecision } from '../tasks/record-decision.ts';
import { openTaskAt } from './role-model-guards.ts';

interface Consented {
  roleModelId: string;
  fields: ConsentField[];
}

/**
 * Consents by one's own account to being made known, as far as the fields go; the process that waits for it goes on.
 * @throws ApiError role_model_not_found, forbidden, consent_not_asked, consent_given
 */
export async function giveConsent(
  context: CommandContext,
  { roleModelId, fields }: Consented,
): Promise<void> {
  const roleModel = await visibleRoleModel(context, roleModelId);
  if (!speaksFor(context.actor, roleModel)) throw new ApiError('forbidden');
  await record(context, roleModel, fields, async () => null);
}

/**
 * Puts a consent on record that was signed on paper, as the proposing unit; the process that waits for it goes on.
 * @throws ApiError role_model_not_found, forbidden, file_empty, file_type_not_allowed, consent_not_asked, consent_given
 */
export async function attachConsent(
  context: CommandContext,
  { roleModelId, fields, fileName, content }: Consented & { fileName: string; content: Buffer },
): Promise<void> {
  const roleModel = await visibleRoleModel(context, roleModelId);
  if (!(await keepsRoleModel(context, roleModel))) throw new ApiError('forbidden');
  if (content.length === 0) throw new ApiError('file_empty');
  const mediaType = documentType(content);
  if (!mediaType) throw new ApiError('file_type_not_allowed');
  await record(context, roleModel, fields, async (tx) => {
    const [document] = await tx
      .insert(documents)
      .values({
        kind: 'consent',
        fileName: safeName(fileName),
        mediaType,
        size: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        content,
        uploadedBy: context.actor.accountId,
        createdAt: context.now,
      })
      .returning({ id: documents.id });
    if (!document) throw new Error('insert of a document returned no row');
    return document.id;
  });
}

/** Stores the consent and, where the process waits for it, decides its task: one transaction. */
async function record(
  context: CommandContext,
  roleModel: RoleModel,
  fields: ConsentField[],
  paper: (tx: Executor) => Promise<string | null>,
): Promise<void> {
  const { actor, now } = context;
  const { id: roleModelId } = roleModel;
  const told = await context.db.transaction(async (tx) => {
    // Not locked: a step of the process, which holds its instance, may be about to write the role model.
    const task = await openTaskAt(tx, roleModel, roleModelElements.consent);
    // Once approved, a consent that was withdrawn may be given again.
    if (!task && roleModel.status !== 'approved') throw new ApiError('consent_not_asked');
    const [stored] = await tx
      .insert(roleModelConsents)
      .values({ roleModelId, fields, documentId: await paper(tx), recordedBy: actor.accountId, givenAt: now })
      .onConflictDoNothing()
      .returning({ id: roleModelConsents.id });
    if (!stored) throw new ApiError('consent_given');
    await writeAudit(tx, context, {
      action: 'role_model.consent',
      subjectKind: 'role_model',
      subjectId: roleModelId,
      details: { consentId: stored.id, fields },
    });
    if (!task) return null;
    await recordDecision(tx, context, task, {
      version: task.version,
      verdict: 'approve',
      reason: null,
      formData: null,
      variables: {},
    });
    return task.instanceId;
  });
  if (told !== null) context.deliver(told);
}
