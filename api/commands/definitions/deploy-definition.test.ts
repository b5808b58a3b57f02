import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk } from '../../../cli/demo/journey.ts';
import { processDefinitions, processInstances, roleGrants } from '../../../db/schema/index.ts';
import { seedId } from '../../../db/seed/seed-id.ts';
import { type Refusable, submittedDossier } from '../../../test/api/fixtures.ts';
import { auditOf } from '../../../test/api/outbox-events.ts';
import { type ApiWorld, startApiWorld } from '../../../test/api/world.ts';
import type {
  DefinitionDetail,
  DefinitionSummary,
  DeploymentCheck,
  DeployResult,
  ModelDiff,
} from '../../contract/definitions.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());

const reason = 'Sửa tên bước theo quy chế mới';
const model = (task: string, more = '') => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="small" name="Quy trình nhỏ" isExecutable="true">
<startEvent id="S"/><userTask id="${task}"/><endEvent id="E"/>
<sequenceFlow id="F1" sourceRef="S" targetRef="${task}"/><sequenceFlow id="F2" sourceRef="${task}" targetRef="E"/>${more}</process></definitions>`;
const bpmn = (content: string, name = 'small.bpmn') => ({ name, content });
const deadEnd = '<task id="X"/><sequenceFlow id="F3" sourceRef="A" targetRef="X"/>';

async function deploy(body: object, login = 'admin') {
  const client = await world.as(login);
  return client.post<Refusable<DeployResult>>('/api/definitions', { reason, ...body });
}
const list = async () =>
  expectOk(await (await world.as('admin')).get<{ items: DefinitionSummary[] }>('/api/definitions')).items;
const newest = async () =>
  (await list()).find(({ processId, isNewest }) => processId === 'small' && isNewest);
const stored = () => world.db.$count(processDefinitions);

test('files become a version with an audit row; the same content is the same version; older content becomes the newest again', async () => {
  const first = expectOk(await deploy({ files: [bpmn(model('A'))] }));
  expect(first).toMatchObject({ version: 1, isNew: true });
  expect(await auditOf(world, first.id)).toEqual(['definition.deploy']);
  expect(expectOk(await deploy({ files: [bpmn(model('A'))] }))).toMatchObject({ id: first.id, isNew: false });

  const second = expectOk(await deploy({ files: [bpmn(model('B'))] }));
  expect(await newest()).toMatchObject({ id: second.id, version: 2, name: 'Quy trình nhỏ' });
  expect(expectOk(await deploy({ files: [bpmn(model('A'))] }))).toMatchObject({ version: 1, isNew: false });
  expect(await newest()).toMatchObject({ id: first.id, deployedBy: { fullName: expect.any(String) } });

  const admin = await world.as('admin');
  const detail = expectOk(await admin.get<DefinitionDetail>(`/api/definitions/${second.id}`));
  expect(detail).toMatchObject({ files: [{ name: 'small.bpmn' }], processes: [{ process: 'small' }] });
  const diff = expectOk(await admin.get<ModelDiff>(`/api/definitions/${first.id}/diff?to=${second.id}`));
  const changes = diff.processes[0]?.elements.map(({ element, change }) => `${change} ${element}`);
  expect(changes).toEqual(expect.arrayContaining(['added B', 'removed A']));
});

test('two deployments at once get two versions', async () => {
  const answers = await Promise.all(['C', 'D'].map((task) => deploy({ files: [bpmn(model(task))] })));
  const versions = answers.map((answer) => expectOk(answer).version);
  expect(new Set(versions).size).toBe(2);
});

test.each<[what: string, body: object, status: number, code: string, path?: string]>([
  [
    'a model with errors',
    { files: [bpmn(model('A', '<startEvent id="A"/>'))] },
    422,
    'model_invalid',
    'small.bpmn#A',
  ],
  ['a file that is no model', { files: [bpmn('xin chào')] }, 422, 'model_invalid', 'small.bpmn'],
  ['warnings that nobody has read', { files: [bpmn(model('A', deadEnd))] }, 409, 'confirmation_required'],
  ['a file name twice', { files: [bpmn(model('A')), bpmn(model('B'))] }, 422, 'file_listed_twice'],
  ['a process that is not there', { files: [bpmn(model('A'))], processId: 'big' }, 422, 'process_not_chosen'],
  [
    'a file that is no kind of model',
    { files: [bpmn('x', 'x.exe')] },
    400,
    'invalid_request',
    'files[0].name',
  ],
  ['no reason', { files: [bpmn(model('A'))], reason: ' ' }, 400, 'invalid_request', 'reason'],
])('%s is refused, and nothing is stored', async (_, body, status, code, path) => {
  const before = await stored();
  const answer = await deploy(body);
  expect(answer).toMatchObject({ status, body: { code } });
  if (path !== undefined) expect(answer.body.errors?.map((error) => error.path)).toContain(path);
  expect(await stored()).toBe(before);
});

test('warnings are accepted once they are confirmed, and told again', async () => {
  const answer = expectOk(await deploy({ files: [bpmn(model('A', deadEnd))], confirm: true }));
  expect(answer.problems.map(({ severity }) => severity)).toContain('warning');
});

test('an administrator of a part of the organisation reads definitions and deploys none', async () => {
  await world.db.insert(roleGrants).values({
    accountId: seedId('account', 'head.tctk'),
    role: 'admin',
    unitId: seedId('unit', 'TCTK'),
    validFrom: '2026-01-01',
  });
  const client = await world.as('head.tctk');
  expect((await client.get('/api/definitions')).status).toBe(200);
  expect((await deploy({ files: [bpmn(model('Z'))] }, 'head.tctk')).body.code).toBe('forbidden');
  expect((await deploy({ files: [bpmn(model('Z'))] }, 'clerk.tkth')).body.code).toBe('forbidden');
  expect((await (await world.as('clerk.tkth')).get('/api/definitions')).status).toBe(403);
});

test('a check changes nothing; the shipped models again are the version that is there', async () => {
  const admin = await world.as('admin');
  const before = await stored();
  const award = (await list()).find(({ processId }) => processId === 'award-chain');
  const { files } = expectOk(await admin.get<DefinitionDetail>(`/api/definitions/${award?.id}`));
  const check = expectOk(await admin.post<DeploymentCheck>('/api/definitions/check', { files }));
  expect(check).toMatchObject({
    processId: 'award-chain',
    hash: award?.hash,
    sameAs: award?.version,
    diff: { processes: [], decisions: [] },
  });
  expect(await stored()).toBe(before);
});

test('a dossier starts on the version that is the newest then, and its start names it', async () => {
  const { instanceId } = await submittedDossier(world);
  const [instance] = await world.db
    .select()
    .from(processInstances)
    .where(eq(processInstances.id, instanceId));
  const award = (await list()).find(({ processId, isNewest }) => processId === 'award-chain' && isNewest);
  expect(instance?.definitionId).toBe(award?.id);
});
