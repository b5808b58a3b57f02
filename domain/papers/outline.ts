/** Lines that the text of an administrative paper is made of (Decree 30/2020/NĐ-CP Annex I: phần, mục, chương, điều, khoản, điểm). */
export const lineKinds = [
  'part', // phần: `I.`
  'section', // mục: `1.`, a heading
  'chapter', // chương: `Chương I`
  'article', // điều: `Điều 1.`
  'clause', // khoản: `1.`
  'point', // điểm: `a)`
  'paragraph',
  'dash', // gạch đầu dòng: `-`
  'plus', // `+`, below a dash
] as const;
export type LineKind = (typeof lineKinds)[number];

export interface OutlineLine {
  kind: LineKind;
  /** One paragraph; `**words**` are printed bold. */
  text: string;
}

export interface Run {
  text: string;
  bold: boolean;
}

export interface NumberedLine extends OutlineLine {
  /** What stands before the text, e.g. `Điều 3.`; empty for a paragraph. */
  label: string;
  runs: Run[];
}

/** What begins anew below a line of a kind. Articles run through all chapters. */
const restarts: Partial<Record<LineKind, LineKind[]>> = {
  part: ['section', 'clause', 'point'],
  section: ['clause', 'point'],
  chapter: ['clause', 'point'],
  article: ['clause', 'point'],
  clause: ['point'],
};

/** Letters of points, in the order of the Vietnamese alphabet without those that carry a mark (đ has its own place). */
const letters = 'abcdđeghiklmnopqrstuvxy';
export const mostPoints = letters.length;

const labels: Record<LineKind, (n: number) => string> = {
  part: (n) => `${roman(n)}.`,
  section: (n) => `${n}.`,
  chapter: (n) => `Chương ${roman(n)}`,
  article: (n) => `Điều ${n}.`,
  clause: (n) => `${n}.`,
  point: (n) => `${letters[n - 1] ?? letters.at(-1)})`,
  paragraph: () => '',
  dash: () => '-',
  plus: () => '+',
};

/** Numbers the lines: people write what a line is, never its number. */
export function numbered(lines: readonly OutlineLine[]): NumberedLine[] {
  const counts = new Map<LineKind, number>();
  return lines.map(({ kind, text }) => {
    const n = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, n);
    for (const below of restarts[kind] ?? []) counts.delete(below);
    return { kind, text, label: labels[kind](n), runs: runsOf(text) };
  });
}

/** The lines with `./.` at the end, as every administrative paper closes. */
export function closed(lines: readonly OutlineLine[]): OutlineLine[] {
  const last = lines.at(-1);
  return last ? [...lines.slice(0, -1), { ...last, text: withClosingMark(last.text) }] : [];
}

/** `… tại Kế hoạch này./.` for `… tại Kế hoạch này.` */
export const withClosingMark = (text: string): string => `${text.replace(/[.;:,\s/]+$/u, '')}./.`;

/** Splits a text at its `**bold**` words. */
export function runsOf(text: string): Run[] {
  return text
    .split(/\*\*(.+?)\*\*/u)
    .map((part, i) => ({ text: part, bold: i % 2 === 1 }))
    .filter((run) => run.text !== '');
}

const romanDigits: [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  const [value, digits] = romanDigits.find(([least]) => n >= least) ?? [0, ''];
  return value === 0 ? '' : digits + roman(n - value);
}
