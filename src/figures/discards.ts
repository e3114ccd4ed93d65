/** What share of the blood that came in was discarded, by component and year. */
import { drawYearLines, layoutYearLines } from '#src/charts/year-lines.ts';
import type { SeriesColour, YearLinesInput } from '#src/charts/year-lines.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate, formatShare } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { bloodLedgers, discardYears } from '#src/indicators/ledger.ts';
import type { DiscardYear } from '#src/indicators/ledger.ts';
import { capitalised, componentName, stockNumber, unitWord } from './blood-words.ts';
import { drawingWidths } from './figure.ts';
import type { Figure } from './figure.ts';
import { ownSource } from './source-line.ts';

const seriesColours: readonly SeriesColour[] = ['series-1', 'series-2', 'series-3', 'series-4'];

/** The exhibit; null without a year. At most four components are drawn; the table has all. */
export function discardFigure(portal: Portal, locale: Locale): Figure | null {
  const ledgers = bloodLedgers(portal).map((ledger) => ({ ...ledger, years: discardYears(ledger).filter(isLongEnough) })).filter(({ years }) => years.length > 0);
  const all = ledgers.flatMap(({ years }) => years);
  const lastWhole = Math.max(...all.filter(isWhole).map(({ year }) => year));
  const asOf = all.map(({ to }) => to).toSorted().at(-1);
  if (asOf === undefined) return null;
  const year = Number.isFinite(lastWhole) ? lastWhole : Number(asOf.slice(0, 4));
  const parts = ledgers.flatMap(({ component, years }) => {
    const share = years.find((one) => one.year === year)?.share ?? null;
    return share === null ? [] : [t(locale, 'supply.discards.part', { component: componentName(component, locale), share: formatShare(share, locale, 1) })];
  });
  const finding = t(locale, 'supply.discards.finding', { year, parts: parts.join(t(locale, 'supply.comma')) });
  const subtitle = t(locale, 'supply.discards.subtitle');
  const source = ownSource(portal, t(locale, 'supply.table.ledger'), asOf, locale);
  const input: YearLinesInput = {
    label: `${finding}${locale === 'zh' ? '。' : '. '}${subtitle}`,
    unit: '%',
    from: Math.min(...all.map((one) => one.year)),
    to: Math.max(...all.map((one) => one.year)),
    series: ledgers.slice(0, 4).map(({ component, years }, index) => ({
      colour: seriesColours[index] ?? 'context',
      label: capitalised(componentName(component, locale)),
      points: years.flatMap((one) => (one.share === null ? [] : [{ year: one.year, value: one.share * 100, mark: isWhole(one) ? ('exact' as const) : ('part' as const), words: '' }])),
    })),
    targets: [],
    key: all.every(isWhole) ? [] : [{ mark: 'part', label: t(locale, 'supply.mark.part', { month: formatDate(asOf, locale) }) }],
    gapLabel: t(locale, 'supply.gap'),
    emptyLabel: t(locale, 'supply.unknown'),
    source,
  };
  return {
    id: 'discards',
    finding,
    subtitle,
    drawing: {
      narrow: drawYearLines(layoutYearLines(input, { width: drawingWidths.narrow, height: 230 })),
      wide: drawYearLines(layoutYearLines(input, { width: drawingWidths.wide, height: 260 })),
    },
    table: {
      caption: t(locale, 'supply.discards.caption'),
      columns: [
        { title: t(locale, 'supply.column.component') },
        { title: t(locale, 'supply.column.year') },
        ...['cameIn', 'expired', 'testFailed', 'otherDiscards', 'discarded', 'share'].map((column) => ({ title: t(locale, `supply.column.${column as 'share'}`), numeric: true })),
      ],
      rows: ledgers.flatMap(({ component, unit, years }) =>
        years.toReversed().map((one) => [
          `${capitalised(componentName(component, locale))}${t(locale, 'supply.inUnit', { unit: unitWord(unit, locale) })}`,
          isWhole(one) ? String(one.year) : `${one.from}—${one.to}`,
          ...([one.cameIn, one.expired, one.testFailed, one.otherDiscards, one.discarded] as const).map((value) => ({ text: stockNumber(value, unit), value })),
          one.share === null ? t(locale, 'supply.unknown') : { text: formatShare(one.share, locale, 2), value: one.share },
        ]),
      ),
    },
    source,
    asOf,
  };
}

function isWhole({ from, to }: DiscardYear): boolean {
  return from.endsWith('-01') && to.endsWith('-12');
}

/** A year of less than three months says nothing about a share. */
function isLongEnough({ from, to }: DiscardYear): boolean {
  return Number(to.slice(5)) - Number(from.slice(5)) >= 2;
}
