import { sql } from 'drizzle-orm';
import type { Executor } from '../client.ts';
import { idArray } from '../id-array.ts';
import {
  eligibilityVerdicts,
  importedKindEnum,
  importedPeople,
  ledgerAwards,
  ledgerImports,
  nominationInitiatives,
  nominations,
  personMatches,
  positions,
  units,
} from '../schema/index.ts';
import { type LineTable, lineTables } from './lines.ts';

/**
 * What others have built on an import since: an award of it was revoked or a line struck out, one of its people was confirmed to
 * be somebody, proposed, or has lines of another origin, a nomination rests on an initiative of it, or a verdict was stored that
 * rests on it.
 */
export type ImportUse = (typeof uses)[number];
const uses = ['revoked', 'struck', 'matched', 'verdict', 'proposed', 'rested_on', 'entered'] as const;

/** The uses of each import; empty where nobody has relied on it. */
export async function importUses(db: Executor, importIds: string[]): Promise<Map<string, ImportUse[]>> {
  if (importIds.length === 0) return new Map();
  const itsLines = sql.join(
    importedKindEnum.enumValues.map((kind) => {
      const table: LineTable = lineTables[kind];
      const holder = table.unitId ? sql`coalesce(${table.personId}, ${table.unitId})` : table.personId;
      return sql`select ${table.id} as id, ${holder} as holder, ${table.struckAt} as struck_at from ${table}
        where ${table.importId} = ${ledgerImports.id}`;
    }),
    sql` union all `,
  );
  const itsPeople = sql`(select ${importedPeople.personId} from ${importedPeople}
    where ${importedPeople.importId} = ${ledgerImports.id})`;
  const enteredElsewhere = Object.values(lineTables).map(
    (table) => sql`exists (select from ${table} where ${table.personId} in ${itsPeople}
      and ${table.importId} is distinct from ${ledgerImports.id})`,
  );
  const { rows } = await db.execute<{ id: string } & Record<ImportUse, boolean>>(sql`
    select ${ledgerImports.id} as id,
      exists (select from ${ledgerAwards} where ${ledgerAwards.importId} = ${ledgerImports.id}
        and ${ledgerAwards.status} = 'revoked') as revoked,
      exists (select from (${itsLines}) line where line.struck_at is not null) as struck,
      exists (select from ${personMatches} where ${personMatches.status} = 'confirmed'
        and (${personMatches.personA} in ${itsPeople} or ${personMatches.personB} in ${itsPeople})) as matched,
      exists (select from ${nominations} n
        where coalesce(n.person_id, n.ledger_person_id, n.unit_id) in ${itsPeople}) as proposed,
      exists (select from (${itsLines}) line join ${nominationInitiatives}
        on ${nominationInitiatives.initiativeId} = line.id) as rested_on,
      (${sql.join(enteredElsewhere, sql` or `)}) as entered,
      exists (
        with recursive holder as (
          select distinct line.holder as id from (${itsLines}) line
        ), identity as (
          select id from holder
          union select case when m.person_a = identity.id then m.person_b else m.person_a end
          from identity join ${personMatches} m on m.status = 'confirmed' and identity.id in (m.person_a, m.person_b)
        ), place as (
          select ${positions.unitId} as id from ${positions} join identity on identity.id = ${positions.personId}
          union select u.parent_id from place join ${units} u on u.id = place.id where u.parent_id is not null
        )
        select from ${eligibilityVerdicts} v join ${nominations} n on n.id = v.nomination_id
        where v.evaluated_at >= ${ledgerImports.importedAt}
          and (coalesce(n.person_id, n.ledger_person_id, n.unit_id) in (select id from identity)
            or n.unit_id in (select id from place))
      ) as verdict
    from ${ledgerImports} where ${ledgerImports.id} = any(${idArray(importIds)})`);
  return new Map(rows.map((row) => [row.id, uses.filter((use) => row[use])]));
}
