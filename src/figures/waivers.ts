/** Fees that donors did not have to pay: month by month and by channel, the share settled on the spot, by district, and the hospitals where it is. */
import { drawMonthColumns, layoutMonthColumns } from '#src/charts/month-columns.ts';
import type { MonthColumnsInput } from '#src/charts/month-columns.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate, formatFen, formatNumber, formatShare } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { waiverChannels, waiverMonths, waiverRegions, waiverYears } from '#src/indicators/fee-waivers.ts';
import type { PublishedWaiver, WaiverPeriod, WaiverSum } from '#src/indicators/fee-waivers.ts';
import { categoryWord } from './dictionary.ts';
import { drawingWidths } from './figure.ts';
import type { Figure, TableCell } from './figure.ts';
import type { TableExhibit } from './fund-tables.ts';
import { moneyCell } from './fund-words.ts';
import { ownSource } from './source-line.ts';

const colours = ['series-1', 'series-2', 'series-3'] as const;

export function hasWaivers(portal: Portal): boolean {
  return portal.rows('fee-waivers').length > 0 || portal.rows('hospitals').length > 0;
}

/** The share settled on the spot in the latest month that is published whole; the hospitals alone without such a month. */
export function waiversHeading(portal: Portal, rows: readonly PublishedWaiver[], locale: Locale): string {
  const latest = waiverMonths(rows).findLast(({ directShare }) => directShare !== null);
  if (latest?.all == null || latest.directShare === null) return hospitalsTable(portal, locale)?.finding ?? t(locale, 'waivers.title');
  return t(locale, 'waivers.heading', { month: formatDate(latest.period, locale), claims: formatNumber(latest.all.claims), share: formatShare(latest.directShare, locale) });
}

/** Claims by month and channel, with the yuan in the table; null without a row. */
export function waiverFigure(portal: Portal, rows: readonly PublishedWaiver[], locale: Locale): Figure | null {
  const months = waiverMonths(rows);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const used = waiverChannels.filter((channel) => months.some(({ byChannel }) => byChannel[channel] === null || byChannel[channel].claims > 0));
  const word = (channel: (typeof waiverChannels)[number]): string => categoryWord(portal, 'fee-waivers', 'channel', channel, locale);
  const whole = months.filter(({ all }) => all !== null);
  const sum = whole.reduce((total, { all }) => ({ claims: total.claims + (all?.claims ?? 0), amountFen: total.amountFen + (all?.amountFen ?? 0) }), { claims: 0, amountFen: 0 });
  const finding = t(locale, whole.length === months.length ? 'waivers.months.finding' : 'waivers.months.findingPart', {
    from: formatDate(first.period, locale), to: formatDate(last.period, locale), claims: formatNumber(sum.claims), amount: formatFen(sum.amountFen, locale), months: whole.length,
  });
  const subtitle = t(locale, 'waivers.months.subtitle');
  const source = ownSource(portal, t(locale, 'waivers.table'), last.period, locale);
  const input: MonthColumnsInput = {
    label: `${finding}${locale === 'zh' ? '。' : '. '}${subtitle}`,
    unit: t(locale, 'waivers.unit'),
    parts: used.map((channel, index) => ({ colour: colours[index] ?? 'context', label: word(channel) })),
    columns: months.map((month) => ({ name: month.period.endsWith('-01') ? month.period.slice(0, 4) : '', values: month.all === null ? null : used.map((channel) => month.byChannel[channel]?.claims ?? 0) })),
    notes: [],
    emptyLabel: t(locale, 'supply.unknown'),
    source,
  };
  const draw = (width: number, height: number): string => drawMonthColumns(layoutMonthColumns(input, { width, height }));
  return {
    id: 'months',
    finding,
    subtitle,
    drawing: { narrow: draw(drawingWidths.narrow, 170), wide: draw(drawingWidths.wide, 200) },
    table: { caption: t(locale, 'waivers.months.caption'), columns: periodColumns(used.map(word), t(locale, 'supply.column.month'), locale), rows: months.toReversed().map((month) => periodRow(month, used, locale)) },
    source,
    asOf: last.period,
  };
}

