/** What the catalogue says of a table in words: its time span and how often it is updated. */
import { parseDuration } from '#src/domain/duration.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate, formatQuantity } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import type { TableSummary } from './table-summary.ts';

/** `2016年11月22日至2026年11月21日`; one moment alone where both ends are the same; null without coverage. */
export function coverageWords(coverage: TableSummary['coverage'], locale: Locale): string | null {
  if (coverage === null) return null;
  const from = momentWords(coverage.from, locale);
  const to = momentWords(coverage.to, locale);
  return from === to ? from : t(locale, 'data.table.coverageRange', { from, to });
}

/** A year, month, day or instant in words; of an instant the day. */
function momentWords(moment: string, locale: Locale): string {
  return formatDate(moment.slice(0, 10), locale);
}

/** Size of a file as its reader's computer shows it: `812 B`, `64 kB`, `4.2 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return formatQuantity(bytes, 'B');
  if (bytes < 1_000_000) return formatQuantity(bytes / 1000, 'kB');
  return formatQuantity(bytes / 1_000_000, 'MB', 1);
}

/** How often a table is updated, by what time and how long a figure stands, as portal.json says; null for a table that it does not mention. */
export function cadenceWords(timing: Portal['settings']['tables'][string] | undefined, locale: Locale): string | null {
  if (timing === undefined) return null;
  const every = t(locale, `data.cadence.${timing.every}`);
  const { due } = timing;
  const hours = graceHours(timing.grace);
  const isLong = timing.every === 'P1M' || timing.every === 'P1Y';
  if (hours === null || (isLong && hours < 48)) return t(locale, 'data.cadence.due', { every, due });
  // The grace counts from 24 hours before the period ends.
  if (timing.every === 'P1M' || timing.every === 'P1Y') return t(locale, `data.cadence.after.${timing.every}`, { every, due, days: Math.floor(hours / 24) - 1 });
  return t(locale, 'data.cadence.grace', { every, due, hours });
}

/** Hours of a grace (`PT26H` → 26); null where it is given in months. */
export function graceHours(grace: string): number | null {
  const duration = parseDuration(grace);
  return duration === null || duration.months > 0 ? null : duration.days * 24 + duration.minutes / 60;
}
