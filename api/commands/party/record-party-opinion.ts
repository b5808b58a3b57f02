import { createHash } from 'node:crypto';
import { opinionNeeds } from '../../../db/party/opinion-needs.ts';
import { documents, partyOpinions } from '../../../db/schema/index.ts';
import type { CommandContext } from '../../context.ts';
import type { RecordPartyOpinionRequest } from '../../contract/party.ts';
import { ApiError } from '../../errors.ts';
import { documentType } from '../../files/media-type.ts';
import { safeName } from '../../files/safe-name.ts';
import { isUnderWay, visibleDossier } from '../../policies/dossiers.ts';
import { appraisingLevels } from '../../policies/party.ts';
import { writeAudit } from '../audit.ts';

export type RecordPartyOpinionProps = RecordPartyOpinionRequest & {
  dossierId: string;
  fileName: string;
  content: Buffer;
};

/**
 * Records what the Party committee of a level wrote about nominees of a dossier; its paper goes to the dossier. The standing body
 * of that level records it.
 * @throws ApiError dossier_not_found, forbidden, dossier_not_considered, party_opinion_not_needed, party_comment_needed,
 *   party_paper_later, file_empty, file_type_not_allowed
 */
export async function recordPartyOpinion(
  context: CommandContext,
  props: RecordPartyOpinionProps,
): Promise<void> {
  const { db, actor, now, today } = context;
  const { dossierId, level, committee, symbol, issuedOn, outcome, comment, content } = props;
  const dossier = await visibleDossier(context, dossierId);
  if (!(await appraisingLevels(context)).includes(level)) throw new ApiError('forbidden');
  if (!isUnderWay(dossier)) throw new ApiError('dossier_not_considered');
  if (outcome === 'disagree' && !comment) throw new ApiError('party_comment_needed');
  if (issuedOn > today) throw new ApiError('party_paper_later');
  if (content.length === 0) throw new ApiError('file_empty');
  const mediaType = documentType(content);
  if (!mediaType) throw new ApiError('file_type_not_allowed');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const nominationIds = [...new Set(props.nominationIds.toLowerCase().split(','))];
  await db.transaction(async (tx) => {
    const { needs } = await opinionNeeds(tx, dossier, [level], today);
    const needed = new Set(needs.map(({ nominationId }) => nominationId));
    if (nominationIds.some((id) => !needed.has(id))) throw new ApiError('party_opinion_not_needed');
    const [document] = await tx
      .insert(documents)
      .values({
        subjectId: dossierId,
        kind: 'party_opinion',
        fileName: safeName(props.fileName),
        mediaType,
        size: content.length,
        sha256,
        content,
        uploadedBy: actor.accountId,
        createdAt: now,
      })
      .returning({ id: documents.id });
    if (!document) throw new Error('insert of a document returned no row');
    const said = { level, committee, symbol, issuedOn, outcome, comment: comment ?? null };
    await tx.insert(partyOpinions).values(
      nominationIds.map((nominationId) => ({
        ...said,
        nominationId,
        documentId: document.id,
        recordedBy: actor.accountId,
        recordedAt: now,
      })),
    );
    await writeAudit(tx, context, {
      action: 'party_opinion.record',
      subjectKind: 'dossier',
      subjectId: dossierId,
      details: { nominationIds, level, symbol, issuedOn, outcome, documentId: document.id },
    });
  });
}
