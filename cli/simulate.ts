import { parseArgs } from 'node:util';
import { type Compiled, compile, type Problem } from '../engine/compile.ts';
import { simulate as play, type Simulated, type TraceLine } from '../engine/simulate.ts';
import { linesOf, parseJson, readFiles, readText, UsageError } from './model/files.ts';
import { errorsOf, told } from './model/problems.ts';
import { checkInput, optionsOf } from './model/simulation-input.ts';
import { type Streams, withUsage } from './model/streams.ts';

const usage = `Usage: vinhdanh simulate FILE... [--process ID] [--start ID] [--variables JSON] [--until idle|DURATION|DATE] [--at DATE]
                       [--behaviour FILE] [--events FILE] [--json]
       vinhdanh simulate [FILE...] --batch FILE    one case per line: {"id", "files", "process", "variables", ...}`;

/**
 * `vinhdanh simulate`: plays the files as one deployment, with virtual time. Exit code 0 for a run, whatever
 * became of it; 2 for wrong usage or a file that cannot be read. What a deploy would refuse is told on standard error.
 */
export async function simulate(args: readonly string[], streams: Streams): Promise<number> {
  return withUsage(args, usage, streams, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        process: { type: 'string' },
        start: { type: 'string' },
        variables: { type: 'string' },
        until: { type: 'string' },
        at: { type: 'string' },
        behaviour: { type: 'string' },
        events: { type: 'string' },
        batch: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    if (values.batch !== undefined) return runBatch(values.batch, positionals, streams);
    const compiled = await compile(readFiles(positionals));
    const input = checkInput(
      {
        process: values.process,
        startEvent: values.start,
        until: values.until,
        at: values.at,
        variables: values.variables === undefined ? undefined : parseJson(values.variables, '--variables'),
        behaviour:
          values.behaviour === undefined
            ? undefined
            : parseJson(readText(values.behaviour), values.behaviour),
        events: values.events === undefined ? undefined : parseJson(readText(values.events), values.events),
      },
      'Options',
    );
    const errors = errorsOf(compiled.problems);
    for (const problem of errors) streams.error(told(problem));
    const options = optionsOf(compiled.graph, input);
    if (!values.json)
      return tell(
        play(compiled.graph, { ...options, onTrace: (line) => streams.out(written(line)) }),
        streams,
      );
    // The trace may be longer than memory: it is written as it comes, the rest of the object behind it.
    let opening = '{"trace":[\n';
    const result = play(compiled.graph, {
      ...options,
      onTrace: (line) => {
        streams.out(`${opening}${JSON.stringify(line)}`);
        opening = ',';
      },
    });
    if (opening !== ',') streams.out(opening.trimEnd());
    streams.out(`],${JSON.stringify(withProblems(result, errors)).slice(1)}`);
    return 0;
  });
}

/** One case a line in, one result a line out; a case that cannot be run gives `{"error"}`. */
async function runBatch(batch: string, shared: string[], streams: Streams): Promise<number> {
  const known = new Map<string, Promise<Compiled>>();
  const compiledOf = (paths: string[]) => {
    const key = paths.join('\n');
    const compiled = known.get(key) ?? compile(readFiles(paths));
    known.set(key, compiled);
    return compiled;
  };
  for await (const line of linesOf(batch)) {
    let id: unknown;
    try {
      const value = parseJson(line, 'The line');
      if (typeof value !== 'object' || value === null) throw new UsageError('The line is no JSON object.');
      const {
        id: given,
        files,
        file = files,
        behaviour,
        events,
        start,
        ...rest
      } = value as Record<string, unknown>;
      id = given;
      const paths = Array.isArray(file) ? file.map(String) : typeof file === 'string' ? [file] : shared;
      const compiled = await compiledOf(paths);
      const { graph } = compiled;
      const errors = errorsOf(compiled.problems);
      const trace: TraceLine[] = [];
      const options = optionsOf(
        graph,
        checkInput(
          { startEvent: start, ...rest, behaviour: orFile(behaviour), events: orFile(events) },
          'The line',
        ),
      );
      const result = play(graph, { ...options, onTrace: (entry) => trace.push(entry) });
      streams.out(JSON.stringify({ id, ...withProblems(result, errors), trace }));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      streams.out(JSON.stringify({ id, error: error.message }));
    }
  }
  return 0;
}

/** A line may name the file that the option of the command line would name, or hold its content. */
function orFile(value: unknown): unknown {
  return typeof value === 'string' ? parseJson(readText(value), value) : value;
}

function withProblems(result: Simulated, problems: Problem[]): Simulated & { problems?: Problem[] } {
  return problems.length > 0 ? { ...result, problems } : result;
}

function tell({ ended, open, incidents, variables, stopped }: Simulated, { out }: Streams): number {
  if (stopped) out('broken off: more steps than anybody could want to see');
  out(ended ? 'ended' : 'not ended');
  for (const { element, name, dueAt } of open.tasks)
    out(`open task ${element} ${name}${dueAt ? ` due ${dueAt}` : ''}`);
  for (const { element, due } of open.timers) out(`open timer ${element} due ${due}`);
  for (const { element, message, correlationKey } of open.messages) {
    out(`waiting at ${element} for message ${message} ${correlationKey ?? ''}`.trimEnd());
  }
  for (const { element, code, message } of incidents) out(`incident at ${element}: ${code}: ${message}`);
  out(`variables ${JSON.stringify(variables)}`);
  return 0;
}

function written({ time, action, element, scope }: TraceLine): string {
  return `${time} ${action} ${element} in ${scope}`;
}
