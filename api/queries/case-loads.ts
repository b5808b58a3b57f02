import { readCaseLoads } from '../../db/seed/read-rules.ts';
import { caseLoadTable } from '../../domain/case-load.ts';
import type { CommandContext } from '../context.ts';
import type { CaseLoad } from '../contract/case-loads.ts';
import { type Page, pageOf } from './paging.ts';

/** The shipped files, read once per process. */
let shipped: ReturnType<typeof readCaseLoads> | undefined;

/** Case loads by year, the newest first; percentages are computed, never stored. */
export async function findCaseLoads({ actor }: CommandContext, page: Page) {
  shipped ??= readCaseLoads();
  const tables = (await shipped).map((load): CaseLoad => {
    const { total, rows } = caseLoadTable(load);
    return {
      year: load.year,
      total,
      rows: rows.map(({ note, ...row }) => ({ ...row, note: note?.[actor.locale] ?? null })),
      citation: load.citation,
      grade: load.grade,
    };
  });
  return pageOf(tables.reverse(), page);
}
