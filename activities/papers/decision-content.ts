import type { Source } from '../../domain/law/source.ts';
import type { Bonus } from '../../domain/money.ts';
import { placeAndDate, printedDate } from '../../domain/numbering.ts';
import { decidingAuthority, headOf, type Office, seatOf, signatureLines } from './offices.ts';

/** Everything a decision on an award rests on, as the database has it. */
export interface DecisionFacts {
  /** Symbol, e.g. `15/QĐ-TTg`. */
  symbol: string;
  /** Date of issue, `YYYY-MM-DD`. */
  issuedOn: string;
  issuer: Office;
  /** Unit above the issuer that the letterhead names; null for ministries and offices of state. */
  superior: Office | null;
  /** `substitutes`: signs for the head, by a paper that authorises it. */
  signer: { name: string; title: string | null; substitutes?: boolean };
  /** What it is about (trích yếu), beginning with `Về việc`. */
  subject: string;
  /** Legal bases of the rule-set, without `Căn cứ`. */
  legalBases: string[];
  /** Who asked the deciding head for it; null where nobody is known. */
  proposer: Office | null;
  /**
   * Units of those awarded, nearest first, below the issuer and up to the ministry: the proposing unit and those above it, or,
   * where several units proposed, those above all of them.
   */
  line: Office[];
  /** Did several units propose? Then the list names the unit of each nominee. */
  severalUnits: boolean;
  /** Bodies besides the line that carry the decision out. */
  executors: Office[];
  /** Bodies that get a copy, besides those who carry it out. */
  informed: string[];
  /** Achievement period, calendar years. */
  periodFrom: number;
  periodTo: number;
  /** Those awarded, in the order of the dossiers and of their lists. */
  nominees: Nominee[];
  /** Their bonuses, in the same order; null where the law gives no amount. */
  bonuses: BonusTable | null;
}

export interface Nominee {
  kind: 'person' | 'collective' | 'outsider';
  name: string;
  post: string;
  sex: 'female' | 'male' | null;
  /** Name of the unit that proposed. */
  unit: string;
}

/** Bonuses of a decision with the names of titles that stand in for each other. */
export interface BonusTable {
  rows: { bonus: Bonus; replacedBy: { name: string } | null; replaces: { name: string }[] }[];
  /** Whole đồng. */
  total: number;
  sources: Source[];
}

/**
 * Words a decision (Decree 30/2020/NĐ-CP Annex III, form 1.2): one nominee in Article 1, several in an
 * appendix. What it gives is what the template `documents/decision` shows; capitals are written out, as they are printed.
 */
export function decisionContent(facts: DecisionFacts) {
  const act = facts.subject.replace(/^Về việc /u, '');
  const several = facts.nominees.length > 1;
  const bonuses = facts.bonuses && bonusesOf(facts, facts.bonuses);
  const articles = [
    `${capitalised(act)} cho ${awardedTo(facts)}, đã có thành tích ${periodOf(facts)}.`,
    ...(bonuses ? [`Mức tiền thưởng kèm theo như bảng kèm theo Quyết định này, ${bonuses.payer}.`] : []),
    'Quyết định này có hiệu lực kể từ ngày ký ban hành.',
    `${executorsOf(facts)} chịu trách nhiệm thi hành Quyết định này./.`,
  ];
  return {
    symbol: facts.symbol,
    issuedOn: printedDate(facts.issuedOn),
    placeAndDate: placeAndDate(seatOf(facts.issuer), facts.issuedOn),
    issuer: { name: capitals(facts.issuer.name), superior: facts.superior && capitals(facts.superior.name) },
    issuerInText: headOf(facts.issuer),
    subject: facts.subject,
    authority: capitals(decidingAuthority(facts.issuer)),
    bases: basesOf(facts),
    articles: articles.map((text, index) => ({ number: index + 1, text })),
    recipients: [
      `Như Điều ${articles.length};`,
      ...facts.informed.map((name) => `${name};`),
      'Lưu: VT, TĐKT.',
    ],
    signer: {
      authority: signatureLines(facts.issuer, facts.signer.title, facts.signer.substitutes).map(capitals),
      name: facts.signer.name,
    },
    appendix: several ? { paper: 'Quyết định', ...nomineeList(facts, `được ${act}`) } : null,
    bonuses,
  };
}

/** Each basis on its own line ends with `;`, the last with a full stop. */
function basesOf({ legalBases, proposer }: DecisionFacts): string[] {
  const lines = legalBases.map((text) => `Căn cứ ${text}`);
  if (proposer) lines.push(`Theo đề nghị của ${headOf(proposer)}`);
  return lines.map((line, index) => `${line}${index === lines.length - 1 ? '.' : ';'}`);
}

