import { asc, eq } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { ruleSetById } from '../../db/rule-sets.ts';
import {
  councils,
  initiativeApplications,
  initiativeAuthors,
  type papers,
  people,
  referrals,
  units,
} from '../../db/schema/index.ts';
import { NothingToPrintError, signedFrame } from '../papers/facts.ts';

type Frame = Awaited<ReturnType<typeof signedFrame>>;

/** What a decision that recognises an initiative rests on, as the database has it. */
export interface RecognitionFacts extends Frame {
  kind: 'initiative' | 'research';
  name: string;
  field: string;
  scope: 'unit' | 'ministry' | 'national';
  /** Unit that registered it. */
  unitName: string;
  /** Authors in their order, with their shares in percent. */
  authors: { name: string; sharePercent: number }[];
  legalBases: string[];
  /** Council on whose advice it is recognised. */
  council: string | null;
}

/** Reads what the decision says; null where it is not about an initiative. @throws NothingToPrintError */
export async function recognitionFacts(
  tx: Executor,
  paper: typeof papers.$inferSelect,
): Promise<RecognitionFacts | null> {
  if (paper.subjectId === null) return null;
  const [row] = await tx
    .select({ application: initiativeApplications, unitName: units.name })
    .from(initiativeApplications)
    .innerJoin(units, eq(units.id, initiativeApplications.unitId))
    .where(eq(initiativeApplications.id, paper.subjectId));
  if (!row) return null;
  const frame = await signedFrame(tx, paper);
  const ruleSet = row.application.ruleSetId && (await ruleSetById(tx, row.application.ruleSetId));
  if (!ruleSet) throw new NothingToPrintError(`decision ${paper.id} has no rule-set`);
  const authors = await tx
    .select({ name: people.fullName, sharePercent: initiativeAuthors.sharePercent })
    .from(initiativeAuthors)
    .innerJoin(people, eq(people.id, initiativeAuthors.personId))
    .where(eq(initiativeAuthors.applicationId, paper.subjectId))
    .orderBy(asc(initiativeAuthors.seq));
  if (authors.length === 0) throw new NothingToPrintError(`initiative ${paper.subjectId} has no author`);
  const [council] = await tx
    .select({ name: councils.name })
    .from(referrals)
    .innerJoin(councils, eq(councils.id, referrals.councilId))
    .where(eq(referrals.subjectId, paper.subjectId))
    .limit(1);
  const { kind, name, field, requestedScope } = row.application;
  return {
    ...frame,
    kind,
    name,
    field,
    scope: requestedScope,
    unitName: row.unitName,
    authors,
    legalBases: ruleSet.legalBases.map(({ text }) => text),
    council: council?.name ?? null,
  };
}
