import { isMap, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Bilingual } from './source.ts';

/** Why a file of `rules/` was refused, and where. */
export interface FileProblem {
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
    | 'dates_overlap'
    | 'contradiction';
  /** The value meant, e.g. `awards[3].decider.citation`; empty for the file as a whole. */
  path: string;
  message: Bilingual;
}

export type Path = (string | number)[];
/** Adds a problem at a value of the file. */
export type Report = (path: Path, code: FileProblem['code'], message: Bilingual) => void;

/**
 * Reads the YAML text of a file and checks it against a schema. Every problem found, now or by later calls of `report`, is in
 * `problems` with its line; `value` is undefined if the file does not fit the schema.
 */
export function readYamlFile<Schema extends z.ZodType>(
  text: string,
  fileName: string,
  schema: Schema,
): { value: z.infer<Schema> | undefined; problems: FileProblem[]; report: Report } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems: FileProblem[] = [];
  const report: Report = (path, code, message) => {
    problems.push({ file: fileName, line: lineOf(path), code, path: printedPath(path), message });
  };

  /** Line of a value, or of the nearest thing around it that the file does have. */
  function lineOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const parent = document.getIn(path.slice(0, length - 1), true);
      const pair = isMap(parent) && parent.items.find(({ key }) => String(key) === String(path[length - 1]));
      const node = pair ? pair.key : document.getIn(path.slice(0, length), true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return lines.linePos(range[0]).line;
    }
    return 1;
  }

  for (const { pos, message } of document.errors) {
    const explained = { vi: `Không đọc được YAML: ${message}`, en: `Not readable as YAML: ${message}` };
    problems.push({
      file: fileName,
      line: lines.linePos(pos[0]).line,
      code: 'not_yaml',
      path: '',
      message: explained,
    });
  }
  if (problems.length > 0) return { value: undefined, problems, report };

  if (!isMap(document.contents)) {
    report([], 'wrong_value', {
      vi: 'Tệp không có trường nào (dạng "tên: giá trị").',
      en: 'The file has no fields ("name: value").',
    });
    return { value: undefined, problems, report };
  }
  const checked = schema.safeParse(document.toJS());
  for (const issue of checked.error?.issues ?? []) reportIssue(issue, [], report);
  return { value: checked.data, problems, report };
}

function reportIssue(issue: z.core.$ZodIssue, prefix: Path, report: Report): void {
  const path = [...prefix, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  const field = String(path.at(-1) ?? '');
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      report([...path, key], 'unknown_field', {
        vi: `Trường "${key}" không được biết ở đây.`,
        en: `The field "${key}" is not known here.`,
      });
    }
  } else if (issue.code === 'invalid_type' && issue.input === undefined) {
    report(path, 'missing_value', { vi: `Thiếu "${field}".`, en: `"${field}" is missing.` });
  } else {
    report(path, 'wrong_value', {
      vi: `"${field}" có giá trị không hợp lệ: ${issue.message}.`,
      en: `"${field}" has no valid value: ${issue.message}.`,
    });
  }
}

function printedPath(path: Path): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
}
