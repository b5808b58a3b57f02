import { and, eq, isNotNull, ne } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  dossiers,
  eligibilityVerdicts,
  ledgerStatements,
  nominations,
  outbox,
  processDefinitions,
  processInstances,
  ruleSets,
} from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import {
  attachPapers,
  clerk,
  dossierRow,
  draftDossier,
  personId,
  type Refusable,
} from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type { SubmitResult } from '../../contract/dossiers.ts';
import type { EligibilityReport, Recheck } from '../../contract/eligibility.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

/** A draft with everything that submitting asks for. */
async function readyDraft(options?: Parameters<typeof draftDossier>[1]) {
  const dossier = await draftDossier(world, options);
  await attachPapers(world, dossier.id);
  return dossier;
}

const submit = async (
  login: string,
  dossierId: string,
  body: object = { ineligibleReason: 'Dữ liệu thử.' },
) => (await world.as(login)).post<Refusable<SubmitResult>>(`/api/dossiers/${dossierId}/submit`, body);

test('submitting binds the rule-set in force and writes the start as event 0', async () => {
  const { id } = await readyDraft();
  const { status, body } = await submit(clerk, id);
  expect(status).toBe(202);
  expect(body).toMatchObject({ dossierId: id, ruleSetId: '2025-07-01.nd152' });
  const row = await dossierRow(world, id);
  expect(row).toMatchObject({ status: 'running', instanceId: body.instanceId, ruleSetId: body.ruleSetId });
  const events = await world.db.select().from(outbox).where(eq(outbox.instanceId, body.instanceId));
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    number: 0,
    status: 'pending',
    event: {
      type: 'start',
      process: 'award-chain',
      variables: { dossierId: id, award: 'CSTDTQ', chain: 'P', centralCouncil: true },
    },
  });
  expect(await auditOf(world, id)).toEqual(['dossier.create', 'nomination.add', 'dossier.submit']);
  expect(world.delivered).toContain(body.instanceId);
});

test('the start carries the calendar: a swapped Saturday is a working day', async () => {
  const { id } = await readyDraft();
  const { body } = await submit(clerk, id);
  const [row] = await world.db
    .select({ event: outbox.event })
    .from(outbox)
    .where(eq(outbox.instanceId, body.instanceId));
  if (row?.event.type !== 'start') throw new Error('event 0 is not a start');
  expect(row.event.calendar.daysOff).toContain('2026-09-02');
  expect(row.event.calendar.workingDays.length).toBeGreaterThan(0);
  expect(JSON.stringify(row.event)).not.toMatch(/Hương|Minh Họa|Trưởng phòng/);
});

test('of ten submits at once one starts the process', async () => {
  const { id } = await readyDraft();
  const replies = await Promise.all(Array.from({ length: 10 }, () => submit(clerk, id)));
  expect(replies.map(({ status }) => status).sort()).toEqual([202, ...Array.from({ length: 9 }, () => 409)]);
  const started = new Set(replies.flatMap(({ body }) => (body.instanceId ? [body.instanceId] : [])));
  expect(started.size).toBe(1);
});

