import { parseArgs } from 'node:util';
import { compile, type Problem } from '../engine/compile.ts';
import { linesOf, parseJson, readFiles, UsageError } from './model/files.ts';
import { type Streams, withUsage } from './model/streams.ts';

const usage = `Usage: vinhdanh lint FILE... [--json]
       vinhdanh lint --batch FILE    one deployment per line: {"id", "files"}`;

/**
 * `vinhdanh lint`: checks the files as one deployment. One line per problem, or with --json `{"valid", "problems"}`. Exit
 * code 1 if any problem is an error, 0 if there are warnings at most, 2 for wrong usage.
 */
export async function lint(args: readonly string[], streams: Streams): Promise<number> {
  return withUsage(args, usage, streams, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, batch: { type: 'string' } },
    });
    if (values.batch !== undefined) return lintBatch(values.batch, positionals, streams);
    const { problems } = await compile(readFiles(positionals));
    if (values.json) streams.out(JSON.stringify({ valid: isValid(problems), problems }));
    else for (const problem of problems) streams.out(written(problem));
    return isValid(problems) ? 0 : 1;
  });
}

/** A line that cannot be checked gives `{"error"}`; the command itself ends with 0. */
async function lintBatch(batch: string, shared: string[], { out }: Streams): Promise<number> {
  for await (const line of linesOf(batch)) {
    let id: unknown;
    try {
      const value = parseJson(line, 'The line');
      if (typeof value !== 'object' || value === null) throw new UsageError('The line is no JSON object.');
      const { files, file = files, ...rest } = value as Record<string, unknown>;
      id = rest.id;
      const paths = Array.isArray(file) ? file.map(String) : typeof file === 'string' ? [file] : shared;
      const { problems } = await compile(readFiles(paths));
      out(JSON.stringify({ id, valid: isValid(problems), problems }));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      out(JSON.stringify({ id, error: error.message }));
    }
  }
  return 0;
}

function isValid(problems: Problem[]): boolean {
  return !problems.some(({ severity }) => severity === 'error');
}

function written({ file, element, severity, code, message }: Problem): string {
  return `${file}${element === null ? '' : ` ${element}`}: ${severity} ${code}: ${message.vi} / ${message.en}`;
}
