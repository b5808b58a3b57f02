import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench [-- NAME...]`: prints one JSON line per benchmark. Each runs in a process of its own, so that none
 * warms the other's caches. Figures depend on the machine; ratios are against a reference of the same run.
 */
const programs: Record<string, string> = {
  engine: 'engine.ts',
  law: 'law.ts',
  ledger: 'ledger.ts',
  reviews: 'reviews.ts',
  plan: 'plan.ts',
  pdf: 'pdf.ts',
  import: 'import.ts',
  start: 'start.ts',
  throughput: 'throughput.ts',
  decisions: 'decisions.ts',
  ballots: 'ballots.ts',
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in programs));
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}". There are: ${Object.keys(programs).join(', ')}.`);
  process.exit(2);
}
for (const [name, file] of Object.entries(programs)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { status } = spawnSync(process.execPath, [path], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
