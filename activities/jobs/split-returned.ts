import { and, eq, getTableColumns, inArray, notInArray, sql } from 'drizzle-orm';
import { readCalendar } from '../../db/calendar.ts';
import type { Executor } from '../../db/client.ts';
import { nextDossierNumber } from '../../db/dossier-numbers.ts';
import { lastingHold } from '../../db/holds.ts';
import { appendEvent } from '../../db/outbox.ts';
import {
  agendaItems,
  auditLog,
  documents,
  dossierHolds,
  dossiers,
  nominations,
  processDefinitions,
  processInstances,
  referrals,
  ruleSetBindingOverlays,
  ruleSetBindings,
} from '../../db/schema/index.ts';
import { calendarOf } from '../../domain/calendar.ts';
import { dossierCode } from '../../domain/numbering.ts';
import { type JobContext, JobError, type TransactionalJob } from './job.ts';

type Dossier = typeof dossiers.$inferSelect;

/**
 * `split-returned`: moves the nominations that the council returned to a dossier of their own, while the others go on. Its
 * process is another instance of the same pinned definition; it begins where this one had the council decide and is sent the
 * result "returned" there, so that the proposing unit supplements it and the council sees it again. With the nominations
 * go their votes; papers, binding to the law and a hold come along. A dossier whose withdrawal is on its way is not split.
 */
export const splitReturned: TransactionalJob = async (context) => {
  const { tx, dossier, job, now } = context;
  if (dossier.endReason !== null) return {};
  const { referral, nominationIds } = await returnedBy(context);
  const branch = await branchOff(context, nominationIds.length);
  await tx.update(nominations).set({ dossierId: branch.id }).where(inArray(nominations.id, nominationIds));
  const referralId = await moveItems(tx, referral, branch, nominationIds);
  await copyBinding(tx, dossier, branch);
  await copyPapers(tx, dossier, branch);
  const event = {
    type: 'start' as const,
    process: await processOf(tx, branch.definitionId),
    definition: branch.definitionId,
    at: [await callerOf(context)],
    variables: { ...job.variables, dossierId: branch.id, referralId },
    calendar: calendarOf((await readCalendar(tx)).days),
  };
  const { instanceId } = branch;
  await appendEvent(tx, { instanceId, event, accountId: null });
  const variables = { passed: 0, failed: 0, returned: nominationIds.length };
  const result = { type: 'message' as const, name: 'council-result', correlationKey: referralId, variables };
  await appendEvent(tx, { instanceId, event: result, accountId: null });
  await copyHold(tx, dossier, branch);
  await tx.insert(auditLog).values({
    at: now,
    action: 'dossier.split',
    subjectKind: 'dossier',
    subjectId: dossier.id,
    details: { into: branch.id, code: branch.code, nominations: nominationIds },
  });
  return {};
};

/** The referral whose result has come, and what the council returned of it. */
async function returnedBy({ tx, dossier, job, instanceId }: JobContext) {
  const [referral] = await tx
    .select()
    .from(referrals)
    .where(
      and(
        eq(referrals.id, sql`${String(job.variables.referralId)}::uuid`),
        eq(referrals.instanceId, instanceId),
      ),
    );
  if (!referral) throw new JobError('no_referral', 'No council has decided on this dossier.');
  const returned = await tx
    .select({ id: nominations.id })
    .from(nominations)
    .innerJoin(agendaItems, eq(agendaItems.nominationId, nominations.id))
    .where(
      and(
        eq(nominations.dossierId, dossier.id),
        eq(nominations.status, 'returned'),
        eq(agendaItems.referralId, referral.id),
        eq(agendaItems.result, 'returned'),
      ),
    );
  if (returned.length === 0) throw new JobError('nothing_to_split', 'The council returned no nomination.');
  return { referral, nominationIds: returned.map(({ id }) => id) };
}

type Branch = Pick<Dossier, 'id' | 'code'> & { instanceId: string; definitionId: string };

