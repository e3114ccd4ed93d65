/** Reads dates, months, years, times of day and instants in every spelling that has exactly one meaning. */
import { dateOfDay, dayNumber, isIsoDate } from '#src/domain/calendar.ts';
import { isInstant } from '#src/domain/instant.ts';
import { refuse, type Refusal } from './refusals.ts';
import { tidy } from './tidy.ts';

/** Canonical text, or why the cell is refused. */
export type CellResult = string | Refusal;

/** Day number of the Excel serial 0 (1900 system, its false leap day included). */
const excelEpoch = dayNumber('1899-12-30');

/** Data of a blood service before or after these years are mistakes of typing: 0026, 2206, 9999. */
const [earliestYear, latestYear] = [1900, 2100];

/** A date, month, year or instant as it is, or refused for its year. */
function plausible(value: string): CellResult {
  const year = Number(value.slice(0, 4));
  return year >= earliestYear && year <= latestYear ? value : refuse('date_implausible', { year: value.slice(0, 4), earliest: earliestYear, latest: latestYear });
}

const midnight = /[ T]0?0:00(:00(\.0+)?)?$/;
const clockTime = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/;

/** Without the blanks around its separators; one between digits stays, so that `2026-1 1-2` is not made a date. */
function closedUp(text: string): string {
  return text.replace(/\s*([-/.年月日号])\s*/g, '$1');
}

/** `YYYY-MM-DD` from `2026-1-2`, `2026/1/2`, `2026.1.2`, `2026年1月2日`, `20260102`; a time of midnight is dropped. */
export function parseDateCell(raw: string): CellResult {
  let text = tidy(raw).replace(midnight, '');
  if (clockTime.test(text)) return refuse('date_has_time');
  text = closedUp(text);
  const match = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号])$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match !== null) {
    const [year = '', month = '', day = ''] = match.slice(1).filter((part) => part !== undefined);
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isIsoDate(date) || year === '0000' ? plausible(date) : refuse('date_impossible');
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) return refuse('date_serial', { date: dateOfDay(excelEpoch + Math.floor(Number(text))) });
  if (/^\d{1,2}[-/.年]\d{1,2}[-/.月]\d{1,4}日?$/.test(text)) return refuse('date_order');
  return refuse('date_unreadable', { example: '2026-11-21' });
}

/** `YYYY-MM` from `2026-11`, `2026/11`, `2026年11月`, `202611`, or the first day of a month (what Excel makes of a month). */
export function parseMonthCell(raw: string): CellResult {
  const text = closedUp(tidy(raw));
  const match = /^(\d{4})(?:[-/](\d{1,2})|年(\d{1,2})月?)$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  if (match !== null) {
    const [year = '', month = ''] = match.slice(1).filter((part) => part !== undefined);
    return Number(month) >= 1 && Number(month) <= 12 ? plausible(`${year}-${month.padStart(2, '0')}`) : refuse('month_unreadable');
  }
  if (/^\d{5}$/.test(text)) return refuse('date_serial', { date: dateOfDay(excelEpoch + Number(text)) });
  const date = parseDateCell(raw);
  return typeof date === 'string' && date.endsWith('-01') ? date.slice(0, 7) : refuse('month_unreadable');
}

/** `YYYY` from `2026` or `2026年`. */
export function parseYearCell(raw: string): CellResult {
  const match = /^(\d{4})年?$/.exec(closedUp(tidy(raw)));
  return match?.[1] === undefined ? refuse('year_unreadable') : plausible(match[1]);
}

/** `HH:MM` from `9:00`, `09:00` or `09:00:00`. */
export function parseTimeCell(raw: string): CellResult {
  const match = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(tidy(raw));
  if (match === null || Number(match[1]) > 23 || Number(match[2]) > 59) return refuse('time_unreadable');
  return `${match[1]?.padStart(2, '0')}:${match[2]}`;
}

/** `YYYY-MM-DDTHH:MM:SS±HH:MM`; seconds may be left out, a blank may stand for the T, `Z` becomes `+00:00`. */
export function parseInstantCell(raw: string): CellResult {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.0+)?)? ?(Z|[+-]\d{2}:\d{2})$/.exec(tidy(raw));
  if (match === null) return refuse('instant_unreadable');
  const [, date = '', hour = '', minute = '', second = '00', zone = ''] = match;
  if (!isIsoDate(date)) return refuse('date_impossible');
  const instant = `${date}T${hour}:${minute}:${second}${zone === 'Z' ? '+00:00' : zone}`;
  return isInstant(instant) ? plausible(instant) : refuse('instant_unreadable');
}

/** Whether the cell has the form in which instants are published; its date need not exist. */
export function isCanonicalInstant(raw: string): boolean {
  return /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d[+-](?:0\d|1[0-4]):[0-5]\d$/.test(raw);
}

/** A cell that may hold a year, a month, a date or an instant, whichever `allowed` lists; the refusal is the one that knows most. */
export function parseMomentCell(raw: string, allowed: readonly ('year' | 'month' | 'date' | 'instant')[]): CellResult {
  const attempts = { year: parseYearCell, month: parseMonthCell, date: parseDateCell, instant: parseInstantCell } as const;
  let refusal: Refusal | null = null;
  for (const kind of ['date', 'year', 'month', 'instant'] as const) {
    if (!allowed.includes(kind)) continue;
    const result = attempts[kind](raw);
    if (typeof result === 'string') return result;
    if (refusal === null || (refusal.code.endsWith('_unreadable') && !result.code.endsWith('_unreadable'))) refusal = result;
  }
  return refusal ?? refuse('date_unreadable', { example: '2026-11-21' });
}
