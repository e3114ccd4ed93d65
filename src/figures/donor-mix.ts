/** Who gives and how, month by month, and who organised the drives. */
import { drawMonthColumns, layoutMonthColumns } from '#src/charts/month-columns.ts';
import type { ColumnColour, MonthColumnsInput } from '#src/charts/month-columns.ts';
import { drawYearBars, layoutYearBars } from '#src/charts/year-bars.ts';
import type { YearBarsInput } from '#src/charts/year-bars.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { formatDate, formatNumber, formatShare } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { channels, donationKinds, donorKinds, donorMonths, drivesHeld, groupOrganisers } from '#src/indicators/donor-mix.ts';
import type { DonorMonth } from '#src/indicators/donor-mix.ts';
import { categoryWord } from './dictionary.ts';
import { drawingWidths } from './figure.ts';
import type { Figure, TableCell } from './figure.ts';
import { sourceNames } from './published-source.ts';
import { ownSource } from './source-line.ts';

const monthsShown = 24;
const colours: readonly ColumnColour[] = ['series-1', 'series-2', 'series-3', 'context'];
const splits = [
  { column: 'donor', kinds: donorKinds, of: (month: DonorMonth) => month.byDonor, leading: 1 },
  { column: 'channel', kinds: channels, of: (month: DonorMonth) => month.byChannel, leading: 2 },
  { column: 'donation', kinds: donationKinds, of: (month: DonorMonth) => month.byDonation, leading: 1 },
] as const;

export interface DonorFigure extends Figure {
  readonly notes: readonly string[];
  /** The tables it is made of. */
  readonly tables: readonly string[];
}

/** One exhibit for each way of telling donations apart that has more than one part; the sentence is about the last twelve months. */
export function donorFigures(portal: Portal, locale: Locale): readonly DonorFigure[] {
  const months = donorMonths(portal, monthsShown);
  const last = months.at(-1);
  if (last === undefined) return [];
  const source = ownSource(portal, t(locale, 'rates.who.tables'), last.month, locale);
  return splits.flatMap(({ column, kinds, of, leading }): readonly DonorFigure[] => {
    const used = kinds.map((_, part) => months.some((month) => (of(month)[part] ?? 0) > 0));
    if (used.filter(Boolean).length < 2) return [];
    const pick = (values: readonly number[]): readonly number[] => values.filter((_, part) => used[part]);
    const names = kinds.filter((_, part) => used[part]).map((kind) => categoryWord(portal, 'donations', column, kind, locale));
    const year = months.slice(-12).filter(({ donations }) => donations !== null);
    const total = year.reduce((sum, { donations }) => sum + (donations ?? 0), 0);
    const share = (part: number): string => formatShare(total === 0 ? 0 : year.reduce((sum, month) => sum + (of(month)[part] ?? 0), 0) / total, locale, 1);
    const finding = t(locale, `rates.who.${column}`, { count: year.length, to: formatDate(last.month, locale), share: share(leading), first: share(0) });
    const subtitle = t(locale, `rates.who.${column}.subtitle`);
    const input: MonthColumnsInput = {
      label: `${finding} ${subtitle}`,
      unit: t(locale, 'rates.unit.times'),
      parts: names.map((label, index) => ({ colour: colours[index] ?? 'context', label })),
      columns: months.map((month) => ({ name: month.month.endsWith('-01') || month.month.endsWith('-07') || month === months[0] ? month.month : '', values: month.donations === null ? null : pick(of(month)) })),
      notes: notesOf(portal, months, locale),
      emptyLabel: t(locale, 'supply.unknown'),
      source,
    };
    return [{
      id: `who-${column}`,
      finding,
      subtitle,
      drawing: {
        narrow: drawMonthColumns(layoutMonthColumns(input, { width: drawingWidths.narrow, height: 170 })),
        wide: drawMonthColumns(layoutMonthColumns(input, { width: drawingWidths.wide, height: 200 })),
      },
      table: {
        caption: t(locale, 'rates.who.caption', { by: t(locale, `rates.who.${column}.by`) }),
        columns: [
          { title: t(locale, 'supply.column.month') },
          ...names.map((title) => ({ title, numeric: true })),
          { title: t(locale, 'rates.column.donations'), numeric: true },
          ...(column === 'donation' ? [{ title: t(locale, 'rates.column.meanMl'), numeric: true }, { title: t(locale, 'rates.column.meanDoses'), numeric: true }] : []),
        ],
        rows: months.toReversed().map((month) => [
          month.month,
          ...pick(of(month)).map((value) => (month.donations === null ? t(locale, 'supply.unknown') : { text: formatNumber(value), value })),
          month.donations === null ? t(locale, 'supply.unknown') : { text: formatNumber(month.donations), value: month.donations },
          ...(column !== 'donation' ? [] : [meanCell(month.meanMl, 0, locale), meanCell(month.meanDoses, 2, locale)]),
        ]),
      },
      source,
      asOf: last.month,
      ...(column === 'donation' ? sizeNotes(portal, last, locale) : { notes: [], tables: ['donations'] }),
    }];
  });
}

