import { z } from 'zod';
import { decidersOf } from './consistency.ts';
import { ratingSchema } from './criteria.ts';
import {
  type AwardRule,
  chainSchema,
  deciderSchema,
  denominatorSchema,
  partyOpinionSchema,
  quorumSchema,
  type RuleSet,
  voteLevelSchema,
} from './rule-set.ts';
import { bilingualSchema, sourceFields } from './source.ts';
import { type FileProblem, type Path, type Report, readYamlFile } from './yaml-file.ts';

const award = z.string().min(1);

/** What an organisation sets for itself where the law leaves it to it. */
export const overlaySchema = z.strictObject({
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
        award,
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
        award,
        payee: z.enum(['person', 'collective']),
        tenths: z.int().min(1),
        ...sourceFields,
      }),
    )
    .default([]),
  /** Names that the organisation registered for awards whose name the law leaves to it. */
  names: z.array(z.strictObject({ award, name: bilingualSchema, ...sourceFields })).optional(),
  /** Authority to decide an award, delegated where the law lets it be. */
  deciders: z.array(z.strictObject({ award, decider: deciderSchema, ...sourceFields })).default([]),
  /** Levels that have a council (or a vote of staff); at the others nothing is voted. The central council is the law's. */
  councilLevels: z
    .strictObject({ levels: z.array(voteLevelSchema.exclude(['central'])).min(1), ...sourceFields })
    .optional(),
  /** How the organisation's councils vote, where no national text says. */
  councilRules: z
    .strictObject({
      writtenOpinionCountsAsAttendance: z.strictObject({ value: z.boolean(), ...sourceFields }),
      recusedLeaveDenominator: z.strictObject({ value: z.boolean(), ...sourceFields }),
      proxiesAllowed: z.strictObject({ value: z.boolean(), ...sourceFields }),
      chairDecidesTies: z.strictObject({ value: z.boolean(), ...sourceFields }),
      ballotRounds: z.strictObject({ value: z.int().min(1), ...sourceFields }),
    })
    .partial()
    .optional(),
  /** On whom the Party committee gives its opinion before the head's act, where the organisation says otherwise. */
  partyOpinion: partyOpinionSchema.optional(),
  /** How many nominees of an award a council lets pass for a period: those with the most votes, the chair decides among equals. */
  councilQuotas: z
    .array(z.strictObject({ award, level: voteLevelSchema, count: z.int().min(0), ...sourceFields }))
    .default([]),
  /** How many nominees of an award a unit may propose for a year: so many, or so many percent of its staff, rounded down. */
  quotas: z
    .array(
      z.strictObject({
        award,
        limit: z.union([
          z.strictObject({ count: z.int().min(0) }),
          z.strictObject({ percentOfStaff: z.int().min(0).max(100) }),
        ]),
        ...sourceFields,
      }),
    )
    .default([]),
  /** The rating that a work-plan score gives, by the least score in hundredths of a percent; below them all: not completed. */
  scoreBands: z
    .array(
      z.strictObject({ rating: ratingSchema, fromBasisPoints: z.int().min(0).max(10_000), ...sourceFields }),
    )
    .default([]),
});
/** An organisation's own values (quy định riêng) for what the law leaves to it. */
export type Overlay = z.infer<typeof overlaySchema>;

/** What an organisation added to the national set, beside the values it set in awards. */
export type OwnRules = Pick<Overlay, 'councilLevels' | 'councilQuotas' | 'quotas' | 'scoreBands'>;

/**
 * Reads an overlay from YAML and lays it over a national rule-set. A value that the national set fixes is refused with the
 * article that fixes it.
 */
export function applyOverlay(
  ruleSet: RuleSet,
  text: string,
  fileName: string,
):
  | { ruleSet: RuleSet; overlay: Overlay; problems?: never }
  | { ruleSet?: never; overlay?: never; problems: FileProblem[] } {
  const { value, problems, report } = readYamlFile(text, fileName, overlaySchema);
  if (value === undefined) return { problems };
  const overlaid = layOver(ruleSet, value, report);
  return problems.length > 0 ? { problems } : { ruleSet: overlaid, overlay: value };
}

