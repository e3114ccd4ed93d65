/** The archive of drives: every drive of the table on the page of its month, however many there are. */
import { monthOf } from '#src/domain/calendar.ts';
import type { IsoMonth } from '#src/domain/calendar.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { DrivesRow } from '#src/datasets/rows.ts';
import { inOrderOfTime } from '#src/indicators/next-drives.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { daysOfDrives } from './drive-items.ts';
import type { DriveDay } from './drive-items.ts';
import { collectedBy, drivesAPage, latestFirst, listedDrives, pastTable, today } from './drives-page.ts';
import type { PastDrives } from './drives-page.ts';
import { ownSource } from './source-line.ts';

/** A month with more drives than a page holds is divided, in order of time. */
export interface DriveMonthPart {
  readonly month: IsoMonth;
  /** From 1 to `parts`. */
  readonly part: number;
  readonly parts: number;
  /** `2026-12`, from the second part on `2026-12/2`. */
  readonly slug: string;
  readonly drives: readonly DrivesRow[];
}

/** Every drive once, in order of time. */
export const driveMonthParts: (portal: Portal) => readonly DriveMonthPart[] = oncePerPortal((portal) => {
  const inOrder = inOrderOfTime(portal.rows('drives')).map(({ drive }) => drive);
  return [...Map.groupBy(inOrder, ({ date }) => monthOf(date))].flatMap(([month, drives]) => {
    const parts = Math.ceil(drives.length / drivesAPage);
    return Array.from({ length: parts }, (_, index) => ({
      month,
      part: index + 1,
      parts,
      slug: index === 0 ? month : `${month}/${index + 1}`,
      drives: drives.slice(index * drivesAPage, (index + 1) * drivesAPage),
    }));
  });
});

function pathOf({ slug }: DriveMonthPart): string {
  return `/drives/${slug}/`;
}

/** Where a drive stands: among the coming ones, else on the page of its month. */
export function drivePath(portal: Portal, drive: string): string {
  const found = placesOfDrives(portal).get(drive);
  if (found === undefined) throw new Error(`there is no drive ${drive}`);
  return found;
}

const placesOfDrives: (portal: Portal) => ReadonlyMap<string, string> = oncePerPortal((portal) => {
  const listed = new Set(listedDrives(portal).drives.map(({ drive }) => drive));
  return new Map(driveMonthParts(portal).flatMap((part) => part.drives.map(({ drive }) => [drive, `${listed.has(drive) ? '/drives/' : pathOf(part)}#${drive}`] as const)));
});

export interface DriveMonthLinks {
  readonly year: string;
  /** `words`: `12月，35 场`; a part of a divided month also says which. */
  readonly months: readonly { readonly path: string; readonly words: string; readonly isCurrent: boolean }[];
}

/** All months with a drive, the latest year first, in a year the months in order. */
export function driveMonthLinks(portal: Portal, locale: Locale, current?: DriveMonthPart): readonly DriveMonthLinks[] {
  const byYear = Map.groupBy(driveMonthParts(portal), ({ month }) => month.slice(0, 4));
  return [...byYear].toReversed().map(([year, parts]) => ({
    year,
    months: parts.map((one) => ({ path: pathOf(one), words: t(locale, 'drives.months.link', { month: monthWords(one, locale), count: one.drives.length }), isCurrent: one.slug === current?.slug })),
  }));
}

function monthWords({ month, part, parts }: DriveMonthPart, locale: Locale): string {
  const name = formatDate(month, locale);
  return parts === 1 ? name : t(locale, 'drives.months.part', { month: name, part, parts });
}

export interface DriveMonthPage {
  readonly path: string;
  /** `2026年11月的献血活动：办了 56 场，采集 2,345 人次；还安排 20 场`. */
  readonly heading: string;
  readonly description: string;
  /** Those that are still to come. */
  readonly days: readonly DriveDay[];
  readonly past: PastDrives | null;
}

export function driveMonthPage(portal: Portal, part: DriveMonthPart, locale: Locale): DriveMonthPage {
  const asOf = today(portal);
  const coming = part.drives.filter(({ date, status }) => date >= asOf && status !== 'held');
  const over = latestFirst(part.drives.filter((drive) => !coming.includes(drive)));
  const month = monthWords(part, locale);
  return {
    path: pathOf(part),
    heading: t(locale, 'drives.months.heading', { month, parts: headingParts(part.drives, asOf, locale).join(t(locale, 'drives.months.separator')) }),
    description: t(locale, 'drives.months.description', { month }),
    days: daysOfDrives(portal, coming, locale),
    past: over.length === 0 ? null : {
      finding: t(locale, 'drives.months.past', { count: over.length }),
      notes: [],
      table: pastTable(portal, over, t(locale, 'drives.months.caption', { month }), locale),
      source: ownSource(portal, t(locale, 'drives.table'), asOf, locale),
      asOf,
    },
  };
}

/** What was held, is planned, was cancelled, was never reported, each only where there is one. */
function headingParts(drives: readonly DrivesRow[], asOf: string, locale: Locale): readonly string[] {
  const of = (status: DrivesRow['status']): readonly DrivesRow[] => drives.filter((drive) => drive.status === status);
  const held = of('held');
  const { collected, isWhole } = collectedBy(held);
  const planned = of('planned').filter(({ date }) => date >= asOf).length;
  const counts = [
    { key: isWhole ? 'drives.months.held' : 'drives.months.heldUnknown', count: held.length },
    { key: 'drives.months.planned', count: planned },
    { key: 'drives.months.cancelled', count: of('cancelled').length },
    { key: 'drives.months.unreported', count: of('planned').length - planned },
  ] as const;
  return counts.flatMap(({ key, count }) => (count === 0 ? [] : [t(locale, key, { count, collected: formatNumber(collected) })]));
}