function meanCell(value: number | null, decimals: number, locale: Locale): TableCell {
  return value === null ? t(locale, 'supply.unknown') : { text: formatNumber(value, decimals), value: Number(value.toFixed(4)) };
}

/** How much a donation is on average, and what is known of 400 ml: donations of 200, 300 and 400 ml are not told apart by month. */
function sizeNotes(portal: Portal, last: DonorMonth, locale: Locale): Pick<DonorFigure, 'notes' | 'tables'> {
  const shares = portal.rows('use-indicators').filter(({ region, indicator }) => region === portal.settings.region && indicator === 'donations_400ml_share');
  const latest = shares.filter(({ value }) => isMeasured(value)).toSorted((a, b) => b.year - a.year)[0];
  const month = formatDate(last.month, locale);
  return {
    notes: [
      ...(last.meanMl === null ? [] : [t(locale, 'rates.size.ml', { month, amount: formatNumber(last.meanMl) })]),
      ...(last.meanDoses === null ? [] : [t(locale, 'rates.size.doses', { month, amount: formatNumber(last.meanDoses, 2) })]),
      t(locale, 'rates.size.unknown'),
      ...(latest === undefined || !isMeasured(latest.value) ? [] : [t(locale, 'rates.size.share', { year: latest.year, share: formatShare(latest.value / 100, locale, 1), sources: sourceNames(portal, [latest.source], locale) })]),
    ],
    tables: latest === undefined ? ['donations'] : ['donations', 'use-indicators'],
  };
}

/** Campaigns and holidays that begin in the months shown. */
function notesOf(portal: Portal, months: readonly DonorMonth[], locale: Locale): MonthColumnsInput['notes'] {
  return portal
    .rows('events')
    .filter(({ kind }) => kind === 'campaign' || kind === 'holiday')
    .flatMap((event) => {
      const column = months.findIndex(({ month }) => event.date.startsWith(month));
      return column < 0 ? [] : [{ column, label: locale === 'zh' ? event.titleZh : (event.titleEn ?? event.titleZh) }];
    });
}

/** Drives that were held, by who organised them; null without one. */
export function drivesFigure(portal: Portal, locale: Locale): Figure | null {
  const held = drivesHeld(portal);
  const first = held?.organisers[0];
  if (held === null || first === undefined) return null;
  const word = (organiser: string): string => categoryWord(portal, 'drives', 'organiser_kind', organiser, locale);
  const drives = held.organisers.reduce((sum, one) => sum + one.drives, 0);
  const collected = held.organisers.reduce<number | null>((sum, one) => (sum === null || one.collected === null ? null : sum + one.collected), 0);
  const params = { from: formatDate(held.from, locale), to: formatDate(held.to, locale), drives, collected: collected === null ? '' : formatNumber(collected), organiser: word(first.organiser), most: formatNumber(first.collected ?? first.drives) };
  const finding = t(locale, collected === null ? 'rates.drives.findingCount' : 'rates.drives.finding', params);
  const subtitle = t(locale, 'rates.drives.subtitle', {
    group: held.organisers.filter(({ organiser }) => groupOrganisers.includes(organiser)).reduce((sum, one) => sum + one.drives, 0),
    kinds: groupOrganisers.map(word).join(t(locale, 'policies.separator')),
  });
  const source = ownSource(portal, t(locale, 'rates.drives.tables'), held.to, locale);
  const bars: YearBarsInput = {
    label: `${finding} ${subtitle}`,
    parts: [{ colour: 'ink', label: t(locale, 'rates.drives.collected') }],
    rows: held.organisers.map((one) => ({
      label: word(one.organiser),
      values: one.collected === null ? null : [one.collected],
      total: one.collected === null ? t(locale, 'rates.drives.unknown', { drives: one.drives }) : t(locale, 'rates.drives.total', { drives: one.drives, collected: formatNumber(one.collected) }),
    })),
    emptyLabel: t(locale, 'supply.unknown'),
    source,
  };
  return {
    id: 'drives',
    finding,
    subtitle,
    drawing: { narrow: drawYearBars(layoutYearBars(bars, drawingWidths.narrow)), wide: drawYearBars(layoutYearBars(bars, drawingWidths.wideBars)) },
    table: {
      caption: t(locale, 'rates.drives.caption', params),
      columns: [
        { title: t(locale, 'rates.column.organiser') },
        { title: t(locale, 'rates.column.drives'), numeric: true },
        { title: t(locale, 'rates.column.donations'), numeric: true },
      ],
      rows: held.organisers.map((one) => [
        word(one.organiser),
        { text: formatNumber(one.drives), value: one.drives },
        one.collected === null ? t(locale, 'supply.unknown') : { text: formatNumber(one.collected), value: one.collected },
      ]),
    },
    source,
    asOf: held.to,
  };
}
