import type { Executor } from '../../db/client.ts';
import { awards } from '../../db/schema/index.ts';
import type * as domain from '../../domain/eligibility/eligibility.ts';
import { type AwardNames, inWords } from '../../domain/eligibility/words.ts';
import type { Locale } from '../contract/common.ts';
import type { Criterion, TestedBranch } from '../contract/eligibility.ts';

/** Names of all awards, for facts that name them by code. */
export async function awardNames(db: Executor): Promise<AwardNames> {
  const rows = await db.select().from(awards);
  return new Map(rows.map(({ code, nameVi, nameEn }) => [code, { vi: nameVi, en: nameEn }]));
}

/** What was found about a nominee, in the words of a language. */
export function findingsIn(locale: Locale, names: AwardNames) {
  const say = (text: string) => inWords(text, names)[locale];
  const criterion = (tested: domain.Criterion): Criterion => ({
    text: tested.text[locale],
    outcome: tested.outcome,
    facts: tested.facts.map(say),
    missing: tested.missing.map(say),
    note: tested.note?.[locale] ?? null,
    citation: tested.citation,
    grade: tested.grade,
    related: (tested.related ?? []).map(({ citation, grade }) => ({ citation, grade })),
  });
  const branch = ({
    criteria,
    alternatives,
    votedOn = [],
    ...tested
  }: domain.TestedBranch): TestedBranch => ({
    point: tested.point,
    outcome: tested.outcome,
    criteria: criteria.map(criterion),
    alternatives: alternatives.map((group) => group.map(criterion)),
    votedOn: votedOn.map((text) => text[locale]),
    citation: tested.citation,
    grade: tested.grade,
  });
  return { criterion, branch };
}
