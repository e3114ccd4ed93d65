/** What has been published about the country by year: each value with its source, its reservations marked, years without one left open. */
import { drawYearLines, layoutYearLines } from '#src/charts/year-lines.ts';
import type { YearLinesInput, YearMark } from '#src/charts/year-lines.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatNumber, thinSpace } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { nationOf, yearlyFigures } from '#src/indicators/published-figures.ts';
import type { PublishedFigure } from '#src/indicators/published-figures.ts';
import { categoryWord } from './dictionary.ts';
import { drawingWidths } from './figure.ts';
import type { Figure, TableCell } from './figure.ts';
import { sourceRow } from './published-source.ts';
import { inOneLine } from './source-line.ts';
import { placeName } from './transfers.ts';

/** The series of the page, in their order; two units of one quantity are two series. */
export const nationalSeries = [
  { id: 'national-rate', indicator: 'donation_rate', unit: '‰' },
  { id: 'national-donations', indicator: 'donations', unit: '万人次' },
  { id: 'national-tonnes', indicator: 'volume', unit: '吨' },
  { id: 'national-units', indicator: 'volume', unit: '万单位' },
] as const;
type SeriesId = (typeof nationalSeries)[number]['id'];

/** The country is the Chinese mainland in every figure that names it. */
const mainland = 'china';

export interface PublishedSeries extends Figure {
  /** What the sources themselves reserve, year by year. */
  readonly reservations: readonly string[];
}

/** One exhibit for each series with at least one published value. */
export function nationalFigures(portal: Portal, locale: Locale): readonly PublishedSeries[] {
  const nation = nationOf(portal);
  if (nation === null) return [];
  return nationalSeries.flatMap(({ id, indicator, unit }) => {
    const rows = yearlyFigures(portal, nation, indicator, unit);
    return rows.some(({ status }) => status === 'published') ? [figureOf(portal, nation, id, unit, rows, locale)] : [];
  });
}

function figureOf(portal: Portal, nation: string, id: SeriesId, unit: string, rows: readonly PublishedFigure[], locale: Locale): PublishedSeries {
  const main = mainRows(rows);
  const others = rows.filter((row) => !main.includes(row));
  const published = main.filter(({ status }) => status === 'published');
  const last = published.at(-1);
  // Only years on the base of the latest one are compared; what was counted otherwise stands apart in the drawing.
  const first = published[published.findLastIndex(({ base }) => base !== last?.base) + 1];
  const place = placeName(portal, nation, locale);
  const words = (row: PublishedFigure | undefined): string => (row === undefined ? '' : valueWords(row, unit, locale));
  const params = { from: first?.period ?? '', first: words(first), to: last?.period ?? '', last: words(last) };
  // The year before the portal's own is the last that can be complete.
  const lastYear = Number(portal.asOf.slice(0, 4)) - 1;
  const missing = lastYear - Number(params.to);
  const finding = inOneLine([
    t(locale, `rates.national.${id}`, { place, years: t(locale, first === last ? 'rates.national.year' : 'rates.national.years', params) }),
    missing <= 0 ? '' : t(locale, missing === 1 ? 'rates.national.notYet' : 'rates.national.notSince', { year: missing === 1 ? lastYear : params.to }),
  ], locale);
  const subtitle = inOneLine([t(locale, `rates.national.${id}.subtitle`), nation === mainland ? t(locale, 'rates.mainland') : '', t(locale, 'rates.gaps')], locale);
  const source = t(locale, 'rates.sources', { count: new Set(rows.map(({ source: one }) => one)).size, to: params.to });
  const marks = new Set<YearMark>([...main, ...others].map(markOf));
  const input: YearLinesInput = {
    label: `${finding} ${subtitle}`,
    unit: unitWords(unit, locale),
    from: Number(rows[0]?.period ?? params.from),
    to: Math.max(Number(params.to), lastYear),
    series: [
      { colour: 'context', label: '', points: others.map((row) => ({ year: Number(row.period), value: row.value * scaleOf(unit, locale), mark: row.status === 'derived' ? 'derived' : 'about', words: '', apart: true })) },
      {
        colour: 'series-1',
        label: '',
        points: main.map((row, index) => ({ year: Number(row.period), value: row.value * scaleOf(unit, locale), mark: markOf(row), words: shortWords(row, unit, locale), apart: isApart(main[index - 1], row) })),
      },
    ],
    targets: [],
    breaks: baseChanges(published).map(({ period }) => ({ year: Number(period), label: t(locale, 'rates.break') })),
    key: [
      ...(['about', 'at_most', 'at_least', 'derived'] as const).filter((mark) => marks.has(mark)).map((mark) => ({ mark, label: t(locale, `rates.mark.${mark}`) })),
    ],
    gapLabel: t(locale, 'rates.gap'),
    emptyLabel: t(locale, 'supply.unknown'),
    source,
  };
  return {
    id,
    finding,
    subtitle: others.length === 0 ? subtitle : inOneLine([subtitle, t(locale, 'rates.conflict')], locale),
    drawing: {
      narrow: drawYearLines(layoutYearLines(input, { width: drawingWidths.narrow, height: 220 })),
      wide: drawYearLines(layoutYearLines(input, { width: drawingWidths.wide, height: 260 })),
    },
    table: {
      caption: t(locale, 'rates.national.caption', { what: categoryWord(portal, 'figures', 'indicator', rows[0]?.indicator ?? '', locale), place, unit: unitWords(unit, locale) }),
      columns: publishedColumns(locale, false),
      rows: rows.toReversed().map((row) => [row.period, ...publishedCells(portal, row, unit, locale)]),
    },
    source,
    asOf: params.to,
    reservations: reservationsOf(rows, unit, locale),
  };
}

