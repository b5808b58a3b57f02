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
};

export const subjectPath = ({ kind, id }: { kind: SubjectKind; id: string }): string =>
  `${pages[kind]}/${id}`;
