import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealAudit, verifyAudit } from '../../activities/audit-sealer.ts';
import type {
  AdminOverview,
  DefinitionSummary,
  DossierSummary,
  InstanceDetail,
  Posting,
  SessionSummary,
} from '../../api/contract/index.ts';
import { expectOk, Journey, JourneyError } from '../../cli/demo/journey.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { upgradeDatabase } from '../../db/upgrade.ts';
import { createTestDatabase } from '../database.ts';
import { type Stack, startStack } from '../stack.ts';
import { countRows, readDatabaseCopy, restoreDatabaseCopy } from './database-copy.ts';

/** Its dossier came before the ministry's council in a version that had no postings yet. */
const neverPosted = 'HCLD3';

/**
 * Databases of earlier versions, with what people had under way: drafts, planned and open sessions with open and secret ballots, a
 * hold, a posting, a return, papers, work plans. Temporal's store is not among them, so this is the harder upgrade: all is there but
 * the workflows, as after a restore of `vinhdanh` alone.
 */
const copies = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.br'));

describe.each(copies)('%s', (name) => {
  let stack: Stack;
  let journey: Journey;
  let before: Record<string, number>;
  let after: Record<string, number>;
  let dossiers: DossierSummary[];

  beforeAll(async () => {
    stack = await startStack({
      makeDatabase: async () => {
        const database = await createTestDatabase('empty');
        await restoreDatabaseCopy(database.url, await readDatabaseCopy(join(import.meta.dirname, name)));
        before = await countRows(database.url);
        await upgradeDatabase(database.url);
        after = await countRows(database.url);
        return database;
      },
    });
    journey = new Journey({ baseUrl: stack.baseUrl, password: demoPassword, log: () => {} });
    const admin = await journey.as('admin');
    dossiers = expectOk(await admin.get<{ items: DossierSummary[] }>('/api/dossiers')).items;
  });
  afterAll(() => stack?.stop());

  /** The status in which a dossier ends, or what stands in its way. */
  async function followed(dossierId: string): Promise<string> {
    try {
      return (await journey.follow(dossierId)).status;
    } catch (error) {
      if (!(error instanceof JourneyError) || !error.message.includes('posting_missing')) throw error;
      return postAfterAll(dossierId);
    }
  }

  /** What `posting_missing` tells to do: off the agenda, over to the newest process, and to the step that posts. */
  async function postAfterAll(dossierId: string): Promise<string> {
    const admin = await journey.as('admin');
    const keeper = await journey.as('bkhdt.04');
    const { items: planned } = expectOk(
      await keeper.get<{ items: SessionSummary[] }>('/api/sessions?status=planned'),
    );
    const reason = 'Chưa công khai lấy ý kiến';
    for (const { id } of planned) expectOk(await keeper.post(`/api/sessions/${id}/cancel`, { reason }));
    const { instanceId } = await journey.dossier('admin', dossierId);
    const path = `/api/instances/${instanceId}`;
    const operate = async (operation: string, body: object) => {
      expectOk(await admin.post(`${path}/${operation}`, { ...body, reason }));
      const isDone = async () => {
        const { operations } = expectOk(await admin.get<InstanceDetail>(path));
        return operations.map(({ status }) => status);
      };
      await expect.poll(isDone, { timeout: 30_000 }).not.toContain('pending');
    };
    const { items } = expectOk(await admin.get<{ items: DefinitionSummary[] }>('/api/definitions'));
    const newest = items.find(({ processId }) => processId === 'award-chain');
    await operate('migrate', { definitionId: newest?.id });
    const { visits } = expectOk(await admin.get<InstanceDetail>(path));
    const council = visits.find(({ element }) => element === 'ministry-council');
    const posting = { process: 'ministry-level', element: 'post-at-ministry' };
    await operate('modify', { place: [posting], cancel: [council?.visit] });
    const postings = async () =>
      expectOk(await admin.get<{ items: Posting[] }>(`/api/postings?dossierId=${dossierId}`)).items.length;
    await expect.poll(postings, { timeout: 30_000 }).toBe(1);
    return 'posted';
  }

  test('no row is lost, and the audit chain holds', async () => {
    const fewer = Object.keys(before).filter((table) => (after[table] ?? 0) < (before[table] ?? 0));
    expect(fewer).toEqual([]);
    await sealAudit(stack.database.db);
    expect(await verifyAudit(stack.database.db)).toMatchObject({ brokenAt: null, unsealed: 0 });
  });

  test('what was under way goes on to its end: drafts, holds, returns, sessions with ballots cast; a posting waits for its day, one that never was is made up for', async () => {
    const admin = await journey.as('admin');
    const { items: postings } = expectOk(await admin.get<{ items: Posting[] }>('/api/postings'));
    const posted = new Set(postings.map(({ dossierCode }) => dossierCode));
    const ends: Record<string, string> = {};
    for (const { id, code, status } of dossiers) {
      if (status === 'draft') {
        const body = { ineligibleReason: 'Dữ liệu thử.' };
        expectOk(await (await journey.as('clerk.tkth')).post(`/api/dossiers/${id}/submit`, body));
      }
      if (status === 'on_hold')
        expectOk(await admin.post(`/api/dossiers/${id}/resume`, { reason: 'Đã kết luận' }));
      if (status === 'closed' || posted.has(code)) ends[code] = status;
      else ends[code] = await followed(id);
    }
    const ended = (code: string, awardCode: string) => {
      if (posted.has(code)) return 'running';
      return awardCode === neverPosted ? 'posted' : 'closed';
    };
    expect(ends).toEqual(
      Object.fromEntries(dossiers.map(({ code, awardCode }) => [code, ended(code, awardCode)])),
    );
    const { incidents } = expectOk(await admin.get<AdminOverview>('/api/admin/overview'));
    expect(incidents).toEqual([]);
  }, 240_000);
});
