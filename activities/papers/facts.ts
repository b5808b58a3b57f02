import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { boundLaw } from '../../db/bound-law.ts';
import type { Executor } from '../../db/client.ts';
import { dossierAwardees } from '../../db/dossier-bonuses.ts';
import { holdsToday } from '../../db/holds-today.ts';
import { dossiersOf } from '../../db/papers/entries.ts';
import {
  accounts,
  agendaItems,
  type dossiers,
  nominationResults,
  nominations,
  type papers,
  people,
  referrals,
  units,
} from '../../db/schema/index.ts';
import { unitLine } from '../../db/unit-line.ts';
import { bonusTable } from '../../domain/bonus-table.ts';
import { overlaid } from '../../domain/law/overlay.ts';
import { awardRule } from '../../domain/law/rule-set.ts';
import type { DecisionFacts, Nominee } from './decision-content.ts';
import type { Office } from './offices.ts';
import type { Findings, SubmissionFacts } from './submission-content.ts';

/** A paper cannot be printed as things stand. */
export class NothingToPrintError extends Error {
  readonly code = 'nothing_to_print';
}

export type Paper = typeof papers.$inferSelect;
type Dossier = typeof dossiers.$inferSelect;
type Status = (typeof nominations.$inferSelect)['status'];

/** Nominations that a paper of a kind names. */
const named = {
  decision: ['awarded'],
  submission: ['proposed', 'passed', 'returned'],
} as const satisfies Record<Paper['kind'], Status[]>;

/** Reads what a numbered decision says. @throws NothingToPrintError when something it must say is missing */
export async function decisionFacts(tx: Executor, paper: Paper): Promise<DecisionFacts> {
  const { dossiers: listed, law, award, ...frame } = await paperFrame(tx, paper);
  const { issuer } = frame;
  const awardees = await Promise.all(listed.map((dossier) => dossierAwardees(tx, dossier, named.decision)));
  const decided = {
    award,
    decidedOn: frame.issuedOn,
    periodFrom: frame.periodFrom,
    periodTo: frame.periodTo,
  };
  const { table } = bonusTable(law, decided, awardees.flat());
  const quoted = (code: string) => ({ name: `“${awardRule(law, code).name.vi}”` });
  const byState = issuer.kind === 'state_office';
  const homeAffairs = byState ? await unitWhere(tx, sql`${units.kind} = 'central_body'`) : null;
  return {
    ...frame,
    proposer: await proposerTo(tx, issuer, homeAffairs),
    line: await lineBelow(tx, issuer, listed),
    executors: homeAffairs ? [homeAffairs] : [],
    informed: homeAffairs ? await standingBodyNames(tx, homeAffairs.id) : [],
    nominees: await nomineesOf(tx, paper, listed),
    bonuses: table
      ? {
          total: table.total,
          sources: table.sources,
          rows: table.rows.map(({ bonus, replacedBy, replaces }) => ({
            bonus,
            replacedBy: replacedBy === null ? null : quoted(replacedBy),
            replaces: replaces.map(quoted),
          })),
        }
      : null,
  };
}

/** Reads what a numbered submission says. @throws NothingToPrintError when something it must say is missing */
export async function submissionFacts(tx: Executor, paper: Paper): Promise<SubmissionFacts> {
  const { dossiers: listed, law: _, award: __, ...frame } = await paperFrame(tx, paper);
  const recipient =
    paper.recipientId === null ? null : await unitWhere(tx, sql`${units.id} = ${paper.recipientId}`);
  if (!recipient) throw new NothingToPrintError(`submission ${paper.id} goes to nobody`);
  const nominees = await nomineesOf(tx, paper, listed);
  const findings = await findingsOf(tx, paper, nominees);
  return {
    ...frame,
    recipient,
    nominees: nominees.map((nominee) => ({
      ...nominee,
      ...(findings.get(nominee.id) ?? { vote: null, overruled: null }),
    })),
    dossiers: listed.map(({ code }) => code),
  };
}

