import { unmarkedName } from '../identity/names.ts';

/** Shortest password one may choose. Length is what makes guessing hard; no rule asks for signs or digits. */
export const leastLength = 10;

export type PasswordProblem = 'password_too_short' | 'password_obvious';

/** What people choose first; compared without marks, signs and the digits at the end. */
const commonWords = [
  'password',
  'passw0rd',
  'matkhau',
  'administrator',
  'quantri',
  'vinhdanh',
  'vietnam',
  'welcome',
  'changeme',
  'iloveyou',
  'anhyeuem',
  'emyeuanh',
  'letmein',
  'thidua',
  'khenthuong',
  'thiduakhenthuong',
];
/** Rows of keys, forwards; backwards they are found as well. */
const keyRows = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujm',
];

/** Reads as typed, whatever the marks, case and signs between: `Mật-Khẩu 123` is `matkhau123`. */
const plain = (text: string) => unmarkedName(text).replace(/[^\p{L}\p{N}]/gu, '');
const bare = (text: string) => text.replace(/^\p{N}+|\p{N}+$/gu, '');
const backwards = (text: string) => [...text].reverse().join('');

/**
 * Why a password may not be chosen; null where it may. It must be long, and not among what somebody who guesses tries first: one sign
 * repeated, a row of keys, a common word with some digits, or the login or name of the account alone.
 *
 *     passwordProblem('12345678901', { login: 'a', fullName: 'B' })  // 'password_obvious'
 */
export function passwordProblem(
  password: string,
  { login, fullName }: { login: string; fullName: string },
): PasswordProblem | null {
  if ([...password].length < leastLength) return 'password_too_short';
  const read = plain(password);
  const own = [login, fullName, ...fullName.split(' ')].map(plain).flatMap((name) => [name, bare(name)]);
  const isObvious =
    new Set(password.toLowerCase()).size < 4 ||
    isRepeated(read) ||
    keyRows.some((row) => [row, backwards(row)].some((keys) => keys.repeat(2).includes(read))) ||
    (bare(read) !== '' && [...commonWords, ...own].includes(bare(read))) ||
    own.includes(read);
  return isObvious ? 'password_obvious' : null;
}

/** Is it a short part over and over: `abcabcabcabc`? */
function isRepeated(text: string): boolean {
  const first = (text + text).indexOf(text, 1);
  return first > 0 && first < text.length && first <= 4;
}
