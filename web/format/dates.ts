const zone = 'Asia/Ho_Chi_Minh';

const minuteParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(instant: string): Record<string, string> {
  return Object.fromEntries(
    minuteParts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]),
  );
}

/** Instant (ISO, UTC) as read in Vietnam: `05/02/2027 14:30`. */
export function formatInstant(instant: string): string {
  const { day, month, year, hour, minute } = partsOf(instant);
  return `${day}/${month}/${year} ${hour}:${minute}`;
}

/** Instant (ISO, UTC) as a day in Vietnam: `05/02/2027`. */
export function formatDay(instant: string): string {
  const { day, month, year } = partsOf(instant);
  return `${day}/${month}/${year}`;
}

/** Calendar date (`2027-02-05`) as `05/02/2027`. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** What a clock in Vietnam shows at an instant (ISO, UTC), wherever the browser is: `2027-02-05T14:30`. */
export function clockInVietnam(instant: string): string {
  const { day, month, year, hour, minute } = partsOf(instant);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The moment when a clock in Vietnam shows `2027-02-05T14:30`, as an ISO instant in UTC. Vietnam has no summer time. */
export function instantInVietnam(localMinute: string): string {
  return new Date(`${localMinute}:00+07:00`).toISOString();
}

export interface Distance {
  /** How the moment lies to now. */
  direction: 'ahead' | 'past';
  unit: 'day' | 'hour' | 'minute';
  /** Whole units, rounded down; at least 1. */
  amount: number;
}

/** How far `instant` lies from `now` (milliseconds), in the largest unit that fits, for "còn 2 ngày", "quá 3 giờ". */
export function distance(instant: string, now: number): Distance {
  const milliseconds = new Date(instant).getTime() - now;
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const direction = milliseconds >= 0 ? 'ahead' : 'past';
  if (minutes >= 48 * 60) return { direction, unit: 'day', amount: Math.floor(minutes / (24 * 60)) };
  if (minutes >= 60) return { direction, unit: 'hour', amount: Math.floor(minutes / 60) };
  return { direction, unit: 'minute', amount: Math.max(1, minutes) };
}
