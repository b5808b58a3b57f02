import { z } from 'zod';
import { commendationKindSchema, simplifiedCaseSchema, standardSchema } from './criteria.ts';
import { LawError } from './law-error.ts';
import type { OwnRules } from './overlay.ts';
import { bilingualSchema, sourceFields, sourceSchema } from './source.ts';

const isoDate = z.iso.date();

/** Levels at which a council or a meeting of staff votes. */
export const voteLevelSchema = z.enum(['unit', 'department', 'ministry', 'central']);
export type VoteLevel = z.infer<typeof voteLevelSchema>;

/** What a share is a share of: all members of the council, the members present, all staff of the unit. */
export const denominatorSchema = z.enum(['total_members', 'present', 'all_staff']);
export type Denominator = z.infer<typeof denominatorSchema>;

/** Part of the members that must attend, written as a fraction: `2/3`. */
export const quorumSchema = z
  .string()
  .regex(/^\d{1,3}\/[1-9]\d{0,2}$/, { error: 'a quorum is a fraction, e.g. 2/3' })
  .transform((text) => {
    const [numerator, denominator] = text.split('/').map(Number) as [number, number];
    return { numerator, denominator };
  })
  .refine((quorum) => quorum.numerator <= quorum.denominator, {
    error: 'a quorum is at most the whole council',
  });

/** Share of votes and attendance a council needs. Percentages are whole; the test is done in integers. */
export const voteRuleSchema = z.strictObject({
  /** Votes in favour needed, percent of the denominator. */
  sharePercent: z.int().min(0).max(100),
  /** True: strictly more than the share (a majority is more than 50 %); false: at least the share. */
  strict: z.boolean(),
  denominator: denominatorSchema,
  quorum: quorumSchema,
  /** Where the quorum is written, if another text than that of the share says it. */
  quorumSource: z.strictObject(sourceFields).optional(),
  /** No national text gives the share: an organisation's overlay may set its own. */
  leftToOrganisation: z.boolean().default(false),
  ...sourceFields,
});
export type VoteRule = z.infer<typeof voteRuleSchema>;

/**
 * Approval chain: `U` decided in the unit's own organisation, `C` by the chair of the commune after its council, `M` by the
 * ministry, `P` by the Government or Prime Minister through Home Affairs, `S` by the President after the Prime Minister.
 */
export const chainSchema = z.enum(['U', 'C', 'M', 'P', 'S']);
export type Chain = z.infer<typeof chainSchema>;

export const deciderSchema = z.enum([
  'department',
  'commune',
  'ministry',
  'government',
  'prime_minister',
  'president',
]);
export type Decider = z.infer<typeof deciderSchema>;

/** In what a term is counted; a term of years ends on the same day of a later year. */
export const termUnitSchema = z.enum(['working_day', 'calendar_day', 'year']);
export type TermUnit = z.infer<typeof termUnitSchema>;

const clockSchema = z.strictObject({
  name: bilingualSchema,
  amount: z.int().min(0).max(1000),
  unit: termUnitSchema,
  /** The event the clock starts from; its day is not counted. */
  from: bilingualSchema,
  /** Whose rule it is, where it is not one for the whole country. */
  appliesTo: bilingualSchema.optional(),
  /** Of a term for an answer: is who lets it pass taken to agree? */
  silenceAgrees: z.boolean().optional(),
  ...sourceFields,
});
/** Clock (thời hạn): a term that starts with an event. */
export type ClockRule = z.infer<typeof clockSchema>;

const postingSchema = z
  .strictObject({ workingDays: z.int().min(1), ...sourceFields })
  .nullable()
  .default(null);

/** A day of every year: of the year the question is about, or of the one after it. */
const yearlyDay = {
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  year: z.enum(['same', 'next']),
};

/** Who recognises an initiative with one scope: the head at a level, on the advice of the initiative council there. */
const initiativeScopeSchema = z.strictObject({
  level: z.enum(['unit', 'department', 'ministry']),
  /** Vote rule of the council, by name. */
  vote: z.string(),
  ...sourceFields,
});

const fixedDateSchema = z.strictObject({
  name: bilingualSchema,
  ...yearlyDay,
  /** Whose rule it is, where it is not one for the whole country. */
  appliesTo: bilingualSchema.optional(),
  ...sourceFields,
});
/** Fixed date (ngày cố định): a deadline that comes every year on the same day. */
export type FixedDate = z.infer<typeof fixedDateSchema>;

/** Sectors (hệ thống) that have a deadline of their own. */
export const sectorSchema = z.enum(['education']);
export type Sector = z.infer<typeof sectorSchema>;

