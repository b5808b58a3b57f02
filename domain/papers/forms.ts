import type { PaperDraft } from './draft.ts';
import type { LineKind } from './outline.ts';

/** Papers of the emulation year that an organisation issues. */
export const officePaperKinds = [
  'plan', // kế hoạch thi đua năm
  'launch', // kế hoạch phát động phong trào
  'interim_review', // báo cáo sơ kết
  'final_review', // báo cáo tổng kết
  'regulation', // quyết định ban hành quy chế
  'repeal', // quyết định bãi bỏ quy chế
] as const;
export type OfficePaperKind = (typeof officePaperKinds)[number];

export interface PaperForm {
  /** Type as printed, and its abbreviation in symbols (Decree 30/2020/NĐ-CP Annex III). */
  name: string;
  type: string;
  /** A decision speaks in articles of its own; what people write of a regulation is attached to it. */
  isDecision: boolean;
  /** Is it about a campaign? */
  campaign: 'required' | 'optional' | 'none';
  /** Does it stand in the place of an earlier regulation? */
  replaces: 'required' | 'optional' | 'none';
  lines: readonly LineKind[];
}

const text = ['part', 'section', 'clause', 'point', 'paragraph', 'dash', 'plus'] as const;
const plan = { name: 'KẾ HOẠCH', type: 'KH', isDecision: false, replaces: 'none', lines: text } as const;
const report = { name: 'BÁO CÁO', type: 'BC', isDecision: false, replaces: 'none', lines: text } as const;
const decision = { name: 'QUYẾT ĐỊNH', type: 'QĐ', isDecision: true, campaign: 'none' } as const;

export const paperForms: Record<OfficePaperKind, PaperForm> = {
  plan: { ...plan, campaign: 'optional' },
  launch: { ...plan, campaign: 'required' },
  interim_review: { ...report, campaign: 'required' },
  final_review: { ...report, campaign: 'required' },
  regulation: {
    ...decision,
    replaces: 'optional',
    lines: ['chapter', 'article', 'clause', 'point', 'paragraph', 'dash'],
  },
  repeal: { ...decision, replaces: 'required', lines: [] },
};

/** Something in a draft that its form does not have or that it lacks; `path` as in the draft, e.g. `lines[3].kind`. */
export interface DraftProblem {
  path: string;
  code: 'line_kind_unfit' | 'unexpected' | 'missing';
}

/** What keeps a draft from being a paper of its kind: a field it must have or cannot have, a line its form does not know. */
export function draftProblems(kind: OfficePaperKind, draft: PaperDraft): DraftProblem[] {
  const form = paperForms[kind];
  const field = (path: keyof PaperDraft, wanted: boolean): DraftProblem[] => {
    if ((draft[path] !== null) === wanted) return [];
    return [{ path, code: wanted ? 'missing' : 'unexpected' }];
  };
  return [
    ...draft.lines.flatMap((line, i): DraftProblem[] =>
      form.lines.includes(line.kind) ? [] : [{ path: `lines[${i}].kind`, code: 'line_kind_unfit' }],
    ),
    ...field('executors', form.isDecision),
    ...field('overlay', kind === 'regulation'),
    ...field('effectiveFrom', kind === 'repeal'),
    ...(form.isDecision ? field('opening', false) : []),
  ];
}
