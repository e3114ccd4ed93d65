/** The region's own rate on every population base, with the division, the country's published line and what is missing to a target. */
import { drawYearLines, layoutYearLines } from '#src/charts/year-lines.ts';
import type { SeriesColour, YearLinesInput } from '#src/charts/year-lines.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { donationRates, donationsToTarget, populationBases, rateTargets } from '#src/indicators/donation-rate.ts';
import type { DonationRate, PopulationBase } from '#src/indicators/donation-rate.ts';
import { nationOf, yearlyFigures } from '#src/indicators/published-figures.ts';
import { currentLibrary } from '#src/policies/current-library.ts';
import { binds } from '#src/policies/relevance.ts';
import { clauseLink } from './clause-link.ts';
import { drawingWidths } from './figure.ts';
import type { Figure, FigureTable, TableCell } from './figure.ts';
import type { EquationTerm } from './ledger.ts';
import { regionName } from './region.ts';
import { sourceNames } from './published-source.ts';
import { inOneLine, ownSource } from './source-line.ts';
import { placeName } from './transfers.ts';

export interface BaseExhibit {
  readonly base: PopulationBase;
  readonly name: string;
  /** Donations ÷ population × 1,000 of the latest year. */
  readonly division: readonly EquationTerm[];
  readonly divisionLabel: string;
  readonly needed: readonly string[];
  /** Years by region. */
  readonly rates: FigureTable;
  /** The division of every year and region. */
  readonly divisions: { readonly caption: string; readonly columns: FigureTable['columns']; readonly rows: readonly { readonly year: number; readonly region: string; readonly cells: readonly TableCell[] }[] };
}

export interface OwnRate {
  readonly figure: Figure;
  readonly bases: readonly BaseExhibit[];
  readonly years: readonly number[];
  readonly regions: readonly { readonly region: string; readonly name: string }[];
  readonly targets: readonly TargetWords[];
  /** Districts are shown: place of collection is not place of residence. */
  readonly warning: string | null;
}

export interface TargetWords {
  readonly sentence: string;
  readonly clause: ReturnType<typeof clauseLink>;
}

const colours: Readonly<Record<PopulationBase, SeriesColour>> = { resident: 'series-1', registered: 'series-2', age_18_55: 'series-3', age_18_60: 'series-4' };

/** Targets are named per 1,000 of the whole population. */
const ages: ReadonlySet<PopulationBase> = new Set(['age_18_55', 'age_18_60']);

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

function baseName(base: PopulationBase, locale: Locale): string {
  return t(locale, `rates.base.${base}`);
}

function rateFigure(portal: Portal, own: readonly DonationRate[], bases: readonly PopulationBase[], targets: readonly Rows['targets'][], locale: Locale): Figure {
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
    targets: targets.map(({ value }) => ({ at: value, label: t(locale, 'rates.own.target', { value }) })),
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
        ...(national.length === 0 || nation === null ? [] : [{ title: t(locale, 'rates.own.nation', { place: placeName(portal, nation, locale) }), numeric: true }]),
        ...targets.map(() => ({ title: t(locale, 'rates.column.target'), numeric: true })),
      ],
      rows: years.toReversed().map((year) => {
        const donations = own.find((rate) => rate.year === year)?.donations ?? 0;
        const published = national.find((row) => row.period === String(year));
        return [
          String(year),
          { text: formatNumber(donations), value: donations },
          ...bases.map((base) => rateCell(rateOf(year, base), locale)),
          ...(national.length === 0 ? [] : [published === undefined ? t(locale, 'rates.gap') : { text: formatNumber(published.value, 2), value: published.value }]),
          ...targets.map(({ value }): TableCell => ({ text: formatNumber(value, 2), value })),
        ];
      }),
    },
    source,
    asOf: String(to),
  };
}

function rateCell(rate: DonationRate | undefined, locale: Locale): TableCell {
  return rate === undefined ? t(locale, 'supply.unknown') : { text: formatNumber(rate.rate, 2, { fixed: true }), value: Number(rate.rate.toFixed(4)) };
}

