/** Longest file name that is kept. */
const maxNameLength = 200;

/** Characters that are not seen but change what is: those that control, and those that turn the direction of writing. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The file's own name without a path or characters that are not seen. */
export function safeName(fileName: string): string {
  const base = fileName.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const plain = base.normalize('NFC').replace(unseen, '').trim();
  return plain.slice(0, maxNameLength) || 'document';
}
