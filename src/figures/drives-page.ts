/** What the page of drives says: the coming ones by date, the months they fall in, what past ones collected. */
import { daysInMonth, firstDayOfMonth, isoDate, lastDayOfMonth, monthOf, monthsFrom, weekday, yearOf } from '#src/domain/calendar.ts';
import type { IsoDate } from '#src/domain/calendar.ts';
import { localDateOf } from '#src/domain/instant.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { DrivesRow } from '#src/datasets/rows.ts';
import { inOrderOfTime } from '#src/indicators/next-drives.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { categoryWord } from './dictionary.ts';
import type { DriveDay } from './drive-items.ts';
import type { FigureTable } from './figure.ts';
import { ownSource } from './source-line.ts';

/** So many drives stand on one page; of the past ones fewer beside those that come. */
export const drivesAPage = 400;
const pastListed = 60;

export interface DriveMonth {
  readonly title: string;
  /** Weeks from Monday on; null: a day of another month. `words`: how many drives are planned, or that all are called off (`isOff`); null without a drive. */
  readonly weeks: readonly (readonly ({ readonly day: number; readonly date: IsoDate; readonly words: string | null; readonly isOff: boolean } | null)[])[];
}

export function hasDrives(portal: Portal): boolean {
  return portal.rows('drives').length > 0;
}

export function today(portal: Portal): IsoDate {
  return localDateOf(portal.asOf, portal.settings.timeZone);
}

function coming(portal: Portal): readonly DrivesRow[] {
  return portal.rows('drives').filter(({ date, status }) => date >= today(portal) && status !== 'held');
}

/** `11月21日至12月20日安排了 80 场献血活动，另有 1 场取消`. */
export function drivesHeading(portal: Portal, locale: Locale): string {
  const rows = coming(portal);
  const from = formatDate(today(portal), locale);
  const count = rows.filter(({ status }) => status === 'planned').length;
  const last = rows.map(({ date }) => date).toSorted().at(-1);
  if (count === 0 || last === undefined) return t(locale, 'drives.titleNone', { from });
  const cancelled = rows.length - count;
  return t(locale, cancelled > 0 ? 'drives.titleCancelled' : 'drives.title', { from, until: formatDate(last, locale), count, cancelled });
}

/** The coming drives that the page lists, in order of time: as many whole days as it holds, of a single fuller day the first drives; `rest`: how many lie beyond. */
export const listedDrives: (portal: Portal) => { readonly drives: readonly DrivesRow[]; readonly rest: number } = oncePerPortal((portal) => {
  const inOrder = inOrderOfTime(coming(portal)).map(({ drive }) => drive);
  const drives = inOrder.slice(0, drivesAPage);
  const next = inOrder[drivesAPage];
  const whole = next === undefined ? drives : drives.filter(({ date }) => date !== next.date);
  const shown = whole.length === 0 ? drives : whole;
  return { drives: shown, rest: inOrder.length - shown.length };
});

/** The months of the listed days as calendars. */
export function driveMonths(days: readonly DriveDay[], locale: Locale): readonly DriveMonth[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const counts = new Map(days.map(({ date, drives }) => [date, drives.filter(({ isCancelled }) => !isCancelled).length]));
  const wordsOf = (count: number | undefined): string | null => (count === undefined ? null : count === 0 ? t(locale, 'drives.month.off') : t(locale, 'drives.month.count', { count }));
  return monthsFrom(monthOf(first.date), monthOf(last.date)).map((month) => {
    const number = Number(month.slice(5));
    const cells = Array.from({ length: daysInMonth(yearOf(month), number) }, (_, index) => {
      const date = isoDate(yearOf(month), number, index + 1);
      const count = counts.get(date);
      return { day: index + 1, date, words: wordsOf(count), isOff: count === 0 };
    });
    const padded = [...blanks(weekday(firstDayOfMonth(month)) - 1), ...cells, ...blanks(7 - weekday(lastDayOfMonth(month)))];
    return { title: t(locale, 'drives.month', { month: formatDate(month, locale) }), weeks: Array.from({ length: padded.length / 7 }, (_, week) => padded.slice(week * 7, week * 7 + 7)) };
  });
}

function blanks(count: number): readonly null[] {
  return Array.from({ length: count }, () => null);
}

export interface PastDrives {
  readonly finding: string;
  readonly notes: readonly string[];
  readonly table: FigureTable;
  readonly source: string;
  readonly asOf: string;
}

/** What drives that were held collected, the latest first; null where none was held. */
export function pastDrives(portal: Portal, locale: Locale): PastDrives | null {
  const held = latestFirst(portal.rows('drives').filter(({ status }) => status === 'held'));
  const [latest, earliest] = [held[0], held.at(-1)];
  if (latest === undefined || earliest === undefined) return null;
  const { collected, isWhole } = collectedBy(held);
  const params = { from: formatDate(earliest.date, locale), until: formatDate(latest.date, locale), drives: held.length, collected: formatNumber(collected) };
  const asOf = today(portal);
  return {
    finding: t(locale, isWhole ? 'drives.past.finding' : 'drives.past.unknown', params),
    notes: held.length > pastListed ? [t(locale, 'drives.past.rest', { count: pastListed })] : [],
    table: pastTable(portal, held.slice(0, pastListed), t(locale, 'drives.past.caption'), locale),
    source: ownSource(portal, t(locale, 'drives.table'), asOf, locale),
    asOf,
  };
}

export function latestFirst(rows: readonly DrivesRow[]): readonly DrivesRow[] {
  return rows.toSorted((a, b) => (`${a.date} ${a.start ?? ''}` < `${b.date} ${b.start ?? ''}` ? 1 : -1));
}

/** Donations at drives that were held; `isWhole`: each of them has published its number. */
export function collectedBy(held: readonly DrivesRow[]): { readonly collected: number; readonly isWhole: boolean } {
  const counts = held.flatMap(({ collected }) => (isMeasured(collected) ? [collected] : []));
  return { collected: counts.reduce((sum, one) => sum + one, 0), isWhole: counts.length === held.length };
}

/** Drives whose day is over, with what became of them. */
export function pastTable(portal: Portal, rows: readonly DrivesRow[], caption: string, locale: Locale): FigureTable {
  return {
    caption,
    columns: [
      { title: t(locale, 'drives.past.date') },
      { title: t(locale, 'drives.past.place') },
      { title: t(locale, 'drives.past.organiser') },
      { title: t(locale, 'drives.past.collected'), numeric: true },
    ],
    rows: rows.map((row) => [
      formatDate(row.date, locale),
      locale === 'zh' ? row.placeZh : (row.placeEn ?? row.placeZh),
      categoryWord(portal, 'drives', 'organiser_kind', row.organiserKind, locale),
      row.status === 'cancelled' ? t(locale, 'drives.cancelled') : isMeasured(row.collected) ? { text: formatNumber(row.collected), value: row.collected } : t(locale, 'drives.past.notPublished'),
    ]),
  };
}
