import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CalendarFile, parseCalendar } from '../../domain/calendar.ts';
import { type CaseLoad, parseCaseLoad } from '../../domain/case-load.ts';
import { checkOverlaps, parseRuleSet } from '../../domain/law/load.ts';
import type { RuleSet } from '../../domain/law/rule-set.ts';
import type { FileProblem } from '../../domain/law/yaml-file.ts';

/** The rule-sets that ship with the system. */
export const rulesFolder = fileURLToPath(new URL('../../rules', import.meta.url));

/** A file of `rules/` was refused; the message names every problem with file and line. */
export class FilesRefusedError extends Error {
  readonly code = 'rule_files_refused';
  readonly problems: FileProblem[];
  constructor(problems: FileProblem[]) {
    super(
      problems
        .map(({ file, line, path, message }) => `${file}:${line}: ${path}: ${message.en} ${message.vi}`)
        .join('\n'),
    );
    this.problems = problems;
  }
}

/** Reads and checks every `*.yaml` of a folder, earliest first. @throws FilesRefusedError */
export async function readRuleSets(folder: string = rulesFolder): Promise<RuleSet[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const problems: FileProblem[] = [];
  const sets: { ruleSet: RuleSet; file: string; text: string }[] = [];
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8');
    const parsed = parseRuleSet(text, file);
    if (parsed.problems) problems.push(...parsed.problems);
    else sets.push({ ruleSet: parsed.ruleSet, file, text });
  }
  problems.push(...checkOverlaps(sets));
  if (problems.length > 0) throw new FilesRefusedError(problems);
  return sets.map(({ ruleSet }) => ruleSet).sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
}

/** Reads and checks the case loads of `statistics/` in a folder of rules, the earliest year first. @throws FilesRefusedError */
export async function readCaseLoads(folder: string = rulesFolder): Promise<CaseLoad[]> {
  const files = (await readdir(join(folder, 'statistics'))).filter((file) => file.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, 'statistics', file), 'utf8');
      const { caseLoad, problems } = parseCaseLoad(text, `statistics/${file}`);
      if (problems) throw new FilesRefusedError(problems);
      return caseLoad;
    }),
  );
}

/** Reads and checks the calendars of `calendar/` in a folder of rules. @throws FilesRefusedError */
export async function readCalendars(folder: string = rulesFolder): Promise<CalendarFile[]> {
  const files = (await readdir(join(folder, 'calendar'))).filter((file) => file.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, 'calendar', file), 'utf8');
      const { calendar, problems } = parseCalendar(text, `calendar/${file}`);
      if (problems) throw new FilesRefusedError(problems);
      return calendar;
    }),
  );
}
