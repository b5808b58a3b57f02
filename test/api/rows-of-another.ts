import { sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import {
  accounts,
  blocMembers,
  blocYears,
  councilMembers,
  councils,
  documents,
  emulationBlocs,
  incidents,
  initiativeApplications,
  initiativeAuthors,
  ledgerImports,
  legalDocuments,
  notices,
  officePapers,
  officePaperVersions,
  opinionRequests,
  overlays,
  paperEntries,
  papers,
  partyManagement,
  people,
  personMatches,
  planScorings,
  positions,
  postingComments,
  publicPostings,
  reviews,
  roleGrants,
  roleModels,
  substitutions,
  unitChanges,
  units,
  workPlans,
} from '../../db/schema/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { overlaySchema } from '../../domain/law/overlay.ts';
import { clerk, openTask, personId, referTo, submittedDossier, unitId } from './fixtures.ts';
import { votingIn } from './voting.ts';
import type { ApiWorld } from './world.ts';

/** A word in every text of these rows: nobody it does not concern may read it in an answer. */
export const secretWord = 'Bí-mật-của-đơn-vị';

const owner = seedId('account', clerk);
const ministry = seedId('unit', 'BKHDT');
const text = (what: string) => `${secretWord} ${what}`;

type WithId = PgTable & { id: PgColumn };

/**
 * One row of each kind that an address of the API names, all of the demo's department of statistics: table -> id. What the seed
 * brings itself (people, awards of the ledger, work plans, campaigns ...) is not among them.
 */
export async function rowsOfOneUnit(world: ApiWorld): Promise<Record<string, string>> {
  const { db, clock } = world;
  const now = clock.now;
  const add = async <T extends WithId>(table: T, values: T['$inferInsert']): Promise<string> => {
    const [row] = await db
      .insert(table as PgTable)
      .values(values)
      .returning({ id: sql<string>`id` });
    if (!row) throw new Error('the row was not inserted');
    return row.id;
  };

  const submitted = await submittedDossier(world);
  const { dossierId, instanceId } = submitted;
  await db.execute(sql`update dossiers set title = ${text('hồ sơ')} where id = ${dossierId}`);
  const taskId = await openTask(world, submitted);
  const { itemIds } = await referTo(world, submitted);
  const sessionId = await votingIn(() => world).plan(itemIds);
  await db.execute(sql`update sessions set title = ${text('phiên họp')} where id = ${sessionId}`);
  const { rows: nominations } = await db.execute<{ id: string }>(
    sql`select id from nominations where dossier_id = ${dossierId}`,
  );
  const { rows: ruleSets } = await db.execute<{ id: string }>(
    sql`select id from rule_sets order by id desc limit 1`,
  );
  const { rows: definitions } = await db.execute<{ id: string }>(
    sql`select id from process_definitions limit 1`,
  );
  const planId = await add(workPlans, {
    code: text('KH'),
    unitId,
    year: 2026,
    title: text('kế hoạch công tác'),
    opensOn: '2026-01-01',
    evaluationFrom: '2026-01-01',
    evaluationTo: '2026-12-31',
    rhythm: 'month',
    createdBy: owner,
    createdAt: now,
  });
  const nominationId = nominations[0]?.id ?? '';
  const ruleSetId = ruleSets[0]?.id ?? '';

  const documentId = await add(documents, {
    subjectId: dossierId,
    kind: 'achievement_report',
    fileName: `${secretWord}.pdf`,
    mediaType: 'application/pdf',
    size: 1,
    sha256: '0'.repeat(64),
    content: Buffer.from(secretWord),
    uploadedBy: owner,
  });
  const paperId = await add(papers, {
    kind: 'decision',
    issuerId: unitId,
    subjectId: dossierId,
    sourceVisit: 'v-1',
    awardCode: 'CSTDTQ',
  });
  await db.insert(paperEntries).values({ paperId, dossierId, joinedAt: now });
  const applicationId = await add(initiativeApplications, {
    code: text('SK'),
    unitId,
    kind: 'initiative',
    name: text('sáng kiến'),
    year: 2026,
    field: 'Thống kê',
    summary: text('tóm tắt'),
    requestedScope: 'unit',
    createdBy: owner,
    createdAt: now,
  });
  await db
    .insert(initiativeAuthors)
    .values({ applicationId, seq: 1, personId: personId('tkth.03'), sharePercent: 100 });
  const postingId = await add(publicPostings, {
    instanceId,
    job: 'v-2',
    dossierId,
    level: 'ministry',
    unitId: ministry,
    workingDays: 10,
    citation: 'Điều 1 (U)',
    grade: 'U',
    postedAt: new Date(0),
    endedAt: new Date(1),
  });
  const blocId = await add(emulationBlocs, {
    kind: 'bloc',
    name: text('khối'),
    councilId: seedId('council', 'TCTK'),
    flagCode: 'CO_CP',
    createdBy: owner,
    createdAt: now,
  });
  const blocYearId = await add(blocYears, {
    code: text('KTD'),
    blocId,
    year: 2026,
    regulation: text('quy chế'),
    sharePercent: 50,
    shareStrict: true,
    quorumNumerator: 2,
    quorumDenominator: 3,
    flags: 1,
    createdBy: owner,
    createdAt: now,
  });
  const others = ['TCTK-TKTH', 'TCTK-TCCB'].map((code) => seedId('unit', code));
  await db.insert(blocMembers).values(
    others.map((member, i) => ({
      blocYearId,
      unitId: member,
      role: i === 0 ? ('leader' as const) : ('member' as const),
      position: i,
      checkerId: others[1 - i] ?? '',
    })),
  );
  const officePaperId = await add(officePapers, {
    code: text('VB'),
    unitId,
    kind: 'plan',
    title: text('kế hoạch'),
    createdBy: owner,
    createdAt: now,
  });
  await db.insert(officePaperVersions).values({
    paperId: officePaperId,
    number: 1,
    content: {
      title: text('kế hoạch'),
      bases: [],
      opening: null,
      lines: [],
      recipients: [],
      filing: 'VT',
      onBehalfOf: null,
      plannedFor: '2026-12',
      executors: null,
      effectiveFrom: null,
      overlay: null,
    },
    writtenBy: owner,
    writtenAt: now,
  });
  const [personA = '', personB = ''] = [personId('tkth.03'), personId('tkth.04')].sort();

  return {
    units: unitId,
    accounts: owner,
    positions: seedId('position', 'tkth.03'),
    role_grants: seedId('grant', 'clerk.tkth/clerk/TCTK-TKTH'),
    unit_changes: await add(unitChanges, {
      unitId,
      effectiveOn: '2027-01-01',
      changed: { name: text('tên mới') },
      reason: text('lý do'),
      decidedBy: owner,
      decidedAt: now,
    }),
    people: personId('tkth.03'),
    councils: seedId('council', 'TCTK-TKTH'),
    process_definitions: definitions[0]?.id ?? '',
    work_plans: planId,
    dossiers: dossierId,
    nominations: nominationId,
    process_instances: instanceId,
    tasks: taskId,
    sessions: sessionId,
    agenda_items: itemIds[0] ?? '',
    documents: documentId,
    papers: paperId,
    initiative_applications: applicationId,
    public_postings: postingId,
    emulation_blocs: blocId,
    bloc_years: blocYearId,
    office_papers: officePaperId,
    posting_comments: await add(postingComments, {
      postingId,
      text: text('góp ý'),
      authorName: text('ai'),
      authorContact: text('ở đâu'),
      receivedAt: now,
    }),
    role_models: await add(roleModels, {
      code: text('ĐH'),
      unitId,
      personId: personId('tkth.03'),
      name: text('tên'),
      year: 2026,
      title: text('điển hình'),
      field: text('lĩnh vực'),
      story: text('thành tích'),
      createdBy: owner,
      createdAt: now,
    }),
    reviews: await add(reviews, {
      unitId,
      year: 2025,
      ruleSetId,
      closedBy: owner,
      closedAt: now,
      foundAt: now,
      earlyReason: text('lý do'),
    }),
    ledger_imports: await add(ledgerImports, {
      unitId,
      fileName: text('sổ.csv'),
      sha256: '0'.repeat(64),
      rows: 1,
      importedBy: owner,
      importedAt: now,
    }),
    person_matches: await add(personMatches, { personA, personB, score: 90, reasons: [], proposedAt: now }),
    legal_documents: await add(legalDocuments, {
      type: 'Luật',
      issuedOn: '2022-06-15',
      subject: 'Thi đua, khen thưởng',
      createdBy: owner,
      createdAt: now,
    }),
    notices: await add(notices, {
      accountId: owner,
      kind: 'escalation',
      subjectId: dossierId,
      reason: text('lý do'),
      createdAt: now,
    }),
    opinion_requests: await add(opinionRequests, {
      dossierId,
      level: 'ministry',
      agencyName: text('cơ quan'),
      question: text('câu hỏi'),
      askedBy: owner,
      notedAt: now,
    }),
    party_management: await add(partyManagement, {
      personId: personId('tkth.03'),
      level: 'department',
      committee: text('đảng ủy'),
      validFrom: '2026-01-01',
      source: text('nguồn'),
      recordedBy: owner,
      recordedAt: now,
    }),
    substitutions: await add(substitutions, {
      holderId: owner,
      substituteId: seedId('account', 'clerk.tccb'),
      validFrom: '2026-11-01',
      validTo: '2026-12-01',
      paper: text('giấy'),
      endsWhenHolderActs: false,
      createdAt: now,
    }),
    overlays: await add(overlays, {
      unitId: ministry,
      effectiveFrom: '2026-01-01',
      content: overlaySchema.parse({
        id: '2026-01-01.bkhdt',
        organisation: 'BKHDT',
        name: { vi: text('quy chế'), en: text('rules') },
      }),
      createdBy: owner,
      createdAt: now,
    }),
    incidents: await add(incidents, {
      instanceId,
      incident: 'i-1',
      element: 'print-paper',
      code: 'job_failed',
      message: text('lỗi'),
      openedAt: now,
    }),
    plan_scorings: await add(planScorings, {
      planId,
      period: '2026-10',
      dueOn: '2026-11-30',
      instanceId,
      openedAt: now,
    }),
  };
}

/**
 * An account that holds every role in another ministry beside the demo's: what it is refused is refused because the row is another's,
 * not because a role is missing. The password is that of the demo accounts.
 */
export async function insertOutsider({ db }: ApiWorld): Promise<string> {
  const login = 'everything.elsewhere';
  const since = { validFrom: '2020-01-01' };
  const ids = (
    await db.execute<{ id: string }>(sql`select gen_random_uuid() as id from generate_series(1, 4)`)
  ).rows;
  const [unit = '', person = '', account = '', council = ''] = ids.map(({ id }) => id);
  await db.insert(units).values({
    id: unit,
    parentId: seedId('unit', 'TTG'),
    code: 'BKHAC',
    name: 'Bộ Khác',
    nameEn: 'Other Ministry',
    kind: 'ministry',
    level: 'ministry',
    isStandingBody: true,
    paperSymbol: 'BK',
    ...since,
  });
  await db.insert(people).values({ id: person, fullName: 'Người Ngoài' });
  await db.insert(positions).values({ personId: person, unitId: unit, title: 'Bộ trưởng', ...since });
  const { rows } = await db.execute<{ hash: string }>(
    sql`select password_hash as hash from accounts where login = ${clerk}`,
  );
  await db
    .insert(accounts)
    .values({ id: account, personId: person, login, passwordHash: rows[0]?.hash ?? '' });
  await db.insert(councils).values({
    id: council,
    unitId: unit,
    level: 'ministry',
    kind: 'emulation',
    name: 'Hội đồng Khác',
    ...since,
  });
  await db
    .insert(councilMembers)
    .values({ councilId: council, personId: person, capacity: 'chair', ...since });
  await db.insert(roleGrants).values([
    ...(['clerk', 'appraiser', 'head', 'registrar', 'admin'] as const).map((role) => ({
      accountId: account,
      role,
      unitId: unit,
      ...since,
    })),
    ...(['chair', 'secretary', 'member'] as const).map((role) => ({
      accountId: account,
      role,
      councilId: council,
      ...since,
    })),
  ]);
  return login;
}