describe('refused', () => {
  test('without nominations', async () => {
    const { id } = await draftDossier(world, { nominees: [] });
    const reply = await submit(clerk, id);
    expect([reply.status, reply.body.code]).toEqual([409, 'dossier_without_nominations']);
  });

  test.each([
    ['the clerk of another unit, who does not see the draft', 'clerk.tccb', 404, 'dossier_not_found'],
    ['the head above, who does not see a draft either', 'head.tctk', 404, 'dossier_not_found'],
    ['an administrator, who sees it', 'admin', 403, 'forbidden'],
  ])('%s', async (_, login, status, code) => {
    const { id } = await readyDraft();
    const reply = await submit(login, id);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await dossierRow(world, id)).toMatchObject({ status: 'draft', instanceId: null });
  });

  test('on a day without a rule-set in force', async () => {
    const { id } = await readyDraft();
    await world.db
      .update(ruleSets)
      .set({ effectiveTo: '2026-11-01' })
      .where(eq(ruleSets.id, '2025-07-01.nd152'));
    const reply = await submit(clerk, id);
    await world.db.update(ruleSets).set({ effectiveTo: null }).where(eq(ruleSets.id, '2025-07-01.nd152'));
    expect([reply.status, reply.body.code]).toEqual([409, 'no_rule_set']);
    expect(reply.body.detail).toContain('2026-11-20');
  });

  test('where the process is not deployed', async () => {
    const { id } = await readyDraft();
    const hidden = { processId: 'award-chain-hidden' };
    await world.db
      .update(processDefinitions)
      .set(hidden)
      .where(eq(processDefinitions.processId, 'award-chain'));
    const before = await world.db.select().from(processInstances);
    const reply = await submit(clerk, id);
    await world.db
      .update(processDefinitions)
      .set({ processId: 'award-chain' })
      .where(eq(processDefinitions.processId, hidden.processId));
    expect([reply.status, reply.body.code]).toEqual([409, 'process_not_deployed']);
    expect(await world.db.select().from(processInstances)).toHaveLength(before.length);
  });
});

describe('what the award asks for', () => {
  test('papers that must be there are named; what the councils write is not asked for', async () => {
    const { id } = await draftDossier(world);
    const reply = await submit(clerk, id);
    expect([reply.status, reply.body.code]).toEqual([409, 'papers_missing']);
    expect(reply.body.detail).toContain(
      'Tờ trình; Báo cáo thành tích; Giấy chứng nhận hoặc xác nhận sáng kiến, đề tài',
    );
    expect(reply.body.detail).not.toContain('Biên bản');
    expect(await dossierRow(world, id)).toMatchObject({ status: 'draft' });
  });
});

test('by the simplified procedure a submission and a summary report are enough (Law 06/2022/QH15 Article 85, grade A)', async () => {
  const missing = async (commendationKind: 'merit' | 'sudden') => {
    const { id } = await draftDossier(world, { awardCode: 'BK_BO', commendationKind });
    return (await submit(clerk, id)).body.detail;
  };
  expect(await missing('sudden')).toContain('Tờ trình; Báo cáo tóm tắt thành tích');
  expect(await missing('merit')).toContain(
    'Tờ trình; Báo cáo thành tích; Xác nhận mức độ hoàn thành nhiệm vụ',
  );
});

