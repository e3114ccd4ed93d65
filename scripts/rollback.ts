/** `npm run rollback -- N`: makes the tables and the site of release N current again, and records it as a release. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { instantInZone } from '#src/domain/instant.ts';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { readDataPackage } from '#src/datasets/package-file.ts';
import { readManifest, readPackedTables } from '#src/datasets/release-files.ts';
import { finishRestoring, stageRestoring } from '#src/datasets/restore-data.ts';
import { parseSettings } from '#src/datasets/settings.ts';
import { shownPath } from '#src/datasets/table-files.ts';
import type { ReleaseDraft } from '#src/releases/record.ts';
import type { CommonReason } from '#src/releases/revisions.ts';
import { columnsAfter } from '#src/releases/schema-versions.ts';
import { unpackTables } from '#src/releases/table-store.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { takeEarlierAssets } from './earlier-assets.ts';
import { showProgress } from './progress.ts';
import { compareStates } from './release/compare.ts';
import { inputsOf, writeDataFolder } from './release/last-data.ts';
import { isKeptWhole, keptSite } from './release/kept-sites.ts';
import { publishedState } from './release/prepare.ts';
import { publish } from './release/publish.ts';
import { recoverPublication } from './release/recover.ts';
import { rollbackOptions } from './release/release-options.ts';
import { writeNews } from './release/rollback-site.ts';
import { soundRecords } from './release/sound-records.ts';
import { releaseWords } from './release/words.ts';
import { buildSite, siteAddress, workFolder } from './site-build.ts';
import type { BuiltSite } from './site-build.ts';
import { copySite } from './site-files.ts';
import { isReplaceable } from './swap.ts';
import { withLock } from './with-lock.ts';

const given = rollbackOptions();
const clock = Date.now();
process.exitCode = await withLock(given.options.out, releaseWords[given.options.lang], () => run(given, clock));

/** The exit status: 0 done, 1 the site could not be made, 2 the environment. `clock` is read once. */
async function run({ options, common, confirm, release: wanted }: ReturnType<typeof rollbackOptions>, clock: number): Promise<0 | 1 | 2> {
  const start = performance.now();
  const say = releaseWords[options.lang];
  recoverPublication(options);
  if (!isReplaceable(options.out)) {
    console.error(say.notOurs(options.out));
    return 2;
  }
  const records = soundRecords(options.data);
  if (records === null) {
    console.error(say.brokenLog(shownPath(join(options.data, 'releases'))));
    return 2;
  }
  const [target, last] = [records[wanted - 1], records.at(-1)];
  if (target === undefined || last === undefined) {
    console.error(say.noRelease(wanted, records.length));
    return 2;
  }
  const progress = showProgress();
  progress.step(say.restoring);
  const read = (number: number): Uint8Array | null => readPackedTables(options.data, number);
  const [before, after] = [unpackTables(last.release, read), unpackTables(wanted, read)];
  const [released, inputs] = [inputsOf(before), inputsOf(after)];

  const work = workFolder();
  // A folder as the data folder will be, for what settings and definition say.
  const preview = join(work, 'data');
  writeDataFolder(preview, inputs);
  let built: BuiltSite | null = null;
  try {
    const { settings } = parseSettings(readFileSync(join(preview, 'portal.json'), 'utf8'), 'portal.json');
    const dataPackage = readDataPackage(preview, collectProblems());
    if (settings === null || dataPackage === null) throw new Error(`the tables of release ${wanted} cannot be read by this version of the program`);
    const compared = compareStates({
      records,
      before: publishedState(before, last.by_month),
      after: publishedState(after, target.by_month),
      columnsOf: (table) => columnsAfter(records.slice(0, wanted), table),
      resources: dataPackage.resources,
      reasons: [],
      common: common ?? backTo(wanted),
      lastInstant: null,
      instant: target.as_of,
      timeZone: settings.timeZone,
      operatorDifference: () => null,
    });
    const draft: ReleaseDraft = {
      release: records.length + 1,
      kind: 'rollback',
      of: wanted,
      at: instantInZone(clock, settings.timeZone),
      as_of: target.as_of,
      demonstration: settings.demonstration !== null,
      site: target.site,
      program: target.program,
      note: confirm,
      doubts: [],
      tables: [...compared.tables],
      schemas: [...compared.schemas],
      corrections: [...compared.corrections],
      updates: [...compared.updates],
      by_month: [...target.by_month],
      regrouped: [...compared.regrouped],
    };
    const site = join(work, 'site');
    if (isKeptWhole(options.out, wanted, readManifest(options.data, wanted))) copySite(keptSite(options.out, wanted), site);
    else {
      console.error(say.rebuilt);
      const { portal, findings } = loadPortal({ dataDir: preview, asOf: target.as_of, checks: [] });
      if (portal === null) throw new Error(`the tables of release ${wanted} do not pass this version of the program: ${findings.errors[0]?.message[options.lang] ?? ''}`);
      built = await buildSite({ ...options, data: preview, asOf: target.as_of }, siteAddress({ site: target.site, base: undefined }, target.site), portal, { release: draft, differing: [], warnings: [] }, options.data);
      copySite(built.site, site);
    }
    writeNews(site, settings, dataPackage.resources, records, draft);
    takeEarlierAssets(options.out, site);
    const setAside = stageRestoring(options.data, draft.release, inputs, released);
    publish({ data: options.data, out: options.out, records, draft, site, inputs });
    finishRestoring(options.data);
    progress.done();
    if (setAside.length > 0) console.error(say.setAside(setAside.length, shownPath(join(options.data, 'releases', 'set-aside'))));
    console.error(say.rolledBack(wanted, draft.release, ((performance.now() - start) / 1000).toFixed(1)));
    return 0;
  } catch (error) {
    progress.done();
    console.error(error instanceof Error ? error.message : error);
    console.error(say.notPublished(options.out));
    return 2;
  } finally {
    built?.dispose();
    rmSync(work, { recursive: true, force: true });
  }
}

/** The class and reason of every value that a rollback changes back, where none is given. */
function backTo(release: number): CommonReason {
  return { class: 'C', reason: { zh: `回到第 ${release} 次发布`, en: `Back to release ${release}` }, only: null };
}
