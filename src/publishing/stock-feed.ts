/** `/feeds/stock-<group>.xml`: an Atom feed with one entry for each change of a group's level in the whole region. */
import { Feed } from 'feed';
import type { GroupSlug } from '#src/domain/blood.ts';
import { dateOfDay } from '#src/domain/calendar.ts';
import { instantMs, localInstant } from '#src/domain/instant.ts';
import type { Instant } from '#src/domain/instant.ts';
import { escaped } from '#src/charts/svg.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate } from '#src/i18n/format.ts';
import { publishedLocales } from '#src/i18n/locales.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { levelChanges } from '#src/indicators/level-changes.ts';
import type { LevelChange } from '#src/indicators/level-changes.ts';
import { isNumber, valueOn } from '#src/indicators/series.ts';
import { stockHistory } from '#src/indicators/stock-history.ts';
import type { StockHistory } from '#src/indicators/stock-history.ts';
import { stockNow } from '#src/indicators/stock-now.ts';
import type { StockEntry } from '#src/indicators/stock-now.ts';
import { stockText } from './stock-words.ts';

const entryLimit = 50;

/** Groups that have a feed: those of the headline component whose total had a level on some day. Rare groups have none. */
export function feedGroups(portal: Portal): readonly GroupSlug[] {
  return stockNow(portal).groups.filter((group) => levelledEntry(portal, group) !== null);
}

/**
 * The feed of a group in all published languages, newest change first, at most 50; null for a group without one. Two builds of which the later brings
 * no change of level give the same feed. `address` makes a full address of a path under the portal's root (`/stock/a-positive/`).
 */
export function stockFeed(portal: Portal, group: GroupSlug, address: (path: string) => string): string | null {
  const found = levelledEntry(portal, group);
  if (found === null) return null;
  const { entry, history } = found;
  const { settings } = portal;
  const locales = publishedLocales(settings.languages);
  const isDemonstration = settings.demonstration !== null;
  const inAll = (text: (locale: Locale) => string) =>
    locales.map((locale) => (isDemonstration ? `【${t(locale, 'feed.demonstration')}】` : '') + text(locale));
  const self = address(`/feeds/stock-${group}.xml`);
  const page = address(`/stock/${group}/`);
  const authority = new URL(self).host;
  const names = (locale: Locale) => ({
    group: t(locale, `blood.group.${group}`),
    component: t(locale, `blood.component.${entry.component}`),
  });
  const publishedOn = (date: string): Instant => localInstant(date, settings.tables['stock']?.due ?? '00:00', settings.timeZone);

  const changes = levelChanges(history).slice(-entryLimit).toReversed();
  const feed = new Feed({
    id: self,
    title: inAll((locale) => t(locale, 'feed.stock.title', { ...names(locale), portal: settings.title[locale] })).join(' · '),
    description: inAll((locale) => t(locale, 'feed.stock.subtitle')).join(' '),
    updated: dateFrom(publishedOn(dateOfDay(changes[0]?.day ?? history.start))),
    generator: false,
    link: page,
    feed: self,
    author: { name: locales.map((locale) => settings.publisher[locale]).join(' · ') },
  });
  for (const change of changes) {
    const date = dateOfDay(change.day);
    const words = (locale: Locale) => ({
      ...names(locale),
      from: t(locale, `blood.level.${change.from}`),
      to: t(locale, `blood.level.${change.to}`),
      date: formatDate(date, locale),
    });
    feed.addItem({
      id: `tag:${authority},2026:stock/${group}/${date}/${change.to}`,
      link: page,
      date: dateFrom(publishedOn(date)),
      title: escaped(inAll((locale) => t(locale, 'feed.stock.entry', words(locale))).join(' · ')),
      description: inAll((locale) => t(locale, 'feed.stock.change', words(locale)) + valueText(locale, entry, history, change))
        .map((text) => `<p>${escaped(text)}</p>`)
        .join(''),
    });
  }
  return `${feed.atom1()}\n`;
}

function dateFrom(instant: Instant): Date {
  return new Date(instantMs(instant));
}

/** The group's total in the unit that has levels, with its history. */
function levelledEntry(portal: Portal, group: GroupSlug): { readonly entry: StockEntry; readonly history: StockHistory } | null {
  const { entries, headlineComponent } = stockNow(portal);
  for (const entry of entries) {
    if (entry.station !== 'all' || entry.component !== headlineComponent || entry.group !== group) continue;
    const history = stockHistory(portal, entry);
    if (history !== null && history.levels.some((level) => level !== null)) return { entry, history };
  }
  return null;
}

function valueText(locale: Locale, entry: StockEntry, history: StockHistory, change: LevelChange): string {
  const space = locale === 'zh' ? '' : ' ';
  const by = space + t(locale, change.by === 'publisher' ? 'feed.stock.byPublisher' : 'feed.stock.byPortal');
  const value = valueOn(history.quantity, change.day);
  if (!isNumber(value)) return by;
  const quantity = stockText(value, entry.unit, locale);
  const days = history.days[change.day - history.start];
  const numbers =
    isNumber(days) && entry.unit !== 'days'
      ? t(locale, 'feed.stock.days', { days: stockText(days, 'days', locale), quantity })
      : t(locale, 'feed.stock.quantity', { quantity });
  return space + numbers + by;
}