/** Of each year the published row, else one that was worked out; what was superseded, or stands beside a published one, is drawn grey. */
function mainRows(rows: readonly PublishedFigure[]): readonly PublishedFigure[] {
  return [...Map.groupBy(rows, ({ period }) => period).values()].flatMap((ofYear) => {
    const main = ofYear.find(({ status }) => status === 'published') ?? ofYear.find(({ status }) => status === 'derived');
    return main === undefined ? [] : [main];
  });
}

/** The published values that are counted on another base than the one before. */
function baseChanges(published: readonly PublishedFigure[]): readonly PublishedFigure[] {
  return published.filter((row, index) => index > 0 && published[index - 1]?.base !== row.base);
}

/** Of each note the sentences that do not stand in all notes of the series: those the subtitle says once. */
function reservationsOf(rows: readonly PublishedFigure[], unit: string, locale: Locale): readonly string[] {
  const noted = rows.flatMap((row) => {
    const note = locale === 'zh' ? row.noteZh : (row.noteEn ?? row.noteZh);
    return note === null ? [] : [{ row, sentences: note.split(/(?<=。)|(?<=\.)\s+/).filter((sentence) => sentence !== '') }];
  });
  const isShared = (sentence: string): boolean => noted.length > 1 && noted.every(({ sentences }) => sentences.includes(sentence));
  return noted.flatMap(({ row, sentences }) => {
    const own = sentences.filter((sentence) => !isShared(sentence));
    return own.length === 0 ? [] : [t(locale, 'rates.reservedOne', { year: row.period, value: valueWords(row, unit, locale), note: inOneLine(own, locale) })];
  });
}

/** Only published values on the same base are joined. */
function isApart(before: PublishedFigure | undefined, row: PublishedFigure): boolean {
  return before === undefined || before.status !== 'published' || row.status !== 'published' || before.base !== row.base;
}

function markOf({ status, qualifier }: PublishedFigure): YearMark {
  return status === 'derived' ? 'derived' : qualifier;
}

/** `11.4`, `≤ 1,000`. */
function shortWords(row: PublishedFigure, unit: string, locale: Locale): string {
  return `${row.qualifier === 'at_most' ? '≤' : row.qualifier === 'at_least' ? '≥' : ''}${digits(row, unit, locale)}`;
}

function valueWords(row: PublishedFigure, unit: string, locale: Locale): string {
  const { qualifier } = row;
  const amount = amountWords(row, unit, locale);
  return qualifier === 'exact' ? amount : t(locale, `rates.qualifier.${qualifier}`, { amount });
}

/** Chinese counts in ten thousands (万), English in millions. */
const tenThousands: ReadonlySet<string> = new Set(['万人次', '万单位']);

function scaleOf(unit: string, locale: Locale): number {
  return locale !== 'zh' && tenThousands.has(unit) ? 0.01 : 1;
}

/** The value with the digits that its source gives, none more and none less; what was worked out has two decimals. */
function digits({ value, qualifier, status }: PublishedFigure, unit: string, locale: Locale): string {
  if (status === 'derived') return formatNumber(value * scaleOf(unit, locale), 2);
  const decimals = String(value).split('.')[1]?.length ?? 0;
  if (scaleOf(unit, locale) === 1) return formatNumber(value, decimals);
  return formatNumber(value / 100, decimals + 2, { fixed: qualifier === 'exact' });
}

function amountWords(row: PublishedFigure, unit: string, locale: Locale): string {
  return `${digits(row, unit, locale)}${unit === '‰' && locale === 'zh' ? '' : thinSpace}${unitWords(unit, locale)}`;
}

/** The units of published figures are written in Chinese. */
function unitWords(unit: string, locale: Locale): string {
  if (unit === '万人次') return t(locale, 'rates.unit.donations');
  if (unit === '万单位') return t(locale, 'rates.unit.units');
  if (unit === '吨') return t(locale, 'rates.unit.tonnes');
  return unit;
}

/** Columns of published values; the place stands after the year where there are several. */
export function publishedColumns(locale: Locale, withPlace: boolean): readonly { readonly title: string; readonly numeric?: boolean }[] {
  return [
    { title: t(locale, 'supply.column.year') },
    ...(withPlace ? [{ title: t(locale, 'rates.column.place') }] : []),
    { title: t(locale, 'rates.column.value'), numeric: true },
    ...(['exactness', 'status', 'base', 'source', 'note'] as const).map((column) => ({ title: t(locale, `rates.column.${column}`) })),
  ];
}

/** Value, exactness, status, base, source and note of a published value. */
export function publishedCells(portal: Portal, row: PublishedFigure, unit: string, locale: Locale): readonly TableCell[] {
  const { title, publisher, url } = sourceRow(portal, row.source);
  const name = t(locale, 'supply.sourceOne', { title, publisher });
  return [
    { text: amountWords(row, unit, locale), value: row.value },
    categoryWord(portal, 'figures', 'qualifier', row.qualifier, locale),
    categoryWord(portal, 'figures', 'status', row.status, locale),
    row.base === null ? t(locale, 'rates.baseUnknown') : categoryWord(portal, 'population', 'base', row.base, locale),
    url === null ? name : { text: name, address: url },
    (locale === 'zh' ? row.noteZh : (row.noteEn ?? row.noteZh)) ?? '',
  ];
}