/** Who pays a bonus: the fund of whoever decides, or the ministry that proposed. */
export const payerSchema = z.enum(['deciding_body', 'proposing_ministry']);
export type Payer = z.infer<typeof payerSchema>;

const awardSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{1,15}$/, { error: 'a code is 2 to 16 capitals, digits and _' }),
  kind: z.enum(['title', 'commendation']),
  name: bilingualSchema,
  /** Who can be nominated; an outsider is a person outside the awarding organisation. */
  nominees: z.array(z.enum(['person', 'collective', 'outsider', 'household'])).min(1),
  /** Level the award belongs to: cơ sở, bộ/tỉnh, nhà nước. */
  level: z.enum(['unit', 'ministry', 'state']),
  decider: z.strictObject({
    value: deciderSchema,
    /** To whom an organisation may delegate the decision. */
    delegable: z.strictObject({ to: z.array(deciderSchema).min(1), ...sourceFields }).optional(),
    ...sourceFields,
  }),
  chain: z.strictObject({ value: chainSchema, ...sourceFields }),
  /** Does the Central Emulation and Commendation Council vote on it? */
  centralCouncil: z.strictObject({ value: z.boolean(), ...sourceFields }),
  /** Must the councils put it to a ballot? */
  ballotMandatory: z.strictObject({ value: z.boolean(), ...sourceFields }),
  /** Vote rules by name, where the award needs its own at a level; a level left out takes the rule-set's default. */
  votes: z.partialRecord(voteLevelSchema, z.string()).default({}),
  /** Public posting before the ministry's council, working days at least; null where none is required. */
  publicPosting: postingSchema,
  /** The same by the central body, before the Central Council. */
  centralPosting: postingSchema,
  standards: z.strictObject({ person: standardSchema.optional(), collective: standardSchema.optional() }),
  /** Papers the dossier must contain, by name. */
  papers: z.array(z.string()).min(1),
  /** Last day on which the dossier may reach the appraising body, in the year after the achievement period or the same year. */
  dossierDeadline: z
    .strictObject({
      ...yearlyDay,
      /** Deadlines of sectors that have another one. */
      sectors: z.array(z.strictObject({ sector: sectorSchema, ...yearlyDay, ...sourceFields })).optional(),
      ...sourceFields,
    })
    .nullable()
    .default(null),
  /** It is conferred only every so many years, on a day of the year. */
  conferredEvery: z
    .strictObject({
      years: z.int().min(2).max(10),
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(31),
      ...sourceFields,
    })
    .optional(),
  /** Bonus as a multiple of the base salary, in tenths (45 is 4.5 times); null where nothing is fixed nationally. */
  money: z.strictObject({
    person: z
      .strictObject({ tenths: z.int().min(1), ...sourceFields })
      .nullable()
      .default(null),
    collective: z
      .strictObject({ tenths: z.int().min(1), ...sourceFields })
      .nullable()
      .default(null),
    /** The law leaves the bonus to the organisation, up to so many tenths. */
    leftToOrganisation: z
      .strictObject({ atMostTenths: z.int().min(1), ...sourceFields })
      .nullable()
      .default(null),
  }),
  /** The law leaves the name to the organisation, which registers one, as of a commemorative medal. */
  registeredName: z.strictObject(sourceFields).optional(),
  /** The decision paper: type abbreviation (Decree 30/2020 Annex III) and what it is about (trích yếu). */
  paper: z.strictObject({ type: z.string().min(1), subject: bilingualSchema }),
  ...sourceFields,
});

/**
 * Opinion of the Party committee on nominees, before the head of the same level decides: on everybody whom a committee of the level
 * manages, and on all persons nominated for the awards named, whoever manages them.
 */
export const partyOpinionSchema = z.strictObject({
  /** Are persons whom a committee of the level manages to have its opinion? */
  managed: z.boolean(),
  /** Awards for which every person needs it, at the level of the ministry or province. */
  awards: z.array(z.string().min(1)),
  ...sourceFields,
});
export type PartyOpinionRule = z.infer<typeof partyOpinionSchema>;

/** Where a rule-set stands: only one `in_force` may be selected by date; `unconfirmed` never is. */
export const ruleSetStatusSchema = z.enum(['in_force', 'unconfirmed']);

