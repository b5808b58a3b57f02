import { eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { documents } from '../../../db/schema/index.ts';
import { procedureOf } from '../../../domain/law/procedure.ts';
import { awardRule, type RuleSet } from '../../../domain/law/rule-set.ts';
import { ApiError } from '../../errors.ts';
import type { Dossier } from '../../policies/dossiers.ts';
import { submissionPolicyOf } from '../../policies/submission.ts';
import type { Evaluation } from '../../queries/evaluate-nominations.ts';
import { isForSubmission } from '../../queries/rule-sets.ts';

/**
 * Every paper that is asked for at this point is in the dossier: those of the award, fewer by the simplified procedure.
 * @throws ApiError papers_missing, which names the others
 */
export async function requirePapers(tx: Executor, dossier: Dossier, ruleSet: RuleSet): Promise<void> {
  const attached = await tx
    .selectDistinct({ kind: documents.kind })
    .from(documents)
    .where(eq(documents.subjectId, dossier.id));
  const { papers } =
    procedureOf(ruleSet, dossier.awardCode, dossier) ?? awardRule(ruleSet, dossier.awardCode);
  const missing = papers.filter(
    (paper) => isForSubmission(paper) && !attached.some(({ kind }) => kind === paper.code),
  );
  if (missing.length === 0) return;
  const named = (locale: 'vi' | 'en') => missing.map(({ name }) => name[locale]).join('; ');
  throw new ApiError('papers_missing', { parameters: { papers: { vi: named('vi'), en: named('en') } } });
}

/** A list of 1,125 names is no sentence. */
const namesShown = 3;

/**
 * Nominees whom the law finds not eligible are submitted knowingly, or not at all where the organisation says so. Who needs
 * a person's judgement goes on to the people who judge. @throws ApiError nominees_not_eligible, nominees_refused
 */
export async function requireAcknowledgement(
  tx: Executor,
  dossier: Pick<Dossier, 'unitId'>,
  evaluations: readonly Evaluation[],
  ineligibleReason: string | undefined,
): Promise<void> {
  const names = evaluations
    .filter(({ result }) => result.verdict === 'not_eligible')
    .map(({ nomination }) => nomination.name);
  if (names.length === 0) return;
  const { ineligible } = await submissionPolicyOf(tx, dossier.unitId);
  if (ineligible === 'acknowledge' && ineligibleReason !== undefined) return;
  const more = names.length - namesShown;
  const shown = names.slice(0, namesShown).join(', ');
  throw new ApiError(ineligible === 'refuse' ? 'nominees_refused' : 'nominees_not_eligible', {
    parameters: {
      names:
        more > 0
          ? { vi: `${shown} và ${more} đối tượng khác`, en: `${shown} and ${more} more` }
          : { vi: shown, en: shown },
    },
  });
}
