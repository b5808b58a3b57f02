import { eq, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { recogniseNominees } from '../../db/ledger/strangers.ts';
import { nominations } from '../../db/schema/index.ts';

export interface IssuedDecision {
  dossierId: string;
  paperId: string;
  /** Time of the step. */
  now: Date;
}

/**
 * Writes the awards of an issued decision into the ledger: one row for each nomination that was awarded, a thousand in one
 * statement.
 */
export async function enterAwards(tx: Executor, { dossierId, paperId, now }: IssuedDecision): Promise<void> {
  const at = now.toISOString();
  await recogniseNominees(tx, eq(nominations.dossierId, dossierId), now);
  await tx.execute(sql`
    insert into ledger_awards (person_id, unit_id, award_code, from_year, year, decision_symbol, decided_on, decider,
      decider_unit_id, nomination_id, paper_id, source, recorded_at, commendation_kind)
    select coalesce(n.person_id, n.ledger_person_id), n.unit_id, d.award_code, d.period_from, d.period_to, p.symbol,
      p.issued_on, issuer.name, issuer.id, n.id, p.id, 'issued_decision', ${at}, d.commendation_kind
    from papers p
    join units issuer on issuer.id = p.issuer_id
    join dossiers d on d.id = ${dossierId}
    join nominations n on n.dossier_id = d.id and n.status = 'awarded'
    where p.id = ${paperId}`);
}
