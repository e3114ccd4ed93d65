/** `npm run release`: compares with the last release, demands reasons and confirmations, builds, and publishes with a public record. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BuildWarning } from '#src/datasets/build-notes.ts';
import { instantInZone } from '#src/domain/instant.ts';
import { readDataFiles } from '#src/datasets/restore-data.ts';
import { parseSettings } from '#src/datasets/settings.ts';
import type { PortalSettings } from '#src/datasets/settings.ts';
import { shownPath } from '#src/datasets/table-files.ts';
import type { ReleaseDraft, ReleaseRecord } from '#src/releases/record.ts';
import { checkedPortal } from './checked-portal.ts';
import { takeEarlierAssets } from './earlier-assets.ts';
import { printFindings } from './findings.ts';
import { PersonalNumberOnPage } from './personal-pages.ts';
import { showProgress } from './progress.ts';
import { portalOfRelease } from './release/last-portal.ts';
import { prepareRelease } from './release/prepare.ts';
import { silentRevisions, unconfirmedDoubts } from './release/problems.ts';
import { keptTables, openPublication, releasedFiles } from './release/open-publication.ts';
import { publish } from './release/publish.ts';
import { releaseOptions } from './release/release-options.ts';
import type { ReleaseOptions } from './release/release-options.ts';
import { summaryPage } from './release/summary.ts';
import { releaseWords } from './release/words.ts';
import { buildSite, fullAddress, siteAddress } from './site-build.ts';
import type { BuiltSite, SiteAddress } from './site-build.ts';
import { siteFacts } from './site-facts.ts';
import type { SiteFacts } from './site-facts.ts';
import { warningNotes } from './warning-notes.ts';
import { withLock } from './with-lock.ts';

const given = releaseOptions();
const clock = Date.now();
process.exitCode = await withLock(given.options.out, releaseWords[given.options.lang], () => run(given, clock));

/** The exit status: 0 published (or, on a dry run, could be), 1 problems, 2 the environment. `clock` is read once. */
async function run({ options, ...wishes }: ReleaseOptions, clock: number): Promise<0 | 1 | 2> {
  const say = releaseWords[options.lang];
  const records = openPublication(options);
  if (records === null) return 2;
  const examined = examine({ options, ...wishes }, records, clock);
  if (typeof examined === 'number') return examined;
  const { draft, facts, address, warnings } = examined;

  const progress = showProgress();
  progress.step(say.building);
  const inputs = readDataFiles(options.data);
  let built: BuiltSite;
  try {
    built = await buildSite({ ...options, asOf: facts.asOf }, address, facts, { release: draft, differing: [], warnings });
  } catch (error) {
    progress.done();
    console.error(error instanceof Error ? error.message : error);
    console.error(error instanceof PersonalNumberOnPage ? say.nothingPublished : say.failed);
    return 1;
  }
  progress.done();
  try {
    takeEarlierAssets(options.out, built.site);
    publish({ data: options.data, out: options.out, records, draft, site: built.site, inputs, store: keptTables(options.data) });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(say.notPublished(options.out));
    return 2;
  } finally {
    built.dispose();
  }
  console.error(say.published(draft.release, draft.corrections.length, shownPath(options.out)));
  return 0;
}

interface Examined {
  readonly draft: ReleaseDraft;
  readonly facts: SiteFacts;
  readonly address: SiteAddress;
  readonly warnings: readonly BuildWarning[];
}

/** Checks, compares with the last release and says what is open; the exit status where that ends the command, as a dry run does. The tables are let go. */
function examine({ options, common, confirm, dryRun }: ReleaseOptions, records: readonly ReleaseRecord[], clock: number): Examined | 0 | 1 | 2 {
  const say = releaseWords[options.lang];
  const settings = settingsOf(options.data);
  // Until the check has spoken any zone does.
  const at = instantInZone(clock, settings?.timeZone ?? 'Asia/Shanghai');
  const progress = showProgress();
  progress.step(say.checking);
  // The demonstration has a clock of its own; everywhere else the release is of now.
  const asOf = options.asOf ?? (settings?.demonstration == null ? at : undefined);
  const { portal, findings } = checkedPortal({ ...options, asOf });
  if (portal === null) {
    progress.done();
    printFindings(findings, options);
    console.error(say.nothingPublished);
    return 1;
  }
  const address = siteAddress(options, portal.settings.site);
  progress.step(say.comparing);
  const last = records.at(-1);
  const lastFiles = last === undefined ? null : releasedFiles(options, records, keptTables(options.data), last.release);
  progress.done();
  if (last !== undefined && lastFiles === null) return 2;
  const prepared = prepareRelease({ portal, records, lastFiles, at, site: fullAddress(address), common, confirm, lastPortal: portalOfRelease(lastFiles, last?.as_of ?? null) });
  const { draft, unexplained } = prepared;
  const fileOf = (table: string): string => shownPath(join(options.data, `${table}.csv`));
  const problems = [...silentRevisions(unexplained, fileOf), ...(draft.note === null ? unconfirmedDoubts(draft.doubts, fileOf) : [])];
  printFindings({ errors: problems, warnings: findings.warnings }, options);
  const ok = problems.length === 0;
  if (dryRun) {
    const path = join(dirname(options.out), `release-${draft.release}.html`);
    writeFileSync(path, summaryPage(prepared, portal, ok, options.lang));
    console.error(say.summary(shownPath(path), ok));
    return ok ? 0 : 1;
  }
  if (!ok) {
    console.error(say.nothingPublished);
    return 1;
  }
  return { draft, facts: siteFacts(portal), address, warnings: warningNotes(findings.warnings, portal.tables) };
}

/** Of portal.json; null where it cannot be read: what is wrong with it is said by the check. */
function settingsOf(dataDir: string): PortalSettings | null {
  try {
    return parseSettings(readFileSync(join(dataDir, 'portal.json'), 'utf8'), 'portal.json').settings;
  } catch {
    return null;
  }
}
