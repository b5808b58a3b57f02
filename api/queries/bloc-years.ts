import { asc, eq, inArray, sql } from 'drizzle-orm';
import { blocElements } from '../../db/blocs/process.ts';
import { elementOf, scorerOf } from '../../db/blocs/sheets.ts';
import type { Executor } from '../../db/client.ts';
import {
  awards,
  blocCampaigns,
  blocCriteria,
  blocMembers,
  blocScores,
  blocSheets,
  blocSignatures,
  blocYears,
  campaigns,
  councils,
  dossiers,
} from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { BlocMember, BlocSheet, BlocSheetDetail, BlocStage, BlocYearDetail } from '../contract/blocs.ts';
import type { Task } from '../contract/tasks.ts';
import { ApiError } from '../errors.ts';
import { type BlocMemberRow, organises, visibleBlocYear, writesBlocYear } from '../policies/blocs.ts';
import { votesOn } from './bloc-votes.ts';
import { selectHandovers, selectYears } from './blocs.ts';
import { selectCampaigns } from './catalogue.ts';
import { isoOrNull, personAs, unitRefs } from './references.ts';
import { tasksOfSubject } from './tasks.ts';

/** A year of a bloc with its members, pledge, scores and vote. @throws ApiError bloc_year_not_found */
export async function getBlocYear(context: CommandContext, blocYearId: string): Promise<BlocYearDetail> {
  const { db, actor } = context;
  const found = await visibleBlocYear(context, blocYearId);
  const { bloc, blocYear, organiserId } = found;
  const [[summary], [council], [flag], handovers, launched, criteria, yearTasks, writes, pledgeDocument] =
    await Promise.all([
      selectYears(context, eq(blocYears.id, blocYearId)),
      db
        .select({ id: councils.id, name: councils.name })
        .from(councils)
        .where(eq(councils.id, bloc.councilId)),
      db.select().from(awards).where(eq(awards.code, bloc.flagCode)),
      selectHandovers(context, eq(blocYears.id, blocYearId)),
      selectCampaigns(
        db,
        sql`${campaigns.id} in (select ${blocCampaigns.campaignId} from ${blocCampaigns}
          where ${blocCampaigns.blocYearId} = ${blocYearId})`,
      ),
      criteriaOf(db, blocYearId),
      tasksOfSubject(context, blocYearId),
      writesBlocYear(context, found),
      printedPledge(db, blocYearId),
    ]);
  if (!summary || !council || !flag) throw new ApiError('bloc_year_not_found');
  const { blocId, members: _, ...year } = summary;
  return {
    ...year,
    bloc: { id: blocId, name: bloc.name, kind: bloc.kind, council },
    flagCode: flag.code,
    flagNameVi: flag.nameVi,
    flagNameEn: flag.nameEn,
    regulation: blocYear.regulation,
    sharePercent: blocYear.sharePercent,
    shareStrict: blocYear.shareStrict,
    quorum: { numerator: blocYear.quorumNumerator, denominator: blocYear.quorumDenominator },
    flags: blocYear.flags,
    version: blocYear.version,
    memberList: await membersWith(db, blocYearId, yearTasks),
    handovers,
    campaigns: launched,
    criteria,
    maxPoints: criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    pledge: {
      place: blocYear.pledgePlace,
      on: blocYear.pledgeOn,
      commitments: blocYear.commitments,
      hash: blocYear.pledgeHash,
      documentId: pledgeDocument,
    },
    tasks: yearTasks,
    can: {
      organise: organises(actor, organiserId),
      write: writes && blocYear.status === 'draft',
      writePledge: writes && blocYear.pledgeHash === null && ['draft', 'running'].includes(blocYear.status),
    },
  };
}

function criteriaOf(db: Executor, blocYearId: string) {
  return db
    .select({
      id: blocCriteria.id,
      section: blocCriteria.section,
      name: blocCriteria.name,
      maxPoints: blocCriteria.maxPoints,
    })
    .from(blocCriteria)
    .where(eq(blocCriteria.blocYearId, blocYearId))
    .orderBy(asc(blocCriteria.position));
}

/** The open task of an element by which a unit is asked for something, if the account may do it. */
const asked = (tasks: Task[], element: string, unitId: string): Task | undefined =>
  tasks.find(
    (task) =>
      task.element === element &&
      (task.status === 'open' || task.status === 'claimed') &&
      task.candidateUnit?.id === unitId &&
      task.canAct,
  );

