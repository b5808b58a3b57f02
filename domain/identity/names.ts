/**
 * A Vietnamese name as it is compared: composed, in small letters, single spaces. `Đ` stays `đ`, marks stay.
 *
 *     plainName(' NGUYỄN  Thị  Hương ')  // 'nguyễn thị hương'
 */
export function plainName(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();
}

/**
 * The name without tone and vowel marks, as sheets typed without them write it.
 *
 *     unmarkedName('Đặng Thị Hương')  // 'dang thi huong'
 */
export function unmarkedName(name: string): string {
  return plainName(name)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd');
}

/**
 * The unmarked words in alphabetical order: the same for a name whose parts were swapped. Whoever shares no key and no number
 * is never proposed as the same person. The SQL function `name_key` of the migrations gives the same text.
 *
 *     nameKey('Hương Đặng Thị')  // 'dang huong thi'
 */
export function nameKey(name: string): string {
  return unmarkedName(name).split(' ').sort().join(' ');
}
