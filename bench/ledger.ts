/**
 * How soon the verdicts on 1,125 nominees with ten years of ledger each are found from the database, as one line of JSON:
 * the first time (the award's decisions are made then) and after it. `npm run bench -- ledger`
 */
import { sql } from 'drizzle-orm';
import { evaluateNominations } from '../api/queries/evaluate-nominations.ts';
import { ruleSetInForce } from '../db/rule-sets.ts';
import { nominations } from '../db/schema/index.ts';
import { runningDossier } from '../test/fixtures/running-dossier.ts';
import { startDatabase } from './servers.ts';

const nominees = 1125;
const years = 10;
const lastYear = 2025;

const { database, stop } = await startDatabase();
try {
  const { db } = database;
  const { dossierId } = await runningDossier(db, { award: 'HCLD3', nominees });
  await fillLedger();
  const rows = await db.select().from(nominations).where(sql`${nominations.dossierId} = ${dossierId}`);
  const ruleSet = await ruleSetInForce(db, '2026-11-22');
  if (!ruleSet) throw new Error('no rule-set is in force');
  const dossier = {
    id: dossierId,
    awardCode: 'HCLD3',
    periodFrom: lastYear - 4,
    periodTo: lastYear,
    commendationKind: 'merit' as const,
    simplifiedCase: null,
  };
  const find = async () => {
    const start = performance.now();
    const verdicts = await evaluateNominations(db, dossier, ruleSet, rows, '2026-11-22');
    if (verdicts.length !== nominees) throw new Error(`${verdicts.length} verdicts`);
    return Math.round(performance.now() - start);
  };
  const firstMilliseconds = await find();
  const milliseconds = [await find(), await find(), await find()].sort((a, b) => a - b)[1];
  console.log(JSON.stringify({ benchmark: 'ledger', nominees, years, firstMilliseconds, milliseconds }));

  /** Every nominee becomes a person of the ledger with two awards, a rating and an initiative a year. */
  async function fillLedger(): Promise<void> {
    await db.execute(sql`insert into people (id, full_name)
      select id, name from nominations where dossier_id = ${dossierId}`);
    await db.execute(sql`update nominations set ledger_person_id = id where dossier_id = ${dossierId}`);
    const everyYear = sql`from nominations, generate_series(${lastYear - years + 1}::int, ${lastYear}::int) as year
      where dossier_id = ${dossierId}`;
    await db.execute(sql`insert into ledger_awards
        (person_id, award_code, from_year, year, decision_symbol, source, recorded_at)
      select nominations.id, code, year, year, year || '/QĐ-BKHĐT', 'entry', now()
      from nominations, generate_series(${lastYear - years + 1}::int, ${lastYear}::int) as year,
        unnest(array['LDTT', 'CSTDCS']) as code where dossier_id = ${dossierId}`);
    await db.execute(sql`insert into annual_ratings (person_id, year, rating, source, recorded_at)
      select nominations.id, year, 'good', 'entry', now() ${everyYear}`);
    await db.execute(sql`insert into initiatives (person_id, name, year, scope, source, recorded_at)
      select nominations.id, 'Sáng kiến ' || year, year, 'ministry', 'entry', now() ${everyYear}`);
    await db.execute(sql`insert into ledger_statements (person_id, awards_complete_from, initiatives_complete,
        discipline_complete, under_examination, source, recorded_at)
      select id, ${lastYear - years + 1}::int, true, true, false, 'entry', now()
      from nominations where dossier_id = ${dossierId}`);
    await db.execute(sql`analyze`);
  }
} finally {
  await stop();
}
