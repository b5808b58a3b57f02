import { describe, expect, test } from 'vitest';
import { type CalendarEntry, calendarEntry } from './calendar-entry.ts';

const entry: CalendarEntry = {
  id: '0b8f5a0e-0000-4000-8000-000000000001',
  sequence: 0,
  title: 'Phiên họp Hội đồng Thi đua - Khen thưởng',
  place: '',
  startsAt: new Date('2026-11-23T02:00:00Z'),
  endsAt: null,
  link: 'https://vd.example/sessions/1',
  organiser: 'vinhdanh@example.vn',
  attendee: { name: 'Nguyễn Văn An', address: 'an@example.vn' },
  isCancelled: false,
  writtenAt: new Date('2026-11-20T02:03:04.567Z'),
};
/** Lines as a reader unfolds them. */
const linesOf = (changes: Partial<CalendarEntry>) =>
  calendarEntry({ ...entry, ...changes })
    .replaceAll('\r\n ', '')
    .split('\r\n');

test.each<[name: string, changes: Partial<CalendarEntry>, line: string]>([
  ['instants are UTC', {}, 'DTSTART:20261123T020000Z'],
  ['an end that nobody knows is two hours later', {}, 'DTEND:20261123T040000Z'],
  [
    'a circulation ends when it closes',
    { endsAt: new Date('2026-11-30T10:00:00Z') },
    'DTEND:20261130T100000Z',
  ],
  ['an invitation asks', {}, 'METHOD:REQUEST'],
  ['a session called off is taken out', { isCancelled: true }, 'METHOD:CANCEL'],
  ['and says so', { isCancelled: true }, 'STATUS:CANCELLED'],
  ['a postponement changes the same entry', { sequence: 2 }, 'SEQUENCE:2'],
  [
    'separators in texts are escaped',
    { place: 'Tầng 2; phòng A, B\\C' },
    'LOCATION:Tầng 2\\; phòng A\\, B\\\\C',
  ],
  ['lines of a text stay one line', { title: 'Một\nhai' }, 'SUMMARY:Một\\nhai'],
  ['so do those of an old Mac', { title: 'Một\rEND:VEVENT' }, 'SUMMARY:Một\\nEND:VEVENT'],
  [
    'no value begins a line of its own',
    { attendee: { name: 'An\r\nX-A:1', address: 'a@b.vn\r\nX-B:1' } },
    'ATTENDEE;CN="An  X-A:1";RSVP=FALSE:mailto:a@b.vn  X-B:1',
  ],
  [
    'quotes of a name do not end it',
    { attendee: { name: 'An "Ba"', address: 'a@b.vn' } },
    'ATTENDEE;CN="An  Ba ";RSVP=FALSE:mailto:a@b.vn',
  ],
])('%s', (_, changes, line) => {
  expect(linesOf(changes)).toContain(line);
});

test('a session without a place names none', () => {
  expect(linesOf({}).filter((line) => line.startsWith('LOCATION'))).toEqual([]);
});

describe('a line is at most 75 octets long, and no letter is cut in two', () => {
  test.each([1, 40, 74, 75, 76, 500])('a title of %i letters', (length) => {
    const title = 'ộ'.repeat(length);
    const text = calendarEntry({ ...entry, title });
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(linesOf({ title })).toContain(`SUMMARY:${title}`);
  });
});
