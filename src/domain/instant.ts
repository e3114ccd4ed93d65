/** Instants as ISO 8601 text with an explicit offset, and the local date and time of a named time zone. */
import { dateOfDay, dayNumber, isIsoDate } from './calendar.ts';
import type { IsoDate } from './calendar.ts';

/** `2026-11-22T11:00:00+08:00`: local time of a zone with its offset; `Z` stands for `+00:00`. */
export type Instant = string;

const instantPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Whether `text` is an instant with an offset; a local time without one is not. */
export function isInstant(text: string): boolean {
  const match = instantPattern.exec(text);
  return match?.[1] !== undefined && isIsoDate(match[1]);
}

/** Milliseconds since 1970-01-01T00:00Z; fractions of a second are dropped. Throws on what is no instant. */
export function instantMs(instant: Instant): number {
  const match = instantPattern.exec(instant);
  if (match?.[1] === undefined || !isIsoDate(match[1])) {
    throw new RangeError(`"${instant}" is not an instant with an offset (2026-11-22T11:00:00+08:00).`);
  }
  const [, date, hours, minutes, seconds = '0', offset = 'Z'] = match;
  const sign = offset.startsWith('-') ? -1 : 1;
  const offsetMinutes = offset === 'Z' ? 0 : sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  return dayNumber(date) * dayMs + (Number(hours) * 60 + Number(minutes) - offsetMinutes) * minuteMs + Number(seconds) * 1000;
}

/** Whether `name` names a time zone, e.g. `Asia/Shanghai` or `UTC`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Minutes that the zone's local time is ahead of UTC at a moment. An unknown zone throws. */
export function offsetMinutes(ms: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of zoneFormat(timeZone).formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((local - Math.floor(ms / 1000) * 1000) / minuteMs);
}

/** The instant of a moment, written in the local time of a zone. */
export function instantInZone(ms: number, timeZone: string): Instant {
  const offset = offsetMinutes(ms, timeZone);
  const local = ms + offset * minuteMs;
  const date = dateOfDay(Math.floor(local / dayMs));
  const seconds = Math.floor((((local % dayMs) + dayMs) % dayMs) / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
  const sign = offset < 0 ? '-' : '+';
  return `${date}T${time}${sign}${twoDigits(Math.floor(Math.abs(offset) / 60))}:${twoDigits(Math.abs(offset) % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * The instant at which a zone's clocks show `time` (`HH:MM` or `HH:MM:SS`) on `date`.
 * A time that a change of clocks skips is read with the offset before the change.
 */
export function localInstant(date: IsoDate, time: string, timeZone: string): Instant {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const wanted = dayNumber(date) * dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000;
  const before = wanted - offsetMinutes(wanted - dayMs, timeZone) * minuteMs;
  const after = wanted - offsetMinutes(wanted + dayMs, timeZone) * minuteMs;
  const fits = [before, after].find((ms) => ms + offsetMinutes(ms, timeZone) * minuteMs === wanted);
  return instantInZone(fits ?? before, timeZone);
}

/** Date on the calendar of a zone at an instant. */
export function localDateOf(instant: Instant, timeZone: string): IsoDate {
  return instantInZone(instantMs(instant), timeZone).slice(0, 10);
}

/** Date on the calendar of a zone of a date, which is itself, or of an instant. */
export function localDateOfMoment(moment: IsoDate | Instant, timeZone: string): IsoDate {
  return isIsoDate(moment) ? moment : localDateOf(moment, timeZone);
}
