import { asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { lawOfUnit } from '../../db/bound-law.ts';
import type { Executor } from '../../db/client.ts';
import { idArray } from '../../db/id-array.ts';
import { eligibilityVerdicts, nominations, personMatches } from '../../db/schema/index.ts';
import type * as domain from '../../domain/eligibility/eligibility.ts';
import type { AwardNames } from '../../domain/eligibility/words.ts';
import { overlaid } from '../../domain/law/overlay.ts';
import type { CommandContext } from '../context.ts';
import type { Locale } from '../contract/common.ts';
import type {
  EligibilityReport,
  EligibilityVerdict,
  NominationEligibility,
  VerdictCounts,
} from '../contract/eligibility.ts';
import { ApiError } from '../errors.ts';
import { type Dossier, isUnderWay, visibleDossier, worksOn } from '../policies/dossiers.ts';
import { submissionPolicyOf } from '../policies/submission.ts';
import { evaluateNominations, ledgerPersonOf, type NominationRow } from './evaluate-nominations.ts';
import { awardNames, findingsIn } from './findings.ts';
import { type Page, pageOf } from './paging.ts';
import { personAs } from './references.ts';
import { findAwardRule } from './rule-sets.ts';

/** A verdict as it stands: found just now for a draft, stored for a submitted dossier. */
type Standing = Pick<
  NominationEligibility,
  'verdict' | 'verdictAtSubmission' | 'ruleSetId' | 'evaluatedAt' | 'evaluatedBy'
> & { nomination: NominationRow };
type Findings = Omit<domain.Eligibility, 'verdict'>;

/** All verdicts of a dossier, and what was found about those of one page: a bulk dossier's findings are megabytes. */
interface Verdicts {
  standing: Standing[];
  findingsOf: (nominationIds: string[]) => Promise<Map<string, Findings>>;
}

/**
 * Verdicts on the nominations of a dossier in the order of its list. @throws ApiError dossier_not_found, no_rule_set,
 *   award_without_rule
 */
export async function findEligibility(
  context: CommandContext,
  query: Page & {
    dossierId: string;
    verdict?: EligibilityVerdict | undefined;
    nominationId?: string | undefined;
  },
): Promise<EligibilityReport> {
  const { db, actor } = context;
  const dossier = await visibleDossier(context, query.dossierId);
  const [{ standing, findingsOf }, names, { ineligible }] = await Promise.all([
    dossier.status === 'draft' ? evaluateDraft(context, dossier) : storedVerdicts(db, dossier.id),
    awardNames(db),
    submissionPolicyOf(db, dossier.unitId),
  ]);
  const counts: VerdictCounts = { eligible: 0, not_eligible: 0, needs_judgement: 0 };
  for (const { verdict } of standing) counts[verdict] += 1;
  const wanted = standing.filter(
    ({ verdict, nomination }) =>
      (query.verdict ?? verdict) === verdict && (query.nominationId ?? nomination.id) === nomination.id,
  );
  const { items, total } = pageOf(wanted, query);
  const findings = await findingsOf(items.map(({ nomination }) => nomination.id));
  const waiting = await proposedMatches(
    db,
    items.flatMap(({ nomination }) => ledgerPersonOf(nomination) ?? []),
  );
  return {
    items: items.flatMap((row) => {
      const found = findings.get(row.nomination.id);
      return found ? [inLanguage(row, found, waiting, actor.locale, names)] : [];
    }),
    total,
    counts,
    ineligibleAtSubmit: ineligible,
    ineligibleReason: dossier.ineligibleReason,
    canRecheck: isUnderWay(dossier) && (await worksOn(db, actor, dossier)),
  };
}

async function evaluateDraft({ db, today }: CommandContext, dossier: Dossier): Promise<Verdicts> {
  const law = await lawOfUnit(db, dossier.unitId, today);
  if (!law) throw new ApiError('no_rule_set', { parameters: { date: today } });
  const ruleSet = overlaid(law);
  if (!findAwardRule(ruleSet, dossier.awardCode))
    throw new ApiError('award_without_rule', { parameters: { award: dossier.awardCode } });
  const rows = await nominationsOf(db, dossier.id);
  const evaluations = await evaluateNominations(db, dossier, ruleSet, rows, today);
  return {
    standing: evaluations.map(({ nomination, result }) => ({
      nomination,
      verdict: result.verdict,
      verdictAtSubmission: null,
      ruleSetId: law.ruleSet.id,
      evaluatedAt: null,
      evaluatedBy: null,
    })),
    findingsOf: async () => new Map(evaluations.map(({ nomination, result }) => [nomination.id, result])),
  };
}

/** The newest verdict on each nomination, and the first one, with which it was submitted. */
async function storedVerdicts(db: Executor, dossierId: string): Promise<Verdicts> {
  const judge = personAs('judge');
  const first = db
    .selectDistinctOn([eligibilityVerdicts.nominationId], {
      nominationId: eligibilityVerdicts.nominationId,
      verdict: sql<EligibilityVerdict>`${eligibilityVerdicts.verdict}`.as('first_verdict'),
    })
    .from(eligibilityVerdicts)
    .innerJoin(nominations, eq(nominations.id, eligibilityVerdicts.nominationId))
    .where(eq(nominations.dossierId, dossierId))
    .orderBy(eligibilityVerdicts.nominationId, asc(eligibilityVerdicts.evaluatedAt))
    .as('first');
  const rows = await db
    .selectDistinctOn([nominations.seq], {
      nomination: getTableColumns(nominations),
      verdictId: eligibilityVerdicts.id,
      verdict: eligibilityVerdicts.verdict,
      ruleSetId: eligibilityVerdicts.ruleSetId,
      evaluatedAt: eligibilityVerdicts.evaluatedAt,
      verdictAtSubmission: first.verdict,
      evaluatedBy: judge.columns,
    })
    .from(nominations)
    .innerJoin(eligibilityVerdicts, eq(eligibilityVerdicts.nominationId, nominations.id))
    .innerJoin(first, eq(first.nominationId, nominations.id))
    .innerJoin(judge.account, eq(judge.account.id, eligibilityVerdicts.evaluatedBy))
    .innerJoin(judge.person, eq(judge.person.id, judge.account.personId))
    .where(eq(nominations.dossierId, dossierId))
    .orderBy(nominations.seq, desc(eligibilityVerdicts.evaluatedAt));
  return {
    standing: rows.map(({ verdictId: _, evaluatedAt, ...row }) => ({
      ...row,
      evaluatedAt: evaluatedAt.toISOString(),
    })),
    async findingsOf(nominationIds) {
      const ids = rows
        .filter(({ nomination }) => nominationIds.includes(nomination.id))
        .map(({ verdictId }) => verdictId);
      if (ids.length === 0) return new Map();
      const found = await db
        .select({ id: eligibilityVerdicts.nominationId, findings: eligibilityVerdicts.findings })
        .from(eligibilityVerdicts)
        .where(inArray(eligibilityVerdicts.id, ids));
      return new Map(found.map(({ id, findings }) => [id, findings]));
    },
  };
}

/** The nominations of a dossier in the order of its list. */
export function nominationsOf(db: Executor, dossierId: string): Promise<NominationRow[]> {
  return db
    .select()
    .from(nominations)
    .where(eq(nominations.dossierId, dossierId))
    .orderBy(asc(nominations.seq));
}

/** Verdicts by nomination, the newest of each, for lists that show no more of them. */
export async function newestVerdicts(
  db: Executor,
  nominationIds: string[],
): Promise<Map<string, EligibilityVerdict>> {
  if (nominationIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([eligibilityVerdicts.nominationId], {
      nominationId: eligibilityVerdicts.nominationId,
      verdict: eligibilityVerdicts.verdict,
    })
    .from(eligibilityVerdicts)
    .where(inArray(eligibilityVerdicts.nominationId, nominationIds))
    .orderBy(eligibilityVerdicts.nominationId, desc(eligibilityVerdicts.evaluatedAt));
  return new Map(rows.map(({ nominationId, verdict }) => [nominationId, verdict]));
}

/** How many pairs with each person wait to be confirmed or rejected; a person without any is left out. */
async function proposedMatches(db: Executor, personIds: string[]): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ personId: string; pairs: number }>(sql`
    select p.id as "personId", count(*)::int as pairs from unnest(${idArray(personIds)}) as p(id)
    join ${personMatches} m on p.id in (m.person_a, m.person_b) and m.status = 'proposed' group by p.id`);
  return new Map(rows.map(({ personId, pairs }) => [personId, pairs]));
}

function inLanguage(
  { nomination, ...standing }: Standing,
  findings: Findings,
  waiting: ReadonlyMap<string, number>,
  locale: Locale,
  names: AwardNames,
): NominationEligibility {
  const { criterion, branch } = findingsIn(locale, names);
  const { id, seq, kind, name, post, unitId } = nomination;
  return {
    nominationId: id,
    seq,
    kind,
    name,
    post,
    personId: ledgerPersonOf(nomination),
    proposedMatches: waiting.get(ledgerPersonOf(nomination) ?? '') ?? 0,
    unitId,
    ...standing,
    principles: findings.principles.map(criterion),
    branches: findings.branches.map(branch),
    preference: findings.preference && criterion(findings.preference),
  };
}
