import { isMap, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { resolveReferences } from './references.ts';
import { type RuleSet, ruleSetFileSchema } from './rule-set.ts';
import type { Bilingual } from './source.ts';

/** Why a rule-set was refused, and where. */
export interface RuleSetProblem {
  file: string;
  /** Line in the file, from 1. */
  line: number;
  code:
    | 'not_yaml'
    | 'unknown_field'
    | 'missing_value'
    | 'wrong_value'
    | 'unknown_reference'
    | 'listed_twice'
    | 'dates_overlap';
  /** The value meant, e.g. `awards[3].decider.citation`; empty for the file as a whole. */
  path: string;
  message: Bilingual;
}

export type ParsedRuleSet =
  | { ruleSet: RuleSet; problems?: never }
  | { ruleSet?: never; problems: RuleSetProblem[] };

export type Path = (string | number)[];
export type Report = (path: Path, code: RuleSetProblem['code'], vi: string, en: string) => void;

/**
 * Reads a rule-set from the YAML text of a file of `rules/`. Every problem of the file is reported with its line: a field
 * that is unknown, a value without citation, a name that nothing defines.
 */
export function parseRuleSet(text: string, fileName: string): ParsedRuleSet {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const problems: RuleSetProblem[] = [];
  const report: Report = (path, code, vi, en) => {
    problems.push({ file: fileName, line: lineOf(path), code, path: printedPath(path), message: { vi, en } });
  };

  /** Line of a value, or of the nearest thing around it that the file does have. */
  function lineOf(path: Path): number {
    for (let length = path.length; length >= 0; length--) {
      const parent = document.getIn(path.slice(0, length - 1), true);
      const key = path[length - 1];
      const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(key)) : undefined;
      const node = (pair?.key ?? document.getIn(path.slice(0, length), true)) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }

  for (const error of document.errors) {
    problems.push({
      file: fileName,
      line: lines.linePos(error.pos[0]).line,
      code: 'not_yaml',
      path: '',
      message: { vi: `Không đọc được YAML: ${error.message}`, en: `Not readable as YAML: ${error.message}` },
    });
  }
  if (problems.length > 0) return { problems };

  const checked = ruleSetFileSchema.safeParse(document.toJS());
  if (!checked.success) {
    for (const issue of checked.error.issues) reportIssue(issue, report);
    return { problems };
  }
  const ruleSet = resolveReferences(checked.data, report);
  return problems.length > 0 ? { problems } : { ruleSet };
}

/** The rule-set in force on `date` (`YYYY-MM-DD`); undefined if none is. Unconfirmed sets are never in force. */
export function ruleSetOn<Set extends Pick<RuleSet, 'status' | 'effectiveFrom' | 'effectiveTo'>>(
  sets: readonly Set[],
  date: string,
): Set | undefined {
  return sets.find(
    (set) =>
      set.status === 'in_force' &&
      set.effectiveFrom <= date &&
      (set.effectiveTo === null || date <= set.effectiveTo),
  );
}

/** Problems that several rule-sets have together: two of them in force on the same day. */
export function checkRuleSets(
  sets: readonly { ruleSet: RuleSet; file: string; text: string }[],
): RuleSetProblem[] {
  const inForce = sets
    .filter(({ ruleSet }) => ruleSet.status === 'in_force')
    .sort((a, b) => a.ruleSet.effectiveFrom.localeCompare(b.ruleSet.effectiveFrom));
  return inForce.flatMap((later, i) => {
    const earlier = inForce[i - 1];
    if (!earlier || (earlier.ruleSet.effectiveTo ?? '9999-12-31') < later.ruleSet.effectiveFrom) return [];
    const end = earlier.ruleSet.effectiveTo;
    const line = later.text.split('\n').findIndex((text) => text.startsWith('effectiveFrom:')) + 1;
    return [
      {
        file: later.file,
        line,
        code: 'dates_overlap' as const,
        path: 'effectiveFrom',
        message: {
          vi: `Thời gian hiệu lực trùng với ${earlier.ruleSet.id} (${end === null ? 'chưa có ngày hết hiệu lực' : `đến ${end}`}).`,
          en: `The dates overlap those of ${earlier.ruleSet.id} (${end === null ? 'which has no last day' : `until ${end}`}).`,
        },
      },
    ];
  });
}

function reportIssue(issue: z.core.$ZodIssue, report: Report): void {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      report(
        [...path, key],
        'unknown_field',
        `Trường "${key}" không có trong bộ quy tắc.`,
        `A rule-set has no field "${key}" here.`,
      );
    }
  } else if (issue.code === 'invalid_type' && issue.input === undefined) {
    const field = path.at(-1) ?? '';
    report(path, 'missing_value', `Thiếu "${field}".`, `"${field}" is missing.`);
  } else {
    report(
      path,
      'wrong_value',
      `Giá trị không hợp lệ: ${issue.message}`,
      `Not a valid value: ${issue.message}`,
    );
  }
}

function printedPath(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}
