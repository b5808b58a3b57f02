import { eq, inArray } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { legalDocumentsById, type OfficePaper, regulationById } from '../../../db/office-papers/papers.ts';
import { units } from '../../../db/schema/index.ts';
import type { Bilingual } from '../../../domain/law/source.ts';
import { effectiveFromOf, type PaperDraft } from '../../../domain/papers/draft.ts';
import { type DraftProblem, draftProblems } from '../../../domain/papers/forms.ts';
import { toBeWritten } from '../../../domain/papers/skeleton.ts';
import { ApiError, type ErrorCode } from '../../errors.ts';
import { readOverlay } from '../overlays/overlay-guards.ts';

type Fault = { path: string; code: DraftProblem['code'] | 'unknown' | 'to_be_written' };

const sentences: Record<Fault['code'], Bilingual> = {
  line_kind_unfit: {
    vi: 'Thể loại văn bản này không có loại dòng đó.',
    en: 'This kind of paper has no such line.',
  },
  unexpected: { vi: 'Thể loại văn bản này không có mục đó.', en: 'This kind of paper has no such field.' },
  missing: { vi: 'Cần điền mục này.', en: 'This field is needed.' },
  unknown: { vi: 'Không có trong danh mục.', en: 'There is no such entry.' },
  to_be_written: { vi: 'Dòng này chưa viết.', en: 'This line is still to be written.' },
};

function refuse(code: ErrorCode, faults: Fault[]): void {
  if (faults.length === 0) return;
  throw new ApiError(code, {
    errors: (locale) =>
      faults.map((fault) => ({
        path: `draft.${fault.path}`,
        code: fault.code,
        detail: sentences[fault.code][locale],
      })),
  });
}

/**
 * What even an unfinished draft must not say: fields and lines that its form does not have, documents and units that do not
 * exist, rules that contradict the law.
 * @throws ApiError office_paper_invalid, overlay_refused, no_rule_set, unit_not_found
 */
export async function requireSound(db: Executor, paper: OfficePaper, draft: PaperDraft): Promise<void> {
  const cited = await legalDocumentsById(
    db,
    draft.bases.map(({ documentId }) => documentId),
  );
  const unitIds = draft.recipients.flatMap(({ unitId }) => unitId ?? []);
  const known = await db.select({ id: units.id }).from(units).where(inArray(units.id, unitIds));
  refuse('office_paper_invalid', [
    ...draftProblems(paper.kind, draft).filter(({ code }) => code !== 'missing'),
    ...draft.bases.flatMap(({ documentId }, i): Fault[] =>
      cited.has(documentId) ? [] : [{ path: `bases[${i}].documentId`, code: 'unknown' }],
    ),
    ...draft.recipients.flatMap(({ unitId }, i): Fault[] =>
      unitId === null || known.some(({ id }) => id === unitId)
        ? []
        : [{ path: `recipients[${i}].unitId`, code: 'unknown' }],
    ),
  ]);
  if (draft.overlay !== null) await readOverlay(db, paper.unitId, draft.overlay, null);
}

/**
 * What a draft must say before it is signed: everything that its form has, no line left to be written, rules that begin in time.
 * @throws ApiError office_paper_unfinished, overlay_refused, no_rule_set, office_paper_starts_past, regulation_ended,
 *   regulation_starts_later
 */
export async function requireFinished(
  db: Executor,
  paper: OfficePaper,
  draft: PaperDraft,
  today: string,
): Promise<void> {
  const gaps = [
    ...(draft.title.includes(toBeWritten) ? ['title'] : []),
    ...draft.lines.flatMap(({ text }, i) => (text.trim() === toBeWritten ? [`lines[${i}].text`] : [])),
  ];
  refuse('office_paper_unfinished', [
    ...draftProblems(paper.kind, draft),
    ...(draft.lines.length === 0 && paper.kind !== 'repeal'
      ? [{ path: 'lines', code: 'missing' as const }]
      : []),
    ...gaps.map((path): Fault => ({ path, code: 'to_be_written' })),
  ]);
  if (draft.overlay !== null) await readOverlay(db, paper.unitId, draft.overlay, null);
  await requireInTime(db, paper, draft, today);
}

/**
 * Rules begin on the day of the paper at the earliest, and after the regulation that they replace, which must still last.
 * @throws ApiError office_paper_starts_past, regulation_ended, regulation_starts_later
 */
export async function requireInTime(
  db: Executor,
  paper: OfficePaper,
  draft: PaperDraft,
  today: string,
): Promise<void> {
  const from = effectiveFromOf(draft);
  if (from === null) return;
  if (from < today) throw new ApiError('office_paper_starts_past', { parameters: { date: from } });
  const replaced = paper.replacesId === null ? undefined : await regulationById(db, paper.replacesId);
  if (!replaced) return;
  if (replaced.overlay.effectiveTo !== null) throw new ApiError('regulation_ended');
  if (from <= replaced.overlay.effectiveFrom)
    throw new ApiError('regulation_starts_later', { parameters: { date: replaced.overlay.effectiveFrom } });
}

/** The unit, which must issue papers under a symbol of its own. @throws ApiError unit_not_found, unit_issues_no_papers */
export async function issuingUnit(db: Executor, unitId: string): Promise<{ name: string }> {
  const [unit] = await db
    .select({ name: units.name, paperSymbol: units.paperSymbol })
    .from(units)
    .where(eq(units.id, unitId));
  if (!unit) throw new ApiError('unit_not_found');
  if (!unit.paperSymbol) throw new ApiError('unit_issues_no_papers', { parameters: { unit: unit.name } });
  return unit;
}
