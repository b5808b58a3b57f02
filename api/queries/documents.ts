import { and, asc, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { documents, dossiers, initiativeApplications } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { DocumentInfo } from '../contract/documents.ts';
import { ApiError } from '../errors.ts';
import { isAuthorityOfVisibleAct } from '../policies/acting.ts';
import type { Actor } from '../policies/actor.ts';
import { isPaperOfVisibleBloc } from '../policies/blocs.ts';
import { isPaperOfVisibleCouncil } from '../policies/councils.ts';
import { dossierVisibleTo } from '../policies/dossiers.ts';
import { applicationVisibleTo } from '../policies/initiatives.ts';
import { isPrintOfVisiblePaper } from '../policies/office-papers.ts';
import { isVisiblePaper } from '../policies/papers.ts';
import { isConsentOfVisibleRoleModel } from '../policies/role-models.ts';
import { isPaperOfVisibleSession, keptFrom } from '../policies/session-papers.ts';
import { personAs } from './references.ts';

/** What is known of a document, without its content. @throws ApiError document_not_found, also where it is hidden */
export async function getDocument(context: CommandContext, documentId: string): Promise<DocumentInfo> {
  const [found] = await selectDocuments(context.db, and(eq(documents.id, documentId), readable(context)));
  if (!found) throw new ApiError('document_not_found');
  return found;
}

/**
 * A document with its bytes. A session that considers its dossier may keep it from one of its members.
 * @throws ApiError document_not_found, declaration_missing
 */
export async function getDocumentContent(context: CommandContext, documentId: string) {
  const { actor, today } = context;
  const [found] = await context.db
    .select({
      fileName: documents.fileName,
      mediaType: documents.mediaType,
      content: documents.content,
      kept: sql<boolean>`${keptFrom(actor, today)} and ${documents.uploadedBy} is distinct from ${actor.accountId}`,
    })
    .from(documents)
    .leftJoin(dossiers, eq(dossiers.id, documents.subjectId))
    .where(and(eq(documents.id, documentId), readable(context)));
  if (!found) throw new ApiError('document_not_found');
  const { kept, ...document } = found;
  if (kept) throw new ApiError('declaration_missing');
  return document;
}

export function documentsOfSubject(db: Executor, subjectId: string): Promise<DocumentInfo[]> {
  return selectDocuments(db, eq(documents.subjectId, subjectId));
}

/** Documents of visible dossiers, initiatives, sessions, councils and papers, and what one has attached oneself. */
const readable = ({ actor, today }: CommandContext) =>
  or(
    dossierVisibleTo(actor),
    ofVisibleInitiative(actor, documents.subjectId),
    eq(documents.uploadedBy, actor.accountId),
    isPaperOfVisibleSession(actor, today),
    isPaperOfVisibleCouncil(actor, today),
    isPrintOfVisiblePaper(actor),
    isVisiblePaper(actor),
    isPaperOfVisibleBloc(actor, today),
    isConsentOfVisibleRoleModel(actor),
    isAuthorityOfVisibleAct(actor, today),
  );

const ofVisibleInitiative = (actor: Actor, subjectId: SQLWrapper) =>
  sql`exists (select from ${initiativeApplications}
    where ${initiativeApplications.id} = ${subjectId} and ${applicationVisibleTo(actor)})`;

async function selectDocuments(db: Executor, where: SQL | undefined): Promise<DocumentInfo[]> {
  const uploader = personAs('uploader');
  const rows = await db
    .select({
      id: documents.id,
      subjectId: documents.subjectId,
      kind: documents.kind,
      fileName: documents.fileName,
      mediaType: documents.mediaType,
      size: documents.size,
      sha256: documents.sha256,
      uploadedBy: uploader.columns,
      createdAt: documents.createdAt,
    })
    .from(documents)
    .leftJoin(dossiers, eq(dossiers.id, documents.subjectId))
    .leftJoin(uploader.account, eq(uploader.account.id, documents.uploadedBy))
    .leftJoin(uploader.person, eq(uploader.person.id, uploader.account.personId))
    .where(where)
    .orderBy(asc(documents.createdAt), asc(documents.id));
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
