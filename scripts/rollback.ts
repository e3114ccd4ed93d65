/** `npm run rollback -- N`: makes the tables and the site of release N current again, and records it as a release. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { instantInZone } from '#src/domain/instant.ts';
import { readFormerPackage } from '#src/datasets/package-file.ts';
import { finishRestoring, stageRestoring } from '#src/datasets/restore-data.ts';
import { parseSettings } from '#src/datasets/settings.ts';
import { shownPath } from '#src/datasets/table-files.ts';
import type { ReleaseDraft } from '#src/releases/record.ts';
import { explained } from '#src/releases/revisions.ts';
import type { CommonReason } from '#src/releases/revisions.ts';
import { columnsAfter } from '#src/releases/schema-versions.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { takeEarlierAssets } from './earlier-assets.ts';
import { lastRelease, writeGoneNotes } from './gone-notes.ts';
import { showProgress } from './progress.ts';
import { compareStates, publishedState } from './release/compare.ts';
import { inputsOf, writeDataFolder } from './release/kept-data.ts';
import { wholeKeptSite } from './release/kept-sites.ts';
import { keptTables, openPublication, releasedFiles } from './release/open-publication.ts';
import { publish } from './release/publish.ts';
import { rollbackOptions } from './release/release-options.ts';
import { writeNews } from './release/rollback-site.ts';
import { releaseWords } from './release/words.ts';
import { workFolder } from './site-build.ts';
import type { BuiltSite } from './site-build.ts';
import { copySite } from './site-files.ts';
import type { KnownHashes } from './site-files.ts';
import { withLock } from './with-lock.ts';

const given = rollbackOptions();
const clock = Date.now();
process.exitCode = await withLock(given.options.out, releaseWords[given.options.lang], () => run(given, clock));

/** The exit status: 0 done, 1 the site could not be made, 2 the environment. `clock` is read once. */
async function run({ options, common, confirm, release: wanted }: ReturnType<typeof rollbackOptions>, clock: number): Promise<0 | 1 | 2> {
  const start = performance.now();
  const say = releaseWords[options.lang];
  const records = openPublication(options);
  if (records === null) return 2;
  const [target, last] = [records[wanted - 1], records.at(-1)];
  if (target === undefined || last === undefined) {
    console.error(say.noRelease(wanted, records.length));
    return 2;
  }
  const progress = showProgress();
  progress.step(say.restoring);
  const store = keptTables(options.data);
  const before = releasedFiles(options, records, store, last.release);
  const after = releasedFiles(options, records, store, wanted);
  if (before === null || after === null) {
    progress.done();
    return 2;
  }
  const [released, inputs] = [inputsOf(before), inputsOf(after)];

  const work = workFolder();
  // A folder as the data folder will be, for what settings and definition say.
  const preview = join(work, 'data');
  writeDataFolder(preview, inputs);
  let built: BuiltSite | null = null;
  try {
    const { settings } = parseSettings(readFileSync(join(preview, 'portal.json'), 'utf8'), 'portal.json');
    const dataPackage = readFormerPackage(preview, collectProblems());
    if (settings === null || dataPackage === null) throw new Error(`the tables of release ${wanted} cannot be read by this version of the program`);
    const compared = compareStates({
      records,
      before: publishedState(before, last.by_month),
      after: publishedState(after, target.by_month),
      columnsOf: (table) => columnsAfter(records.slice(0, wanted), table),
      resources: dataPackage.resources,
      reasons: [],
      common: common ?? backTo(wanted),
      isNew: false,
      lastInstant: last.as_of,
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
      // No reason that is meant for one table leaves another one's without any.
      corrections: [...compared.corrections, ...compared.unexplained.map((one) => explained(one, backTo(wanted)))],
      updates: [...compared.updates],
      by_month: [...target.by_month],
      regrouped: [...compared.regrouped],
    };
    const site = join(work, 'site');
    const known: KnownHashes = new Map();
    const kept = wholeKeptSite(options, records, wanted, known);
    if (kept !== null) copySite(kept, site);
    else {
      console.error(say.rebuilt);
      // Loaded only here: what reads tables and builds pages takes longer to start than everything else to do.
      const { rebuildSite } = await import('./release/rebuild-site.ts');
      built = await rebuildSite({ options, data: preview, logData: options.data, draft });
      copySite(built.site, site);
    }
    await writeGoneNotes(site, lastRelease(options.data, last.release), { settings, address: target.site, date: target.as_of.slice(0, 10) });
    writeNews(site, settings, dataPackage.resources, records, draft);
    takeEarlierAssets(options.out, site);
    const setAside = stageRestoring(options.data, draft.release, inputs, released);
    publish({ data: options.data, out: options.out, records, draft, site, inputs, store, known });
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
