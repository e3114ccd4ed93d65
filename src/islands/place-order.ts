/** Which places fit what the reader asks, in what state they are, how far they are, and in which order they stand. */
import { distanceM, middleOf } from '#src/domain/distance.ts';
import type { Point } from '#src/domain/distance.ts';
import { stateAt } from '#src/domain/schedule.ts';
import type { PlaceState, Schedule, StateAt } from '#src/domain/schedule.ts';
import type { WallMinute } from '#src/domain/wall-clock.ts';
import type { PlaceQuery } from './place-query.ts';

export interface PlaceItem {
  readonly station: string;
  readonly name: string;
  /** Name and address as they are searched: folded. */
  readonly text: string;
  readonly district: string;
  readonly kind: string;
  readonly services: readonly string[];
  readonly schedule: Schedule | null;
  readonly point: Point | null;
}

export interface JudgedPlace {
  readonly item: PlaceItem;
  readonly now: StateAt;
  /** Metres from the start; null without a start or without coordinates. */
  readonly distance: number | null;
}

/** Text as it is searched: full-width and half-width, capitals and small letters are one. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Whether a place fits everything but the time. */
export function fits(item: PlaceItem, query: PlaceQuery): boolean {
  return (
    (query.text === '' || item.text.includes(folded(query.text.trim()))) &&
    (query.district === '' || item.district === query.district) &&
    (query.service === '' || item.services.includes(query.service)) &&
    (query.kind === '' || item.kind === query.kind)
  );
}

/** The place to measure from: the middle of a district's places, or a station; null where it has no coordinates. */
export function startPoint(start: string, items: readonly PlaceItem[]): Point | null {
  const [kind, id] = start.split(':');
  if (kind === 'station') return items.find(({ station }) => station === id)?.point ?? null;
  if (kind !== 'district') return null;
  return middleOf(items.flatMap(({ district, point }) => (district === id && point !== null ? [point] : [])));
}

export function judge(items: readonly PlaceItem[], minute: WallMinute, start: Point | null): readonly JudgedPlace[] {
  return measured(items.map((item) => ({ item, now: stateAt(item.schedule, minute), distance: null })), start);
}

/** The same places, as open as they were, seen from another start. */
export function measured(places: readonly JudgedPlace[], start: Point | null): readonly JudgedPlace[] {
  return places.map(({ item, now }) => ({ item, now, distance: start === null || item.point === null ? null : distanceM(start, item.point) }));
}

const ranks: Readonly<Record<PlaceState, number>> = { open: 0, ask: 1, unknown: 2, closed: 3 };

/** Infinity minus itself is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** By distance, places without one last; those alike stay in their order. */
export function byDistance(places: readonly JudgedPlace[]): readonly JudgedPlace[] {
  return places.toSorted((a, b) => compare(a.distance ?? Infinity, b.distance ?? Infinity));
}

/** Open places first, then those to be asked, then the unknown, then the closed; within each the nearest, or, without a start, those that open first. */
export function openFirst(places: readonly JudgedPlace[], hasStart: boolean): readonly JudgedPlace[] {
  const second = (place: JudgedPlace): number => (hasStart ? (place.distance ?? Infinity) : place.now.state === 'closed' ? (place.now.opensAt ?? Infinity) : 0);
  return places.toSorted((a, b) => ranks[a.now.state] - ranks[b.now.state] || compare(second(a), second(b)));
}

/** The closed place that opens first; null where none is known to open. */
export function firstToOpen(places: readonly JudgedPlace[]): JudgedPlace | null {
  const opening = places.filter(({ now }) => now.opensAt !== null && now.state !== 'open');
  return opening.toSorted((a, b) => (a.now.opensAt ?? 0) - (b.now.opensAt ?? 0))[0] ?? null;
}
