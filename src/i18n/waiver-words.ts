/** What a fee waiver amounts to, in sentences: the same for the worked example of the page and for the reader's own dates. */
import { beneficiaries } from '#src/domain/fee-waiver.ts';
import type { Beneficiary, Entitlement, WaiverAnswer, WaiverTier } from '#src/domain/fee-waiver.ts';
import { formatDate, formatNumber } from './format.ts';
import type { Locale } from './locales.ts';

export const waiverWordKeys = [
  'donor', 'family', 'unlimited', 'volume', 'range', 'rangeUnlimited', 'none', 'unstated', 'total', 'dosesLeftOut', 'later', 'next', 'nextUnlimited', 'empty',
  'min', 'max', 'times', 'yearsEach', 'yearsFirst', 'yearsLast', 'yearsUnstated', 'anyVolume', 'comma', 'gives', 'givesSame', 'givesUnlimited',
  'sum', 'term', 'ml', 'forLife', 'over',
] as const;
export type WaiverWord = (typeof waiverWordKeys)[number];
/** A message with its places filled. */
export type SayWaiver = (key: WaiverWord, params?: Readonly<Record<string, string | number>>) => string;

/** `累计不足 1,000 毫升，每次献血后 5 年内` */
export function tierCondition(tier: WaiverTier, say: SayWaiver): string {
  const years = tier.withinYears === null ? null : say(({ each_donation: 'yearsEach', first_donation: 'yearsFirst', last_donation: 'yearsLast', unstated: 'yearsUnstated' } as const)[tier.countedFrom ?? 'unstated'], { years: tier.withinYears });
  const parts = [
    tier.minVolumeMl === null ? null : say('min', { volume: formatNumber(tier.minVolumeMl) }),
    tier.maxVolumeMl === null ? null : say('max', { volume: formatNumber(tier.maxVolumeMl) }),
    tier.minDonations === null ? null : say('times', { times: tier.minDonations }),
    years,
  ].filter((part) => part !== null);
  return parts.length === 0 ? say('anyVolume') : parts.join(say('comma'));
}

/** `献血量的 5 倍` */
export function tierGives({ multiplier }: WaiverTier, say: SayWaiver): string {
  return multiplier === null ? say('givesUnlimited') : multiplier === 1 ? say('givesSame') : say('gives', { multiplier: formatNumber(multiplier, 1) });
}

/** First what is free for donor and family, then what was counted and what another step would bring. */
export function waiverSentences(answer: WaiverAnswer, say: SayWaiver): readonly string[] {
  const later = answer.later === 0 ? [] : [say('later', { count: answer.later })];
  if (answer.donations === 0) return [say('empty'), ...later];
  const { next } = answer;
  return [
    ...beneficiaries.map((beneficiary) => entitledSentence(answer, beneficiary, say)),
    say('total', { donations: answer.donations, volume: formatNumber(answer.volumeMl) }),
    ...(answer.dosesLeftOut === 0 ? [] : [say('dosesLeftOut', { doses: formatNumber(answer.dosesLeftOut, 1) })]),
    ...(next === null || answer.entitled.donor?.low.unlimited != null ? [] : [say(next.tier.multiplier === null ? 'nextUnlimited' : 'next', { more: formatNumber(next.needMl), gives: tierGives(next.tier, say), condition: tierCondition(next.tier, say) })]),
    ...later,
  ];
}

function entitledSentence({ entitled }: WaiverAnswer, beneficiary: Beneficiary, say: SayWaiver): string {
  const who = say(beneficiary);
  const found = entitled[beneficiary];
  if (found === null) return say('unstated', { who });
  const { low, high } = found;
  if (low.freeMl !== high.freeMl) {
    return Number.isFinite(high.freeMl) ? say('range', { who, low: formatNumber(low.freeMl), high: formatNumber(high.freeMl) }) : say('rangeUnlimited', { who, low: formatNumber(low.freeMl) });
  }
  if (low.unlimited !== null) return say('unlimited', { who, condition: tierCondition(low.unlimited, say) });
  return low.freeMl === 0 ? say('none', { who }) : say('volume', { who, volume: formatNumber(low.freeMl), arithmetic: arithmetic(low, say) });
}

/** `400 × 5 + 400 × 1 = 2,400` */
function arithmetic({ lines, freeMl }: Entitlement, say: SayWaiver): string {
  const terms = lines.map(({ volumeMl, tier }) => say('term', { volume: formatNumber(volumeMl), multiplier: formatNumber(tier?.multiplier ?? 0, 1) }));
  return say('sum', { terms: terms.join(' + '), total: formatNumber(freeMl) });
}

/** A row for each donation: date, volume, which tier holds, what it gives, how much is free, until when. */
export function waiverLines({ lines }: Entitlement, locale: Locale, say: SayWaiver): readonly (readonly string[])[] {
  return lines.map(({ date, volumeMl, tier, until, freeMl }) => [
    formatDate(date, locale),
    say('ml', { volume: formatNumber(volumeMl) }),
    tier === null ? say('over') : tierCondition(tier, say),
    tier === null ? '—' : tierGives(tier, say),
    Number.isFinite(freeMl) ? say('ml', { volume: formatNumber(freeMl) }) : say('givesUnlimited'),
    tier === null ? '—' : until === null ? say('forLife') : formatDate(until, locale),
  ]);
}
