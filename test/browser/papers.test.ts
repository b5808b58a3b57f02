import { eq } from 'drizzle-orm';
import { describe, test } from 'vitest';
import { joinPaper } from '../../db/papers/join-paper.ts';
import { dossiers, papers, partyManagement } from '../../db/schema/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { openTask, personId, submittedDossier } from '../api/fixtures.ts';
import { startApiWorld } from '../api/world.ts';
import { startPages } from './pages.ts';
import { phone } from './visitor.ts';

/** A submission is gathered and settled by the standing body; the Party committee's opinion is read on a dossier. */
const pages = startPages(startApiWorld);

/** A submission of the department that lists so many dossiers, with its open step. */
async function gathering(count: number) {
  const { db, clock } = pages.server;
  let paperId = '';
  const codes: string[] = [];
  for (let n = 0; n < count; n++) {
    const { dossierId } = await submittedDossier(pages.server, { nominees: [`tkth.0${n + 3}`] });
    const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, dossierId));
    if (!dossier?.ruleSetId) throw new Error('the dossier is bound to no rule-set');
    const { awardCode, periodFrom, periodTo, ruleSetId, code } = dossier;
    const basket = {
      ...{ awardCode, periodFrom, periodTo, ruleSetId },
      kind: 'submission' as const,
      issuerId: seedId('unit', 'TCTK'),
      recipientId: seedId('unit', 'BKHDT'),
      signerId: seedId('account', 'head.tctk'),
      signerTitle: 'Tổng cục trưởng',
      signedForId: null,
    };
    ({ paperId } = await db.transaction((tx) => joinPaper(tx, basket, dossierId, clock.now)));
    codes.push(code);
  }
  const [paper] = await db.select().from(papers).where(eq(papers.id, paperId));
  await openTask(
    pages.server,
    { dossierId: paperId, instanceId: paper?.instanceId ?? '' },
    {
      process: 'submission',
      element: 'gather-submission',
      name: 'Lập tờ trình',
      candidateRole: 'appraiser',
      verdicts: ['approve'],
    },
  );
  return { paperId, codes };
}

describe.each([
  ['desk', undefined],
  ['phone', phone],
] as const)('the standing body, %s', (_, window) => {
  test('leaves a dossier for the next submission and settles the list', { timeout: 60_000 }, async () => {
    const { paperId, codes } = await gathering(2);
    const visitor = await pages.visit('appraiser.tctk', '/papers', window);
    await visitor.sees('Đang gom hồ sơ');
    await visitor.open(`/papers/${paperId}`);
    await visitor.sees('Chọn hồ sơ đi trong văn bản này');
    await visitor.page.click(`button[aria-label="Hồ sơ ${codes[1]} đi trong văn bản này"]`);
    await visitor.sees('Để lại cho văn bản sau');
    await visitor.follow('Mở việc này');
    await visitor.press('Hoàn thành việc');
    await visitor.sees('Không có việc nào chờ bạn.');
    await visitor.leave();
  });

  test('sees on whom the Party committee has given no opinion yet', { timeout: 60_000 }, async () => {
    const { db, clock } = pages.server;
    const { dossierId } = await submittedDossier(pages.server, { nominees: ['tkth.03'] });
    await db.insert(partyManagement).values({
      personId: personId('tkth.03'),
      level: 'department',
      committee: 'Đảng ủy Tổng cục Thống kê',
      validFrom: '2026-01-01',
      source: 'Quyết định 7-QĐ/ĐU',
      recordedBy: seedId('account', 'appraiser.tctk'),
      recordedAt: clock.now,
    });
    const visitor = await pages.visit('appraiser.tctk', `/dossiers/${dossierId}`, window);
    await visitor.sees('Đảng ủy Tổng cục Thống kê');
    await visitor.sees('Chưa có');
    await visitor.press('Ghi ý kiến');
    await visitor.sees('Số, ký hiệu');
    await visitor.press('Ghi nhận');
    await visitor.sees('Cần điền');
    await visitor.open('/party-management');
    await visitor.sees('Quyết định 7-QĐ/ĐU');
    await visitor.leave();
  });
});
