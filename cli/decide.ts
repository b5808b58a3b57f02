import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Problem } from '../engine/compile.ts';
import { compileDecisions } from '../engine/decisions/compile.ts';
import { type DecisionResult, evaluateDecision } from '../engine/decisions/evaluate.ts';
import type { DecisionModel } from '../engine/decisions/model.ts';
import { isDmn } from '../engine/decisions/read/is-dmn.ts';
import type { Variables } from '../engine/types.ts';
import { linesOf, parseJson, readFiles, UsageError } from './model/files.ts';
import { errorsOf, told } from './model/problems.ts';
import { type Streams, withUsage } from './model/streams.ts';

const usage = `Usage: vinhdanh decide FILE... --decision ID [--input JSON] [--at DATE] [--json]
       vinhdanh decide [FILE...] --batch FILE    one case per line: {"id", "files", "decision", "input", "at"}`;

const caseSchema = z.strictObject({
  id: z.unknown().optional(),
  file: z.union([z.string(), z.array(z.string())]).optional(),
  files: z.array(z.string()).optional(),
  decision: z.string(),
  input: z.record(z.string(), z.json()).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
});

type Case = z.infer<typeof caseSchema>;

/**
 * `vinhdanh decide`: evaluates a decision or decision service of the DMN files, read as one deployment. What a deploy
 * would refuse is told and evaluated as far as it goes. Exit code 0 for a result; 1 if there is no such decision, an input
 * is not of its declared type, or the decision cannot be evaluated; 2 for wrong usage or a file that cannot be read.
 */
export async function decide(args: readonly string[], streams: Streams): Promise<number> {
  return withUsage(args, usage, streams, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        decision: { type: 'string' },
        input: { type: 'string' },
        at: { type: 'string' },
        batch: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    if (values.batch !== undefined) return runBatch(values.batch, positionals, streams);
    if (values.decision === undefined) throw new UsageError('Say which decision: --decision ID.');
    const parsed = caseSchema.safeParse({
      decision: values.decision,
      input: values.input === undefined ? undefined : parseJson(values.input, '--input'),
      at: values.at,
    });
    if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error));
    const compiled = compileFiles(positionals);
    for (const problem of compiled.errors) streams.error(told(problem));
    const result = decided(compiled, parsed.data);
    if (values.json) streams.out(JSON.stringify(result));
    else streams.out(JSON.stringify(result.value, null, 2));
    for (const { message } of values.json ? [] : result.problems) streams.error(message);
    return hasFailed(result, compiled) ? 1 : 0;
  });
}

/** One case a line in, one result a line out; a case that cannot be run gives `{"id", "error"}`. */
async function runBatch(batch: string, shared: string[], streams: Streams): Promise<number> {
  const known = new Map<string, Decisions>();
  const compiledOf = (paths: string[]) => {
    const key = paths.join('\n');
    const compiled = known.get(key) ?? compileFiles(paths);
    known.set(key, compiled);
    return compiled;
  };
  for await (const line of linesOf(batch)) {
    let id: unknown;
    try {
      const raw = parseJson(line, batch);
      if (typeof raw === 'object' && raw !== null && 'id' in raw) ({ id } = raw);
      const parsed = caseSchema.safeParse(raw);
      if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error));
      const { files, file = files ?? shared } = parsed.data;
      const compiled = compiledOf(typeof file === 'string' ? [file] : file);
      streams.out(JSON.stringify({ id, ...decided(compiled, parsed.data) }));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      streams.out(JSON.stringify({ id, error: error.message }));
    }
  }
  return 0;
}

interface Decisions {
  model: DecisionModel;
  /** What a deploy would refuse. */
  errors: Problem[];
}

function compileFiles(paths: string[]): Decisions {
  const files = Object.entries(readFiles(paths)).map(([name, xml]) => ({ name, xml }));
  // A deployment holds processes as well; a file alone that is no DMN is told of.
  const dmn = files.filter(({ xml }) => isDmn(xml));
  const { model, problems } = compileDecisions(dmn.length > 0 ? dmn : files);
  return { model, errors: errorsOf(problems) };
}

function decided({ model, errors }: Decisions, { decision, input = {}, at }: Case): DecisionResult {
  const result = evaluateDecision(model, decision, input as Variables, at ?? null);
  const refused = errors.map(({ file, element, message }) => ({
    code: 'model_invalid' as const,
    message: `${file} ${element ?? ''}: ${message.en}`,
  }));
  return { ...result, problems: [...result.problems, ...refused] };
}

/** A model with errors that gives a value all the same has given it by its sound parts. */
function hasFailed({ value, problems }: DecisionResult, { errors }: Decisions): boolean {
  const grave = problems.some(({ code }) => code !== 'decision_warning' && code !== 'model_invalid');
  return grave || (value === null && errors.length > 0);
}
