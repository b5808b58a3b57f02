import { describe, expect, it } from 'vitest';
import type { Me, Role } from '../../api/contract/index.ts';
import { areaOf, areasOf } from './navigation.ts';

const holding = (...roles: Role[]) =>
  ({
    roles: roles.map((role) => ({ role, unit: null, council: null, validFrom: '2026-01-01', validTo: null })),
  }) as unknown as Me;

describe('the menu shows what the roles have use for', () => {
  it.each([
    [
      ['clerk'],
      [
        'home',
        'tasks',
        'dossiers',
        'plans',
        'campaigns',
        'initiatives',
        'papers',
        'blocs',
        'roleModels',
        'reviews',
        'ledger',
      ],
    ],
    [
      ['member'],
      ['home', 'dossiers', 'campaigns', 'initiatives', 'papers', 'blocs', 'roleModels', 'councils'],
    ],
    [
      ['head', 'member'],
      [
        'home',
        'tasks',
        'dossiers',
        'plans',
        'campaigns',
        'initiatives',
        'papers',
        'blocs',
        'roleModels',
        'reviews',
        'councils',
        'submissions',
        'ledger',
      ],
    ],
    [
      ['admin'],
      [
        'home',
        'dossiers',
        'plans',
        'campaigns',
        'initiatives',
        'papers',
        'blocs',
        'roleModels',
        'councils',
        'submissions',
        'party',
        'ledger',
        'admin',
        'organisation',
        'calendar',
        'overlays',
        'definitions',
        'audit',
      ],
    ],
  ] as [Role[], string[]][])('%j sees %j', (roles, expected) => {
    expect(areasOf(holding(...roles)).map(({ area }) => area)).toEqual(expected);
  });
});

it.each([
  ['/', 'home'],
  ['/dossiers/new', 'dossiers'],
  ['/sessions/1', 'councils'],
  ['/admin/people/1', 'organisation'],
  ['/plans/1', 'plans'],
  ['/campaigns/1', 'campaigns'],
  ['/plan-scorings/1', 'plans'],
  ['/office-papers/1', 'papers'],
  ['/legal-documents', 'papers'],
  ['/bloc-years/1', 'blocs'],
  ['/role-models/1', 'roleModels'],
  ['/admin', 'admin'],
  ['/admin/overlays', 'overlays'],
  ['/admin/audit', 'audit'],
  ['/admin/definitions/1', 'definitions'],
  ['/admin/instances/1', 'admin'],
  ['/admin/calendar', 'calendar'],
  ['/ledger/people/1', 'ledger'],
  ['/notices', null],
])('%s belongs to %s', (path, area) => expect(areaOf(path)).toBe(area));