describe('eligibility at submission', () => {
  const verdictsOf = async (dossierId: string) => {
    const rows = await world.db
      .select()
      .from(eligibilityVerdicts)
      .innerJoin(nominations, eq(nominations.id, eligibilityVerdicts.nominationId))
      .where(eq(nominations.dossierId, dossierId));
    return rows.map(({ eligibility_verdicts: verdict }) => verdict);
  };
  const underExamination = (login: string) =>
    world.db.insert(ledgerStatements).values({
      personId: personId(login),
      underExamination: true,
      source: 'entry',
      recordedAt: world.clock.now,
    });
  /** Nobody vouches for anything any more. */
  const forget = (login: string) =>
    world.db.delete(ledgerStatements).where(eq(ledgerStatements.personId, personId(login)));
  const setPolicy = async (ineligible: string) =>
    (await world.as('admin')).put(`/api/units/${seedId('unit', 'TCTK')}/submission-policy`, { ineligible });

  test('who meets every criterion is eligible: the demo’s nominee', async () => {
    const { id } = await draftDossier(world, { nominees: ['tkth.03', 'tkth.04'] });
    await world.db
      .update(dossiers)
      .set({ status: 'withdrawn', endReason: 'Thử.' })
      .where(and(ne(dossiers.id, id), isNotNull(dossiers.instanceId)));
    const { body } = await (await world.as(clerk)).get<EligibilityReport>(`/api/dossiers/${id}/eligibility`);
    expect(body.items.map(({ verdict }) => verdict)).toEqual(['eligible', 'not_eligible']);
    expect(body.items[0]?.branches[0]?.criteria[0]?.facts).toEqual([
      'Chiến sĩ thi đua cấp bộ, ban, ngành, tỉnh năm 2024',
      'Chiến sĩ thi đua cấp bộ, ban, ngành, tỉnh năm 2025',
    ]);
  });

  test('who needs a person’s judgement goes on, and the verdict is kept with its facts', async () => {
    await forget('tkth.09');
    const { id } = await readyDraft({ nominees: ['tkth.09'] });
    const { status } = await submit(clerk, id, {});
    expect(status).toBe(202);
    expect(await verdictsOf(id)).toMatchObject([
      { verdict: 'needs_judgement', ruleSetId: '2025-07-01.nd152', facts: { kind: 'person' } },
    ]);
    expect(await dossierRow(world, id)).toMatchObject({ ineligibleReason: null });
  });

  test('who is not eligible is submitted only with a reason, which is kept', async () => {
    await underExamination('tkth.10');
    const { id } = await readyDraft({ nominees: ['tkth.10'] });
    const refused = await submit(clerk, id, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'nominees_not_eligible']);
    expect([await verdictsOf(id), (await dossierRow(world, id))?.status]).toEqual([[], 'draft']);

    const accepted = await submit(clerk, id, { ineligibleReason: 'Đã có kết luận, chờ văn bản.' });
    expect(accepted.status).toBe(202);
    expect(await verdictsOf(id)).toMatchObject([{ verdict: 'not_eligible' }]);
    expect(await dossierRow(world, id)).toMatchObject({ ineligibleReason: 'Đã có kết luận, chờ văn bản.' });
  });

  test('an organisation may refuse them altogether', async () => {
    await underExamination('tkth.11');
    const { id } = await readyDraft({ nominees: ['tkth.11'] });
    await setPolicy('refuse');
    const reply = await submit(clerk, id, { ineligibleReason: 'Vẫn trình.' });
    await setPolicy('acknowledge');
    expect([reply.status, reply.body.code]).toEqual([409, 'nominees_refused']);
    const stranger = await world.as(clerk);
    const policy = await stranger.put<Refusable<unknown>>(
      `/api/units/${seedId('unit', 'TCTK')}/submission-policy`,
      { ineligible: 'refuse' },
    );
    expect([policy.status, policy.body.code]).toEqual([403, 'forbidden']);
  });

  test('found anew on a changed ledger, beside the verdict it was submitted with', async () => {
    await forget('tkth.08');
    const { id } = await readyDraft({ nominees: ['tkth.08'] });
    await submit(clerk, id);
    const first = await (await world.as(clerk)).get<EligibilityReport>(`/api/dossiers/${id}/eligibility`);
    expect(first.body.items).toMatchObject([{ verdict: 'needs_judgement' }]);
    await underExamination('tkth.08');
    const path = `/api/dossiers/${id}/eligibility`;
    world.clock.now = new Date(world.clock.now.getTime() + 60_000);
    const recheck = async (login: string) => (await world.as(login)).post<Refusable<Recheck>>(path);
    const counts = { eligible: 0, not_eligible: 1, needs_judgement: 0 };
    expect((await recheck(clerk)).body).toEqual({ counts, changed: 1 });
    // Asking again on the same ledger adds nothing, and who only reads the dossier does not ask.
    expect((await recheck(clerk)).body).toEqual({ counts, changed: 0 });
    expect((await recheck('head.tctk')).body.code).toBe('forbidden');
    const again = await (await world.as(clerk)).get<EligibilityReport>(path);
    expect(again.body.items).toMatchObject([
      { verdict: 'not_eligible', verdictAtSubmission: 'needs_judgement' },
    ]);
    expect(again.body.counts).toEqual(counts);
    expect(again.body.canRecheck).toBe(true);
    const examined = again.body.items[0]?.principles[0];
    expect(examined).toMatchObject({
      outcome: 'not_met',
      facts: ['đang bị xem xét'],
      missing: ['kết luận bằng văn bản là không vi phạm'],
      citation: 'Nghị định số 152/2025/NĐ-CP, Điều 4 khoản 4',
      grade: 'B',
    });
    expect((await (await world.as('clerk.ninhthuan')).get(path)).status).toBe(404);
  });
});
