/** What donors are entitled to: every benefit with its condition, its status and the clause or source that says so. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { isMeasured } from '#src/domain/missing.ts';
import type { Measured } from '#src/domain/missing.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { clauseLink } from './clause-link.ts';
import { categoryWord } from './dictionary.ts';
import type { TableExhibit } from './fund-tables.ts';
import { sourceNames, sourceWords } from './published-source.ts';
import { nameOfRegion, regionChain } from './region-chain.ts';

type BenefitRow = Rows['benefits'];

/** What says so: a clause of the library, else a source in words. */
export interface Authority {
  readonly words: string;
  /** Without base and language. */
  readonly path: string | null;
}

export interface BenefitLine {
  readonly benefit: string;
  readonly donations: number | null;
  readonly volumeMl: number | null;
  readonly hours: number | null;
  readonly condition: string;
  readonly kind: string;
  readonly text: string;
  readonly isInForce: boolean;
  /** Status with its dates. */
  readonly status: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly authority: Authority;
}

export interface BenefitRegion {
  readonly region: string;
  readonly name: string;
  readonly title: string;
  /** Regions whose benefits hold here too, this one first. */
  readonly chain: readonly string[];
  readonly lines: readonly BenefitLine[];
}

export function hasBenefits(portal: Portal): boolean {
  return portal.rows('benefits').length > 0 || portal.rows('waiver-tiers').length > 0;
}

/** Regions that have benefits of their own: the portal's own with what lies above it first, then the others as the table has them. */
export function benefitRegions(portal: Portal, locale: Locale): readonly BenefitRegion[] {
  const byRegion = Map.groupBy(portal.rows('benefits'), ({ region }) => region);
  const own = regionChain(portal, portal.settings.region);
  const order = [...own.filter((region) => byRegion.has(region)), ...[...byRegion.keys()].filter((region) => !own.includes(region))];
  return order.map((region) => {
    const rows = byRegion.get(region) ?? [];
    const name = nameOfRegion(portal, region, locale);
    const inForce = rows.filter(({ status }) => status === 'in_force').length;
    const key = inForce === rows.length ? 'benefits.region.inForce' : inForce === 0 ? 'benefits.region.planned' : 'benefits.region.both';
    return { region, name, title: t(locale, key, { region: name, count: inForce, planned: rows.length - inForce }), chain: regionChain(portal, region), lines: rows.toSorted(byCondition).map((row) => benefitLine(portal, row, locale)) };
  });
}

const rank = ({ status }: BenefitRow): number => (status === 'in_force' ? 0 : 1);

/** What is in force first, then by how much is asked for; without a number last. */
function byCondition(a: BenefitRow, b: BenefitRow): number {
  const size = ({ minDonations, minVolumeMl, minHours }: BenefitRow): number => known(minDonations) ?? known(minVolumeMl) ?? known(minHours) ?? Number.MAX_SAFE_INTEGER;
  return rank(a) - rank(b) || size(a) - size(b);
}

function known(value: Measured): number | null {
  return isMeasured(value) ? value : null;
}

function benefitLine(portal: Portal, row: BenefitRow, locale: Locale): BenefitLine {
  const [donations, volumeMl, hours] = [known(row.minDonations), known(row.minVolumeMl), known(row.minHours)];
  const parts = [
    donations === null ? null : t(locale, 'benefits.condition.donations', { count: donations }),
    volumeMl === null ? null : t(locale, 'benefits.condition.volume', { volume: formatNumber(volumeMl) }),
    hours === null ? null : t(locale, 'benefits.condition.hours', { hours }),
  ].filter((part) => part !== null);
  return {
    benefit: row.benefit, donations, volumeMl, hours,
    condition: parts.length === 0 ? t(locale, 'benefits.condition.other') : parts.join(t(locale, 'waiver.comma')),
    kind: categoryWord(portal, 'benefits', 'kind', row.kind, locale),
    text: locale === 'zh' ? row.textZh : (row.textEn ?? row.textZh),
    isInForce: row.status === 'in_force',
    status: statusWords(portal, 'benefits', row, locale),
    from: row.validFrom,
    until: row.validUntil,
    authority: authority(portal, row, locale),
  };
}

/** `现行，2023年7月1日起` */
export function statusWords(portal: Portal, table: 'benefits' | 'waiver-tiers', { status, validFrom, validUntil }: Pick<BenefitRow, 'status' | 'validFrom' | 'validUntil'>, locale: Locale): string {
  const word = categoryWord(portal, table, 'status', status, locale);
  const dates = [
    ...(validFrom === null ? [] : [t(locale, 'benefits.from', { date: formatDate(validFrom, locale) })]),
    ...(validUntil === null ? [] : [t(locale, 'benefits.until', { date: formatDate(validUntil, locale) })]),
  ];
  return [word, ...dates].join(t(locale, 'waiver.comma'));
}

/** The clause where the library holds it, else the source; a dash where neither is stated. */
export function authority(portal: Portal, { clause, source }: { readonly clause: string | null; readonly source: string | null }, locale: Locale): Authority {
  const link = clause === null ? null : clauseLink(portal, clause, locale);
  if (link !== null) return link;
  return { words: source === null ? '—' : sourceNames(portal, [source], locale), path: null };
}

/** Of the portal's own region and those above it: what is in force on the day of the data, and from how many donations on. */
export function benefitsHeading(portal: Portal, locale: Locale): string {
  const asOf = portal.asOf.slice(0, 10);
  const chain = regionChain(portal, portal.settings.region);
  const held = portal.rows('benefits').filter(({ region, status, validFrom, validUntil }) => chain.includes(region) && status === 'in_force' && (validFrom ?? '') <= asOf && (validUntil ?? '9') >= asOf);
  const least = held.flatMap(({ minDonations }) => (isMeasured(minDonations) ? [minDonations] : [])).toSorted((a, b) => a - b);
  const [first] = least;
  if (first === undefined) return t(locale, 'benefits.title');
  return t(locale, 'benefits.heading', { region: nameOfRegion(portal, portal.settings.region, locale), count: held.length, first, most: least.at(-1) ?? first });
}

/** The awards of the country with the number of donations that each takes; what counts as one stands in their own words. null where there is none. */
export function awardsTable(portal: Portal, locale: Locale): TableExhibit | null {
  const countries = new Set(portal.rows('regions').filter(({ kind }) => kind === 'country').map(({ region }) => region));
  const awards = portal.rows('benefits').flatMap((row) => (row.kind === 'award' && row.status === 'in_force' && countries.has(row.region) && isMeasured(row.minDonations) ? [{ row, donations: row.minDonations }] : []))
    .toSorted((a, b) => a.donations - b.donations);
  if (awards.length === 0) return null;
  return {
    finding: t(locale, 'benefits.awards.finding', { steps: awards.map(({ donations }) => donations).join(t(locale, 'benefits.list')) }),
    notes: [t(locale, 'benefits.awards.note')],
    table: {
      caption: t(locale, 'benefits.awards.caption'),
      columns: [{ title: t(locale, 'benefits.column.condition') }, { title: t(locale, 'benefits.column.what') }],
      rows: awards.map(({ row, donations }) => [{ text: t(locale, 'benefits.condition.donations', { count: donations }), value: donations }, locale === 'zh' ? row.textZh : (row.textEn ?? row.textZh)]),
    },
    source: sourceWords(portal, awards.map(({ row }) => row.source), locale),
    asOf: portal.asOf.slice(0, 10),
  };
}
