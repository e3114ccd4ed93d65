/** The rules of the fee waiver, tier by tier, and what the calculator of the page is given. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Rows } from '#src/datasets/rows.ts';
import { addMonths } from '#src/domain/calendar.ts';
import { feeWaiver } from '#src/domain/fee-waiver.ts';
import type { GivenBlood, WaiverTier } from '#src/domain/fee-waiver.ts';
import { isMeasured } from '#src/domain/missing.ts';
import type { Measured } from '#src/domain/missing.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { tierCondition, tierGives, waiverLines, waiverSentences, waiverWordKeys } from '#src/i18n/waiver-words.ts';
import type { SayWaiver, WaiverWord } from '#src/i18n/waiver-words.ts';
import { authority, statusWords } from './benefits.ts';
import type { Authority } from './benefits.ts';
import type { FigureTable } from './figure.ts';
import { nameOfRegion, regionChain } from './region-chain.ts';

type TierRow = Rows['waiver-tiers'];

export interface WaiverRule {
  readonly rule: string;
  readonly region: string;
  readonly name: string;
  readonly status: string;
  readonly isInForce: boolean;
  readonly from: string | null;
  readonly until: string | null;
  readonly authority: Authority;
  /** null: a number that the rule needs is not published, so nothing can be worked out by it. */
  readonly tiers: readonly WaiverTier[] | null;
  readonly table: FigureTable;
}

/** The rule of the portal's own region or of the nearest region above first, then the others as the table has them. */
export function waiverRules(portal: Portal, locale: Locale): readonly WaiverRule[] {
  const chain = regionChain(portal, portal.settings.region);
  const say = sayer(locale);
  const rules = [...Map.groupBy(portal.rows('waiver-tiers'), ({ rule }) => rule).values()];
  const place = (rows: readonly TierRow[]): number => {
    const index = chain.indexOf(rows[0]?.region ?? '');
    return index === -1 ? chain.length : index;
  };
  return rules.toSorted((a, b) => place(a) - place(b)).flatMap((group): readonly WaiverRule[] => {
    const rows = group.toSorted((a, b) => a.tier - b.tier);
    const [first] = rows;
    if (first === undefined) return [];
    const tiers = rows.map(tierOf);
    const name = t(locale, 'waiver.rule.name', { region: nameOfRegion(portal, first.region, locale) });
    return [{
      rule: first.rule, region: first.region, name,
      status: statusWords(portal, 'waiver-tiers', first, locale),
      isInForce: first.status === 'in_force',
      from: first.validFrom, until: first.validUntil,
      authority: authority(portal, first, locale),
      tiers: tiers.every((tier) => tier !== null) ? tiers : null,
      table: {
        caption: t(locale, 'waiver.rule.caption', { name }),
        columns: (['tier', 'who', 'condition', 'gives', 'dose'] as const).map((column) => ({ title: t(locale, `waiver.column.${column}`) })),
        rows: rows.map((row, index) => {
          const tier = tiers[index] ?? null;
          const unknown = t(locale, 'waiver.notPublished');
          return [
            String(row.tier), t(locale, `waiver.${row.beneficiary}`), tier === null ? unknown : tierCondition(tier, say), tier === null ? unknown : tierGives(tier, say),
            isMeasured(row.doseMl) ? say('ml', { volume: formatNumber(row.doseMl) }) : unknown,
          ];
        }),
      },
    }];
  });
}

/** Blank is "not asked for" or "without limit"; a number that exists and is not published makes the tier unusable. */
function tierOf(row: TierRow): WaiverTier | null {
  const needed = [row.minVolumeMl, row.maxVolumeMl, row.minDonations, row.withinYears, row.multiplier];
  if (needed.some((value) => !isMeasured(value) && value !== 'not_reported' && value !== 'not_applicable')) return null;
  const number = (value: Measured): number | null => (isMeasured(value) ? value : null);
  return {
    tier: row.tier, beneficiary: row.beneficiary, minVolumeMl: number(row.minVolumeMl), maxVolumeMl: number(row.maxVolumeMl), minDonations: number(row.minDonations),
    withinYears: number(row.withinYears), multiplier: number(row.multiplier), doseMl: number(row.doseMl), countedFrom: row.countedFrom,
  };
}

export function sayer(locale: Locale): SayWaiver {
  return (key, params = {}) => t(locale, `waiver.${key}`, params);
}

/** Every sentence with its places open, for the browser to fill. */
export function waiverTemplates(locale: Locale): Readonly<Record<WaiverWord, string>> {
  const places = Object.fromEntries(['who', 'condition', 'volume', 'arithmetic', 'low', 'high', 'donations', 'doses', 'count', 'more', 'gives', 'times', 'years', 'multiplier', 'terms', 'total'].map((name) => [name, `{${name}}`]));
  return Object.fromEntries(waiverWordKeys.map((key) => [key, t(locale, `waiver.${key}`, places)])) as Record<WaiverWord, string>;
}

export interface WaiverExample {
  readonly question: string;
  readonly sentences: readonly string[];
  readonly table: FigureTable;
}

/** One donation seven years before the day of the data and one two years before, 400 ml each, by the first rule that can be worked out. null without one. */
export function waiverExample(portal: Portal, rules: readonly WaiverRule[], locale: Locale): WaiverExample | null {
  const rule = rules.find(({ tiers, isInForce }) => tiers !== null && isInForce);
  if (rule?.tiers == null) return null;
  const on = portal.asOf.slice(0, 10);
  const say = sayer(locale);
  const given: readonly GivenBlood[] = [84, 24].map((months) => ({ date: addMonths(on, -months), volumeMl: 400, doses: null }));
  const answer = feeWaiver(rule.tiers, given, on);
  const donor = answer.entitled.donor?.low;
  return {
    question: t(locale, 'waiver.example.question', { first: formatDate(given[0]?.date ?? on, locale), second: formatDate(given[1]?.date ?? on, locale), on: formatDate(on, locale), name: rule.name }),
    sentences: waiverSentences(answer, say),
    table: { caption: t(locale, 'waiver.example.caption'), columns: lineColumns(locale), rows: donor === undefined ? [] : waiverLines(donor, locale, say) },
  };
}

/** Heads of the table of donations. */
export function lineColumns(locale: Locale): readonly { readonly title: string }[] {
  return (['date', 'given', 'condition', 'gives', 'free', 'until'] as const).map((column) => ({ title: t(locale, `waiver.column.${column}`) }));
}
