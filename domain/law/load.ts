import { checkConsistency } from './consistency.ts';
import { resolveReferences } from './references.ts';
import { type RuleSet, ruleSetFileSchema } from './rule-set.ts';
import { type FileProblem, readYamlFile } from './yaml-file.ts';

export type ParsedRuleSet =
  | { ruleSet: RuleSet; problems?: never }
  | { ruleSet?: never; problems: FileProblem[] };

/**
 * Reads a rule-set from the YAML text of a file of `rules/`. Every problem of the file is reported with its line: a field
 * that is unknown, a value without citation, a name that nothing defines.
 */
export function parseRuleSet(text: string, fileName: string): ParsedRuleSet {
  const { value, problems, report } = readYamlFile(text, fileName, ruleSetFileSchema);
  if (value === undefined) return { problems };
  checkConsistency(value, report);
  const ruleSet = resolveReferences(value, report);
  return problems.length > 0 ? { problems } : { ruleSet };
}

/** The rule-set in force on `date` (`YYYY-MM-DD`); undefined if none is. Unconfirmed sets are never in force. */
export function ruleSetOn<Set extends Pick<RuleSet, 'status' | 'effectiveFrom' | 'effectiveTo'>>(
  sets: readonly Set[],
  date: string,
): Set | undefined {
  return sets.find(
    ({ status, effectiveFrom, effectiveTo }) =>
      status === 'in_force' && effectiveFrom <= date && (effectiveTo === null || date <= effectiveTo),
  );
}

/** Problems that several rule-sets have together: two of them in force on the same day. */
export function checkOverlaps(
  sets: readonly { ruleSet: RuleSet; file: string; text: string }[],
): FileProblem[] {
  const inForce = sets
    .filter(({ ruleSet }) => ruleSet.status === 'in_force')
    .sort((a, b) => a.ruleSet.effectiveFrom.localeCompare(b.ruleSet.effectiveFrom));
  return inForce.flatMap((later, i) => {
    const earlier = inForce[i - 1]?.ruleSet;
    if (!earlier || (earlier.effectiveTo !== null && earlier.effectiveTo < later.ruleSet.effectiveFrom))
      return [];
    const end = earlier.effectiveTo;
    const { report, problems } = readYamlFile(later.text, later.file, ruleSetFileSchema);
    report(['effectiveFrom'], 'dates_overlap', {
      vi: `Thời gian hiệu lực trùng với ${earlier.id} (${end === null ? 'chưa có ngày hết hiệu lực' : `đến ${end}`}).`,
      en: `The dates overlap those of ${earlier.id} (${end === null ? 'which has no last day' : `until ${end}`}).`,
    });
    return problems;
  });
}
