/** A commitment in words: what was promised, by when, what is measured and what is said about it. */
import type { Portal } from '#src/datasets/portal.ts';
import { href } from '#src/i18n/addresses.ts';
import { formatDate, formatNumber, thinSpace } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import type { Commitment } from '#src/publishing/commitments.ts';
import { wordOf } from './dictionary.ts';
import { presentSections } from './sections.ts';

export interface CommitmentWords {
  readonly id: string;
  readonly indicator: string;
  readonly wanted: string;
  readonly due: string;
  /** Null where there is no data. */
  readonly measured: string | null;
  /** Date or year of the data; empty without. */
  readonly asOf: string;
  readonly verdict: string;
  readonly table: { readonly name: string; readonly path: string };
  /** The page on which the number stands with its working; null where the portal has none. */
  readonly page: string | null;
}

/** Id of the section that shows the number of an indicator; undefined where none does. */
export function sectionOfIndicator(indicator: Commitment['target']['indicator']): string | undefined {
  return sectionOf[indicator];
}

/** Sections that show the number of an indicator, by the id of the section. */
const sectionOf: Readonly<Partial<Record<Commitment['target']['indicator'], string>>> = {
  donation_rate: 'rates', volume_above_use: 'rates', houses_per_county: 'stations', stock_above_threshold_share: 'stock', mutual_aid_fee: 'supply', direct_waiver_share: 'benefits',
  drives_per_year: 'drives', drives_in_months: 'drives', group_drives_per_year: 'drives', appointment_share: 'rates', station_information_share: 'stations', booking_stations: 'stations',
  transfers_recorded: 'supply', discard_share: 'supply', fund_published: 'fund', budget_secured: 'fund', health_checks: 'benefits', requests_met_share: 'supply', autologous_share: 'supply',
  awareness_share: 'supply', repeat_donor_share: 'supply', honour_card_donations: 'benefits',
};

export function commitmentWords(portal: Portal, commitment: Commitment, locale: Locale): CommitmentWords {
  const { target, measured, asOf, verdict, table } = commitment;
  const targets = portal.package.resources.find(({ name }) => name === 'targets');
  const category = targets?.schema.fields.find(({ name }) => name === 'indicator')?.categories?.find(({ value }) => value === target.indicator);
  const resource = portal.package.resources.find(({ name }) => name === table);
  const section = presentSections(portal).find(({ id }) => id === sectionOf[target.indicator]);
  return {
    id: target.target,
    indicator: (locale === 'zh' ? category?.label : category?.['label@en']) ?? target.indicator,
    wanted: `${target.comparator === '>=' ? '≥' : '≤'} ${amount(target.value, target.unit, locale)}`,
    due: target.due === null ? t(locale, 'commitments.continuous') : formatDate(target.due, locale),
    measured: measured === null ? null : amount(measured, target.unit, locale),
    asOf: asOf === null ? '' : formatDate(asOf, locale),
    verdict: t(locale, `commitments.verdict.${verdict}`),
    table: { name: resource === undefined ? table : wordOf(resource, 'title', locale), path: portal.has(table) ? `/data/${table}/` : '/handbook/tables/' },
    page: section === undefined ? null : href(section.path, locale),
  };
}

function amount(value: number, unit: string, locale: Locale): string {
  const word = unit === 'percent' ? '%' : unit === '‰' ? unit : t(locale, `commitments.unit.${unit}` as 'commitments.unit.plans');
  return `${formatNumber(value, 1)}${thinSpace}${word}`;
}
