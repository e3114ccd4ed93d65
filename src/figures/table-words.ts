/** What the catalogue says of a table in words: its time span and how often it is updated. */
import { parseDuration } from '#src/domain/duration.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate } from '#src/i18n/format.ts';
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

/** How often a table is updated, by what time and how long a figure stands, as portal.json says; a table it does not mention has no fixed times. */
export function cadenceWords(timing: Portal['settings']['tables'][string] | undefined, locale: Locale): string {
  if (timing?.every === undefined) return t(locale, 'data.cadence.none');
  const every = t(locale, `data.cadence.${timing.every}`);
  if (timing.due === undefined) return every;
  const { due } = timing;
  const grace = timing.grace === undefined ? null : parseDuration(timing.grace);
  if (grace === null || grace.months > 0 || timing.every === 'P1M' || timing.every === 'P1Y') return t(locale, 'data.cadence.due', { every, due });
  return t(locale, 'data.cadence.grace', { every, due, hours: grace.days * 24 + Math.round(grace.minutes / 60) });
}
