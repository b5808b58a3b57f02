import type { SubjectRef } from '../../api/contract/index.ts';

const pages: Record<SubjectRef['kind'], string> = {
  dossier: '/dossiers',
  session: '/sessions',
  work_plan: '/plans',
  plan_scoring: '/plan-scorings',
  bloc_year: '/bloc-years',
  role_model: '/role-models',
  initiative: '/initiatives',
  office_paper: '/office-papers',
  paper: '/papers',
};

/** Page of what a task or notice is about. */
export const subjectPath = ({ kind, id }: Pick<SubjectRef, 'kind' | 'id'>): string => `${pages[kind]}/${id}`;
