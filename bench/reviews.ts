/**
 * How soon a closed year says who may be proposed for what, as one line of JSON: 5,000 people of one unit with ten years of
 * ledger each, read from PostgreSQL, considered for every award of the catalogue and stored. `npm run bench -- reviews`
 */
import { sql } from 'drizzle-orm';
import { closeYear } from '../api/commands/reviews/close-year.ts';
import { loadActor } from '../api/policies/actor.ts';
import { reviewSuggestions } from '../db/schema/index.ts';
import { seedId } from '../db/seed/seed-id.ts';
import { startDatabase } from './servers.ts';

const people = 5000;
const years = 10;
const lastYear = 2025;
const unitId = seedId('unit', 'TCTK-TKTH');
const now = new Date('2026-01-05T02:00:00Z');
const today = '2026-01-05';

const { database, stop } = await startDatabase();
try {
  const { db } = database;
  await fillUnit();
  const actor = await loadActor(db, seedId('account', 'clerk.tkth'), today);
  if (!actor) throw new Error('the demo has no clerk');
  const find = async () => {
    const start = performance.now();
    await closeYear({ db, actor, now, today }, { unitId, year: lastYear });
    return Math.round(performance.now() - start);
  };
  const firstMilliseconds = await find();
  const milliseconds = [await find(), await find(), await find()].sort((a, b) => a - b)[1];
  const suggestions = await db.$count(reviewSuggestions);
  console.log(
    JSON.stringify({ benchmark: 'reviews', people, years, suggestions, firstMilliseconds, milliseconds }),
  );

  /** Everybody has a post in the unit, two awards, a rating and an initiative a year, and nothing against them. */
  async function fillUnit(): Promise<void> {
    const everybody = sql`from positions where unit_id = ${unitId} and title = 'Chuyên viên đo tốc độ'`;
    const everyYear = sql`generate_series(${lastYear - years + 1}::int, ${lastYear}::int) as year`;
    await db.execute(sql`
      with person as (
        insert into people (full_name) select 'Người số ' || n from generate_series(1, ${people}::int) as n returning id
      )
      insert into positions (person_id, unit_id, title, valid_from)
      select id, ${unitId}, 'Chuyên viên đo tốc độ', '2010-01-01' from person`);
    await db.execute(sql`insert into ledger_awards
        (person_id, award_code, from_year, year, decision_symbol, source, recorded_at)
      select person_id, code, year, year, year || '/QĐ-BKHĐT', 'entry', now()
      from (select person_id ${everybody}) as staff, ${everyYear}, unnest(array['LDTT', 'CSTDCS']) as code
      where code = 'LDTT' or year < ${lastYear}`);
    await db.execute(sql`insert into annual_ratings (person_id, year, rating, source, recorded_at)
      select person_id, year, case when year % 2 = 1 then 'excellent' else 'good' end::rating, 'entry', now()
      from (select person_id ${everybody}) as staff, ${everyYear}`);
    await db.execute(sql`insert into initiatives (person_id, name, year, scope, source, recorded_at)
      select person_id, 'Sáng kiến ' || year, year, 'ministry', 'entry', now()
      from (select person_id ${everybody}) as staff, ${everyYear}`);
    await db.execute(sql`insert into ledger_statements (person_id, awards_complete_from, initiatives_complete,
        discipline_complete, under_examination, source, recorded_at)
      select person_id, ${lastYear - years + 1}::int, true, true, false, 'entry', now() ${everybody}`);
    await db.execute(sql`analyze`);
  }
} finally {
  await stop();
}
