import { createHash } from 'node:crypto';

export type SeedKind =
  | 'unit'
  | 'person'
  | 'position'
  | 'account'
  | 'grant'
  | 'council'
  | 'member'
  | 'campaign'
  | 'points'
  | 'series'
  | 'ledger';

/**
 * UUID of a demo row, the same in every database: made from its kind and code as RFC 9562 makes version 5 from a name.
 *
 *     seedId('unit', 'TCTK')
 */
export function seedId(kind: SeedKind, code: string): string {
  const hex = createHash('sha1').update(`vinhdanh/${kind}/${code}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
