/** The region's rate on each population base: the division, what is missing to a target, every year and district; and the two numbers behind every one of them. */
import type { Portal } from '#src/datasets/portal.ts';
import { formatNumber, formatSigned, thinSpace } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import type { DonationRate, PopulationBase, RateTarget } from '#src/indicators/donation-rate.ts';
import type { EquationTerm } from './equation.ts';
import type { FigureTable, TableCell } from './figure.ts';
import { missingTitle, neededCell, neededTemplates, neededWords, type NeededTemplates } from './rate-target.ts';
import { inOneLine } from './source-line.ts';
import { placeName } from './transfers.ts';

export interface BaseExhibit {
  readonly base: PopulationBase;
  readonly name: string;
  /** Donations ÷ population × 1,000 of the latest year. */
  readonly division: readonly EquationTerm[];
  readonly divisionLabel: string;
  /** One sentence for each target. */
  readonly needed: readonly { readonly target: number; readonly sentence: string; readonly templates: NeededTemplates }[];
  /** Years by region, and what each region lacks to the target. */
  readonly rates: FigureTable;
}

/** Donations and people by year and region, from which every rate can be worked out; one column for each base. */
export interface RateNumbers {
  readonly caption: string;
  readonly columns: FigureTable['columns'];
  readonly rows: readonly { readonly year: number; readonly region: string; readonly cells: readonly TableCell[] }[];
}

/** Templates in which a script fills in year, place and numbers, as the sentences of the page have them. */
export interface RateWords {
  readonly donations: string;
  readonly ages: string;
  readonly unknown: string;
  /** The sign with the space before it. */
  readonly perMille: string;
}

/** Targets are named per 1,000 of the whole population. */
const ages: ReadonlySet<PopulationBase> = new Set(['age_18_55', 'age_18_60']);

export function baseName(base: PopulationBase, locale: Locale): string {
  return t(locale, `rates.base.${base}`);
}

export function rateCell(rate: DonationRate | undefined, locale: Locale): TableCell {
  return rate === undefined ? t(locale, 'supply.unknown') : { text: formatNumber(rate.rate, 2, { fixed: true }), value: Number(rate.rate.toFixed(4)) };
}

/** `rates` of one base, of all `regions`; the portal's own region has one of the latest year. */
export function baseExhibit(portal: Portal, rates: readonly DonationRate[], base: PopulationBase, regions: readonly string[], targets: readonly RateTarget[], locale: Locale): BaseExhibit {
  const name = baseName(base, locale);
  const last = rates.filter(({ region }) => region === portal.settings.region).at(-1);
  const years = [...new Set(rates.map(({ year }) => year))].toReversed();
  const rateOf = (year: number, region: string): DonationRate | undefined => rates.find((rate) => rate.year === year && rate.region === region);
  const place = placeName(portal, portal.settings.region, locale);
  const withLast = last !== undefined && targets.length > 0 && !ages.has(base);
  return {
    base,
    name,
    divisionLabel: last === undefined ? name : t(locale, 'rates.division', { year: last.year, base: name }),
    division: last === undefined ? [] : [
      { sign: '', what: t(locale, 'rates.division.donations', { year: last.year, place }), text: formatNumber(last.donations), value: last.donations },
      { sign: '÷', what: name, text: formatNumber(last.population), value: last.population },
      { sign: '×', what: t(locale, 'rates.division.people'), text: '1,000', value: 1000 },
      { sign: '=', what: t(locale, 'rates.division.rate'), text: formatSigned(last.rate, '‰', locale, 1), value: Number(last.rate.toFixed(4)) },
    ],
    needed: last === undefined ? [] : targets.map((target) => ({
      target: target.value,
      sentence: inOneLine([neededWords(portal, target, last, place, locale), ages.has(base) ? t(locale, 'rates.needed.ages') : ''], locale),
      templates: neededTemplates(portal, target, locale),
    })),
    rates: {
      caption: withLast ? `${t(locale, 'rates.matrix', { base: name })}${locale === 'zh' ? '。' : '. '}${t(locale, 'rates.matrix.last', { year: last.year })}` : t(locale, 'rates.matrix', { base: name }),
      columns: [{ title: t(locale, 'supply.column.year') }, ...regions.map((region) => ({ title: placeName(portal, region, locale), numeric: true }))],
      rows: [
        ...years.map((year) => [String(year), ...regions.map((region) => rateCell(rateOf(year, region), locale))]),
        ...(!withLast ? [] : targets.map((target) => [
          missingTitle(portal, target, locale),
          ...regions.map((region) => neededCell(target.value, rateOf(last.year, region), locale)),
        ])),
      ],
    },
  };
}

/** Latest year first, the portal's own region before its districts. */
export function rateNumbers(portal: Portal, rates: readonly DonationRate[], bases: readonly PopulationBase[], regions: readonly string[], locale: Locale): RateNumbers {
  const years = [...new Set(rates.map(({ year }) => year))].toReversed();
  return {
    caption: t(locale, 'rates.numbers'),
    columns: [
      { title: t(locale, 'supply.column.year') },
      { title: t(locale, 'rates.column.place') },
      { title: t(locale, 'rates.column.donations'), numeric: true },
      ...bases.map((base) => ({ title: baseName(base, locale), numeric: true })),
    ],
    rows: years.flatMap((year) => regions.flatMap((region) => {
      const here = rates.filter((rate) => rate.year === year && rate.region === region);
      const donations = here[0]?.donations;
      if (donations === undefined) return [];
      return [{
        year,
        region,
        cells: [
          String(year),
          placeName(portal, region, locale),
          { text: formatNumber(donations), value: donations },
          ...bases.map((base): TableCell => {
            const population = here.find((rate) => rate.base === base)?.population;
            return population === undefined ? t(locale, 'supply.unknown') : { text: formatNumber(population), value: population };
          }),
        ],
      }];
    })),
  };
}

export function rateWords(locale: Locale): RateWords {
  const places = Object.fromEntries(['year', 'place'].map((name) => [name, `{${name}}`]));
  return {
    donations: t(locale, 'rates.division.donations', places),
    ages: `${locale === 'zh' ? '' : ' '}${t(locale, 'rates.needed.ages')}`,
    unknown: t(locale, 'supply.unknown'),
    perMille: `${locale === 'zh' ? '' : thinSpace}‰`,
  };
}
