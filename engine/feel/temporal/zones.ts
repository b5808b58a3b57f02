/** Offsets of named zones, from the platform's time-zone data. */

const formats = new Map<string, Intl.DateTimeFormat | null>();
const MAX_ZONES = 200;
/** `Intl` knows no moment beyond this; the zone's rule at the edge is taken. */
const MAX_EPOCH_MS = 8.64e15;

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      // Proleptic, and unlike `iso8601` it tells the era.
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // An unknown zone; remembered as such.
  }
  if (formats.size >= MAX_ZONES) formats.clear();
  formats.set(zone, format);
  return format;
}

/** Whether it is a zone of the IANA database, e.g. `Asia/Ho_Chi_Minh`. */
export function isZone(zone: string): boolean {
  return /^[A-Za-z]/.test(zone) && formatOf(zone) !== null;
}

function offsetAt(format: Intl.DateTimeFormat, epochMs: number): number {
  const parts: Record<string, number> = {};
  let bc = false;
  for (const { type, value } of format.formatToParts(epochMs)) {
    if (type === 'era') bc = value.startsWith('B');
    else parts[type] = Number(value);
  }
  const year = bc ? 1 - (parts.year ?? 0) : (parts.year ?? 0);
  const local = new Date(0);
  local.setUTCFullYear(year, (parts.month ?? 1) - 1, parts.day ?? 1);
  local.setUTCHours(parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0);
  return Math.round((local.getTime() - Math.floor(epochMs / 1000) * 1000) / 1000);
}

/** Seconds east of UTC in `zone` at the given wall-clock moment (seconds since 1970-01-01T00:00:00 local). */
export function offsetOfLocal(zone: string, localSeconds: number): number {
  const format = formatOf(zone);
  if (format === null) return 0;
  const clamped = clamp(localSeconds);
  const first = offsetAt(format, clamped);
  return offsetAt(format, clamped - first * 1000);
}

/** Seconds east of UTC in `zone` at a moment (seconds since 1970-01-01T00:00:00Z). */
export function offsetOfInstant(zone: string, epochSeconds: number): number {
  const format = formatOf(zone);
  return format === null ? 0 : offsetAt(format, clamp(epochSeconds));
}

/** Milliseconds within what `Intl` knows. */
function clamp(seconds: number): number {
  return Math.max(-MAX_EPOCH_MS + 1e8, Math.min(MAX_EPOCH_MS - 1e8, seconds * 1000));
}
