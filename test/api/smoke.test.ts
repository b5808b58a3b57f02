import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, startApiWorld } from './world.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.close());
test('walk', async () => {
  const doc = await world.stranger().get<any>('/api/openapi.json');
  console.log(doc.status, Object.keys(doc.body.paths).length);
  const clerk = await world.as('clerk.tkth');
  for (const p of [
    '/api/session',
    '/api/awards',
    '/api/units?q=Thong',
    '/api/units?mine=true',
    '/api/people?q=a',
    '/api/campaigns',
    '/api/dossiers',
    '/api/tasks',
    '/api/councils',
    '/api/sessions',
    '/api/notices',
    '/api/health',
    '/api/dossiers/nominations-template.xlsx',
    '/api/admin/overview',
    '/api/docs',
  ]) {
    const r = await clerk.get(p);
    console.log(p, r.status, JSON.stringify(r.body).slice(0, 300));
  }
  const admin = await world.as('admin');
  for (const p of ['/api/admin/overview', '/api/audit']) {
    const r = await admin.get(p);
    console.log(p, r.status, JSON.stringify(r.body).slice(0, 300));
  }
});
