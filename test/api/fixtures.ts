import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Problem } from '../../api/contract/common.ts';
import type { CreateDossierRequest, DossierDetail } from '../../api/contract/dossiers.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import {
  agendaItems,
  documents,
  dossiers,
  nominations,
  processInstances,
  referrals,
  tasks,
} from '../../db/schema/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import type { ApiWorld } from './world.ts';

/** An answer that may be a refusal instead. */
export type Refusable<T> = T & Pick<Problem, 'code' | 'detail' | 'errors' | 'rows'>;

/** The demo's unit of statistics, its clerk and its staff: `tkth.01` chairs, `tkth.02` is the secretary. */
export const unitId = seedId('unit', 'TCTK-TKTH');
export const clerk = 'clerk.tkth';
export const personId = (login: string) => seedId('person', login);

/** What is proposed, for whom and why. */
type DraftOptions = { nominees?: string[] } & Partial<
  Pick<CreateDossierRequest, 'awardCode' | 'commendationKind' | 'simplifiedCase'>
>;

/** A draft of the demo clerk, with these people of the unit as nominees. */
export async function draftDossier(
  world: ApiWorld,
  { awardCode = 'CSTDTQ', nominees = ['tkth.03'], ...reason }: DraftOptions = {},
): Promise<DossierDetail> {
  const client = await world.as(clerk);
  const body = { awardCode, unitId, periodFrom: 2022, periodTo: 2026, ...reason };
  const dossier = expectOk(await client.post<DossierDetail>('/api/dossiers', body));
  for (const login of nominees) {
    const nominee = { kind: 'person', personId: personId(login) };
    expectOk(await client.post(`/api/dossiers/${dossier.id}/nominations`, nominee));
  }
  return dossier;
}

/** Attaches the papers that any award asks for at submission. */
export async function attachPapers({ db }: Pick<ApiWorld, 'db'>, dossierId: string): Promise<void> {
  const kinds = [
    'submission',
    'achievement_report',
    'summary_report',
    'list_of_nominees',
    'initiative_certificate',
    'completion_evidence',
  ];
  const file = { mediaType: 'application/pdf', size: 0, sha256: '', content: Buffer.of() };
  await db
    .insert(documents)
    .values(kinds.map((kind) => ({ subjectId: dossierId, kind, fileName: `${kind}.pdf`, ...file })));
}

export interface Submitted {
  dossierId: string;
  instanceId: string;
}

/** A submitted dossier, whose process nobody runs. */
export async function submittedDossier(
  world: ApiWorld,
  options?: { awardCode?: string; nominees?: string[] },
): Promise<Submitted> {
  const { id } = await draftDossier(world, options);
  await attachPapers(world, id);
  const client = await world.as(clerk);
  // Tests propose one nominee in many dossiers at once, which the law does not allow.
  const body = { ineligibleReason: 'Dữ liệu thử.' };
  const { instanceId } = expectOk(await client.post<Submitted>(`/api/dossiers/${id}/submit`, body));
  return { dossierId: id, instanceId };
}

/** A task as a committed step would have opened it; by default the department head's. */
export async function openTask(
  world: ApiWorld,
  { dossierId, instanceId }: Submitted,
  values: Partial<typeof tasks.$inferInsert> = {},
): Promise<string> {
  const [instance] = await world.db
    .select({ definitionId: processInstances.definitionId })
    .from(processInstances)
    .where(eq(processInstances.id, instanceId));
  const [task] = await world.db
    .insert(tasks)
    .values({
      formDefinitionId: values.form === undefined ? null : instance?.definitionId,
      instanceId,
      visit: `v-${randomUUID()}`,
      process: 'department-level',
      element: 'decide',
      name: 'Thủ trưởng xét duyệt',
      subjectId: dossierId,
      level: 'department',
      candidateRole: 'head',
      candidateUnitId: seedId('unit', 'TCTK'),
      verdicts: ['approve', 'return', 'reject'],
      openedAt: world.clock.now,
      ...values,
    })
    .returning({ id: tasks.id });
  if (!task) throw new Error('the task was not inserted');
  return task.id;
}

/** A referral of all nominations to a council, as the job `refer-to-council` would have made it. */
export async function referTo(
  world: ApiWorld,
  { dossierId, instanceId }: Submitted,
  values: Partial<typeof referrals.$inferInsert> = {},
): Promise<{ referralId: string; itemIds: string[] }> {
  const [referral] = await world.db
    .insert(referrals)
    .values({
      instanceId,
      job: `v-${randomUUID()}`,
      subjectId: dossierId,
      councilId: seedId('council', 'TCTK-TKTH'),
      level: 'unit',
      denominator: 'all_staff',
      sharePercent: 90,
      shareStrict: false,
      quorumNumerator: 2,
      quorumDenominator: 3,
      citation: 'Thông tư số 01/2024/TT-TANDTC, Điều 29 (C)',
      createdAt: world.clock.now,
      ...values,
    })
    .returning({ id: referrals.id });
  if (!referral) throw new Error('the referral was not inserted');
  const inPlay = and(
    eq(nominations.dossierId, dossierId),
    inArray(nominations.status, ['proposed', 'passed', 'returned']),
  );
  await world.db.update(nominations).set({ status: 'proposed', reason: null }).where(inPlay);
  const proposed = await world.db
    .select({ id: nominations.id })
    .from(nominations)
    .where(inPlay)
    .orderBy(nominations.seq);
  const items = await world.db
    .insert(agendaItems)
    .values(proposed.map(({ id }) => ({ referralId: referral.id, nominationId: id })))
    .returning({ id: agendaItems.id });
  return { referralId: referral.id, itemIds: items.map(({ id }) => id) };
}

/** The row of a dossier as the database holds it. */
export async function dossierRow(world: ApiWorld, dossierId: string) {
  const [row] = await world.db.select().from(dossiers).where(eq(dossiers.id, dossierId));
  return row;
}