/** A rule-set as a file in `rules/` writes it. */
export const ruleSetFileSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}\.[a-z0-9-]+$/, { error: 'an id is DATE.NAME, e.g. 2025-07-01.nd152' }),
    name: bilingualSchema,
    status: ruleSetStatusSchema,
    effectiveFrom: isoDate,
    /** Last day, or null while no later instrument is known. */
    effectiveTo: isoDate.nullable(),
    /** A last day that is reported but was not read in a text; the set stays in force until one is. */
    reportedEnd: z.strictObject({ date: isoDate, ...sourceFields }).optional(),
    /** What was in force before the set, where no set holds its rules. */
    predecessor: z.strictObject({ name: bilingualSchema, ...sourceFields }).optional(),
    /** Sentences of the legal basis (căn cứ) that decisions print, in order. */
    legalBases: z.array(z.strictObject({ text: z.string().trim().min(1), ...sourceFields })),
    /** Does a written opinion of an absent member count as attendance? */
    writtenOpinionCountsAsAttendance: z.strictObject({ value: z.boolean(), ...sourceFields }).optional(),
    /** Do members kept from a vote by a conflict of interest leave the denominator? Where it is left out: no, unconfirmed. */
    recusedLeaveDenominator: z.strictObject({ value: z.boolean(), ...sourceFields }).optional(),
    /** May a member appoint in writing who votes in their place? Where it is left out: no, unconfirmed. */
    proxiesAllowed: z.strictObject({ value: z.boolean(), ...sourceFields }).optional(),
    /** Does the chair decide where as many are for as against? Where it is left out: no, unconfirmed. */
    chairDecidesTies: z.strictObject({ value: z.boolean(), ...sourceFields }).optional(),
    /** Does the next act of somebody who is substituted end the substitution? Where it is left out: no, unconfirmed. */
    substitutionEndsWhenHolderActs: z.strictObject({ value: z.boolean(), ...sourceFields }).optional(),
    /** Before which head's act the Party committee gives its opinion (ý kiến cấp ủy); where it is left out: none is asked for. */
    partyOpinion: partyOpinionSchema.optional(),
    /** Where the principles that hold for every award are written. */
    principles: z
      .strictObject({
        /** No proposal while discipline, investigation, inspection, complaint or denunciation is being examined. */
        underExamination: sourceSchema,
        /** Achievement counts from the end of a disciplinary measure. */
        afterDiscipline: sourceSchema,
        /** No more than one commendation for one achievement. */
        oncePerAchievement: sourceSchema,
        /** An initiative used for a title is not used for a form, nor the other way round. */
        initiativeOnce: sourceSchema,
        /** Awards for sudden merit and thematic movements do not count towards regular merit (công trạng). */
        meritCountsAlone: sourceSchema.optional(),
        /** Maternity leave counts as time worked. */
        maternity: sourceSchema.optional(),
        /** Who worked so many months of the year at another unit needs its opinion. */
        transfer: z.strictObject({ months: z.int().min(1).max(12), ...sourceFields }).optional(),
        /** Women in leading posts need a part less of the time that merit of long service asks for. */
        womenLeaders: z
          .strictObject({
            less: z.strictObject({ numerator: z.int().min(1), denominator: z.int().min(2) }),
            ...sourceFields,
          })
          .optional(),
        /** Of equals, women and collectives with so many percent of women come first. */
        womenFirst: z.strictObject({ percent: z.int().min(1).max(100), ...sourceFields }).optional(),
      })
      .optional(),
    /** Do votes held before the receipt for appraisal keep the rule-set they were held under? */
    earlierVotesKeepTheirSet: z.strictObject({ value: z.boolean(), ...sourceFields }).optional(),
    /** Kinds of commendation whose dossier needs a few papers only (thủ tục đơn giản). */
    simplifiedProcedure: z
      .strictObject({
        kinds: z.array(commendationKindSchema).min(1),
        /** Cases that do not depend on the kind. */
        cases: z.array(simplifiedCaseSchema).optional(),
        papers: z.array(z.string()).min(1),
        ...sourceFields,
      })
      .optional(),
    /** How initiatives and research projects (sáng kiến, đề tài) are recognised, by the scope of their effect. */
    initiativeRecognition: z
      .strictObject({
        /** Papers an application must contain, by name. */
        papers: z.array(z.string()).min(1),
        scopes: z.strictObject({
          unit: initiativeScopeSchema,
          ministry: initiativeScopeSchema,
          national: initiativeScopeSchema,
        }),
        ...sourceFields,
      })
      .optional(),
    /** Ballots on one question at most, before the competent person decides. */
    ballotRounds: z.strictObject({ value: z.int().min(1), ...sourceFields }).optional(),
    /** Shares and quorums by name, for awards to refer to. */
    voteRules: z.record(z.string().regex(/^[a-z0-9_]+$/), voteRuleSchema).default({}),
    /** Vote rules, by name, for awards that state none at a level. */
    voteDefaults: z.partialRecord(voteLevelSchema, z.string()).default({}),
    /** Papers of a dossier by name, for awards to refer to. */
    papers: z
      .record(
        z.string().regex(/^[a-z_]+$/),
        z.strictObject({
          name: bilingualSchema,
          /** Written while the dossier runs (minutes, ballots, opinions): not asked for when it is submitted. */
          inChain: z.boolean().default(false),
          ...sourceFields,
        }),
      )
      .default({}),
    clocks: z.record(z.string().regex(/^[a-z_]+$/), clockSchema).default({}),
    /** Deadlines that no event starts. */
    fixedDates: z.record(z.string().regex(/^[a-z_]+$/), fixedDateSchema).optional(),
    /** How terms are counted. */
    countingRule: sourceSchema.optional(),
    /** Base salary (lương cơ sở) in whole đồng from a date on. */
    baseSalaries: z
      .array(z.strictObject({ from: isoDate, amount: z.int().min(1), ...sourceFields }))
      .default([]),
    /** Bonus amounts are rounded up to a multiple of this, in đồng. */
    roundUpTo: z.strictObject({ value: z.int().min(1), ...sourceFields }).optional(),
    /** A household's bonus as a fraction of a person's. */
    householdBonus: z
      .strictObject({ numerator: z.int().min(1), denominator: z.int().min(1), ...sourceFields })
      .optional(),
    /** Of several titles for the same period only the highest bonus is paid; everything else is paid in full. */
    stackingRule: sourceSchema.optional(),
    /** Who pays, by who decides. */
    payers: z
      .array(z.strictObject({ deciders: z.array(deciderSchema).min(1), payer: payerSchema, ...sourceFields }))
      .optional(),
    awards: z.array(awardSchema).default([]),
  })
  .refine((set) => set.effectiveTo === null || set.effectiveTo >= set.effectiveFrom, {
    path: ['effectiveTo'],
    error: 'effectiveTo is before effectiveFrom',
  });
