/** How blood is used and who gives it, one value a year for each indicator, with what the indicator means. */
import { isMeasured } from '#src/domain/missing.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { formatNumber, formatSigned } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { categoryWord } from './dictionary.ts';
import type { FigureTable } from './figure.ts';
import { sourceWords } from './published-source.ts';

type Indicator = Rows['use-indicators']['indicator'];
const order: readonly Indicator[] = ['autologous_share', 'requests_met_share', 'red_cells_per_1000_discharges', 'donations_400ml_share', 'repeat_donor_share', 'awareness_share'];

export interface UseIndicatorTable {
  readonly finding: string;
  readonly table: FigureTable;
  readonly meanings: readonly { readonly word: string; readonly meaning: string }[];
  readonly source: string;
  readonly asOf: string;
}

/** Of the portal's own region, years as rows, latest first; null without a row. */
export function useIndicatorTable(portal: Portal, locale: Locale): UseIndicatorTable | null {
  const rows = portal.rows('use-indicators').filter(({ region }) => region === portal.settings.region);
  const years = [...new Set(rows.map(({ year }) => year))].toSorted((a, b) => b - a);
  const last = years[0];
  if (last === undefined) return null;
  const indicators = order.filter((indicator) => rows.some((row) => row.indicator === indicator));
  const rowOf = (year: number, indicator: Indicator) => rows.find((row) => row.year === year && row.indicator === indicator);
  const word = (indicator: Indicator): string => categoryWord(portal, 'use-indicators', 'indicator', indicator, locale);
  const amount = ({ value, unit }: Rows['use-indicators']): string => {
    if (!isMeasured(value)) return t(locale, `blood.missing.${value}`);
    return unit === 'percent' ? formatSigned(value, '%', locale, 2) : formatNumber(value, 1);
  };
  const parts = indicators.slice(0, 3).flatMap((indicator) => {
    const row = rowOf(last, indicator);
    return row === undefined || !isMeasured(row.value) ? [] : [t(locale, 'supply.use.part', { indicator: word(indicator), value: amount(row) })];
  });
  return {
    finding: t(locale, 'supply.use.finding', { year: last, parts: parts.join(t(locale, 'supply.comma')) }),
    table: {
      caption: t(locale, 'supply.use.caption'),
      columns: [{ title: t(locale, 'supply.column.year') }, ...indicators.map((indicator) => ({ title: word(indicator), numeric: true }))],
      rows: years.map((year) => [
        String(year),
        ...indicators.map((indicator) => {
          const row = rowOf(year, indicator);
          if (row === undefined) return t(locale, 'supply.unknown');
          return isMeasured(row.value) ? { text: amount(row), value: row.value } : amount(row);
        }),
      ]),
    },
    meanings: indicators.map((indicator) => ({ word: word(indicator), meaning: t(locale, `supply.use.${indicator}`) })),
    source: sourceWords(portal, rows.map(({ source }) => source), locale),
    asOf: String(last),
  };
}