/** The new dossier with an instance on the definition of the old one, which an administrator may have migrated. */
async function branchOff(
  { tx, dossier, instanceId: from, now, today }: JobContext,
  moved: number,
): Promise<Branch> {
  const [parent] = await tx
    .select({ definitionId: processInstances.definitionId })
    .from(processInstances)
    .where(eq(processInstances.id, from));
  if (!parent) throw new Error(`process instance ${from} does not exist`);
  const { version } = await readCalendar(tx);
  const [instance] = await tx
    .insert(processInstances)
    .values({ definitionId: parent.definitionId, startedAt: now, calendarVersion: version })
    .returning({ id: processInstances.id });
  if (!instance) throw new Error('insert of a process instance returned no row');
  const year = Number(today.slice(0, 4));
  const { id: _, ...like } = dossier;
  const [branch] = await tx
    .insert(dossiers)
    .values({
      ...like,
      code: dossierCode(year, await nextDossierNumber(tx, year)),
      title: `${dossier.title} (tách từ ${dossier.code}: ${moved} đề nghị bị trả lại)`,
      status: 'running',
      instanceId: instance.id,
      splitFrom: dossier.id,
      createdAt: now,
    })
    .returning({ id: dossiers.id, code: dossiers.code });
  if (!branch) throw new Error('insert of a dossier returned no row');
  return { ...branch, instanceId: instance.id, definitionId: parent.definitionId };
}

/** The votes on the nominations belong to the new dossier's referral, under the rules they were counted by. */
async function moveItems(
  tx: Executor,
  { id, ...like }: typeof referrals.$inferSelect,
  branch: Branch,
  nominationIds: string[],
): Promise<string> {
  const [referral] = await tx
    .insert(referrals)
    .values({ ...like, instanceId: branch.instanceId, subjectId: branch.id })
    .returning({ id: referrals.id });
  if (!referral) throw new Error('insert of a referral returned no row');
  await tx
    .update(agendaItems)
    .set({ referralId: referral.id })
    .where(and(eq(agendaItems.referralId, id), inArray(agendaItems.nominationId, nominationIds)));
  return referral.id;
}

/** The call activity inside which this instance waited for the council: there the new one begins. */
async function callerOf({ tx, instanceId, job }: JobContext): Promise<{ process: string; element: string }> {
  const [row] = await tx
    .select({ position: processInstances.position, graph: processDefinitions.graph })
    .from(processInstances)
    .innerJoin(processDefinitions, eq(processDefinitions.id, processInstances.definitionId))
    .where(eq(processInstances.id, instanceId));
  const caller = row?.position.find(({ process, element }) => {
    const called = row.graph.processes[process]?.nodes[element]?.called?.process;
    return called && 'value' in called && called.value === job.process;
  });
  if (!caller) throw new JobError('not_called', `${job.process} was not called by another process.`);
  return caller;
}

async function processOf(tx: Executor, definitionId: string): Promise<string> {
  const [row] = await tx
    .select({ processId: processDefinitions.processId })
    .from(processDefinitions)
    .where(eq(processDefinitions.id, definitionId));
  if (!row) throw new Error(`there is no definition ${definitionId}`);
  return row.processId;
}

async function copyBinding(tx: Executor, { id }: Dossier, branch: Branch): Promise<void> {
  const bindings = await tx.select().from(ruleSetBindings).where(eq(ruleSetBindings.dossierId, id));
  if (bindings.length === 0) return;
  await tx.insert(ruleSetBindings).values(bindings.map((row) => ({ ...row, dossierId: branch.id })));
  const overlays = await tx
    .select()
    .from(ruleSetBindingOverlays)
    .where(eq(ruleSetBindingOverlays.dossierId, id));
  if (overlays.length === 0) return;
  await tx.insert(ruleSetBindingOverlays).values(overlays.map((row) => ({ ...row, dossierId: branch.id })));
}

/** What the unit handed in goes on with both. What absent members wrote stays with the vote it was a ballot of. */
async function copyPapers(tx: Executor, { id }: Dossier, branch: Branch): Promise<void> {
  const { id: _, subjectId: __, ...content } = getTableColumns(documents);
  const copied = tx
    .select({
      id: sql<string>`gen_random_uuid()`.as('id'),
      subjectId: sql<string>`${branch.id}::uuid`.as('subject_id'),
      ...content,
    })
    .from(documents)
    .where(and(eq(documents.subjectId, id), notInArray(documents.kind, ['written_opinion', 'decision'])));
  await tx.insert(documents).select(copied);
}

/** While a complaint is examined, nothing is decided on any part of what it is about. */
async function copyHold(tx: Executor, { id }: Dossier, branch: Branch): Promise<void> {
  const [hold] = await tx.select().from(dossierHolds).where(lastingHold(id));
  if (!hold) return;
  const { id: _, ...like } = hold;
  await tx.insert(dossierHolds).values({ ...like, dossierId: branch.id, statusBefore: 'running' });
  await tx.update(dossiers).set({ status: 'on_hold' }).where(eq(dossiers.id, branch.id));
  await appendEvent(tx, { instanceId: branch.instanceId, event: { type: 'clockPaused' }, accountId: null });
}