export type RuleSetFile = z.infer<typeof ruleSetFileSchema>;

type AwardFile = z.infer<typeof awardSchema>;

/** Paper (giấy tờ) that a dossier must contain. */
export type RequiredPaper = { code: string } & RuleSetFile['papers'][string];

/** Rule of one award (quy định về một danh hiệu, hình thức), with its references looked up and a share for every level. */
export type AwardRule = Omit<AwardFile, 'votes' | 'papers'> & {
  votes: Record<VoteLevel, VoteRule>;
  papers: RequiredPaper[];
};

type InitiativeFile = NonNullable<RuleSetFile['initiativeRecognition']>;
export type InitiativeScope = keyof InitiativeFile['scopes'];

/** How initiatives are recognised, with the vote rules and papers looked up. */
export type InitiativeRecognition = Omit<InitiativeFile, 'papers' | 'scopes'> & {
  papers: RequiredPaper[];
  scopes: Record<
    InitiativeScope,
    Omit<InitiativeFile['scopes'][InitiativeScope], 'vote'> & { vote: VoteRule }
  >;
};

/** Rule-set (bộ quy tắc): the law in force between two dates, as data. A dossier is bound to one. */
export type RuleSet = Omit<
  RuleSetFile,
  'awards' | 'voteDefaults' | 'voteRules' | 'papers' | 'simplifiedProcedure' | 'initiativeRecognition'
> & {
  awards: AwardRule[];
  /** What an organisation's overlays added; absent in a national set. */
  own?: OwnRules | undefined;
  simplifiedProcedure?:
    | (Omit<NonNullable<RuleSetFile['simplifiedProcedure']>, 'papers'> & { papers: RequiredPaper[] })
    | undefined;
  initiativeRecognition?: InitiativeRecognition | undefined;
};

/** The rule-set does not know the award. */
export class UnknownAwardError extends LawError {
  constructor(ruleSetId: string, awardCode: string) {
    super('unknown_award', {
      vi: `Bộ quy tắc ${ruleSetId} không có danh hiệu, hình thức "${awardCode}".`,
      en: `Rule-set ${ruleSetId} has no award "${awardCode}".`,
    });
  }
}

/** The rule of an award. @throws UnknownAwardError */
export function awardRule(ruleSet: RuleSet, awardCode: string): AwardRule {
  const rule = ruleSet.awards.find((award) => award.code === awardCode);
  if (!rule) throw new UnknownAwardError(ruleSet.id, awardCode);
  return rule;
}

/** The share and quorum that a council of `level` needs for the award. */
export function voteRule(rule: AwardRule, level: VoteLevel): VoteRule {
  return rule.votes[level];
}
