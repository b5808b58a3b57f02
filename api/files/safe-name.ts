/** Longest file name that is kept. */
const maxNameLength = 200;

/** The file's own name without a path or control characters. */
export function safeName(fileName: string): string {
  const base = fileName.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const plain = base
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return plain.slice(0, maxNameLength) || 'document';
}
