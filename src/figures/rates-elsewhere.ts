/** Rates of provinces and cities in the years for which they were published, highest first, with the country beside them. */
import { drawDotPlot, layoutDotPlot } from '#src/charts/dot-plot.ts';
import type { DotPlotInput } from '#src/charts/dot-plot.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { nationOf, ratesElsewhere, yearlyFigures } from '#src/indicators/published-figures.ts';
import { drawingWidths } from './figure.ts';
import type { Figure } from './figure.ts';
import { publishedCells, publishedColumns } from './published-series.ts';
import { inOneLine } from './source-line.ts';
import { placeName } from './transfers.ts';

const unit = '‰';

/** The exhibit; null where none is published. */
export function ratesElsewhereFigure(portal: Portal, locale: Locale): Figure | null {
  const nation = nationOf(portal);
  const rows = nation === null ? [] : ratesElsewhere(portal, nation);
  const latest = rows[0];
  if (nation === null || latest === undefined) return null;
  const years = [...new Set(rows.map(({ period }) => period))];
  const national = new Map(yearlyFigures(portal, nation, 'donation_rate', unit).filter(({ status }) => status === 'published').map((row) => [row.period, row.value]));
  // What was worked out by others is in the picture and in the table as such, and is counted as published nowhere.
  const published = rows.filter(({ status }) => status === 'published');
  const finding = t(locale, 'rates.elsewhere.finding', {
    places: new Set(published.map(({ region }) => region)).size, count: published.length, unknown: published.filter(({ base }) => base === null).length,
  });
  const subtitle = t(locale, 'rates.elsewhere.subtitle');
  const source = inOneLine([
    t(locale, 'rates.sources', { count: new Set(rows.map(({ source: one }) => one)).size, to: latest.period }),
    years.some((period) => national.has(period)) ? t(locale, 'rates.elsewhere.wholeSource') : '',
  ], locale);
  const input: DotPlotInput = {
    label: `${finding} ${subtitle}`,
    unit,
    panels: years.map((period) => {
      const whole = national.get(period);
      return {
        title: period,
        whole: whole === undefined ? null : { value: whole, label: t(locale, 'rates.elsewhere.whole', { value: formatNumber(whole, 1) }) },
        rows: rows.filter((row) => row.period === period).map((row) => ({
          label: placeName(portal, row.region, locale), value: row.value, words: formatNumber(row.value, 2), open: row.qualifier !== 'exact' || row.status !== 'published' || row.noteZh !== null,
        })),
      };
    }),
    emptyLabel: t(locale, 'supply.unknown'),
    source,
  };
  return {
    id: 'elsewhere',
    finding,
    subtitle,
    drawing: { narrow: drawDotPlot(layoutDotPlot(input, drawingWidths.narrow)), wide: drawDotPlot(layoutDotPlot(input, drawingWidths.wideBars)) },
    table: {
      caption: t(locale, 'rates.elsewhere.caption'),
      columns: publishedColumns(locale, true),
      rows: rows.map((row) => [row.period, placeName(portal, row.region, locale), ...publishedCells(portal, row, unit, locale)]),
    },
    source,
    asOf: latest.period,
  };
}
