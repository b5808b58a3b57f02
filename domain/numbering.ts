/**
 * Numbers, symbols and dates as papers print them (Decree 30/2020/NĐ-CP Annex I: a number below 10 has a leading zero; so
 * have days below 10 and the months 1 and 2).
 */

/** Symbol of a paper with a type name: `15/QĐ-TTg`. `type` is the abbreviation of Annex III, `issuer` the agency's. */
export function paperSymbol(paper: { number: number; type: string; issuer: string }): string {
  return `${printedNumber(paper.number)}/${paper.type}-${paper.issuer}`;
}

/** Symbol of a paper that has no number yet, with room for it: `      /KH-CTK`. */
export const openSymbol = ({ type, issuer }: { type: string; issuer: string }): string =>
  `${room}/${type}-${issuer}`;

/** Symbol of an official letter (công văn), which has no type abbreviation but names the drafting unit: `786/TCTK-TCCB`. */
export function letterSymbol(letter: { number: number; issuer: string; drafter: string }): string {
  return `${printedNumber(letter.number)}/${letter.issuer}-${letter.drafter}`;
}

/** Symbol of a paper of the Party, with the dash before the type: `34-CT/TW`. */
export function partySymbol(paper: { number: number; type: string; issuer: string }): string {
  return `${printedNumber(paper.number)}-${paper.type}/${paper.issuer}`;
}

/** Place and date line: `Hà Nội, ngày 05 tháng 02 năm 2027`. `date` is `YYYY-MM-DD`. */
export function placeAndDate(place: string, date: string): string {
  return `${place}, ${printedDate(date)}`;
}

/** The same before the day is known: `Hà Nội, ngày       tháng 02 năm 2027`. `month` is `YYYY-MM`. */
export function placeAndMonth(place: string, month: string): string {
  return placeAndDate(place, `${month}-01`).replace('ngày 01', `ngày ${room}`);
}

/** Room for a number that is written in later; a browser closes up ordinary spaces. */
const room = '\u00a0'.repeat(6);

/** Date in words as printed: `ngày 05 tháng 02 năm 2027`, but `tháng 3`. `date` is `YYYY-MM-DD`. */
export function printedDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const printedMonth = month < 3 ? `0${month}` : String(month);
  return `ngày ${printedNumber(day)} tháng ${printedMonth} năm ${year}`;
}

/** Readable code of a dossier: `HS-2026-000042`. `number` runs per year from 1. */
export function dossierCode(year: number, number: number): string {
  checkNumber(number);
  return `HS-${year}-${String(number).padStart(6, '0')}`;
}

function printedNumber(number: number): string {
  checkNumber(number);
  return String(number).padStart(2, '0');
}

function checkNumber(number: number): void {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`not a running number: ${number}`);
}
