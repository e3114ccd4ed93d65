/** What the reader asks of the list of places, as the address of the page says it; never where the reader is. */
import { parseWallMinute } from '#src/domain/wall-clock.ts';

export interface PlaceQuery {
  readonly text: string;
  readonly district: string;
  readonly service: string;
  readonly kind: string;
  /** `''` any time, `now`, or a time of the region's wall clock, `2026-11-22T09:00`. */
  readonly open: string;
  /** `''`, `district:…` or `station:…`. */
  readonly start: string;
}

export const emptyQuery: PlaceQuery = { text: '', district: '', service: '', kind: '', open: '', start: '' };

/** Name in the address of each part. */
const names: Readonly<Record<keyof PlaceQuery, string>> = { text: 'q', district: 'district', service: 'service', kind: 'kind', open: 'open', start: 'from' };
const parts = Object.keys(names) as (keyof PlaceQuery)[];

/** What an address asks for; a time that is none is left out. Whether districts and stations exist is for the page to see. */
export function queryOf(search: string): PlaceQuery {
  const asked = new URLSearchParams(search);
  const query = Object.fromEntries(parts.map((part) => [part, (asked.get(names[part]) ?? '').slice(0, 200)])) as Record<keyof PlaceQuery, string>;
  const isTime = query.open === 'now' || parseWallMinute(query.open) !== null;
  const isStart = /^(district|station):[a-z0-9-]+$/.test(query.start);
  return { ...query, open: isTime ? query.open : '', start: isStart ? query.start : '' };
}

/** The address with the query in it; parts that ask for nothing are left out, everything else stays. */
export function withQuery(address: string, query: PlaceQuery): string {
  const url = new URL(address);
  for (const part of parts) {
    if (query[part] === '') url.searchParams.delete(names[part]);
    else url.searchParams.set(names[part], query[part]);
  }
  return url.href;
}
