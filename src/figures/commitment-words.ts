/** A commitment in words: what was promised, by when, what is measured and what is said about it. */
import type { Portal } from '#src/datasets/portal.ts';
import { href } from '#src/i18n/addresses.ts';
import { formatDate, formatNumber, formatSigned, thinSpace } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { isMessageKey, t } from '#src/i18n/translate.ts';
import type { Commitment } from '#src/publishing/commitments.ts';
import { wordOf } from './dictionary.ts';
import { presentSections } from './sections.ts';
import { placeName } from './transfers.ts';

export interface CommitmentWords {
  readonly id: string;
  readonly indicator: string;
  /** Comparator, value and unit; null where the clause names no number. */
  readonly wanted: string | null;
  /** The clause names no number: `wanted` is how this portal reads it. */
  readonly isReading: boolean;
  /** The region that owes it, where that is not the portal's own; null otherwise. */
  readonly owedBy: string | null;
  readonly due: string;
  /** Null where there is no data. */
  readonly measured: string | null;
  /** Date or year of the data; empty without. */
  readonly asOf: string;
  readonly judged: Commitment['verdict'];
  readonly verdict: string;
  /** Until when number and verdict stand; null without announced times. */
  readonly validUntil: string | null;
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
  const { target, wanted, measured, asOf, verdict, validUntil, table } = commitment;
  const targets = portal.package.resources.find(({ name }) => name === 'targets');
  const category = targets?.schema.fields.find(({ name }) => name === 'indicator')?.categories?.find(({ value }) => value === target.indicator);
  const resource = portal.package.resources.find(({ name }) => name === table);
  const section = presentSections(portal).find(({ id }) => id === sectionOf[target.indicator]);
  return {
    id: target.target,
    indicator: (locale === 'zh' ? category?.label : category?.['label@en']) ?? target.indicator,
    wanted: wanted === null ? null : `${wanted.comparator === '>=' ? '≥' : '≤'} ${amount(wanted.value, target.unit, locale)}`,
    isReading: wanted?.by === 'portal',
    owedBy: target.region === portal.settings.region ? null : placeName(portal, target.region, locale),
    due: target.due === null ? t(locale, 'commitments.continuous') : formatDate(target.due, locale),
    measured: measured === null ? null : amount(measured, target.unit, locale),
    asOf: asOf === null ? '' : formatDate(asOf, locale),
    judged: verdict,
    verdict: t(locale, `commitments.verdict.${verdict ?? 'none'}`),
    validUntil,
    table: { name: resource === undefined ? table : wordOf(resource, 'title', locale), path: portal.has(table) ? `/data/${table}/` : '/handbook/tables/' },
    page: section === undefined ? null : href(section.path, locale),
  };
}

/** The clause's number in a sentence, and whose number it is. */
export function wantedWords({ wanted, due, isReading }: Pick<CommitmentWords, 'wanted' | 'due' | 'isReading'>, locale: Locale): string {
  if (wanted === null) return t(locale, 'policies.number.unstated');
  return t(locale, isReading ? 'policies.number.read' : 'policies.number.wanted', { wanted, due });
}

function amount(value: number, unit: string, locale: Locale): string {
  if (unit === 'percent' || unit === '‰') return formatSigned(value, unit === 'percent' ? '%' : unit, locale, 1);
  const word = value === 1 ? `commitments.unit.${unit}.one` : `commitments.unit.${unit}`;
  return `${formatNumber(value, 1)}${thinSpace}${isMessageKey(word) ? t(locale, word) : unit}`;
}
