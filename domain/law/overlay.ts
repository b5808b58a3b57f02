import { z } from 'zod';
import {
  type AwardRule,
  denominatorSchema,
  quorumSchema,
  type RuleSet,
  voteLevelSchema,
} from './rule-set.ts';
import { bilingualSchema, sourceFields } from './source.ts';
import { type FileProblem, type Report, readYamlFile } from './yaml-file.ts';

const overlaySchema = z.strictObject({
  id: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\.[a-z0-9-]+$/, { error: 'an id is DATE.NAME, e.g. 2026-01-01.tctk' }),
  /** Whose overlay it is: the organisation's code. */
  organisation: z.string().min(1),
  name: bilingualSchema,
  /** Shares of awards for which no national text gives one. */
  votes: z
    .array(
      z.strictObject({
        award: z.string(),
        level: voteLevelSchema,
        sharePercent: z.int().min(0).max(100),
        strict: z.boolean(),
        denominator: denominatorSchema,
        quorum: quorumSchema,
        ...sourceFields,
      }),
    )
    .default([]),
  /** Bonuses that the law leaves to the organisation. */
  money: z
    .array(
      z.strictObject({
        award: z.string(),
        payee: z.enum(['person', 'collective']),
        tenths: z.int().min(1),
        ...sourceFields,
      }),
    )
    .default([]),
});
/** An organisation's own values (quy định riêng) for what the law leaves to it. */
export type Overlay = z.infer<typeof overlaySchema>;

/**
 * Reads an overlay from YAML and lays it over a national rule-set. A value that the national set fixes is refused with the
 * article that fixes it.
 */
export function applyOverlay(
  ruleSet: RuleSet,
  text: string,
  fileName: string,
): { ruleSet: RuleSet; problems?: never } | { ruleSet?: never; problems: FileProblem[] } {
  const { value, problems, report } = readYamlFile(text, fileName, overlaySchema);
  if (value === undefined) return { problems };
  const awards = value.money.reduce(
    (rules, money, i) => withBonus(rules, money, i, report),
    value.votes.reduce((rules, vote, i) => withShare(rules, vote, i, report), ruleSet.awards),
  );
  return problems.length > 0
    ? { problems }
    : { ruleSet: { ...ruleSet, id: `${ruleSet.id}+${value.id}`, awards } };
}

function withShare(
  awards: AwardRule[],
  vote: Overlay['votes'][number],
  i: number,
  report: Report,
): AwardRule[] {
  const { award: code, level, ...own } = vote;
  const rule = awards.find((award) => award.code === code);
  if (!rule) return unknownAward(awards, ['votes', i, 'award'], code, report);
  const national = rule.votes[level];
  if (!national.leftToOrganisation) {
    report(['votes', i], 'contradiction', {
      vi: `${code}, cấp "${level}": tỷ lệ ${national.sharePercent} % đã được quy định tại ${national.citation}.`,
      en: `${code}, level "${level}": the share of ${national.sharePercent} % is fixed by ${national.citation}.`,
    });
  }
  const votes = { ...rule.votes, [level]: { ...own, leftToOrganisation: true } };
  return awards.map((award) => (award === rule ? { ...award, votes } : award));
}

function withBonus(
  awards: AwardRule[],
  bonus: Overlay['money'][number],
  i: number,
  report: Report,
): AwardRule[] {
  const { award: code, payee, ...own } = bonus;
  const rule = awards.find((award) => award.code === code);
  if (!rule) return unknownAward(awards, ['money', i, 'award'], code, report);
  const limit = rule.money.leftToOrganisation;
  if (!limit) {
    const national = rule.money[payee];
    const citation = national?.citation ?? rule.citation;
    report(['money', i], 'contradiction', {
      vi: `${code}: mức tiền thưởng không do cơ quan tự quy định (${citation}).`,
      en: `${code}: the bonus is not left to the organisation (${citation}).`,
    });
  } else if (own.tenths > limit.atMostTenths) {
    report(['money', i, 'tenths'], 'contradiction', {
      vi: `${code}: mức tiền thưởng không quá ${decimal(limit.atMostTenths, ',')} lần mức lương cơ sở (${limit.citation}).`,
      en: `${code}: the bonus is at most ${decimal(limit.atMostTenths, '.')} times the base salary (${limit.citation}).`,
    });
  }
  const money = { ...rule.money, [payee]: own };
  return awards.map((award) => (award === rule ? { ...award, money } : award));
}

function unknownAward(
  awards: AwardRule[],
  path: (string | number)[],
  code: string,
  report: Report,
): AwardRule[] {
  report(path, 'unknown_reference', {
    vi: `Không có danh hiệu, hình thức "${code}".`,
    en: `There is no award "${code}".`,
  });
  return awards;
}

function decimal(tenths: number, mark: string): string {
  return `${Math.floor(tenths / 10)}${mark}${tenths % 10}`;
}
