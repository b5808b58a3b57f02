import { printedDate } from '../numbering.ts';

/** Legal document that papers rest on (căn cứ ban hành), as the maintained list holds it. */
export interface CitedDocument {
  /** Name of its type: `Luật`, `Nghị định`, `Chỉ thị`, `Quyết định` … */
  type: string;
  /** Number and symbol, e.g. `01/CT-UBND`; laws and ordinances are cited without. */
  symbol: string | null;
  /** Who issued it, as running text names them; laws and ordinances are cited without. */
  issuer: string | null;
  /** `YYYY-MM-DD` */
  issuedOn: string;
  /** What it is about: of a law its name after the type, of others what stands after the issuer, e.g. `về phát động …`. */
  subject: string;
}

/** Types that are cited by name and day alone (Decree 30/2020/NĐ-CP Annex I, II.6(a)). */
export const citedByName: readonly string[] = ['Hiến pháp', 'Bộ luật', 'Luật', 'Pháp lệnh'];

/** The full citation: type, number, day, issuer and subject (Decree 30/2020/NĐ-CP Annex I, II.6(a)). */
export function citation(document: CitedDocument): string {
  const day = printedDate(document.issuedOn);
  if (citedByName.includes(document.type)) return `${document.type} ${document.subject} ${day}`;
  return `${numberOf(document)} ${day}${issuerOf(document)} ${document.subject}`;
}

/** The short one inside a text: `Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị`. */
export function shortCitation(document: CitedDocument): string {
  if (citedByName.includes(document.type)) return `${document.type} ${document.subject}`;
  const [year, month, day] = document.issuedOn.split('-') as [string, string, string];
  const printedMonth = Number(month) < 3 ? month : String(Number(month));
  return `${numberOf(document)} ngày ${day}/${printedMonth}/${year}${issuerOf(document)}`;
}

const numberOf = ({ type, symbol }: CitedDocument) => (symbol === null ? type : `${type} số ${symbol}`);
const issuerOf = ({ issuer }: CitedDocument) => (issuer === null ? '' : ` của ${issuer}`);

/** `thi đua, khen thưởng …` for `Thi đua, khen thưởng …`: a title inside a sentence. */
export const uncapitalised = (title: string): string =>
  title.slice(0, 1).toLocaleLowerCase('vi') + title.slice(1);

/** An issued regulation as other papers cite it; without its issuer, whom they name by office. */
export function citedRegulation(paper: {
  symbol: string | null;
  issuedOn: string | null;
  title: string;
}): CitedDocument {
  const { symbol, issuedOn, title } = paper;
  if (issuedOn === null) throw new Error('an issued paper has its day');
  const subject = `về việc ban hành Quy chế ${uncapitalised(title)}`;
  return { type: 'Quyết định', symbol, issuer: null, issuedOn, subject };
}