async function membersWith(db: Executor, blocYearId: string, tasks: Task[]): Promise<BlocMember[]> {
  const signer = personAs('signer');
  const rows = await db
    .select({
      member: blocMembers,
      signer: signer.columns,
      signedAt: blocSignatures.signedAt,
      dossier: { id: dossiers.id, code: dossiers.code },
    })
    .from(blocMembers)
    .leftJoin(blocSignatures, eq(blocSignatures.memberId, blocMembers.id))
    .leftJoin(signer.account, eq(signer.account.id, blocSignatures.accountId))
    .leftJoin(signer.person, eq(signer.person.id, signer.account.personId))
    .leftJoin(dossiers, eq(dossiers.id, blocMembers.dossierId))
    .where(eq(blocMembers.blocYearId, blocYearId))
    .orderBy(asc(blocMembers.position));
  const ids = rows.map(({ member }) => member.id);
  const [refer, sheets, votes] = await Promise.all([
    unitRefs(
      db,
      rows.map(({ member }) => member.unitId),
    ),
    sheetsOf(db, ids),
    votesOn(db, ids),
  ]);
  return rows.map(({ member, signer: by, signedAt, dossier }) => {
    const sheet = (stage: BlocStage): BlocSheet | null => {
      const kept = sheets.get(`${member.id} ${stage}`);
      return kept ? summaryOf(kept, member, stage, tasks) : null;
    };
    return {
      unit: refer(member.unitId),
      role: member.role,
      checker: refer(member.checkerId),
      signature: by && signedAt ? { by, signedAt: signedAt.toISOString() } : null,
      canSign: asked(tasks, blocElements.sign, member.unitId) !== undefined,
      self: sheet('self'),
      check: sheet('check'),
      vote: votes.get(member.id) ?? null,
      dossier,
    };
  });
}

interface KeptSheet {
  version: number;
  handedInAt: Date | null;
  lines: number;
  total: number | null;
}

async function sheetsOf(db: Executor, memberIds: readonly string[]): Promise<Map<string, KeptSheet>> {
  const rows = await db
    .select({
      memberId: blocSheets.memberId,
      stage: blocSheets.stage,
      version: blocSheets.version,
      handedInAt: blocSheets.handedInAt,
      lines: sql<number>`count(${blocScores.points})::int`,
      total: sql<number | null>`sum(${blocScores.points})::int`,
    })
    .from(blocSheets)
    .leftJoin(
      blocScores,
      sql`${blocScores.memberId} = ${blocSheets.memberId} and ${blocScores.stage} = ${blocSheets.stage}`,
    )
    .where(inArray(blocSheets.memberId, [...memberIds]))
    .groupBy(blocSheets.memberId, blocSheets.stage);
  return new Map(rows.map(({ memberId, stage, ...sheet }) => [`${memberId} ${stage}`, sheet]));
}

function summaryOf(
  { version, handedInAt, lines, total }: KeptSheet,
  member: BlocMemberRow,
  stage: BlocStage,
  tasks: Task[],
): BlocSheet {
  const canWrite =
    handedInAt === null && asked(tasks, elementOf(stage), scorerOf(member, stage)) !== undefined;
  return { version, total, lines, handedInAt: isoOrNull(handedInAt), canWrite };
}

/** One member's sheet with all its lines. @throws ApiError bloc_year_not_found, bloc_unit_not_member, bloc_sheet_closed */
export async function getBlocSheet(
  context: CommandContext,
  { blocYearId, unitId, stage }: { blocYearId: string; unitId: string; stage: BlocStage },
): Promise<BlocSheetDetail> {
  const { db } = context;
  const { memberList, criteria } = await getBlocYear(context, blocYearId);
  const member = memberList.find(({ unit }) => unit.id === unitId);
  if (!member) throw new ApiError('bloc_unit_not_member');
  const sheet = member[stage];
  // Sheets are there from the start of the year on.
  if (!sheet) throw new ApiError('bloc_sheet_closed');
  const scores = await db
    .select({
      stage: blocScores.stage,
      criterionId: blocScores.criterionId,
      points: blocScores.points,
      note: blocScores.note,
    })
    .from(blocScores)
    .innerJoin(blocMembers, eq(blocMembers.id, blocScores.memberId))
    .where(sql`${blocMembers.blocYearId} = ${blocYearId} and ${blocMembers.unitId} = ${unitId}`);
  const given = (of: BlocStage, criterionId: string) =>
    scores.find((score) => score.stage === of && score.criterionId === criterionId);
  return {
    ...sheet,
    unit: member.unit,
    stage,
    criteria: criteria.map((criterion) => ({
      ...criterion,
      points: given(stage, criterion.id)?.points ?? null,
      note: given(stage, criterion.id)?.note ?? null,
      selfPoints: given('self', criterion.id)?.points ?? null,
    })),
  };
}

async function printedPledge(db: Executor, blocYearId: string): Promise<string | null> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from documents where subject_id = ${blocYearId} and kind = 'bloc_pledge' order by created_at desc limit 1`,
  );
  return rows[0]?.id ?? null;
}
