import { z } from 'zod';
import { type CommendationKind, commendationKindSchema } from './law/criteria.ts';
import { type Bilingual, bilingualSchema, sourceFields } from './law/source.ts';
import { type FileProblem, readYamlFile } from './law/yaml-file.ts';
import { basisPoints } from './percent.ts';

const caseLoadSchema = z.strictObject({
  year: z.int().min(1945).max(2200),
  cases: z
    .array(
      z.strictObject({
        kind: commendationKindSchema,
        count: z.int().min(0),
        /** Share that the source prints, hundredths of a percent; only to compare with. */
        printed: z.int().min(0).max(10_000),
        note: bilingualSchema.optional(),
      }),
    )
    .min(1),
  ...sourceFields,
});
/** Cases of a year by kind of commendation, as a file of `rules/statistics/` counts them. */
export type CaseLoad = z.infer<typeof caseLoadSchema>;

export interface CaseLoadRow {
  kind: CommendationKind;
  count: number;
  /** Share of all cases, computed from the counts, hundredths of a percent. */
  share: number;
  /** Share that the source prints, hundredths of a percent. */
  printed: number;
  /** Does the source print another share? */
  differs: boolean;
  note?: Bilingual | undefined;
}

/** Reads a case load from YAML; every problem with its line. */
export function parseCaseLoad(
  text: string,
  fileName: string,
): { caseLoad: CaseLoad; problems?: never } | { caseLoad?: never; problems: FileProblem[] } {
  const { value, problems } = readYamlFile(text, fileName, caseLoadSchema);
  return value === undefined ? { problems } : { caseLoad: value };
}

/** The table of a year: the total, and each kind with its share. Percentages are computed, never stored. */
export function caseLoadTable({ cases }: CaseLoad): { total: number; rows: CaseLoadRow[] } {
  const total = cases.reduce((sum, { count }) => sum + count, 0);
  const rows = cases.map(({ kind, count, printed, note }) => {
    const share = total === 0 ? 0 : basisPoints(count, total);
    return { kind, count, share, printed, differs: share !== printed, ...(note && { note }) };
  });
  return { total, rows };
}
