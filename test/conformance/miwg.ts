/** Parse, write, parse again: OMG's reference models keep every element. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml, writeXml } from '../../engine/model/moddle.ts';
import type { Score, SuiteResult } from './score.ts';

/** By file: how many of each BPMN element it holds. */
type Inventory = Record<string, { elements: Record<string, number> }>;

export async function runMiwg(folder: string): Promise<SuiteResult> {
  const inventory = JSON.parse(readFileSync(join(folder, 'inventory.json'), 'utf8')) as Inventory;
  const scores: Record<string, Score> = {};
  for (const [file, { elements }] of Object.entries(inventory)) {
    scores[file] = await score(join(folder, 'Reference', file), elements);
  }
  return { suite: 'OMG BPMN MIWG reference models 2025-11', scores };
}

async function score(path: string, elements: Record<string, number>): Promise<Score> {
  try {
    const written = await writeXml((await parseXml(readFileSync(path, 'utf8'))).root);
    const again = await writeXml((await parseXml(written)).root);
    if (written !== again) return { result: 'fail', reason: 'the model parsed again is another one' };
    const wrong = Object.entries(elements).flatMap(([name, number]) => {
      const found = again.match(new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`, 'g'))?.length ?? 0;
      return found === number ? [] : [`${found} ${name} instead of ${number}`];
    });
    return wrong.length === 0 ? { result: 'pass' } : { result: 'fail', reason: wrong.join(', ') };
  } catch (error) {
    return { result: 'fail', reason: error instanceof Error ? error.message : String(error) };
  }
}
