/** Fees waived for donors and their families, by month and channel and by district, from the rows as they are published. */
export const waiverChannels = ['direct', 'counter', 'online'] as const;
export type WaiverChannel = (typeof waiverChannels)[number];

/** A published row: a district, or the region above it where a district had too few. */
export interface PublishedWaiver {
  /** `2026-10`. */
  readonly month: string;
  readonly region: string;
  readonly channel: WaiverChannel;
  /** null: not published. */
  readonly claims: number | null;
  readonly amountFen: number | null;
}

export interface WaiverSum {
  readonly claims: number;
  readonly amountFen: number;
}

export interface WaiverPeriod {
  /** Month or year. */
  readonly period: string;
  /** null: a part of it is not published. A channel without a row had no claim. */
  readonly byChannel: Readonly<Record<WaiverChannel, WaiverSum | null>>;
  /** All channels; null where one is not published. */
  readonly all: WaiverSum | null;
  /** Claims settled on the spot ÷ all claims; null without a claim or where a part is not published. */
  readonly directShare: number | null;
}

/** Every month, in order. */
export function waiverMonths(rows: readonly PublishedWaiver[]): readonly WaiverPeriod[] {
  return periodsBy(rows, ({ month }) => month);
}

/** Every calendar year, in order, also one that is not over. */
export function waiverYears(rows: readonly PublishedWaiver[]): readonly WaiverPeriod[] {
  return periodsBy(rows, ({ month }) => month.slice(0, 4));
}

function periodsBy(rows: readonly PublishedWaiver[], period: (row: PublishedWaiver) => string): readonly WaiverPeriod[] {
  return [...Map.groupBy(rows, period)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, group]) => {
    const sum = (channel: WaiverChannel): WaiverSum | null => sumOf(group.filter((row) => row.channel === channel));
    const byChannel = { direct: sum('direct'), counter: sum('counter'), online: sum('online') };
    const all = sumOf(group);
    return { period: name, byChannel, all, directShare: all === null || all.claims === 0 || byChannel.direct === null ? null : byChannel.direct.claims / all.claims };
  });
}

export interface WaiverRegion {
  readonly region: string;
  /** Claims and yuan of the months that are published for this region, with the number of these months; null: no month is. */
  readonly byChannel: Readonly<Record<WaiverChannel, (WaiverSum & { readonly months: number }) | null>>;
}

/** What is published for each region in the months from `from` to `to`; months that are published for a region above are counted there. In the order of `regions`. */
export function waiverRegions(rows: readonly PublishedWaiver[], from: string, to: string, regions: readonly string[]): readonly WaiverRegion[] {
  const within = rows.filter(({ month, claims }) => month >= from && month <= to && claims !== null);
  const place = (region: string): number => (regions.includes(region) ? regions.indexOf(region) : regions.length);
  return [...Map.groupBy(within, ({ region }) => region)]
    .toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([region, group]) => {
      const of = (channel: WaiverChannel) => {
        const own = group.filter((row) => row.channel === channel);
        const sum = sumOf(own);
        return own.length === 0 || sum === null ? null : { ...sum, months: new Set(own.map(({ month }) => month)).size };
      };
      return { region, byChannel: { direct: of('direct'), counter: of('counter'), online: of('online') } };
    });
}

function sumOf(rows: readonly PublishedWaiver[]): WaiverSum | null {
  let [claims, amountFen] = [0, 0];
  for (const row of rows) {
    if (row.claims === null || row.amountFen === null) return null;
    claims += row.claims;
    amountFen += row.amountFen;
  }
  return { claims, amountFen };
}
