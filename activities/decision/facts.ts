import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { boundLaw } from '../../db/bound-law.ts';
import type { Executor } from '../../db/client.ts';
import { dossierAwardees } from '../../db/dossier-bonuses.ts';
import { accounts, dossiers, nominations, papers, people, units } from '../../db/schema/index.ts';
import { unitLine } from '../../db/unit-line.ts';
import { bonusTable } from '../../domain/bonus-table.ts';
import { overlaid } from '../../domain/law/overlay.ts';
import { awardRule } from '../../domain/law/rule-set.ts';
import type { DecisionFacts } from './content.ts';
import type { Office } from './offices.ts';

/** The decision of a dossier cannot be printed as things stand. */
export class NothingToPrintError extends Error {
  readonly code = 'nothing_to_print';
}

type Paper = typeof papers.$inferSelect;

/** The decision paper of a dossier that has its number, printed or not. @throws NothingToPrintError */
export async function numberedDecision(tx: Executor, dossierId: string): Promise<Paper> {
  const [paper] = await tx
    .select()
    .from(papers)
    .where(
      and(
        eq(papers.subjectId, dossierId),
        eq(papers.kind, 'decision'),
        inArray(papers.status, ['numbered', 'issued']),
      ),
    )
    .orderBy(asc(papers.signedAt))
    .limit(1);
  if (!paper) throw new NothingToPrintError(`dossier ${dossierId} has no numbered decision`);
  return paper;
}

/** Reads what a numbered decision says. @throws NothingToPrintError when something it must say is missing */
export async function decisionFacts(tx: Executor, paper: Paper): Promise<DecisionFacts> {
  const { symbol, issuedOn, signerId } = paper;
  const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.id, paper.subjectId));
  const law = await boundLaw(tx, paper.subjectId);
  if (symbol === null || issuedOn === null || signerId === null || !dossier || !law)
    throw new NothingToPrintError(`decision ${paper.id} has no number, signer or rule-set`);
  const ruleSet = overlaid(law);
  const [signer] = await tx
    .select({ name: people.fullName })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(eq(accounts.id, signerId));
  if (!signer) throw new NothingToPrintError(`decision ${paper.id} has no signer`);
  const nominees = await tx
    .select({ kind: nominations.kind, name: nominations.name, post: nominations.post, sex: people.sex })
    .from(nominations)
    .leftJoin(people, eq(people.id, nominations.personId))
    .where(and(eq(nominations.dossierId, dossier.id), eq(nominations.status, 'awarded')))
    .orderBy(asc(nominations.seq));
  if (nominees.length === 0) throw new NothingToPrintError(`dossier ${dossier.id} awards nobody`);

  const decided = {
    award: dossier.awardCode,
    decidedOn: issuedOn,
    periodFrom: dossier.periodFrom,
    periodTo: dossier.periodTo,
  };
  const { table } = bonusTable(ruleSet, decided, await dossierAwardees(tx, dossier, ['awarded']));
  const named = (code: string) => ({ name: `“${awardRule(ruleSet, code).name.vi}”` });
  const above = await ancestors(tx, dossier.unitId);
  const [issuer, ...aboveIssuer] = await ancestors(tx, paper.issuerId);
  if (!issuer) throw new NothingToPrintError(`decision ${paper.id} has no issuer`);
  const byState = issuer.kind === 'state_office';
  const ministry = above.findIndex(({ kind }) => kind === 'ministry');
  const top = above.findIndex(({ id }) => id === issuer.id);
  const homeAffairs = byState ? await unitWhere(tx, sql`${units.kind} = 'central_body'`) : null;
  return {
    symbol,
    issuedOn,
    issuer,
    superior: aboveIssuer.find(({ kind }) => kind !== 'state_office') ?? null,
    signer: { name: signer.name, title: paper.signerTitle, substitutes: paper.signedForId !== null },
    subject: awardRule(ruleSet, dossier.awardCode).paper.subject.vi,
    legalBases: ruleSet.legalBases.map(({ text }) => text),
    proposer: await proposerTo(tx, issuer, homeAffairs),
    line: byState ? above.slice(0, ministry + 1) : above.slice(0, Math.max(top, 0)),
    executors: homeAffairs ? [homeAffairs] : [],
    informed: homeAffairs ? await standingBodyNames(tx, homeAffairs.id) : [],
    periodFrom: dossier.periodFrom,
    periodTo: dossier.periodTo,
    nominees,
    bonuses: table
      ? {
          total: table.total,
          sources: table.sources,
          rows: table.rows.map(({ bonus, replacedBy, replaces }) => ({
            bonus,
            replacedBy: replacedBy === null ? null : named(replacedBy),
            replaces: replaces.map(named),
          })),
        }
      : null,
  };
}

type Unit = Office & { id: string };

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
    .where(and(condition, sql`${units.validTo} is null`))
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
