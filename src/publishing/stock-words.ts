/** Stock and days of supply as text in feeds and badges. */
import type { StockUnit } from '#src/domain/blood.ts';
import { decimalsOf } from '#src/domain/shown-value.ts';
import { formatNumber, thinSpace } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';

/** Number and unit, with one decimal: always of days, else where there is one; none of ml. */
export function stockText(value: number, unit: StockUnit, locale: Locale): string {
  const number = formatNumber(value, decimalsOf(unit), { fixed: unit === 'days' });
  return `${number}${unit === 'percent' && locale === 'zh' ? '' : thinSpace}${t(locale, `blood.unit.${unit}`)}`;
}
