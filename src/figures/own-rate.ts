/** The region's own rate on every population base, with the division, the country's published line and what is missing to a target. */
import { drawYearLines, layoutYearLines } from '#src/charts/year-lines.ts';
import type { SeriesColour, YearLinesInput } from '#src/charts/year-lines.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { donationRates, populationBases, rateTargets } from '#src/indicators/donation-rate.ts';
import type { DonationRate, PopulationBase, RateTarget } from '#src/indicators/donation-rate.ts';
import { nationOf, yearlyFigures } from '#src/indicators/published-figures.ts';
import type { PublishedFigure } from '#src/indicators/published-figures.ts';
import { drawingWidths } from './figure.ts';
import type { Figure, TableCell } from './figure.ts';
import { sourceNames, sourceRow } from './published-source.ts';
import { baseExhibit, baseName, rateCell, rateNumbers, rateWords } from './rate-bases.ts';
import type { BaseExhibit, RateNumbers, RateWords } from './rate-bases.ts';
import { targetLabel, targetTitle, targetWords } from './rate-target.ts';
import type { TargetWords } from './rate-target.ts';
import { regionName } from './region.ts';
import { inOneLine, ownSource } from './source-line.ts';
import { placeName } from './transfers.ts';

export interface OwnRate {
  readonly figure: Figure;
  readonly bases: readonly BaseExhibit[];
  readonly numbers: RateNumbers;
  readonly words: RateWords;
  readonly years: readonly number[];
  readonly regions: readonly { readonly region: string; readonly name: string }[];
  readonly targets: readonly TargetWords[];
  /** Districts are shown: place of collection is not place of residence. */
  readonly warning: string | null;
}

const colours: Readonly<Record<PopulationBase, SeriesColour>> = { resident: 'series-1', registered: 'series-2', age_18_55: 'series-3', age_18_60: 'series-4' };

/** null without a complete year of donations and a population of that year. */
export function ownRate(portal: Portal, locale: Locale): OwnRate | null {
  const rates = donationRates(portal);
  const own = rates.filter(({ region }) => region === portal.settings.region);
  const last = own.at(-1);
  if (last === undefined) return null;
  const bases = populationBases.filter((base) => own.some((rate) => rate.base === base && rate.year === last.year));
  const regions = [...new Set(rates.map(({ region }) => region))];
  const targets = rateTargets(portal);
  return {
    figure: rateFigure(portal, own, bases, targets, locale),
    bases: bases.map((base) => baseExhibit(portal, rates.filter((rate) => rate.base === base), base, regions, targets, locale)),
    numbers: rateNumbers(portal, rates, bases, regions, locale),
    words: rateWords(locale),
    years: [...new Set(rates.map(({ year }) => year))].toReversed(),
    regions: regions.map((region) => ({ region, name: placeName(portal, region, locale) })),
    targets: targets.map((target) => targetWords(portal, target, locale)),
    warning: regions.length > 1 ? t(locale, 'rates.warning', { region: regionName(portal, locale) }) : null,
  };
}

/** `2025 年示例市每千人献血 14.2 次（按常住人口）`; null without a rate. */
export function ownRateHeading(portal: Portal, locale: Locale): string | null {
  const own = donationRates(portal).filter(({ region }) => region === portal.settings.region);
  const last = own.at(-1);
  const rate = own.find(({ year, base }) => year === last?.year && base === populationBases.find((one) => own.some((other) => other.year === last.year && other.base === one)));
  if (rate === undefined) return null;
  return t(locale, 'rates.heading', { year: rate.year, region: regionName(portal, locale), rate: formatNumber(rate.rate, 1), base: baseName(rate.base, locale) });
}

