import type { Executor } from '../../db/client.ts';
import { nomineeRecords } from '../../db/ledger/nominee-records.ts';
import type { nominations } from '../../db/schema/index.ts';
import { type Eligibility, eligibility } from '../../domain/eligibility/eligibility.ts';
import { type NomineeRecord, nomineeRecordSchema } from '../../domain/eligibility/record.ts';
import { awardRule, type RuleSet } from '../../domain/law/rule-set.ts';
import type { Dossier } from '../policies/dossiers.ts';

export type NominationRow = typeof nominations.$inferSelect;

/** Verdict on a nomination with the facts it rests on. */
export interface Evaluation {
  nomination: NominationRow;
  record: NomineeRecord;
  result: Eligibility;
}

/** Of whom the ledger has no person nothing is known. */
const stranger = nomineeRecordSchema.parse({ kind: 'person' });

/**
 * Asks a rule-set about nominations of a dossier, on the ledger as it stands on a day (`YYYY-MM-DD`). A nominee for whose kind
 * the award has no standard is left to a person's judgement. @throws UnknownAwardError
 */
export async function evaluateNominations(
  db: Executor,
  dossier: Pick<
    Dossier,
    'id' | 'awardCode' | 'periodFrom' | 'periodTo' | 'commendationKind' | 'simplifiedCase'
  >,
  ruleSet: RuleSet,
  rows: readonly NominationRow[],
  on: string,
): Promise<Evaluation[]> {
  const { commendationKind, simplifiedCase } = dossier;
  const proposal = { from: dossier.periodFrom, to: dossier.periodTo, commendationKind, simplifiedCase, on };
  const { standards } = awardRule(ruleSet, dossier.awardCode);
  const records = await nomineeRecords(db, {
    personIds: rows.flatMap((row) => ledgerPersonOf(row) ?? []),
    unitIds: rows.flatMap(({ unitId }) => unitId ?? []),
    periodTo: dossier.periodTo,
    dossierId: dossier.id,
    scoreBands: ruleSet.own?.scoreBands,
  });
  return rows.map((nomination) => {
    const record = records.get(ledgerPersonOf(nomination) ?? nomination.unitId ?? '') ?? stranger;
    const result = standards[record.kind]
      ? eligibility(ruleSet, dossier.awardCode, record, proposal)
      : withoutStandard;
    return { nomination, record, result };
  });
}

const withoutStandard: Eligibility = {
  verdict: 'needs_judgement',
  principles: [],
  branches: [],
  preference: null,
  procedure: null,
};

/** The person whose ledger speaks for the nominee; null for collectives. */
export const ledgerPersonOf = ({
  personId,
  ledgerPersonId,
}: Pick<NominationRow, 'personId' | 'ledgerPersonId'>): string | null => personId ?? ledgerPersonId;
