import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import { isPublic, roleModelElements } from '../../db/role-models.ts';
import {
  awards,
  blocYears,
  emulationBlocs,
  ledgerAwards,
  roleModelAwards,
  roleModelConsents,
  roleModels,
} from '../../db/schema/index.ts';
import { isWritable } from '../commands/role-models/role-model-guards.ts';
import type { CommandContext } from '../context.ts';
import type {
  RoleModelAward,
  RoleModelConsent,
  RoleModelDetail,
  RoleModelStatus,
  RoleModelSummary,
} from '../contract/role-models.ts';
import type { Task } from '../contract/tasks.ts';
import { ApiError } from '../errors.ts';
import {
  keepsRoleModel,
  type RoleModel,
  retiresRoleModel,
  roleModelVisibleTo,
  speaksFor,
  visibleRoleModel,
} from '../policies/role-models.ts';
import { type Page, rowsOf } from './paging.ts';
import { isoOrNull, personAs, unitAs } from './references.ts';
import { tasksOfSubject } from './tasks.ts';

/** Role models that the account may read, the newest first. */
export async function findRoleModels(
  context: CommandContext,
  { status, ...page }: Page & { status?: RoleModelStatus | undefined },
) {
  const where = and(
    roleModelVisibleTo(context.actor),
    status === undefined ? undefined : eq(roleModels.status, status),
  );
  const [items, [total]] = await Promise.all([
    selectRoleModels(context, where, page),
    context.db.select({ count: count() }).from(roleModels).where(where),
  ]);
  return { items, total: total?.count ?? 0 };
}

/** @throws ApiError role_model_not_found */
export async function getRoleModel(context: CommandContext, roleModelId: string): Promise<RoleModelDetail> {
  const roleModel = await visibleRoleModel(context, roleModelId);
  const [[summary], linked, consents, ownTasks, can] = await Promise.all([
    selectRoleModels(context, eq(roleModels.id, roleModelId), { page: 1, pageSize: 1 }),
    awardsOf(context, roleModelId),
    consentsOf(context, roleModelId),
    tasksOfSubject(context, roleModelId),
    rightsOn(context, roleModel),
  ]);
  if (!summary) throw new ApiError('role_model_not_found');
  const { story, endReason, version } = roleModel;
  const inForce = consents.some(({ withdrawnAt }) => withdrawnAt === null);
  const asked = isAsked(ownTasks) || roleModel.status === 'approved';
  return {
    ...summary,
    subjectId: roleModel.personId ?? roleModel.collectiveId ?? roleModel.unitId,
    story,
    endReason,
    version,
    awards: linked,
    consents,
    tasks: ownTasks,
    can: {
      write: can.keeps && can.writable,
      submit: can.keeps && roleModel.status === 'draft',
      consent: inForce || !asked ? null : can.speaks ? 'self' : can.keeps ? 'paper' : null,
      withdrawConsent: inForce && (can.speaks || can.keeps),
      retire: roleModel.status === 'approved' && retiresRoleModel(context.actor, roleModel),
    },
  };
}

async function rightsOn(context: CommandContext, roleModel: RoleModel) {
  const [keeps, writable] = await Promise.all([
    keepsRoleModel(context, roleModel),
    isWritable(context.db, roleModel),
  ]);
  return { keeps, writable, speaks: speaksFor(context.actor, roleModel) };
}

const isAsked = (tasks: Task[]): boolean =>
  tasks.some(
    ({ element, status }) => element === roleModelElements.consent && ['open', 'claimed'].includes(status),
  );

async function selectRoleModels(
  { db }: CommandContext,
  where: SQL | undefined,
  page: Page,
): Promise<RoleModelSummary[]> {
  const proposer = unitAs('proposer');
  const rows = await db
    .select({
      id: roleModels.id,
      code: roleModels.code,
      title: roleModels.title,
      field: roleModels.field,
      year: roleModels.year,
      personId: roleModels.personId,
      name: roleModels.name,
      post: roleModels.post,
      unit: proposer.columns,
      bloc: { id: blocYears.id, name: emulationBlocs.name, year: blocYears.year },
      status: roleModels.status,
      isPublic,
    })
    .from(roleModels)
    .innerJoin(proposer.unit, eq(proposer.unit.id, roleModels.unitId))
    .leftJoin(blocYears, eq(blocYears.id, roleModels.blocYearId))
    .leftJoin(emulationBlocs, eq(emulationBlocs.id, blocYears.blocId))
    .where(where)
    .orderBy(desc(roleModels.createdAt), asc(roleModels.id))
    .limit(rowsOf(page).limit)
    .offset(rowsOf(page).offset);
  return rows.map(({ personId, bloc, ...row }) => ({
    ...row,
    kind: personId === null ? 'collective' : 'person',
    bloc: blocOf(bloc),
  }));
}

/** A left join leaves each column of its own empty. */
function blocOf(bloc: {
  id: string | null;
  name: string | null;
  year: number | null;
}): RoleModelSummary['bloc'] {
  const { id, name, year } = bloc;
  return id === null || name === null || year === null ? null : { id, name, year };
}

function awardsOf({ db }: CommandContext, roleModelId: string): Promise<RoleModelAward[]> {
  return db
    .select({
      id: ledgerAwards.id,
      awardCode: awards.code,
      awardNameVi: awards.nameVi,
      awardNameEn: awards.nameEn,
      year: ledgerAwards.year,
      decisionSymbol: ledgerAwards.decisionSymbol,
      counts: sql<boolean>`${ledgerAwards.status} = 'in_force' and ${ledgerAwards.struckAt} is null`,
    })
    .from(roleModelAwards)
    .innerJoin(ledgerAwards, eq(ledgerAwards.id, roleModelAwards.ledgerAwardId))
    .innerJoin(awards, eq(awards.code, ledgerAwards.awardCode))
    .where(eq(roleModelAwards.roleModelId, roleModelId))
    .orderBy(desc(ledgerAwards.year), asc(awards.code));
}

async function consentsOf({ db }: CommandContext, roleModelId: string): Promise<RoleModelConsent[]> {
  const recorder = personAs('recorder');
  const rows = await db
    .select({ consent: roleModelConsents, recordedBy: recorder.columns })
    .from(roleModelConsents)
    .innerJoin(recorder.account, eq(recorder.account.id, roleModelConsents.recordedBy))
    .innerJoin(recorder.person, eq(recorder.person.id, recorder.account.personId))
    .where(eq(roleModelConsents.roleModelId, roleModelId))
    .orderBy(desc(roleModelConsents.givenAt));
  return rows.map(({ consent: { id, fields, documentId, givenAt, withdrawnAt }, recordedBy }) => ({
    id,
    fields,
    documentId,
    recordedBy,
    givenAt: givenAt.toISOString(),
    withdrawnAt: isoOrNull(withdrawnAt),
  }));
}
