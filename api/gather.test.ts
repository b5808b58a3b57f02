import { describe, expect, test } from 'vitest';
import { gather } from './gather.ts';

/** A `run` whose answers come when the test lets them. */
function held() {
  const runs: { inputs: readonly number[]; let: PromiseWithResolvers<void> }[] = [];
  const ask = gather(async (inputs: readonly number[]) => {
    const gate = Promise.withResolvers<void>();
    runs.push({ inputs, let: gate });
    await gate.promise;
    return inputs.map((input) => input * 10);
  });
  return { runs, ask };
}

const turn = () => new Promise(setImmediate);

describe('what is asked while an answer is under way', () => {
  test('is asked together, and everyone gets the own answer', async () => {
    const { runs, ask } = held();
    const answers = [1, 2, 3].map((input) => ask('group', input));
    expect(runs.map(({ inputs }) => inputs)).toEqual([[1]]);
    runs[0]?.let.resolve();
    await turn();
    expect(runs.map(({ inputs }) => inputs)).toEqual([[1], [2, 3]]);
    runs[1]?.let.resolve();
    expect(await Promise.all(answers)).toEqual([10, 20, 30]);
  });

  test('fails together, and what comes after it runs anew', async () => {
    const { runs, ask } = held();
    const first = ask('group', 1);
    const failing = Promise.allSettled([ask('group', 2), ask('group', 3)]);
    runs[0]?.let.resolve();
    expect(await first).toBe(10);
    await turn();
    const later = ask('group', 4);
    runs[1]?.let.reject(new Error('the connection broke'));
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    runs[2]?.let.resolve();
    expect(await later).toBe(40);
  });

  test('does not wait for another group', () => {
    const { runs, ask } = held();
    void ask('group', 1);
    void ask('other group', 2);
    expect(runs.map(({ inputs }) => inputs)).toEqual([[1], [2]]);
  });
});
