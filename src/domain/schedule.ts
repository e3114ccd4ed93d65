/** When a place is open, as spans of wall-clock time within the days that are known, and what that means at a moment. */
import { dateOfDay, dayNumber } from './calendar.ts';
import type { IsoDate } from './calendar.ts';
import { midnight, minutesADay } from './wall-clock.ts';
import type { WallMinute } from './wall-clock.ts';

/** `ask`: open to those who asked first (by appointment) or until an hour that is not stated. */
export const spanStates = ['open', 'ask', 'unknown'] as const;
export type SpanState = (typeof spanStates)[number];

export interface Span {
  readonly from: WallMinute;
  readonly until: WallMinute;
  readonly state: SpanState;
  /** The stated words, e.g. "by appointment". */
  readonly comment: string | null;
}

/** Spans in order, not overlapping; between them the place is closed, outside the window nothing is known. The first may have begun before it. */
export interface Schedule {
  readonly from: WallMinute;
  readonly until: WallMinute;
  readonly spans: readonly Span[];
}

export const placeStates = ['open', 'ask', 'closed', 'unknown'] as const;
export type PlaceState = (typeof placeStates)[number];

export interface StateAt {
  readonly state: PlaceState;
  /** When the state ends; null where that is not known. */
  readonly until: WallMinute | null;
  /** When it opens next to everybody, if it is not open; null where that is not known. */
  readonly opensAt: WallMinute | null;
}

/** The state at a minute. Outside the window, and in spans whose hours are not known, it is unknown, never closed. */
export function stateAt(schedule: Schedule | null, minute: WallMinute): StateAt {
  if (schedule === null || minute < schedule.from || minute >= schedule.until) return { state: 'unknown', until: null, opensAt: null };
  const index = schedule.spans.findIndex(({ until }) => until > minute);
  const span = schedule.spans[index];
  if (span === undefined) return { state: 'closed', until: null, opensAt: null };
  if (span.from > minute) return { state: 'closed', until: span.from, opensAt: nextOpening(schedule.spans.slice(index)) };
  let end = span.until;
  for (const next of schedule.spans.slice(index + 1)) {
    if (next.from !== end || next.state !== span.state) break;
    end = next.until;
  }
  return {
    state: span.state,
    until: end >= schedule.until ? null : end,
    opensAt: span.state === 'open' ? null : nextOpening(schedule.spans.filter(({ from }) => from >= end)),
  };
}

/** The first open span, unless unknown hours come before it. */
function nextOpening(spans: readonly Span[]): WallMinute | null {
  const next = spans.find(({ state }) => state !== 'ask');
  return next?.state === 'open' ? next.from : null;
}

/**
 * The spans outside `from`–`until`, and those of `instead` within it. `until` null: to the end of the window. Where it ends at midnight,
 * the rest of a night that would have begun before is not open either.
 */
export function replaceWithin(schedule: Schedule, from: WallMinute, until: WallMinute | null, instead: readonly Span[]): Schedule {
  const end = until ?? schedule.until;
  const within = cut(instead, from, end);
  const after = schedule.spans.filter((span) => end % minutesADay !== 0 || span.from >= end || span.state === 'unknown');
  const spans = [...cut(schedule.spans, -Infinity, from), ...within, ...cut(after, end, Infinity)];
  return { ...schedule, spans: spans.toSorted((a, b) => a.from - b.from) };
}

/** The parts of spans that lie within `from`–`until`. */
export function cut(spans: readonly Span[], from: WallMinute, until: WallMinute): readonly Span[] {
  return spans.flatMap((span) => {
    const part = { ...span, from: Math.max(span.from, from), until: Math.min(span.until, until) };
    return part.from < part.until ? [part] : [];
  });
}

export interface DayHours {
  readonly date: IsoDate;
  /** Spans that begin on this date; one that goes past midnight stands with the date on which it begins. */
  readonly spans: readonly Span[];
}

/** `count` days from a date on, each with the spans that begin on it. */
export function daysOf(schedule: Schedule, first: IsoDate, count: number): readonly DayHours[] {
  return Array.from({ length: count }, (_, index) => {
    const date = dateOfDay(dayNumber(first) + index);
    const start = midnight(date);
    return { date, spans: schedule.spans.filter(({ from }) => from >= start && from < start + minutesADay) };
  });
}

const marks: Readonly<Record<SpanState, string>> = { open: '', ask: 'a', unknown: 'u' };

/** The schedule as an attribute of a page: `2026-11-21|480-1020|a540-1020|…`, a part for each day, in minutes from its midnight; comments stay in the page's words. */
export function encodeSchedule(schedule: Schedule): string {
  const first = Math.floor(schedule.from / minutesADay);
  const days = Math.ceil(schedule.until / minutesADay) - first;
  const parts: string[][] = Array.from({ length: days }, () => []);
  for (const { from, until, state } of cut(schedule.spans, schedule.from, Infinity)) {
    const day = Math.floor(from / minutesADay);
    const start = day * minutesADay;
    parts[day - first]?.push(`${marks[state]}${from - start}-${until - start}`);
  }
  return [dateOfDay(first), ...parts.map((spans) => spans.join(','))].join('|');
}

/** Reads what `encodeSchedule` wrote; null for anything else. */
export function decodeSchedule(text: string): Schedule | null {
  const [first = '', ...days] = text.split('|');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(first) || days.length === 0) return null;
  const from = midnight(first);
  const spans: Span[] = [];
  for (const [index, day] of days.entries()) {
    const start = from + index * minutesADay;
    for (const part of day === '' ? [] : day.split(',')) {
      const match = /^([au]?)(\d+)-(\d+)$/.exec(part);
      if (match === null) return null;
      const state = spanStates.find((name) => marks[name] === match[1]) ?? 'unknown';
      spans.push({ from: start + Number(match[2]), until: start + Number(match[3]), state, comment: null });
    }
  }
  return { from, until: from + days.length * minutesADay, spans };
}