/** Number, date, issuer and signer of a paper, whatever it is about. @throws NothingToPrintError */
export async function signedFrame(tx: Executor, paper: Paper) {
  const { symbol, issuedOn, signerId } = paper;
  if (symbol === null || issuedOn === null || signerId === null)
    throw new NothingToPrintError(`paper ${paper.id} has no number or signer`);
  const [signer] = await tx
    .select({ name: people.fullName })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(eq(accounts.id, signerId));
  const [issuer, ...aboveIssuer] = await ancestors(tx, paper.issuerId);
  if (!signer || !issuer) throw new NothingToPrintError(`paper ${paper.id} has no signer or issuer`);
  return {
    symbol,
    issuedOn,
    issuer,
    superior: aboveIssuer.find(({ kind }) => kind !== 'state_office') ?? null,
    signer: { name: signer.name, title: paper.signerTitle, substitutes: paper.signedForId !== null },
  };
}

/** What every paper over dossiers says: its number, who issues and signs it, what it is about. */
async function paperFrame(tx: Executor, paper: Paper) {
  const listed = await dossiersOf(tx, paper);
  const [first] = listed;
  const bound = first && (await boundLaw(tx, first.id));
  if (!bound) throw new NothingToPrintError(`paper ${paper.id} has no dossier or rule-set`);
  const law = overlaid(bound);
  return {
    dossiers: listed,
    law,
    ...(await signedFrame(tx, paper)),
    award: first.awardCode,
    subject: awardRule(law, first.awardCode).paper.subject.vi,
    legalBases: law.legalBases.map(({ text }) => text),
    severalUnits: new Set(listed.map(({ unitId }) => unitId)).size > 1,
    periodFrom: first.periodFrom,
    periodTo: first.periodTo,
  };
}

/** Those whom the paper names, dossier by dossier. @throws NothingToPrintError where there is nobody */
async function nomineesOf(
  tx: Executor,
  { id, kind }: Paper,
  listed: Dossier[],
): Promise<(Nominee & { id: string })[]> {
  const rows = await tx
    .select({
      id: nominations.id,
      dossierId: nominations.dossierId,
      kind: nominations.kind,
      name: nominations.name,
      post: nominations.post,
      sex: people.sex,
    })
    .from(nominations)
    .leftJoin(people, eq(people.id, nominations.personId))
    .where(
      and(
        inArray(
          nominations.dossierId,
          listed.map((dossier) => dossier.id),
        ),
        inArray(nominations.status, named[kind]),
      ),
    )
    .orderBy(asc(nominations.seq));
  if (rows.length === 0) throw new NothingToPrintError(`paper ${id} names nobody`);
  const unitNames = new Map(
    (
      await tx
        .select({ id: units.id, name: units.name })
        .from(units)
        .where(
          inArray(
            units.id,
            listed.map(({ unitId }) => unitId),
          ),
        )
    ).map((unit) => [unit.id, unit.name]),
  );
  const byDossier = Map.groupBy(rows, ({ dossierId }) => dossierId);
  return listed.flatMap((dossier) =>
    (byDossier.get(dossier.id) ?? []).map(({ dossierId: _, ...nominee }) => ({
      ...nominee,
      unit: unitNames.get(dossier.unitId) ?? '',
    })),
  );
}

