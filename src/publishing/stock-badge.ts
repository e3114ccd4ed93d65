/** `/badges/stock-<group>.svg`: a group's number with its date and its end of validity, never a level, because a picture cannot expire. */
import type { GroupSlug } from '#src/domain/blood.ts';
import { drawing, element } from '#src/charts/svg.ts';
import { textWidth } from '#src/charts/text-width.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate, formatShortInstant } from '#src/i18n/format.ts';
import { publishedLocales } from '#src/i18n/locales.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { isNumber } from '#src/indicators/series.ts';
import { stockNow } from '#src/indicators/stock-now.ts';
import type { StockEntry } from '#src/indicators/stock-now.ts';
import { stockText } from './stock-words.ts';

const height = 44;
const padding = 12;
const sizes = { name: 14, number: 18, small: 12 } as const;

/** The badge in the first published language, its name for those who do not see it in all of them; null for a group that is not published now. */
export function stockBadge(portal: Portal, group: GroupSlug): string | null {
  const { entries, headlineComponent } = stockNow(portal);
  const entry = entries.find((one) => one.station === 'all' && one.component === headlineComponent && one.group === group);
  if (entry === undefined) return null;
  const locales = publishedLocales(portal.settings.languages);
  const [first = 'zh'] = locales;
  const isDemonstration = portal.settings.demonstration !== null;
  const name = nameOf(entry, first, isDemonstration);
  const number = numberOf(entry, first);
  const component = t(first, `blood.component.${entry.component}`);
  const dates = datesOf(entry, first);
  const numberX = padding * 2 + Math.max(textWidth(name, sizes.name), textWidth(component, sizes.small));
  const datesX = numberX + padding + textWidth(number, sizes.number);
  const width = Math.ceil(datesX + padding + Math.max(...dates.map((text) => textWidth(text, sizes.small))));
  const text = (x: number, y: number, size: number, content: string, weight: string | null = null) =>
    element('text', { x, y, fill: '#1d1d1b', 'font-size': size, 'font-weight': weight }, content);
  const label = locales
    .map((locale) => [nameOf(entry, locale, isDemonstration), t(locale, `blood.component.${entry.component}`), numberOf(entry, locale), ...datesOf(entry, locale)].join(' '))
    .join('; ');
  return drawing(
    { width, height, label, className: 'stock-badge', standsAlone: true },
    element('title', {}, label),
    element('rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 3, fill: '#fdfcf9', stroke: '#b9b5ab' }),
    element(
      'g',
      { 'font-family': "'PingFang SC','Microsoft YaHei','Noto Sans SC',system-ui,sans-serif" },
      text(padding, 19, sizes.name, name),
      text(padding, 35, sizes.small, component),
      text(numberX, 28, sizes.number, number, '600'),
      dates.map((content, index) => text(datesX, dates.length === 1 ? 27 : 19 + index * 16, sizes.small, content)),
    ),
  );
}

function nameOf(entry: StockEntry, locale: Locale, isDemonstration: boolean): string {
  return (isDemonstration ? `${t(locale, 'common.demonstration')} · ` : '') + t(locale, `blood.group.${entry.group}`);
}

/** Days of supply where they are known, else the stock, of a rare group that of its last month. */
function numberOf(entry: StockEntry, locale: Locale): string {
  if (entry.daysOfSupply !== null) return stockText(entry.daysOfSupply, 'days', locale);
  const quantity = isNumber(entry.quantity) ? entry.quantity : (entry.lastMonth?.quantity ?? null);
  return quantity === null ? t(locale, 'badge.unknown') : stockText(quantity, entry.unit, locale);
}

function datesOf(entry: StockEntry, locale: Locale): readonly string[] {
  if (!isNumber(entry.quantity) && entry.lastMonth !== null) return [t(locale, 'badge.month', { month: formatDate(entry.lastMonth.month, locale) })];
  const until = entry.validUntil === null || !isNumber(entry.quantity) ? [] : [t(locale, 'badge.validUntil', { until: formatShortInstant(entry.validUntil) })];
  return [entry.date, ...until];
}
