/** A unit as papers name it. */
export interface Office {
  name: string;
  /** Abbreviation in paper symbols. */
  paperSymbol: string | null;
  /** `state_office` is the Prime Minister or the President: the office is the person who holds it. */
  kind: string;
}

/** What the head of a unit is called, by the words its name begins with; the first that fits. */
const headTitles: [prefix: string, title: string][] = [
  ['Tổng cục', 'Tổng cục trưởng'],
  ['Bộ', 'Bộ trưởng'],
  ['Vụ', 'Vụ trưởng'],
  ['Cục', 'Cục trưởng'],
  ['Chi cục', 'Chi cục trưởng'],
  ['Ban', 'Trưởng ban'],
  ['Viện', 'Viện trưởng'],
  ['Trường', 'Hiệu trưởng'],
  ['Văn phòng', 'Chánh Văn phòng'],
  ['Trung tâm', 'Giám đốc'],
  ['Phòng', 'Trưởng phòng'],
];

/** Title of the head: `Vụ trưởng`; of an office of state as it signs: `Thủ tướng`, `Chủ tịch nước`. */
export function headTitle(office: Office): string {
  if (office.kind === 'state_office') return office.paperSymbol === 'TTg' ? 'Thủ tướng' : office.name;
  return headTitles.find(([prefix]) => office.name.startsWith(`${prefix} `))?.[1] ?? 'Thủ trưởng';
}

/** The head as running text names it: `Vụ trưởng Vụ Tổ chức cán bộ`, `Thủ tướng Chính phủ`. */
export function headOf(office: Office): string {
  if (office.kind === 'state_office') return office.name;
  // Chánh Văn phòng Bộ, not Chánh Văn phòng Văn phòng Bộ.
  return office.name.startsWith('Văn phòng ')
    ? `Chánh ${office.name}`
    : `${headTitle(office)} ${office.name}`;
}

/** Who decides, as the line above the legal bases says it; the President with the full name of the State. */
export function decidingAuthority(office: Office): string {
  return office.paperSymbol === 'CTN' ? `${office.name} Cộng hòa xã hội chủ nghĩa Việt Nam` : headOf(office);
}

/**
 * Lines above a signature (quyền hạn, chức vụ, Decree 30/2020 Annex I): the head signs as such, a deputy `KT.` for the
 * head, an acting head `Q.`, anyone else `TL.` by the head's order,
 * or `TUQ.` where the head authorised them to sign (`substitutes`). `title` is the signer's position; null: the head.
 */
export function signatureLines(office: Office, title: string | null, substitutes = false): string[] {
  const head = headTitle(office);
  if (title === null || title.startsWith(head)) return [head];
  if (title.startsWith('Quyền ')) return [`Q. ${head}`];
  const own = title.endsWith(` ${office.name}`) ? title.slice(0, -office.name.length - 1) : title;
  return [`${/^(Phó|Thứ trưởng)( |$)/u.test(own) ? 'KT' : substitutes ? 'TUQ' : 'TL'}. ${head}`, own];
}

/** Place of the place-and-date line: the province a unit is named after, else the capital. */
export function seatOf(office: Pick<Office, 'name'>): string {
  return /(?:tỉnh|thành phố) (.+)$/u.exec(office.name)?.[1] ?? 'Hà Nội';
}