/** What the issuer's own level found about the nominees: the last ballot, and where its head decided otherwise. */
async function findingsOf(
  tx: Executor,
  { issuerId }: Paper,
  nominees: { id: string }[],
): Promise<Map<string, Findings>> {
  const [issuer] = await tx.select({ level: units.level }).from(units).where(eq(units.id, issuerId));
  if (!issuer) return new Map();
  const ids = nominees.map(({ id }) => id);
  const votes = await tx
    .selectDistinctOn([agendaItems.nominationId], {
      id: agendaItems.nominationId,
      inFavour: agendaItems.inFavour,
      total: agendaItems.total,
    })
    .from(agendaItems)
    .innerJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .where(
      and(
        inArray(agendaItems.nominationId, ids),
        eq(referrals.level, issuer.level),
        isNotNull(agendaItems.inFavour),
      ),
    )
    .orderBy(agendaItems.nominationId, desc(referrals.createdAt), desc(agendaItems.round));
  const results = await tx
    .selectDistinctOn([nominationResults.nominationId], {
      id: nominationResults.nominationId,
      overruledBy: nominationResults.overruledBy,
      reason: nominationResults.reason,
    })
    .from(nominationResults)
    .where(and(inArray(nominationResults.nominationId, ids), eq(nominationResults.level, issuer.level)))
    .orderBy(nominationResults.nominationId, desc(nominationResults.at), desc(nominationResults.step));
  const overruled = new Map(
    results.flatMap(({ id, overruledBy, reason }) => (overruledBy === null ? [] : [[id, reason] as const])),
  );
  const vote = new Map(votes.map(({ id, inFavour, total }) => [id, { inFavour, total }]));
  return new Map(
    ids.map((id) => {
      const { inFavour, total } = vote.get(id) ?? { inFavour: null, total: null };
      return [
        id,
        {
          vote: inFavour === null || total === null ? null : { inFavour, total },
          overruled: overruled.get(id) ?? null,
        },
      ];
    }),
  );
}

type Unit = Office & { id: string };

/** The units above all that proposed, the proposing one included where there is one, below the issuer and up to the ministry. */
async function lineBelow(tx: Executor, issuer: Unit, listed: Dossier[]): Promise<Unit[]> {
  const unitIds = [...new Set(listed.map(({ unitId }) => unitId))];
  const [first = [], ...others] = await Promise.all(unitIds.map((id) => ancestors(tx, id)));
  const shared = first.filter(({ id }) => others.every((line) => line.some((unit) => unit.id === id)));
  const ministry = shared.findIndex(({ kind }) => kind === 'ministry');
  const top = shared.findIndex(({ id }) => id === issuer.id);
  return issuer.kind === 'state_office' ? shared.slice(0, ministry + 1) : shared.slice(0, Math.max(top, 0));
}

/** To the President the Prime Minister proposes, to the Prime Minister Home Affairs, to others their standing body. */
async function proposerTo(tx: Executor, issuer: Unit, homeAffairs: Office | null): Promise<Office | null> {
  if (issuer.paperSymbol === 'CTN') return unitWhere(tx, sql`${units.paperSymbol} = 'TTg'`);
  if (homeAffairs) return homeAffairs;
  const body = await unitWhere(tx, sql`${units.parentId} = ${issuer.id} and ${units.isStandingBody}`);
  // Inside its organisation the unit needs no "of the ministry" after its name.
  return body && { ...body, name: body.name.replace(`, ${issuer.name}`, '') };
}

async function standingBodyNames(tx: Executor, unitId: string): Promise<string[]> {
  const body = await unitWhere(tx, sql`${units.parentId} = ${unitId} and ${units.isStandingBody}`);
  return body ? [body.name] : [];
}

async function unitWhere(tx: Executor, condition: ReturnType<typeof sql>): Promise<Unit | null> {
  const [unit] = await tx
    .select({ id: units.id, name: units.name, paperSymbol: units.paperSymbol, kind: units.kind })
    .from(units)
    .where(and(condition, holdsToday(units)))
    .orderBy(asc(units.code))
    .limit(1);
  return unit ?? null;
}

/** A unit and the units above it, nearest first. */
export async function ancestors(tx: Executor, unitId: string): Promise<Unit[]> {
  const found = await tx.execute<{ id: string; name: string; paperSymbol: string | null; kind: string }>(sql`
    ${unitLine(unitId)}
    select id, name, paper_symbol as "paperSymbol", kind from line order by distance`);
  return found.rows;
}
