import type { Bilingual } from './law/source.ts';

/** What a process can be about. */
export const subjectKinds = [
  'dossier',
  'session',
  'work_plan',
  'plan_scoring',
  'initiative',
  'office_paper',
  'paper',
  'bloc_year',
  'role_model',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What people call a subject of a kind, in the middle of a sentence. */
export const subjectWords: Record<SubjectKind, Bilingual> = {
  dossier: { vi: 'hồ sơ', en: 'dossier' },
  session: { vi: 'phiên họp', en: 'session' },
  work_plan: { vi: 'kế hoạch', en: 'work plan' },
  plan_scoring: { vi: 'đợt chấm điểm', en: 'scoring' },
  initiative: { vi: 'sáng kiến', en: 'initiative' },
  office_paper: { vi: 'văn bản', en: 'paper' },
  paper: { vi: 'văn bản', en: 'paper' },
  bloc_year: { vi: 'năm thi đua của khối', en: 'year of the bloc' },
  role_model: { vi: 'điển hình tiên tiến', en: 'role model' },
};

/** Page of a subject, from the root of the site. */
const pages: Record<SubjectKind, string> = {
  dossier: '/dossiers',
  session: '/sessions',
  work_plan: '/plans',
  plan_scoring: '/plan-scorings',
  initiative: '/initiatives',
  office_paper: '/office-papers',
  paper: '/papers',
  bloc_year: '/bloc-years',
  role_model: '/role-models',
};

export const subjectPath = ({ kind, id }: { kind: SubjectKind; id: string }): string =>
  `${pages[kind]}/${id}`;
