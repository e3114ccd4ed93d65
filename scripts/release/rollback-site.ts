/** The site of an earlier release as it is published again: its own pages and tables, with what the log now says. */
import type { PortalSettings } from '#src/datasets/settings.ts';
import { correctionsJson } from '#src/publishing/corrections-json.ts';
import { changesFeed, correctionsFeed } from '#src/publishing/release-feeds.ts';
import { releaseLog } from '#src/releases/release-log.ts';
import type { ReleaseDraft, ReleaseRecord } from '#src/releases/record.ts';
import type { Resource } from '#src/tabular/data-package.ts';
import { writeSiteFile } from '../site-files.ts';

/** Writes the corrections and feeds of the whole log into a copy of a kept site. */
export function writeNews(site: string, settings: PortalSettings, resources: readonly Resource[], records: readonly ReleaseRecord[], draft: ReleaseDraft): void {
  const log = releaseLog(records, draft);
  const source = { settings, resources, log, address: (path: string) => new URL(path.replace(/^\/+/, ''), draft.site).href };
  writeSiteFile(site, 'data/v1/corrections.json', correctionsJson(log));
  writeSiteFile(site, 'feeds/corrections.xml', correctionsFeed(source));
  writeSiteFile(site, 'feeds/changes.xml', changesFeed(source));
}
