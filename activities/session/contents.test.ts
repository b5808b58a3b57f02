import { describe, expect, test } from 'vitest';
import { hashOf } from '../../db/content-hash.ts';
import { ballotRecordContent } from './ballot-record-content.ts';
import { circulationLetterContent } from './circulation-letter-content.ts';
import { extractContent } from './extract-content.ts';
import type { ItemFacts, SessionFacts } from './facts.ts';
import { invitationContent } from './invitation-content.ts';
import { minutesContent } from './minutes-content.ts';

const numbered = { symbol: '01/BB-HĐTĐKT', issuedOn: '2026-11-23' };

function item(title: string, changes: Partial<ItemFacts['item']> = {}, others: Partial<ItemFacts> = {}) {
  return {
    item: {
      round: 1,
      result: null,
      reason: null,
      inFavour: null,
      against: null,
      abstained: null,
      ...changes,
    },
    referral: {
      sharePercent: 90,
      shareStrict: false,
      denominator: 'total_members',
      citation: 'NĐ 98/2023/NĐ-CP, Điều 30',
    },
    subjectId: 'd1',
    subjectCode: 'HS-2026-000001',
    proposal: 'Chiến sĩ thi đua toàn quốc',
    unitName: 'Vụ Thống kê Giá',
    title,
    subtitle: '',
    discussion: null,
    recusals: [],
    ...others,
  } as unknown as ItemFacts;
}
const counted = { inFavour: 8, against: 1, abstained: 0, missing: 1, total: 10, needed: 9 };

function facts(changes: Partial<SessionFacts> = {}, session: object = {}): SessionFacts {
  return {
    session: {
      title: 'Phiên họp quý IV',
      mode: 'meeting',
      ballotKind: 'secret',
      place: 'Phòng 1',
      scheduledAt: new Date('2026-11-23T01:00:00Z'),
      openedAt: new Date('2026-11-23T01:05:00Z'),
      closedAt: new Date('2026-11-23T03:00:00Z'),
      changeReason: null,
      ...session,
    },
    council: { name: 'Hội đồng', kind: 'emulation', paperSymbol: 'HĐTĐKT', unitName: 'Bộ Nội vụ' },
    members: [
      { name: 'An', capacity: 'chair', attended: true, wrote: false },
      { name: 'Bình', capacity: 'vice_chair', attended: true, wrote: false },
      { name: 'Chi', capacity: 'secretary', attended: true, wrote: false },
      { name: 'Dung', capacity: 'member', attended: false, wrote: true },
      { name: 'Em', capacity: 'member', attended: false, wrote: false },
    ],
    items: [item('Giang', { result: 'failed', ...counted })],
    declared: ['An', 'Bình'],
    conclusion: null,
    convenedBy: { name: 'Chi', capacity: 'secretary' },
    ...changes,
  } as unknown as SessionFacts;
}

