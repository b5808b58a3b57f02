import { writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type {
  DefinitionDetail,
  DefinitionSummary,
  DeployResult,
  DossierDetail,
  InstanceDetail,
} from '../../api/contract/index.ts';
import { expectOk, Journey } from '../../cli/demo/journey.ts';
import { untilAnswered } from '../../cli/runtime/poll.ts';
import { demoPassword } from '../../db/seed/accounts.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { attachPapers } from '../api/fixtures.ts';
import setup from '../setup.ts';
import { startStack } from '../stack.ts';
import { skipTime } from '../temporal.ts';

/**
 * `npm run record-histories`: plays a dossier to each of its ends and stores what Temporal recorded, for replay.test.ts.
 * `npm run record-histories -- operated` records those named only.
 */
const chosen = process.argv.slice(2);
const reason = 'Thử thao tác quản trị';
const end = await setup();
const stack = await startStack();
const journey = new Journey({
  baseUrl: stack.baseUrl,
  password: demoPassword,
  log: (line) => console.log(line),
});
const clerk = await journey.as('clerk.tkth');

await record('closed', async ({ id }) => {
  await journey.follow(id);
});
await record('rejected', async ({ id }) => {
  await journey.decide(await untilTaskOf(id, 'head'), 'reject', 'Chưa đủ tiêu chuẩn');
  await journey.follow(id, 'rejected');
});
await record('returned-and-closed', async ({ id }) => {
  await journey.decide(await untilTaskOf(id, 'head'), 'return', 'Thiếu báo cáo thành tích');
  await journey.follow(id);
});
await record('withdrawn', async ({ id }) => {
  await untilTaskOf(id, 'head');
  expectOk(await clerk.post(`/api/dossiers/${id}/withdraw`, { reason: 'Đơn vị rút để hoàn thiện' }));
});
await record('reminded', async ({ id }, instanceId) => {
  await untilTaskOf(id, 'head');
  await skipTime(stack.temporal, instanceId, 30 * 24 * 3600);
  await journey.follow(id);
});
// Last: what starts afterwards would start on the version that it deploys.
await record('operated', async ({ id }, instanceId) => {
  const unit = await untilOpen(instanceId, 'unit');
  const head = { process: 'department-level', element: 'department-head-decides' };
  await operate(instanceId, 'modify', { place: [head], cancel: [unit] });
  await operate(instanceId, 'suspend');
  await journey.decide(await journey.nextTask(id), 'approve');
  await operate(instanceId, 'resume');
  await operate(instanceId, 'migrate', { definitionId: await deployRenamed() });
  await journey.follow(id);
});
await stack.stop();
await end();

async function record(
  name: string,
  play: (dossier: DossierDetail, instanceId: string) => Promise<void>,
): Promise<void> {
  if (chosen.length > 0 && !chosen.includes(name)) return;
  const draft = {
    awardCode: 'CSTDCS',
    unitId: seedId('unit', 'TCTK-TKTH'),
    periodFrom: 2026,
    periodTo: 2026,
  };
  const dossier = expectOk(await clerk.post<DossierDetail>('/api/dossiers', draft));
  const nominee = {
    kind: 'person',
    personId: seedId('person', 'tkth.03'),
    achievement: 'Hoàn thành xuất sắc',
  };
  expectOk(await clerk.post(`/api/dossiers/${dossier.id}/nominations`, nominee));
  await attachPapers(stack.database, dossier.id);
  // One nominee for every history, who is then proposed twice.
  const body = { ineligibleReason: 'Dữ liệu thử.' };
  const { instanceId } = expectOk(
    await clerk.post<{ instanceId: string }>(`/api/dossiers/${dossier.id}/submit`, body),
  );
  await play(dossier, instanceId);
  const workflow = stack.temporal.client.workflow.getHandle(instanceId);
  await workflow.result();
  const file = new URL(`./histories/${name}.json`, import.meta.url);
  await writeFile(file, `${historyToJSON(await workflow.fetchHistory())}\n`);
}

/** Holds sessions until a person of the role has something to decide. */
async function untilTaskOf(dossierId: string, role: string) {
  for (;;) {
    const { tasks } = await journey.dossier('admin', dossierId);
    const task = tasks.find((candidate) => candidate.status === 'open');
    if (task?.candidateRole === role) return task;
    if (task) await journey.decide(task, 'approve');
    else if (!(await journey.settlePaper(dossierId))) await journey.holdSessions(dossierId);
  }
}

async function detailOf(instanceId: string): Promise<InstanceDetail> {
  const admin = await journey.as('admin');
  return expectOk(await admin.get<InstanceDetail>(`/api/instances/${instanceId}`));
}

/** Waits for an element to be open. @returns its visit */
async function untilOpen(instanceId: string, element: string): Promise<string> {
  return untilAnswered(async () => {
    const { visits } = await detailOf(instanceId);
    return visits.find((visit) => visit.element === element)?.visit;
  });
}

/** Does an administrator's operation and waits until the process has taken it up. */
async function operate(instanceId: string, name: string, body: object = {}): Promise<void> {
  const admin = await journey.as('admin');
  expectOk(await admin.post(`/api/instances/${instanceId}/${name}`, { reason, ...body }));
  const settled = await untilAnswered(async () => {
    const { operations } = await detailOf(instanceId);
    return operations.every(({ status }) => status === 'done' || status === 'refused') && operations;
  });
  if (settled.some(({ status }) => status === 'refused')) throw new Error(`${name} was refused`);
}

/** Deploys the newest version with another name for one of its steps. */
async function deployRenamed(): Promise<string> {
  const admin = await journey.as('admin');
  const { items } = expectOk(await admin.get<{ items: DefinitionSummary[] }>('/api/definitions'));
  const newest = items.find(({ processId, isNewest }) => processId === 'award-chain' && isNewest);
  const { files } = expectOk(await admin.get<DefinitionDetail>(`/api/definitions/${newest?.id}`));
  const changed = files.map(({ name, content }) => ({
    name,
    content: content.replace(/(id="department-head-decides" name=")[^"]*/, '$1Thủ trưởng quyết định'),
  }));
  const body = { files: changed, reason, confirm: true };
  return expectOk(await admin.post<DeployResult>('/api/definitions', body)).id;
}
