import { createHash } from 'node:crypto';

/** A session as an entry of its members' calendars. */
export interface CalendarEntry {
  /** Id of the session: the same entry is changed or taken out by it. */
  id: string;
  /** Which change of the entry this is; from 0. */
  sequence: number;
  title: string;
  place: string;
  startsAt: Date;
  /** Null: nobody knows how long it will take. */
  endsAt: Date | null;
  /** Address of its page. */
  link: string;
  /** Who sends it, a plain address. */
  organiser: string;
  attendee: { name: string; address: string };
  isCancelled: boolean;
  /** When it was written. */
  writtenAt: Date;
}

/** Where no end is known, an entry is shown as this long. */
const usualLengthMs = 2 * 3_600_000;

/**
 * Writes an iCalendar object (RFC 5545, RFC 5546) with one event: an invitation, or its cancellation. Instants are UTC; lines
 * end with CRLF and are folded at 75 octets.
 */
export function calendarEntry(entry: CalendarEntry): string {
  const { id, sequence, startsAt, isCancelled, attendee, organiser } = entry;
  const endsAt = entry.endsAt ?? new Date(startsAt.getTime() + usualLengthMs);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vinh Danh//Vinh Danh//VI',
    `METHOD:${isCancelled ? 'CANCEL' : 'REQUEST'}`,
    'BEGIN:VEVENT',
    `UID:${id}@${createHash('sha256').update(organiser).digest('hex').slice(0, 12)}.vinhdanh`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp(entry.writtenAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.place === '' ? [] : [`LOCATION:${escaped(entry.place)}`]),
    `URL:${entry.link}`,
    `ORGANIZER:mailto:${organiser}`,
    `ATTENDEE;CN=${quoted(attendee.name)};RSVP=FALSE:mailto:${attendee.address}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('');
}

/** `20261123T020000Z` */
const stamp = (instant: Date) => `${instant.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

/** A parameter value between quotes holds no quotes. */
const quoted = (text: string) => `"${text.replaceAll('"', ' ')}"`;

/**
 * A line in pieces of at most 75 octets, each further one begun by a space; no character is cut in two. No value begins a line of its
 * own: control characters become blanks.
 */
function folded(line: string): string {
  let lines = '';
  let octets = 0;
  for (const character of line.replace(/\p{Cc}/gu, ' ')) {
    const length = Buffer.byteLength(character);
    if (octets + length > 75) {
      lines += '\r\n ';
      octets = 1;
    }
    lines += character;
    octets += length;
  }
  return `${lines}\r\n`;
}
