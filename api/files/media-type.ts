import { zipNames } from './unpack-zip.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Media types a dossier may hold. */
export const documentTypes = ['application/pdf', word, spreadsheetType, 'image/png', 'image/jpeg'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** What a file is by its content, never by its name; undefined where it is nothing a dossier may hold. */
export function documentType(content: Buffer): DocumentType | undefined {
  // A PDF may start after a few bytes of its own, within the first kilobyte.
  if (content.subarray(0, 1024).includes('%PDF-')) return 'application/pdf';
  if (startsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(content, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (!startsWith(content, [0x50, 0x4b, 0x03, 0x04])) return undefined;
  const names = zipNames(content) ?? [];
  if (names.includes('word/document.xml')) return word;
  return names.includes('xl/workbook.xml') ? spreadsheetType : undefined;
}

/** Types that a browser shows in the page without running anything. */
export const isShownInline = (mediaType: string): boolean =>
  mediaType === 'application/pdf' || mediaType === 'image/png' || mediaType === 'image/jpeg';

function startsWith(content: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => content[i] === byte);
}