describe('minutes', () => {
  test('say who was there, who wrote and who did neither', () => {
    expect(minutesContent(facts(), numbered)).toMatchObject({
      attendance: '3/5',
      attending: ['An (Chủ tịch)', 'Bình (Phó Chủ tịch)', 'Chi (Thư ký)'],
      writing: ['Dung (Ủy viên)'],
      absent: ['Em (Ủy viên)'],
      declared: '2/5',
      start: '08 giờ 05, ngày 23 tháng 11 năm 2026',
      end: '10 giờ 00, ngày 23 tháng 11 năm 2026',
      placeAndDate: null,
    });
  });

  test('name the vice chair as who presided where the chair was away', () => {
    const members = facts().members.map((member) =>
      member.capacity === 'chair' ? { ...member, attended: false } : member,
    );
    expect(minutesContent(facts({ members }), numbered)).toMatchObject({
      chair: 'Bình',
      chairTitle: 'Phó Chủ tịch',
    });
  });

  test('give the sums, the reasons, the discussion and who did not vote on whom', () => {
    const items = [
      item('Giang', { result: 'failed', reason: 'Không đủ phiếu', ...counted }, { discussion: 'Hai ý kiến' }),
      item('Hà', { result: 'undecided', reason: 'Xác minh' }),
      item('Hà', { result: 'passed', round: 2, ...counted, inFavour: 9, against: 0 }),
    ];
    const recusals = [{ name: 'Em', kind: 'ordered' as const, reason: 'Người thân' }];
    const content = minutesContent(
      facts({ items: items.map((each, n) => (n === 0 ? { ...each, recusals } : each)) }),
      numbered,
    );
    expect(content.recusals).toEqual([
      'Em không tham gia biểu quyết về Giang (theo quyết định của chủ trì): Người thân',
    ]);
    expect(
      content.groups[0]?.rows.map(({ name, share, needed, result }) => [name, share, needed, result]),
    ).toEqual([
      ['Giang', '8/10', '9', 'Không thông qua'],
      ['Hà', '', '', 'Chưa có kết quả'],
      ['Hà (lần 2)', '9/10', '9', 'Thông qua'],
    ]);
    expect(content.groups[0]?.discussions).toEqual([
      'Giang: Hai ý kiến',
      'Giang, lý do: Không đủ phiếu',
      'Hà, lý do: Xác minh',
    ]);
    expect(content.groups[0]?.share).toBe('ít nhất 90% tổng số thành viên');
  });

  test('put no words into the chair’s mouth', () => {
    expect(minutesContent(facts(), numbered).conclusion).toBeNull();
  });
});

test('a ballot-count record holds what was put to the vote: handed out, collected, for and against', () => {
  const items = [
    item('Giang', { result: 'failed', ...counted }),
    item('Hà', { result: 'removed', reason: 'Rút' }),
  ];
  const content = ballotRecordContent(facts({ items }), numbered);
  expect(content.kind).toBe('bỏ phiếu kín');
  expect(content.groups.flatMap(({ rows }) => rows)).toEqual([
    expect.objectContaining({ name: 'Giang', issued: '10', collected: '9', inFavour: '8', against: '1' }),
  ]);
});

test('an extract tells of one dossier and of no other', () => {
  const items = [item('Giang', { result: 'failed', ...counted }), item('Khác', {}, { subjectId: 'd2' })];
  const minutes = { symbol: '01/BB-HĐTĐKT', issuedOn: '2026-11-23' };
  const content = extractContent(facts({ items }), { ...numbered, subjectId: 'd1', minutes });
  expect(content.rows.map(({ name }) => name)).toEqual(['Giang']);
  expect(JSON.stringify(content)).not.toContain('Khác');
});

test.each([
  ['chair', ['CHỦ TỊCH']],
  ['vice_chair', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  ['secretary', ['TL. CHỦ TỊCH', 'THƯ KÝ']],
] as const)('an invitation that the %s sends is signed %j', (capacity, authority) => {
  const convened = facts({ convenedBy: { name: 'X', capacity } }, { openedAt: null });
  expect(invitationContent(convened, numbered).signer.authority).toEqual(authority);
});

test('a letter asks every member, says from when until when, and which letter it replaces', () => {
  const session = {
    mode: 'circulation',
    openedAt: null,
    closesAt: new Date('2026-11-30T10:00:00Z'),
    changeReason: 'Chưa đủ ý kiến',
  };
  expect(circulationLetterContent(facts({}, session), numbered)).toMatchObject({
    addressees: ['An, Chủ tịch', 'Bình, Phó Chủ tịch', 'Chi, Thư ký', 'Dung, Ủy viên', 'Em, Ủy viên'],
    from: '08 giờ 00, ngày 23 tháng 11 năm 2026',
    until: '17 giờ 00, ngày 30 tháng 11 năm 2026',
    reason: 'Chưa đủ ý kiến',
    dossiers: [{ code: 'HS-2026-000001', count: '1' }],
    signer: { authority: ['TL. CHỦ TỊCH', 'THƯ KÝ'], name: 'Chi' },
  });
});

test('a hash does not depend on the order of the fields, which the database does not keep', () => {
  expect(hashOf({ a: 1, b: [{ d: null, c: 'x' }] })).toBe(hashOf({ b: [{ c: 'x', d: null }], a: 1 }));
  expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }));
});