/** The same by year; the finding compares the share settled on the spot of the first and the last year. null without two years. */
export function waiverYearsTable(portal: Portal, rows: readonly PublishedWaiver[], locale: Locale): TableExhibit | null {
  const years = waiverYears(rows);
  const stated = years.filter(({ directShare }) => directShare !== null);
  const [first, last] = [stated[0], stated.at(-1)];
  const latestMonth = rows.reduce((latest, { month }) => (month > latest ? month : latest), '');
  if (first === undefined || last === undefined || first === last || first.directShare === null || last.directShare === null) return null;
  const used = waiverChannels.filter((channel) => years.some(({ byChannel }) => byChannel[channel] === null || byChannel[channel].claims > 0));
  return {
    finding: t(locale, 'waivers.years.finding', { first: first.period, before: formatShare(first.directShare, locale), last: last.period, after: formatShare(last.directShare, locale) }),
    notes: latestMonth.endsWith('-12') ? [] : [t(locale, 'waivers.years.until', { date: formatDate(latestMonth, locale) })],
    table: {
      caption: t(locale, 'waivers.years.caption'),
      columns: periodColumns(used.map((channel) => categoryWord(portal, 'fee-waivers', 'channel', channel, locale)), t(locale, 'fund.column.year'), locale),
      rows: years.toReversed().map((year) => periodRow(year, used, locale)),
    },
    source: ownSource(portal, t(locale, 'waivers.table'), latestMonth, locale),
    asOf: latestMonth,
  };
}

function periodColumns(channels: readonly string[], period: string, locale: Locale): readonly { readonly title: string; readonly numeric?: boolean }[] {
  return [
    { title: period },
    ...channels.flatMap((channel) => [{ title: t(locale, 'waivers.column.claims', { channel }), numeric: true }, { title: t(locale, 'waivers.column.amount', { channel }), numeric: true }]),
    { title: t(locale, 'waivers.column.all'), numeric: true },
    { title: t(locale, 'waivers.column.allAmount'), numeric: true },
    { title: t(locale, 'waivers.column.share'), numeric: true },
  ];
}

function periodRow({ period, byChannel, all, directShare }: WaiverPeriod, used: readonly (typeof waiverChannels)[number][], locale: Locale): readonly TableCell[] {
  return [
    period,
    ...[...used.map((channel) => byChannel[channel]), all].flatMap((sum) => sumCells(sum, locale)),
    directShare === null ? '—' : { text: formatShare(directShare, locale, 1), value: Number(directShare.toFixed(6)) },
  ];
}

function sumCells(sum: WaiverSum | null, locale: Locale): readonly TableCell[] {
  if (sum === null) return [t(locale, 'fund.suppressed'), t(locale, 'fund.suppressed')];
  return [{ text: formatNumber(sum.claims), value: sum.claims }, moneyCell(sum.amountFen, locale)];
}