function rateFigure(portal: Portal, own: readonly DonationRate[], bases: readonly PopulationBase[], targets: readonly RateTarget[], locale: Locale): Figure {
  const years = [...new Set(own.map(({ year }) => year))];
  const [from = 0, to = from] = [years[0], years.at(-1)];
  const first = bases[0] ?? 'resident';
  const rateOf = (year: number, base: PopulationBase): DonationRate | undefined => own.find((rate) => rate.year === year && rate.base === base);
  const nation = nationOf(portal);
  const national = nation === null ? [] : yearlyFigures(portal, nation, 'donation_rate', '‰').filter(({ status, period }) => status === 'published' && Number(period) >= from && Number(period) <= to);
  const finding = t(locale, 'rates.own.finding', {
    region: regionName(portal, locale), from, to, base: baseName(first, locale),
    first: formatNumber(rateOf(from, first)?.rate ?? 0, 1), last: formatNumber(rateOf(to, first)?.rate ?? 0, 1),
  });
  const subtitle = t(locale, national.length === 0 ? 'rates.own.subtitle' : 'rates.own.subtitleNation');
  const populationSources = portal.rows('population').filter(({ region }) => region === portal.settings.region).map(({ source: one }) => one);
  const source = inOneLine([
    ownSource(portal, t(locale, 'rates.who.tables'), String(to), locale),
    t(locale, 'rates.own.population', { sources: sourceNames(portal, populationSources, locale) }),
    nation === null || national.length === 0 ? '' : t(locale, 'rates.own.nationSources', { place: placeName(portal, nation, locale), count: new Set(national.map(({ source: one }) => one)).size }),
  ], locale);
  const input: YearLinesInput = {
    label: `${finding} ${subtitle}`,
    unit: '‰',
    from,
    to,
    series: [
      ...bases.map((base) => ({
        colour: colours[base],
        label: t(locale, 'rates.own.end', { base: t(locale, `rates.base.short.${base}`), rate: formatNumber(rateOf(to, base)?.rate ?? 0, 1) }),
        points: years.flatMap((year) => {
          const rate = rateOf(year, base);
          return rate === undefined ? [] : [{ year, value: rate.rate, mark: 'exact' as const, words: '' }];
        }),
      })),
      ...(nation === null || national.length === 0 ? [] : [{
        colour: 'context' as const,
        label: t(locale, 'rates.own.nation', { place: placeName(portal, nation, locale) }),
        points: national.map((row) => ({ year: Number(row.period), value: row.value, mark: row.qualifier, words: '' })),
      }]),
    ],
    targets: targets.map((target) => ({ at: target.value, label: targetLabel(portal, target, locale) })),
    key: national.some(({ qualifier }) => qualifier === 'about') ? [{ mark: 'about', label: t(locale, 'rates.mark.about') }] : [],
    gapLabel: t(locale, 'supply.gap'),
    emptyLabel: t(locale, 'supply.unknown'),
    source,
  };
  return {
    id: 'own-rate',
    finding,
    subtitle,
    drawing: {
      narrow: drawYearLines(layoutYearLines(input, { width: drawingWidths.narrow, height: 280 })),
      wide: drawYearLines(layoutYearLines(input, { width: drawingWidths.wide, height: 320 })),
    },
    table: {
      caption: t(locale, 'rates.own.caption', { region: regionName(portal, locale) }),
      columns: [
        { title: t(locale, 'supply.column.year') },
        { title: t(locale, 'rates.column.donations'), numeric: true },
        ...bases.map((base) => ({ title: baseName(base, locale), numeric: true })),
        ...(national.length === 0 || nation === null ? [] : [
          { title: t(locale, 'rates.own.nation', { place: placeName(portal, nation, locale) }), numeric: true },
          { title: t(locale, 'rates.own.nationSource', { place: placeName(portal, nation, locale) }) },
        ]),
        ...targets.map((target) => ({ title: targetTitle(portal, target, locale), numeric: true })),
      ],
      rows: years.toReversed().map((year) => {
        const donations = own.find((rate) => rate.year === year)?.donations ?? 0;
        const published = national.find((row) => row.period === String(year));
        return [
          String(year),
          { text: formatNumber(donations), value: donations },
          ...bases.map((base) => rateCell(rateOf(year, base), locale)),
          ...(national.length === 0 ? [] : published === undefined ? [t(locale, 'rates.gap'), ''] : publishedCellsOf(portal, published, locale)),
          ...targets.map(({ value }): TableCell => ({ text: formatNumber(value, 2), value })),
        ];
      }),
    },
    source,
    asOf: String(to),
  };
}

/** The country's published value as it was stated, and its source. */
function publishedCellsOf(portal: Portal, { value, qualifier, source }: PublishedFigure, locale: Locale): readonly TableCell[] {
  const amount = formatNumber(value, 2);
  const { title, publisher, url } = sourceRow(portal, source);
  const name = t(locale, 'supply.sourceOne', { title, publisher });
  return [{ text: qualifier === 'exact' ? amount : t(locale, `rates.qualifier.${qualifier}`, { amount }), value }, url === null ? name : { text: name, address: url }];
}