function awardedTo(facts: DecisionFacts): string {
  const [first, second] = facts.nominees;
  if (!first) throw new Error('a decision needs somebody awarded');
  if (second) return `${countOf(facts.nominees)} có tên trong danh sách kèm theo`;
  const honorific = { female: 'bà ', male: 'ông ', unknown: 'ông (bà) ' }[first.sex ?? 'unknown'];
  const parts = [`${first.kind === 'collective' ? '' : honorific}${first.name}`, first.post];
  // An outsider belongs to no unit of the line; a name or post may already tell the unit.
  if (first.kind !== 'outsider') parts.push(...facts.line.map(({ name }) => name));
  return parts
    .filter((part, index) => part !== '' && !parts.slice(0, index).some((earlier) => earlier.includes(part)))
    .join(', ');
}

/** `02 tập thể và 1.125 cá nhân` */
export function countOf(nominees: Pick<Nominee, 'kind'>[]): string {
  const collectives = nominees.filter(({ kind }) => kind === 'collective').length;
  const individuals = nominees.length - collectives;
  return [counted(collectives, 'tập thể'), counted(individuals, 'cá nhân')].filter(Boolean).join(' và ');
}

/** `1.125 cá nhân`; nothing for none. Below 10 with a leading zero, as papers write quantities. */
function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${thousands.format(count).padStart(2, '0')} ${noun}`;
}

const thousands = new Intl.NumberFormat('vi-VN');

/** `trong năm 2026`, `từ năm 2022 đến năm 2026` */
export function periodOf({ periodFrom, periodTo }: Pick<DecisionFacts, 'periodFrom' | 'periodTo'>): string {
  return periodFrom === periodTo ? `trong năm ${periodFrom}` : `từ năm ${periodFrom} đến năm ${periodTo}`;
}

function executorsOf({ executors, line, severalUnits, nominees }: DecisionFacts): string {
  const named = [...executors, ...line.toReversed()].map(headOf);
  if (severalUnits || named.length === 0) named.push('Thủ trưởng các đơn vị có liên quan');
  const heads = named.join(', ');
  const kinds = [
    nominees.some(({ kind }) => kind === 'collective') && 'tập thể',
    nominees.some(({ kind }) => kind !== 'collective') && 'cá nhân',
  ];
  return `${heads} và ${kinds.filter((kind) => kind !== false).join(', ')} có tên tại Điều 1`;
}

/** The list of nominees that a paper has annexed. @param act what the list is of, e.g. `được tặng danh hiệu …` */
export function nomineeList(
  { nominees, severalUnits }: Pick<DecisionFacts, 'nominees' | 'severalUnits'>,
  act: string,
) {
  const collectives = nominees.every(({ kind }) => kind === 'collective');
  const individuals = nominees.every(({ kind }) => kind !== 'collective');
  const who = collectives ? 'tập thể' : individuals ? 'cá nhân' : 'tập thể, cá nhân';
  return {
    title: capitals(`Danh sách ${who} ${act}`),
    nameColumn: collectives ? 'Tên tập thể' : individuals ? 'Họ và tên' : 'Tên tập thể, họ và tên cá nhân',
    postColumn: nominees.some(({ post }) => post !== '') ? 'Chức vụ, đơn vị công tác' : null,
    unitColumn: severalUnits ? 'Đơn vị đề nghị' : null,
    rows: nominees.map(({ name, post, unit }, index) => ({ seq: index + 1, name, post, unit })),
  };
}

/** Whose fund pays (Law 06/2022/QH15 Article 11(4)), as the decision says it. */
const payers = {
  deciding_body: 'chi từ Quỹ thi đua, khen thưởng của cấp quyết định khen thưởng',
  proposing_ministry: 'chi từ Quỹ thi đua, khen thưởng của bộ, ngành, tỉnh trình khen thưởng',
} as const;

/** The table of bonuses: a line for each awardee, the total, what it rests on; null where a bonus names no payer. */
function bonusesOf({ nominees }: DecisionFacts, { rows, total, sources }: BonusTable) {
  const payer = rows[0]?.bonus.payer;
  if (!payer) return null;
  return {
    payer: payers[payer],
    rows: rows.map(({ bonus: { tenths, baseSalary, amount }, replacedBy, replaces }, index) => ({
      seq: index + 1,
      name: nominees[index]?.name ?? '',
      multiple: `${Math.trunc(tenths / 10)},${tenths % 10}`,
      baseSalary: thousands.format(baseSalary),
      amount: replacedBy === null ? thousands.format(amount) : '0',
      note: [
        ...(replacedBy === null ? [] : [`Hưởng mức của ${replacedBy.name}`]),
        ...replaces.map(({ name }) => `Trừ mức đã chi cho ${name}`),
      ].join('; '),
    })),
    total: thousands.format(total),
    basis: sources.map(({ citation }) => citation).join('; '),
  };
}

export function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}

function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}