/** The day in an overlay's id, its first; where the text has none, the last there is. */
export const overlayStart = (text: string): string =>
  /^id:\s*["']?(\d{4}-\d{2}-\d{2})\./m.exec(text)?.[1] ?? '9999-12-31';

/**
 * Reads an overlay and lays it over every national set of its days. Without `overlay` where there are problems, or where no set
 * was given.
 */
export function applyToAll(
  ruleSets: readonly RuleSet[],
  text: string,
): { overlay?: Overlay; problems: FileProblem[] } {
  const applied = ruleSets.map((ruleSet) => applyOverlay(ruleSet, text, 'text'));
  const problems = applied.flatMap((one) => one.problems ?? []);
  const overlay = applied.at(-1)?.overlay;
  return problems.length === 0 && overlay ? { overlay, problems } : { problems };
}

const overlaidSets = new WeakMap<RuleSet, Map<string, RuleSet>>();

/**
 * A rule-set with stored overlays laid over it, the widest unit's first. What contradicts the set is left out: a later law
 * prevails over rules that an organisation made before it. Made once per set and overlays, so nobody may change it.
 */
export function overlaid({
  ruleSet,
  overlays,
}: {
  ruleSet: RuleSet;
  overlays: readonly { key: string; content: Overlay }[];
}): RuleSet {
  if (overlays.length === 0) return ruleSet;
  const known = overlaidSets.get(ruleSet) ?? new Map<string, RuleSet>();
  overlaidSets.set(ruleSet, known);
  const key = overlays.map((overlay) => overlay.key).join(' ');
  const made =
    known.get(key) ?? overlays.reduce((set, { content }) => layOver(set, content, () => {}), ruleSet);
  known.set(key, made);
  return made;
}

/** Lays an overlay over a set; each value that the set does not leave to the organisation is reported and left out. */
function layOver(ruleSet: RuleSet, overlay: Overlay, report: Report): RuleSet {
  const awards = new Map(ruleSet.awards.map((rule) => [rule.code, rule]));
  const change = (code: string, path: Path, changed: (rule: AwardRule) => AwardRule | undefined) => {
    const rule = awards.get(code);
    if (!rule) {
      report([...path, 'award'], 'unknown_reference', {
        vi: `Không có danh hiệu, hình thức "${code}".`,
        en: `There is no award "${code}".`,
      });
      return;
    }
    const next = changed(rule);
    if (next) awards.set(code, next);
  };
  for (const [i, vote] of overlay.votes.entries())
    change(vote.award, ['votes', i], (rule) => withShare(rule, vote, ['votes', i], report));
  for (const [i, bonus] of overlay.money.entries())
    change(bonus.award, ['money', i], (rule) => withBonus(rule, bonus, ['money', i], report));
  for (const [i, own] of (overlay.names ?? []).entries())
    change(own.award, ['names', i], (rule) => withName(rule, own, ['names', i], report));
  for (const [i, decider] of overlay.deciders.entries())
    change(decider.award, ['deciders', i], (rule) => withDecider(rule, decider, ['deciders', i], report));
  for (const [i, quota] of overlay.quotas.entries()) change(quota.award, ['quotas', i], (rule) => rule);
  for (const [i, quota] of overlay.councilQuotas.entries())
    change(quota.award, ['councilQuotas', i], (rule) => rule);
  for (const [i, code] of (overlay.partyOpinion?.awards ?? []).entries())
    change(code, ['partyOpinion', 'awards', i], (rule) => rule);
  if (overlay.councilLevels) checkCouncilLevels(awards, overlay.councilLevels, report);
  checkScoreBands(overlay.scoreBands, report);
  const before = ruleSet.own;
  const councilLevels = overlay.councilLevels ?? before?.councilLevels;
  return {
    ...ruleSet,
    id: `${ruleSet.id}+${overlay.id}`,
    ...overlay.councilRules,
    ...(overlay.partyOpinion && { partyOpinion: overlay.partyOpinion }),
    awards: [...awards.values()],
    own: {
      ...(councilLevels && { councilLevels }),
      councilQuotas: [
        ...(before?.councilQuotas ?? []).filter(
          ({ award, level }) =>
            !overlay.councilQuotas.some((own) => own.award === award && own.level === level),
        ),
        ...overlay.councilQuotas,
      ],
      quotas: [
        ...(before?.quotas ?? []).filter(({ award }) => !overlay.quotas.some((own) => own.award === award)),
        ...overlay.quotas,
      ],
      scoreBands: overlay.scoreBands.length > 0 ? overlay.scoreBands : (before?.scoreBands ?? []),
    },
  };
}

function withShare(rule: AwardRule, vote: Overlay['votes'][number], path: Path, report: Report) {
  const { award: code, level, ...own } = vote;
  const national = rule.votes[level];
  if (!national.leftToOrganisation) {
    report(path, 'contradiction', {
      vi: `${code}, cấp "${level}": tỷ lệ ${national.sharePercent} % đã được quy định tại ${national.citation}.`,
      en: `${code}, level "${level}": the share of ${national.sharePercent} % is fixed by ${national.citation}.`,
    });
    return undefined;
  }
  return { ...rule, votes: { ...rule.votes, [level]: { ...own, leftToOrganisation: true } } };
}

function withBonus(rule: AwardRule, bonus: Overlay['money'][number], path: Path, report: Report) {
  const { award: code, payee, ...own } = bonus;
  const limit = rule.money.leftToOrganisation;
  if (!limit) {
    const citation = rule.money[payee]?.citation ?? rule.citation;
    report(path, 'contradiction', {
      vi: `${code}: mức tiền thưởng không do cơ quan tự quy định (${citation}).`,
      en: `${code}: the bonus is not left to the organisation (${citation}).`,
    });
    return undefined;
  }
  if (own.tenths > limit.atMostTenths) {
    report([...path, 'tenths'], 'contradiction', {
      vi: `${code}: mức tiền thưởng không quá ${decimal(limit.atMostTenths, ',')} lần mức lương cơ sở (${limit.citation}).`,
      en: `${code}: the bonus is at most ${decimal(limit.atMostTenths, '.')} times the base salary (${limit.citation}).`,
    });
    return undefined;
  }
  return { ...rule, money: { ...rule.money, [payee]: own } };
}

/** The registered name, in the catalogue and in what a decision is about. */
function withName(
  rule: AwardRule,
  { name }: NonNullable<Overlay['names']>[number],
  path: Path,
  report: Report,
) {
  if (!rule.registeredName) {
    report(path, 'contradiction', {
      vi: `${rule.code}: tên gọi đã được quy định tại ${rule.citation}.`,
      en: `${rule.code}: its name is fixed by ${rule.citation}.`,
    });
    return undefined;
  }
  const { type, subject } = rule.paper;
  const named = {
    vi: subject.vi.replace(rule.name.vi, () => name.vi),
    en: subject.en.replace(rule.name.en.toLowerCase(), () => name.en),
  };
  return { ...rule, name, paper: { type, subject: named } };
}

/** Whoever decides ends the chain: delegating an award to a lower head shortens it. */
function withDecider(rule: AwardRule, delegation: Overlay['deciders'][number], path: Path, report: Report) {
  const { award: code, decider: value, ...source } = delegation;
  const { delegable } = rule.decider;
  if (!delegable?.to.includes(value)) {
    const { citation } = rule.decider;
    report([...path, 'decider'], 'contradiction', {
      vi: `${code}: thẩm quyền quyết định đã được quy định tại ${citation}, không giao được cho "${value}".`,
      en: `${code}: who decides is fixed by ${citation} and cannot be delegated to "${value}".`,
    });
    return undefined;
  }
  const chain = chainSchema.options.find((chain) => decidersOf[chain].includes(value)) ?? rule.chain.value;
  return {
    ...rule,
    decider: { value, delegable, ...source },
    chain: chain === rule.chain.value ? rule.chain : { value: chain, ...source },
  };
}

/** A ballot that the law demands needs a council to hold it. */
function checkCouncilLevels(
  awards: ReadonlyMap<string, AwardRule>,
  { levels }: NonNullable<Overlay['councilLevels']>,
  report: Report,
): void {
  for (const { code, ballotMandatory, chain } of awards.values()) {
    const able =
      chain.value === 'U' || chain.value === 'C'
        ? (['unit', 'department'] as const)
        : (['ministry'] as const);
    if (!ballotMandatory.value || able.some((level) => levels.includes(level))) continue;
    report(['councilLevels', 'levels'], 'contradiction', {
      vi: `${code} phải bỏ phiếu tại hội đồng cấp ${able.join(', ')} (${ballotMandatory.citation}).`,
      en: `${code} must be put to a ballot of a council of level ${able.join(', ')} (${ballotMandatory.citation}).`,
    });
    return;
  }
}

function checkScoreBands(bands: Overlay['scoreBands'], report: Report): void {
  const order = ratingSchema.options;
  for (const [i, band] of bands.entries()) {
    const before = bands[i - 1];
    if (!before) continue;
    const rises =
      order.indexOf(band.rating) > order.indexOf(before.rating) &&
      band.fromBasisPoints > before.fromBasisPoints;
    if (!rises) {
      report(['scoreBands', i], 'contradiction', {
        vi: 'Các mức điểm phải tăng dần theo mức hoàn thành.',
        en: 'Bands rise with the rating, each named once.',
      });
    }
  }
}

function decimal(tenths: number, mark: string): string {
  return `${Math.floor(tenths / 10)}${mark}${tenths % 10}`;
}
