/** Whether what is given covers what is used: whole blood collected against red cells issued, and requests that were met. */
import { drawYearBars, layoutYearBars } from '#src/charts/year-bars.ts';
import type { YearBarsInput } from '#src/charts/year-bars.ts';
import { drawYearLines, layoutYearLines } from '#src/charts/year-lines.ts';
import type { YearLinesInput } from '#src/charts/year-lines.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate, formatNumber, formatShare } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { requestsMet, supplyBalance } from '#src/indicators/supply-balance.ts';
import { capitalised, componentName, stockQuantity, unitWord } from './blood-words.ts';
import { drawingWidths } from './figure.ts';
import type { Figure } from './figure.ts';
import { ownSource } from './source-line.ts';

/** Donated volume above clinical use; null without a year of which both are known. */
export function balanceFigure(portal: Portal, locale: Locale): Figure | null {
  const years = supplyBalance(portal);
  const last = years.at(-1);
  const first = years[0];
  if (last === undefined || first === undefined) return null;
  const quantity = (value: number): string => stockQuantity(value, 'U', locale);
  const params = {
    year: last.year, collected: quantity(last.collected), issued: quantity(last.issued), difference: quantity(Math.abs(last.difference)),
    share: formatShare(Math.abs(last.difference) / last.issued, locale, 1),
  };
  const finding = t(locale, last.difference >= 0 ? 'supply.balance.above' : 'supply.balance.below', params);
  const subtitle = t(locale, 'supply.balance.subtitle');
  const source = ownSource(portal, t(locale, 'supply.table.balance'), String(last.year), locale);
  const input: YearLinesInput = {
    label: `${finding}${locale === 'zh' ? '。' : '. '}${subtitle}`,
    unit: unitWord('U', locale),
    from: first.year,
    to: last.year,
    series: [
      {
        colour: 'series-1',
        label: '',
        points: years.map((one) => ({ year: one.year, value: one.difference, mark: 'exact', words: formatNumber(one.difference, 0, { sign: true }) })),
      },
    ],
    targets: [],
    key: [],
    gapLabel: t(locale, 'supply.gap'),
    emptyLabel: t(locale, 'supply.unknown'),
    source,
  };
  return {
    id: 'balance',
    finding,
    subtitle,
    drawing: {
      narrow: drawYearLines(layoutYearLines(input, { width: drawingWidths.narrow, height: 220 })),
      wide: drawYearLines(layoutYearLines(input, { width: drawingWidths.wide, height: 260 })),
    },
    table: {
      caption: t(locale, 'supply.balance.caption'),
      columns: [
        { title: t(locale, 'supply.column.year') },
        ...(['collected', 'issued', 'difference', 'share'] as const).map((column) => ({ title: t(locale, `supply.balance.column.${column}`), numeric: true })),
      ],
      rows: years.toReversed().map((one) => [
        String(one.year),
        { text: formatNumber(one.collected, 1), value: one.collected },
        { text: formatNumber(one.issued, 1), value: one.issued },
        { text: formatNumber(one.difference, 1, { sign: true }), value: one.difference },
        { text: formatShare(one.collected / one.issued, locale, 1), value: one.collected / one.issued },
      ]),
    },
    source,
    asOf: String(last.year),
  };
}

/** Requests met; null where no request is published. */
export function requestsFigure(portal: Portal, locale: Locale): Figure | null {
  const years = requestsMet(portal).filter(({ requested }) => requested > 0);
  const last = years.filter(({ component }) => component === years[0]?.component).at(-1);
  if (last === undefined) return null;
  const asOf = years.map(({ to }) => to).toSorted().at(-1) ?? last.to;
  const unmet = last.requested - last.issued;
  const period = t(locale, 'supply.period', { from: formatDate(last.from.slice(0, 7), locale), to: formatDate(last.to.slice(0, 7), locale) });
  const finding = t(locale, unmet === 0 ? 'supply.requests.all' : 'supply.requests.finding', {
    period, component: componentName(last.component, locale), requested: formatNumber(last.requested, 1), issued: formatNumber(last.issued, 1),
    unit: unitWord(last.unit as 'U', locale), unmet: formatNumber(unmet, 1), share: formatShare(last.issued / last.requested, locale, 2),
  });
  // The bars are never wider than the place; a share of less than one percent is not blown up to it.
  const unmetPercent = (one: (typeof years)[number]): number => Math.max(0, 1 - one.issued / one.requested) * 100;
  const subtitle = t(locale, 'supply.requests.subtitle', { full: formatNumber(Math.max(1, ...years.map(unmetPercent)), 1) });
  const source = ownSource(portal, t(locale, 'supply.table.issues'), asOf, locale);
  const isOne = new Set(years.map(({ component }) => component)).size === 1;
  const label = (one: (typeof years)[number]): string => `${isOne ? '' : `${capitalised(componentName(one.component, locale))} `}${isWholeYear(one) ? one.year : `${one.from.slice(0, 7)}—${one.to.slice(5, 7)}`}`;
  const input: YearBarsInput = {
    label: `${finding}${locale === 'zh' ? '。' : '. '}${subtitle}`,
    parts: [{ colour: 'ink', label: t(locale, 'supply.requests.unmet') }],
    rows: years.map((one) => ({
      label: label(one),
      values: [unmetPercent(one)],
      total: t(locale, 'supply.requests.total', {
        unmet: `${formatNumber(one.requested - one.issued, 1)} ${unitWord(one.unit as 'U', locale)}`, share: formatShare(one.issued / one.requested, locale, 2),
      }),
    })),
    emptyLabel: t(locale, 'supply.unknown'),
    source,
  };
  return {
    id: 'requests',
    finding,
    subtitle,
    drawing: { narrow: drawYearBars(layoutYearBars(input, drawingWidths.narrow)), wide: drawYearBars(layoutYearBars(input, drawingWidths.wideBars)) },
    table: {
      caption: t(locale, 'supply.requests.caption'),
      columns: [
        { title: t(locale, 'supply.column.component') },
        { title: t(locale, 'supply.column.period') },
        ...(['requested', 'issued', 'unmet', 'share'] as const).map((column) => ({ title: t(locale, `supply.requests.column.${column}`), numeric: true })),
      ],
      rows: years.toReversed().map((one) => [
        `${capitalised(componentName(one.component, locale))}${t(locale, 'supply.inUnit', { unit: unitWord(one.unit as 'U', locale) })}`,
        isWholeYear(one) ? String(one.year) : `${one.from}—${one.to}`,
        { text: formatNumber(one.requested, 1), value: one.requested },
        { text: formatNumber(one.issued, 1), value: one.issued },
        { text: formatNumber(one.requested - one.issued, 1), value: one.requested - one.issued },
        { text: formatShare(one.issued / one.requested, locale, 2), value: one.issued / one.requested },
      ]),
    },
    source,
    asOf,
  };
}

function isWholeYear({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return from.endsWith('-01-01') && to.endsWith('-12-31');
}