function baseExhibit(portal: Portal, rates: readonly DonationRate[], base: PopulationBase, regions: readonly string[], targets: readonly Rows['targets'][], locale: Locale): BaseExhibit {
  const name = baseName(base, locale);
  const own = rates.filter(({ region }) => region === portal.settings.region);
  const last = own.at(-1);
  const years = [...new Set(rates.map(({ year }) => year))].toReversed();
  const rateOf = (year: number, region: string): DonationRate | undefined => rates.find((rate) => rate.year === year && rate.region === region);
  return {
    base,
    name,
    divisionLabel: last === undefined ? name : t(locale, 'rates.division', { year: last.year, base: name }),
    division: last === undefined ? [] : [
      { sign: '', what: t(locale, 'rates.division.donations', { year: last.year }), text: formatNumber(last.donations), value: last.donations },
      { sign: '÷', what: name, text: formatNumber(last.population), value: last.population },
      { sign: '×', what: t(locale, 'rates.division.people'), text: '1,000', value: 1000 },
      { sign: '=', what: t(locale, 'rates.division.rate'), text: `${formatNumber(last.rate, 1)}\u202F‰`, value: Number(last.rate.toFixed(4)) },
    ],
    needed: last === undefined ? [] : targets.map((target) => neededWords(target.value, last, locale)),
    rates: {
      caption: t(locale, 'rates.matrix', { base: name }),
      columns: [{ title: t(locale, 'supply.column.year') }, ...regions.map((region) => ({ title: placeName(portal, region, locale), numeric: true }))],
      rows: years.map((year) => [String(year), ...regions.map((region) => rateCell(rateOf(year, region), locale))]),
    },
    divisions: {
      caption: t(locale, 'rates.divisions', { base: name }),
      columns: [
        { title: t(locale, 'supply.column.year') },
        { title: t(locale, 'rates.column.place') },
        { title: t(locale, 'rates.column.donations'), numeric: true },
        { title: name, numeric: true },
        { title: t(locale, 'rates.column.rate'), numeric: true },
        ...targets.map(({ value }) => ({ title: t(locale, 'rates.column.needed', { value }), numeric: true })),
      ],
      rows: years.flatMap((year) =>
        regions.flatMap((region) => {
          const rate = rateOf(year, region);
          if (rate === undefined) return [];
          return [{
            year,
            region,
            cells: [
              String(year),
              placeName(portal, region, locale),
              { text: formatNumber(rate.donations), value: rate.donations },
              { text: formatNumber(rate.population), value: rate.population },
              rateCell(rate, locale),
              ...targets.map(({ value }): TableCell => {
                const needed = donationsToTarget(value, rate.population, rate.donations);
                return { text: formatNumber(needed), value: needed };
              }),
            ],
          }];
        }),
      ),
    },
  };
}

/** What closes the gap, with the sum; or that the target is reached. */
function neededWords(target: number, { year, population, donations, base }: DonationRate, locale: Locale): string {
  const needed = donationsToTarget(target, population, donations);
  const params = {
    year, target: formatNumber(target, 2), needed: formatNumber(needed), population: formatNumber(population), donations: formatNumber(donations),
    wanted: formatNumber(needed + donations),
  };
  const sentence = t(locale, needed === 0 ? 'rates.needed.reached' : 'rates.needed', params);
  return ages.has(base) ? inOneLine([sentence, t(locale, 'rates.needed.ages')], locale) : sentence;
}

/** A target with its clause; one that does not bind here is called an example, and nobody is judged by it. */
function targetWords(portal: Portal, { value, due, clause }: Rows['targets'], locale: Locale): TargetWords {
  const policy = currentLibrary().policies.get(locale)?.find(({ slug }) => slug === clause.split('#')[0]);
  const binding = policy !== undefined && binds(policy, portal);
  const params = { value: formatNumber(value, 2), due: due === null ? '' : formatDate(due.slice(0, 4), locale), region: regionName(portal, locale) };
  return {
    sentence: t(locale, `rates.target.${due === null ? 'duty' : 'dated'}.${binding ? 'binding' : 'example'}`, params),
    clause: clauseLink(clause, locale),
  };
}
