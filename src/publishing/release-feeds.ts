/** `/feeds/corrections.xml` and `/feeds/changes.xml`: Atom feeds of what was corrected and of what was released. */
import { Feed } from 'feed';
import { instantMs } from '#src/domain/instant.ts';
import { escaped } from '#src/charts/svg.ts';
import type { PortalSettings } from '#src/datasets/settings.ts';
import { formatInstant } from '#src/i18n/format.ts';
import { publishedLocales } from '#src/i18n/locales.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { correctionsOf } from '#src/releases/release-log.ts';
import type { LoggedRelease, ReleaseLog } from '#src/releases/release-log.ts';
import type { Resource } from '#src/tabular/data-package.ts';
import { schemaNotices } from './schema-notices.ts';

/** So many of the newest entries; everything is in the log. */
const entryLimit = 500;

export interface FeedSource {
  readonly settings: PortalSettings;
  readonly resources: readonly Resource[];
  readonly log: ReleaseLog;
  /** Makes a full address of a path under the portal's root. */
  readonly address: (path: string) => string;
}

/** One entry for each corrected cell or removed row, newest first. */
export function correctionsFeed(source: FeedSource): string {
  const { log, address } = source;
  const feed = feedOf(source, 'corrections');
  for (const one of correctionsOf(log).slice(0, entryLimit)) {
    const column = one.column ?? 'row';
    const text = (locale: Locale): string => {
      const common = { old: shown(one.old, locale), class: t(locale, `releases.class.${one.class}`), reason: one.reason[locale] };
      return one.column === null ? t(locale, 'feed.corrections.removed', common) : t(locale, 'feed.corrections.cell', { ...common, column: fieldName(source, one.table, one.column, locale), new: shown(one.new, locale) });
    };
    feed.addItem({
      id: `${idBase(source)}:corrections/${one.release}/${one.table}/${encodeURIComponent(one.key.join('/'))}/${column}`,
      link: address('/data/corrections/'),
      date: atOf(log.releases.find(({ release }) => release === one.release)),
      title: escaped(inAll(source, (locale) => t(locale, 'feed.corrections.entry', { table: tableName(source, one.table, locale), key: one.key.join(' · ') })).join(' · ')),
      description: inAll(source, text).map((line) => `<p>${escaped(line)}</p>`).join(''),
    });
  }
  return `${feed.atom1()}\n`;
}

/** One entry for each release and rollback, newest first. */
export function changesFeed(source: FeedSource): string {
  const { log, address } = source;
  const feed = feedOf(source, 'changes');
  for (const release of log.releases.toReversed().slice(0, entryLimit)) {
    const changed = release.tables.filter((table) => table.added + table.changed + table.removed > 0);
    // That a table is there for the first time is no news of the first release.
    const schemas = release.release === 1 ? [] : release.schemas;
    const counts = { release: release.release, tables: changed.length, corrections: release.corrections.length };
    const lines = (locale: Locale): string =>
      [
        ...(release.note === null ? [] : [t(locale, 'feed.changes.note', { note: release.note })]),
        ...schemas.map((change) => t(locale, 'feed.changes.schema', { table: tableName(source, change.table, locale), version: change.version, changes: schemaNotices(change, locale).join(locale === 'zh' ? '' : ' ') })),
        ...changed.map((table) => t(locale, 'feed.changes.table', { table: tableName(source, table.table, locale), added: table.added, changed: table.changed, removed: table.removed })),
      ]
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('');
    feed.addItem({
      id: `${idBase(source)}:releases/${release.release}`,
      link: address('/data/corrections/'),
      date: atOf(release),
      title: escaped(inAll(source, (locale) => (release.of === null ? t(locale, 'feed.changes.entry', counts) : t(locale, 'feed.changes.rollback', { release: release.release, of: release.of }))).join(' · ')),
      description: inAll(source, (locale) => `${formatInstant(release.at, locale)}`).map((line) => `<p>${escaped(line)}</p>`).join('') + publishedLocales(source.settings.languages).map(lines).join(''),
    });
  }
  return `${feed.atom1()}\n`;
}

function feedOf(source: FeedSource, name: 'corrections' | 'changes'): Feed {
  const { settings, log, address } = source;
  const self = address(`/feeds/${name}.xml`);
  return new Feed({
    id: self,
    title: inAll(source, (locale) => t(locale, `feed.${name}.title`, { portal: settings.title[locale] })).join(' · '),
    description: inAll(source, (locale) => t(locale, `feed.${name}.subtitle`)).join(' '),
    updated: atOf(log.current ?? undefined),
    generator: false,
    link: address('/data/corrections/'),
    feed: self,
    author: { name: publishedLocales(settings.languages).map((locale) => settings.publisher[locale]).join(' · ') },
  });
}

/** Entries keep their names when the site moves within its host. */
function idBase({ address }: FeedSource): string {
  return `tag:${new URL(address('/')).host},2026`;
}

function inAll({ settings }: FeedSource, text: (locale: Locale) => string): readonly string[] {
  const isDemonstration = settings.demonstration !== null;
  return publishedLocales(settings.languages).map((locale) => (isDemonstration ? `【${t(locale, 'common.demonstration')}】` : '') + text(locale));
}

/** The moment of a release; before the first the beginning of time, so that a feed without entries never changes. */
function atOf(release: LoggedRelease | undefined): Date {
  return new Date(release === undefined ? 0 : instantMs(release.at));
}

function shown(cell: string | null, locale: Locale): string {
  return cell === null || cell === '' ? t(locale, 'releases.emptyCell') : cell;
}

function tableName({ resources }: FeedSource, table: string, locale: Locale): string {
  const resource = resources.find(({ name }) => name === table);
  return resource === undefined ? table : locale === 'zh' ? resource.title : resource['title@en'];
}

function fieldName({ resources }: FeedSource, table: string, column: string, locale: Locale): string {
  const field = resources.find(({ name }) => name === table)?.schema.fields.find(({ name }) => name === column);
  return field === undefined ? column : locale === 'zh' ? field.title : field['title@en'];
}
