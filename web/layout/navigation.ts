import type { Me, Role } from '../../api/contract/index.ts';
import { holds } from '../queries/session.ts';

export type Area =
  | 'home'
  | 'tasks'
  | 'dossiers'
  | 'plans'
  | 'campaigns'
  | 'initiatives'
  | 'papers'
  | 'blocs'
  | 'roleModels'
  | 'reviews'
  | 'councils'
  | 'postings'
  | 'submissions'
  | 'party'
  | 'ledger'
  | 'admin'
  | 'organisation'
  | 'calendar'
  | 'overlays'
  | 'definitions'
  | 'audit';

const areas: { area: Area; path: string; roles: Role[] | 'all' }[] = [
  { area: 'home', path: '/', roles: 'all' },
  { area: 'tasks', path: '/tasks', roles: ['clerk', 'appraiser', 'secretary', 'chair', 'head', 'registrar'] },
  { area: 'dossiers', path: '/dossiers', roles: 'all' },
  { area: 'plans', path: '/plans', roles: ['clerk', 'appraiser', 'head', 'admin'] },
  { area: 'campaigns', path: '/campaigns', roles: 'all' },
  { area: 'initiatives', path: '/initiatives', roles: 'all' },
  { area: 'papers', path: '/office-papers', roles: 'all' },
  { area: 'blocs', path: '/blocs', roles: ['clerk', 'appraiser', 'head', 'admin', 'member'] },
  { area: 'roleModels', path: '/role-models', roles: 'all' },
  { area: 'reviews', path: '/reviews', roles: ['clerk', 'appraiser', 'head'] },
  { area: 'councils', path: '/councils', roles: ['member', 'secretary', 'chair', 'admin'] },
  { area: 'submissions', path: '/papers', roles: ['appraiser', 'head', 'registrar', 'admin'] },
  { area: 'party', path: '/party-management', roles: ['appraiser', 'admin'] },
  { area: 'postings', path: '/postings', roles: ['appraiser'] },
  { area: 'ledger', path: '/ledger', roles: ['clerk', 'appraiser', 'head', 'registrar', 'admin'] },
  { area: 'admin', path: '/admin', roles: ['admin'] },
  { area: 'organisation', path: '/admin/organisation', roles: ['admin'] },
  { area: 'calendar', path: '/admin/calendar', roles: ['admin'] },
  { area: 'overlays', path: '/admin/overlays', roles: ['admin'] },
  { area: 'definitions', path: '/admin/definitions', roles: ['admin'] },
  { area: 'audit', path: '/admin/audit', roles: ['admin'] },
];

/** The areas that an account's roles have use for, in the order of the menu. */
export const areasOf = (me: Me): { area: Area; path: string }[] =>
  areas.filter(({ roles }) => roles === 'all' || holds(me, ...roles));

/**
 * The area that an address belongs to; a session belongs to the councils, a scoring to the plans, legal documents to the papers, a
 * bloc's year to the blocs, a unit or a person to the organisation, notices to none.
 */
export function areaOf(pathname: string): Area | null {
  if (pathname === '/') return 'home';
  if (pathname.startsWith('/sessions/')) return 'councils';
  if (pathname.startsWith('/plan-scorings/')) return 'plans';
  if (pathname.startsWith('/legal-documents')) return 'papers';
  if (pathname.startsWith('/bloc-years/')) return 'blocs';
  if (/^\/admin\/(units|people)\//.test(pathname)) return 'organisation';
  const longestFirst = [...areas].sort((a, b) => b.path.length - a.path.length);
  return longestFirst.find(({ path }) => path !== '/' && pathname.startsWith(path))?.area ?? null;
}
