import { asc, eq, inArray, sql } from 'drizzle-orm';
import { boundLaw } from '../../../db/bound-law.ts';
import type { Executor } from '../../../db/client.ts';
import { idArray } from '../../../db/id-array.ts';
import { identitiesOf } from '../../../db/ledger/identities.ts';
import { roleHolders } from '../../../db/roles/role-holders.ts';
import { dossiers, ledgerAwards, nominations, notices, tasks } from '../../../db/schema/index.ts';
import type { Verdict } from '../../../domain/eligibility/eligibility.ts';
import { overlaid } from '../../../domain/law/overlay.ts';
import type { CommandContext } from '../../context.ts';
import type { LineKind } from '../../contract/ledger.ts';
import { type Dossier, underWay } from '../../policies/dossiers.ts';
import { newestVerdicts } from '../../queries/eligibility.ts';
import { type Evaluation, evaluateNominations } from '../../queries/evaluate-nominations.ts';
import { storeChanged } from './recheck-eligibility.ts';

type LedgerAward = typeof ledgerAwards.$inferSelect;

/** Why an award counts no more, as those who work on the dossiers read it. */
export interface NoLongerCounts {
  award: LedgerAward;
  /** `bị hủy bỏ theo 12/QĐ-BKHĐT`, `bị gạch khỏi sổ`. */
  what: string;
}

/**
 * Dossiers under way that rest on an award which counts no more (revoked, struck out) are not changed by it: the verdicts of
 * their nominees are found anew and stored beside the earlier ones, and whoever appraised or proposed them is told. The award
 * itself must be changed already. Answers the dossiers whose verdicts were found anew.
 */
export async function recheckResting(
  tx: Executor,
  context: CommandContext,
  { award, what }: NoLongerCounts,
): Promise<string[]> {
  const resting = await nominationsRestingOn(tx, award);
  if (resting.length === 0) return [];
  const ids = [...new Set(resting.map(({ dossierId }) => dossierId))].sort();
  // Locked as a recheck by hand locks it; in one order, so that two revocations cannot wait for each other.
  const underRecheck = await tx
    .select()
    .from(dossiers)
    .where(inArray(dossiers.id, ids))
    .orderBy(asc(dossiers.id))
    .for('update');
  const changed: string[] = [];
  for (const dossier of underRecheck) {
    const rows = resting.filter(({ dossierId }) => dossierId === dossier.id);
    const law = await boundLaw(tx, dossier.id);
    if (!law) continue;
    const before = await newestVerdicts(
      tx,
      rows.map(({ id }) => id),
    );
    const found = await storeChanged(tx, context, {
      dossierId: dossier.id,
      ruleSetId: law.ruleSet.id,
      found: await evaluateNominations(tx, dossier, overlaid(law), rows, context.today),
      ledgerLineId: award.id,
    });
    if (found.length === 0) continue;
    changed.push(dossier.id);
    await tell(tx, context, dossier, `${award.awardCode} năm ${award.year} ${what}. ${told(found, before)}`);
  }
  return changed;
}

/** The same of an award's line that was struck out or corrected; lines of another kind are asked about by hand. */
export async function recheckRestingOnStruck(
  tx: Executor,
  context: CommandContext,
  kind: LineKind,
  lineId: string,
): Promise<void> {
  if (kind !== 'award') return;
  const [award] = await tx.select().from(ledgerAwards).where(eq(ledgerAwards.id, lineId));
  if (award) await recheckResting(tx, context, { award, what: 'bị gạch khỏi sổ' });
}

/**
 * Nominations under way whose newest verdict rests on the award: of its holder, or of a collective that counts its holder among
 * the members with such an award.
 */
async function nominationsRestingOn(tx: Executor, { awardCode, year, personId, unitId }: LedgerAward) {
  const same = personId ? await identitiesOf(tx, [personId]) : [];
  const holders = personId ? same.map(({ sameId }) => sameId) : [unitId ?? ''];
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive place as (
      select p.unit_id as id from positions p
      where p.person_id = any(${idArray(holders)}) and p.valid_from <= ${`${year}-12-31`}
        and coalesce(p.valid_to, 'infinity') >= ${`${year}-12-31`}
      union select u.parent_id from place join units u on u.id = place.id where u.parent_id is not null
    )
    select n.id from nominations n join dossiers d on d.id = n.dossier_id
    join lateral (
      select v.facts from eligibility_verdicts v where v.nomination_id = n.id order by v.evaluated_at desc limit 1
    ) newest on true
    where d.status::text = any(array[${sql.join(
      underWay.map((state) => sql`${state}`),
      sql`, `,
    )}]::text[])
      and n.status in ('proposed', 'passed', 'returned') and (
        (coalesce(n.person_id, n.ledger_person_id, n.unit_id) = any(${idArray(holders)})
          and newest.facts->'awards' @> ${JSON.stringify([{ award: awardCode, year, revoked: false }])}::jsonb)
        or (n.unit_id in (select id from place)
          and (newest.facts->'members'->'holding'->>${awardCode}::text)::int > 0))`);
  const ids = rows.map(({ id }) => id);
  return tx
    .select()
    .from(nominations)
    .where(sql`${nominations.id} = any(${idArray(ids)})`)
    .orderBy(asc(nominations.seq));
}

const verdictWords: Record<Verdict, string> = {
  eligible: 'đủ điều kiện',
  not_eligible: 'không đủ điều kiện',
  needs_judgement: 'cần xem xét',
};

/** The nominees with the verdict before and now. */
function told(found: readonly Evaluation[], before: Awaited<ReturnType<typeof newestVerdicts>>): string {
  return found
    .map(({ nomination: { id, name }, result: { verdict } }) => {
      const earlier = before.get(id);
      const from = earlier && earlier !== verdict ? `${verdictWords[earlier]} → ` : '';
      return `${name}: ${from}${verdictWords[verdict]}.`;
    })
    .join(' ');
}

/** Tells the appraisers of every body that appraises or appraised the dossier, its clerks and who entered it. */
async function tell(tx: Executor, { now, today }: CommandContext, dossier: Dossier, reason: string) {
  const bodies = await tx
    .selectDistinct({ unitId: tasks.candidateUnitId })
    .from(tasks)
    .where(sql`${eq(tasks.subjectId, dossier.id)} and ${tasks.candidateRole} = 'appraiser'`);
  const accountIds = new Set([dossier.createdBy]);
  for (const role of ['appraiser', 'clerk'] as const) {
    const places = role === 'clerk' ? [{ unitId: dossier.unitId }] : bodies;
    for (const { unitId } of places)
      for (const id of await roleHolders(tx, { role, unitId, councilId: null }, today)) accountIds.add(id);
  }
  await tx.insert(notices).values(
    [...accountIds].map((accountId) => ({
      accountId,
      kind: 'eligibility_changed' as const,
      subjectId: dossier.id,
      reason,
      createdAt: now,
    })),
  );
}
