import type { PersonLedger, RoleModelDetail } from '../../api/contract/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import type { ApiClient } from './api-client.ts';
import { completeTask, openTask } from './blocs.ts';
import { expectOk } from './journey.ts';

const nominee = seedId('person', 'tkth.03');

/**
 * Plays a role model of the demo's department from the proposal to the public page, by the public API alone: reviewed by the standing
 * body, consented to by the person, decided by the head. Returns its id.
 * @throws JourneyError when a step is refused
 */
export async function playRoleModel(as: (login: string) => Promise<ApiClient>): Promise<string> {
  const clerk = await as('clerk.tkth');
  const ledger = expectOk(await clerk.get<PersonLedger>(`/api/people/${nominee}/ledger`));
  const model = expectOk(
    await clerk.post<RoleModelDetail>('/api/role-models', {
      unitId: seedId('unit', 'TCTK-TKTH'),
      personId: nominee,
      year: 2024,
      title: 'Người đưa số liệu thống kê đến gần người dùng tin',
      field: 'Phổ biến thông tin thống kê',
      story:
        'Chủ động cải tiến quy trình tổng hợp, rút ngắn thời gian công bố số liệu.\nTận tình hướng dẫn đồng nghiệp, được tập thể tín nhiệm.',
      awardIds: ledger.lines.flatMap((line) =>
        line.kind === 'award' && line.status === 'in_force' && line.struck === null ? [line.id] : [],
      ),
    }),
  );
  const path = `/api/role-models/${model.id}`;
  expectOk(await clerk.post(`${path}/submit`));
  await completeTask(await as('appraiser.tctk'), path, 'review-model');
  await openTask(clerk, path, 'obtain-consent');
  const person = await as('tkth.03');
  expectOk(await person.post(`${path}/consent`, { fields: ['name', 'post', 'unit', 'story', 'awards'] }));
  await completeTask(await as('head.tctk'), path, 'head-publishes');
  return model.id;
}