/** The last twelve months by district: only the months that are published for it, and those that are published for the whole region. null where no district is published. */
export function waiverDistricts(portal: Portal, rows: readonly PublishedWaiver[], locale: Locale): TableExhibit | null {
  const months = waiverMonths(rows).map(({ period }) => period);
  const [from, to] = [months.at(-12) ?? months[0], months.at(-1)];
  if (from === undefined || to === undefined) return null;
  const all = portal.rows('regions');
  const regions = waiverRegions(rows, from, to, all.map(({ region }) => region));
  const districts = regions.filter(({ region }) => region !== portal.settings.region);
  const most = districts.toSorted((a, b) => (b.byChannel.direct?.claims ?? 0) - (a.byChannel.direct?.claims ?? 0))[0];
  if (most === undefined) return null;
  const name = (region: string): string => {
    const row = all.find((one) => one.region === region);
    const own = (locale === 'zh' ? row?.nameZh : (row?.nameEn ?? row?.nameZh)) ?? region;
    return region === portal.settings.region ? t(locale, 'waivers.districts.whole', { region: own }) : own;
  };
  const used = waiverChannels.filter((channel) => regions.some(({ byChannel }) => byChannel[channel] !== null));
  const params = { from: formatDate(from, locale), to: formatDate(to, locale), region: name(most.region), claims: formatNumber(most.byChannel.direct?.claims ?? 0) };
  return {
    finding: t(locale, (most.byChannel.direct?.claims ?? 0) > 0 ? 'waivers.districts.finding' : 'waivers.districts.findingNone', params),
    notes: [t(locale, 'waivers.districts.note', { count: portal.settings.smallCount })],
    table: {
      caption: t(locale, 'waivers.districts.caption', params),
      columns: [
        { title: t(locale, 'waivers.column.region') },
        ...used.flatMap((channel) => {
          const word = categoryWord(portal, 'fee-waivers', 'channel', channel, locale);
          return [
            { title: t(locale, 'waivers.column.claims', { channel: word }), numeric: true },
            { title: t(locale, 'waivers.column.amount', { channel: word }), numeric: true },
            { title: t(locale, 'waivers.column.months', { channel: word }), numeric: true },
          ];
        }),
      ],
      rows: regions.map(({ region, byChannel }) => [
        name(region),
        ...used.flatMap((channel): readonly TableCell[] => {
          const sum = byChannel[channel];
          return sum === null ? ['—', '—', '0'] : [...sumCells(sum, locale), { text: formatNumber(sum.months), value: sum.months }];
        }),
      ]),
    },
    source: ownSource(portal, t(locale, 'waivers.table'), to, locale),
    asOf: to,
  };
}

/** Every hospital, those without first; the finding counts those that waive on the spot. null without the table. */
export function hospitalsTable(portal: Portal, locale: Locale): TableExhibit | null {
  const hospitals = portal.rows('hospitals');
  if (hospitals.length === 0) return null;
  const confirmed = hospitals.flatMap(({ confirmedOn }) => (confirmedOn === null ? [] : [confirmedOn])).toSorted();
  const asOf = confirmed.at(-1) ?? portal.asOf.slice(0, 10);
  const direct = hospitals.filter(({ directWaiver }) => directWaiver === 'yes').length;
  const unknown = hospitals.filter(({ directWaiver }) => directWaiver === null).length;
  const order = { no: 0, unknown: 1, yes: 2 } as const;
  const regionOf = (region: string): string => {
    const row = portal.rows('regions').find((one) => one.region === region);
    return (locale === 'zh' ? row?.nameZh : (row?.nameEn ?? row?.nameZh)) ?? region;
  };
  const sorted = hospitals.toSorted((a, b) => order[a.directWaiver ?? 'unknown'] - order[b.directWaiver ?? 'unknown'] || ((b.directWaiverSince ?? '') < (a.directWaiverSince ?? '') ? -1 : 1));
  return {
    finding: t(locale, unknown === 0 ? 'waivers.hospitals.finding' : 'waivers.hospitals.findingUnknown', { count: hospitals.length, direct, without: hospitals.length - direct - unknown, unknown }),
    notes: [t(locale, 'waivers.hospitals.note')],
    table: {
      caption: t(locale, 'waivers.hospitals.caption'),
      columns: [
        { title: t(locale, 'waivers.column.hospital') },
        { title: t(locale, 'waivers.column.region') },
        { title: t(locale, 'waivers.column.direct') },
        { title: t(locale, 'waivers.column.since') },
        { title: t(locale, 'waivers.column.confirmed') },
      ],
      rows: sorted.map(({ nameZh, nameEn, region, directWaiver, directWaiverSince, confirmedOn }) => [
        locale === 'zh' ? nameZh : (nameEn ?? nameZh),
        regionOf(region),
        t(locale, `waivers.hospitals.${directWaiver ?? 'unknown'}`),
        directWaiverSince === null ? '—' : formatDate(directWaiverSince, locale),
        confirmedOn === null ? '—' : formatDate(confirmedOn, locale),
      ]),
    },
    source: ownSource(portal, t(locale, 'waivers.hospitals.table'), asOf, locale),
    asOf,
  };
}
