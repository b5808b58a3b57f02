import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../cli/runtime/ports.ts';
import { runProgram, shareTemporalBinary } from '../test/program.ts';

/** Seconds from `npm start` to the address, on an empty data folder and on the one that leaves behind. */
async function start() {
  const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-bench-'));
  try {
    shareTemporalBinary(folder);
    return { firstSeconds: await once(folder), secondSeconds: await once(folder) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function once(folder: string): Promise<number> {
  const from = performance.now();
  const program = runProgram('cli/start.ts', { PORT: String(await freePort()), DATA_DIR: folder });
  await program.prints('Vinh Danh is ready');
  const seconds = (performance.now() - from) / 1000;
  program.kill('SIGINT');
  await program.ended;
  return seconds;
}

console.log(JSON.stringify({ benchmark: 'start', ...(await start()) }));
