import { parseArgs } from 'node:util';
import { z } from 'zod';
import { compileDecisions } from '../engine/decisions/compile.ts';
import { evaluateDecision } from '../engine/decisions/evaluate.ts';
import type { DecisionModel } from '../engine/decisions/model.ts';
import type { Variables } from '../engine/types.ts';
import { linesOf, parseJson, readFiles, UsageError } from './model/files.ts';
import { type Streams, withUsage } from './model/streams.ts';

const usage = `Usage: vinhdanh decide FILE... --decision ID [--input JSON] [--at DATE] [--json]
       vinhdanh decide [FILE...] --batch FILE    one case per line: {"id", "files", "decision", "input", "at"}`;

const caseSchema = z.strictObject({
  id: z.unknown().optional(),
  files: z.array(z.string()).optional(),
  decision: z.string(),
  input: z.record(z.string(), z.json()).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
});

/**
 * `vinhdanh decide`: evaluates a decision or decision service of the DMN files, read as one deployment. Exit code 0 for a
 * result, 1 if the files do not compile, have no such decision or cannot be evaluated, 2 for wrong usage.
 */
export async function decide(args: readonly string[], streams: Streams): Promise<number> {
  return withUsage(usage, streams, async () => {
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
    const { decision, input = {}, at } = parsed.data;
    const { model, problems } = compileFiles(positionals);
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      for (const { code, element, message } of errors) streams.error(`${element}: ${code}: ${message}`);
      return 1;
    }
    const result = evaluateDecision(model, decision, input as Variables, at ?? null);
    if (values.json) streams.out(JSON.stringify(result));
    else streams.out(JSON.stringify(result.value, null, 2));
    for (const { message } of values.json ? [] : result.problems) streams.error(message);
    return result.problems.some(({ code }) => code !== 'decision_warning') ? 1 : 0;
  });
}

/** One case a line in, one result a line out; a case that cannot be run gives `{"id", "error"}`. */
async function runBatch(batch: string, shared: string[], streams: Streams): Promise<number> {
  const known = new Map<string, DecisionModel>();
  const modelOf = (paths: string[]) => {
    const key = paths.join('\n');
    const model = known.get(key) ?? compileFiles(paths).model;
    known.set(key, model);
    return model;
  };
  for await (const line of linesOf(batch)) {
    let id: unknown;
    try {
      const raw = parseJson(line, batch);
      if (typeof raw === 'object' && raw !== null && 'id' in raw) ({ id } = raw);
      const parsed = caseSchema.safeParse(raw);
      if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error));
      const { files, decision, input = {}, at } = parsed.data;
      const result = evaluateDecision(modelOf(files ?? shared), decision, input as Variables, at ?? null);
      streams.out(JSON.stringify({ id, ...result }));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      streams.out(JSON.stringify({ id, error: error.message }));
    }
  }
  return 0;
}

function compileFiles(paths: string[]) {
  const files = readFiles(paths);
  return compileDecisions(Object.entries(files).map(([name, xml]) => ({ name, xml })));
}
