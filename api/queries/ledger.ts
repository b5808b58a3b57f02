import { and, desc, eq, inArray } from 'drizzle-orm';
import { identitiesOf } from '../../db/ledger/identities.ts';
import { awards, ledgerAwards, people } from '../../db/schema/index.ts';
import type { CommandContext } from '../context.ts';
import type { PersonLedger } from '../contract/ledger.ts';
import { ApiError } from '../errors.ts';
import { ledgerVisibleTo } from '../policies/ledger.ts';

/** The awards a person holds or held, newest first. @throws ApiError person_not_found, also where only hidden */
export async function getPersonLedger(
  { db, actor }: CommandContext,
  personId: string,
): Promise<PersonLedger> {
  const [person] = await db
    .select({ id: people.id, fullName: people.fullName })
    .from(people)
    .where(and(eq(people.id, personId), ledgerVisibleTo(actor)));
  if (!person) throw new ApiError('person_not_found');
  const same = await identitiesOf(db, [personId]);
  const rows = await db
    .select({ award: ledgerAwards, awardNameVi: awards.nameVi, awardNameEn: awards.nameEn })
    .from(ledgerAwards)
    .innerJoin(awards, eq(awards.code, ledgerAwards.awardCode))
    .where(
      inArray(
        ledgerAwards.personId,
        same.map(({ sameId }) => sameId),
      ),
    )
    .orderBy(desc(ledgerAwards.year), ledgerAwards.awardCode);
  return {
    person,
    awards: rows.map(({ award, ...names }) => ({
      id: award.id,
      awardCode: award.awardCode,
      ...names,
      fromYear: award.fromYear,
      year: award.year,
      decisionSymbol: award.decisionSymbol,
      decidedOn: award.decidedOn,
      decider: award.decider,
      status: award.status,
      revocationSymbol: award.revocationSymbol,
      revokedOn: award.revokedOn,
      revocationReason: award.revocationReason,
      source: award.source,
    })),
  };
}
