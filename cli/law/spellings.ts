import { awardRule, type RuleSet } from '../../domain/law/rule-set.ts';

/** Text without diacritics, marks and case: `CSTĐ Bộ` and `cstd_bo` are the same. */
function plain(text: string): string {
  return text
    .replaceAll(/[đĐ]/g, 'd')
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z0-9]/g, '')
    .toUpperCase();
}

/** Abbreviations in use beside those that the code already is. */
const abbreviations: Record<string, string> = {
  CSTT: 'LDTT',
  DVTT: 'TTLDTT',
  DVQT: 'TTLDXS',
  CSTDBO: 'CSTD_BO',
  COBO: 'CO_BO',
  COCP: 'CO_CP',
  COTHIDUACHINHPHU: 'CO_CP',
  BKTT: 'BK_TTG',
  HCLDBA: 'HCLD3',
  HCLDNHI: 'HCLD2',
  HCLDNHAT: 'HCLD1',
  HCDLBA: 'HCDL3',
  HCDLNHI: 'HCDL2',
  HCDLNHAT: 'HCDL1',
  HCLDHANGBA: 'HCLD3',
  HCLDHANGNHI: 'HCLD2',
  HCLDHANGNHAT: 'HCLD1',
};

/**
 * The code of an award from its code, its abbreviation or its name, in Vietnamese or English, with or without diacritics.
 * @throws UnknownAwardError
 */
export function awardCodeOf(ruleSet: RuleSet, written: string): string {
  const spellings = known.get(ruleSet) ?? spellingsOf(ruleSet);
  known.set(ruleSet, spellings);
  const found = spellings.get(written.toUpperCase()) ?? spellings.get(plain(written));
  return found ?? awardRule(ruleSet, written).code;
}

/** Codes by their spellings, made once per rule-set. */
const known = new WeakMap<RuleSet, Map<string, string>>();

function spellingsOf({ awards }: RuleSet): Map<string, string> {
  const codes = new Set(awards.map(({ code }) => code));
  return new Map([
    ...Object.entries(abbreviations).filter(([, code]) => codes.has(code)),
    ...awards.flatMap(({ code, name }) =>
      [name.en, name.vi, code].map((text) => [plain(text), code] as const),
    ),
    // Last, since a code without its marks may be another's: `HC_HN` is a medal, `HCHN` an order.
    ...awards.map(({ code }) => [code, code] as const),
  ]);
}

/** Renames the fields of an input that are written otherwise; a field under its own name is never replaced. */
export function renamed(input: unknown, names: Readonly<Record<string, string>>): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const entries = Object.entries(input).map(([key, value]) => {
    const name = names[key];
    return [name !== undefined && !(name in input) ? name : key, value];
  });
  return Object.fromEntries(entries);
}

/** One of the words, in the spelling it is written in here; anything else is left for the schema to refuse. */
export const word = (spellings: Readonly<Record<string, string>>) => (written: unknown) =>
  typeof written === 'string' ? (spellings[plain(written)] ?? written) : written;

export const levelWord = word({
  UNIT: 'unit',
  COSO: 'unit',
  DONVI: 'unit',
  DEPARTMENT: 'department',
  VU: 'department',
  CUC: 'department',
  TONGCUC: 'department',
  MINISTRY: 'ministry',
  PROVINCE: 'ministry',
  BO: 'ministry',
  TINH: 'ministry',
  CENTRAL: 'central',
  TRUNGUONG: 'central',
});

export const payeeWord = word({
  PERSON: 'person',
  INDIVIDUAL: 'person',
  IND: 'person',
  CANHAN: 'person',
  COLLECTIVE: 'collective',
  COLL: 'collective',
  TAPTHE: 'collective',
  HOUSEHOLD: 'household',
  FAMILY: 'household',
  HOGIADINH: 'household',
});

export const unitWord = word({
  WORKINGDAY: 'working_day',
  WORKINGDAYS: 'working_day',
  WD: 'working_day',
  NGAYLAMVIEC: 'working_day',
  CALENDARDAY: 'calendar_day',
  CALENDARDAYS: 'calendar_day',
  DAY: 'calendar_day',
  DAYS: 'calendar_day',
  D: 'calendar_day',
  NGAY: 'calendar_day',
});
