import { sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { proposeMatches } from '../../db/ledger/matches.ts';

export interface IssuedDecision {
  dossierId: string;
  paperId: string;
  /** Time of the step. */
  now: Date;
}

/**
 * Writes the awards of an issued decision into the ledger: one row for each nomination that was awarded, a thousand in one
 * statement. An outsider whom nobody recognised becomes a person of the ledger; who that may be besides is put before people.
 */
export async function enterAwards(tx: Executor, { dossierId, paperId, now }: IssuedDecision): Promise<void> {
  const at = now.toISOString();
  // The nomination lends its id to the person, so that each finds the other without a list of pairs.
  const { rows: strangers } = await tx.execute<{ id: string }>(sql`
    with stranger as (
      insert into people (id, full_name)
      select id, name from nominations
      where dossier_id = ${dossierId} and status = 'awarded' and kind = 'outsider' and ledger_person_id is null
      returning id
    )
    update nominations set ledger_person_id = stranger.id from stranger where nominations.id = stranger.id
    returning nominations.id`);
  await tx.execute(sql`
    insert into ledger_awards (person_id, unit_id, award_code, from_year, year, decision_symbol, decided_on, decider,
      decider_unit_id, nomination_id, paper_id, source, recorded_at, commendation_kind)
    select coalesce(n.person_id, n.ledger_person_id), n.unit_id, d.award_code, d.period_from, d.period_to, p.symbol,
      p.issued_on, issuer.name, issuer.id, n.id, p.id, 'issued_decision', ${at}, d.commendation_kind
    from papers p
    join units issuer on issuer.id = p.issuer_id
    join dossiers d on d.id = p.dossier_id
    join nominations n on n.dossier_id = d.id and n.status = 'awarded'
    where p.id = ${paperId} and d.id = ${dossierId}`);
  await proposeMatches(
    tx,
    strangers.map(({ id }) => id),
    now,
  );
}
