import { eq, type SQL } from 'drizzle-orm';
import { isOwnDecision } from '../../db/papers/own-decision.ts';
import { papers, type subjects } from '../../db/schema/index.ts';

/** Condition on `papers`: the paper that the instance is about, or the decision that it makes on its subject. */
export const isPaperOf = ({ id, kind }: typeof subjects.$inferSelect): SQL | undefined =>
  kind === 'paper' ? eq(papers.id, id) : isOwnDecision(id);
