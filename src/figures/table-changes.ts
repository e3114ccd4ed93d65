/** What releases changed in one table: its rows and cells, and the versions of its columns. */
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import { href } from '#src/i18n/addresses.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { schemaNotices } from '#src/publishing/schema-notices.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';
import { schemaVersions } from '#src/releases/schema-versions.ts';
import { releaseName } from './corrections.ts';
import type { FigureTable } from './figure.ts';

/** So many changes stand on the page; all are in the log. */
export const listedChanges = 20;

/** The latest releases that changed the table, newest first; `count` is how many there are in all. null before the first release that has it. */
export function tableChanges(log: ReleaseLog, table: string, title: string, locale: Locale): { readonly count: number; readonly table: FigureTable } | null {
  const changes = log.releases.toReversed().flatMap((release) => {
    const entry = release.tables.find((one) => one.table === table);
    return entry === undefined || entry.added + entry.changed + entry.removed === 0 ? [] : [{ release, entry }];
  });
  if (changes.length === 0) return null;
  const number = (value: number) => ({ text: formatNumber(value), value });
  return {
    count: changes.length,
    table: {
      caption: t(locale, 'tableChanges.caption', { title }),
      columns: [
        { title: t(locale, 'releases.column.release') }, { title: t(locale, 'corrections.releases.at') }, { title: t(locale, 'tableChanges.rows'), numeric: true },
        { title: t(locale, 'tableChanges.added'), numeric: true }, { title: t(locale, 'tableChanges.changed'), numeric: true }, { title: t(locale, 'tableChanges.removed'), numeric: true },
      ],
      rows: changes.slice(0, listedChanges).map(({ release: { release, of, at }, entry }) => [
        releaseName({ release, of }, locale),
        formatDate(at.slice(0, 10), locale),
        number(entry.rows),
        number(entry.added),
        entry.changed === 0 ? number(0) : { ...number(entry.changed), address: href('/data/corrections/', locale) },
        number(entry.removed),
      ]),
    },
  };
}

/** Every version of the table's columns, newest first, with what changed and the publisher's note; null before the first release that has it. */
export function tableVersions(log: ReleaseLog, table: string, title: string, locale: Locale): FigureTable | null {
  const versions = schemaVersions(log.releases, table);
  if (versions.length === 0) return null;
  const noteOf = (release: number): string => log.releases.find((one) => one.release === release)?.note ?? t(locale, 'releases.none');
  return {
    caption: t(locale, 'schema.caption', { title }),
    columns: [{ title: t(locale, 'schema.version') }, { title: t(locale, 'releases.column.release') }, { title: t(locale, 'corrections.releases.at') }, { title: t(locale, 'schema.what') }, { title: t(locale, 'schema.note') }],
    rows: versions.toReversed().map((one) => [one.version, String(one.release), formatDate(one.at.slice(0, 10), locale), schemaNotices(one, locale).join(locale === 'zh' ? '' : ' '), noteOf(one.release)]),
  };
}
