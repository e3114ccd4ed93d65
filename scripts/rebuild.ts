/** `npm run rebuild -- N`: builds the site of release N again beside the published one, and holds every file to the hash that the log has of it. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, releaseFolder } from '#src/datasets/release-files.ts';
import { shownPath } from '#src/datasets/table-files.ts';
import type { ReleaseDraft, ReleaseRecord } from '#src/releases/record.ts';
import { showProgress } from './progress.ts';
import { inputsOf, writeDataFolder } from './release/kept-data.ts';
import { keptTables, openPublication, releasedFiles } from './release/open-publication.ts';
import { writeLog } from './release/publish.ts';
import { rebuildSite } from './release/rebuild-site.ts';
import { rebuildOptions } from './release/release-options.ts';
import { releaseWords } from './release/words.ts';
import { workFolder } from './site-build.ts';
import { copySite, isLoadedByPages, manifestHashes, siteFiles } from './site-files.ts';
import { withLock } from './with-lock.ts';

const given = rebuildOptions();
process.exitCode = await withLock(given.options.out, releaseWords[given.options.lang], () => run(given));

/** The exit status: 0 every file is as recorded, 1 some are not, 2 the environment. */
async function run({ options, release: wanted }: ReturnType<typeof rebuildOptions>): Promise<0 | 1 | 2> {
  const say = releaseWords[options.lang];
  const records = openPublication(options);
  if (records === null) return 2;
  const record = records[wanted - 1];
  if (record === undefined || record.of !== null) {
    console.error(record?.of == null ? say.noRelease(wanted, records.length) : say.isRollback(wanted, record.of));
    return 2;
  }
  const files = releasedFiles(options, records, keptTables(options.data), wanted);
  if (files === null) return 2;

  const work = workFolder();
  const progress = showProgress();
  progress.step(say.building);
  try {
    const data = join(work, 'data');
    writeDataFolder(data, inputsOf(files));
    const logData = join(work, 'log');
    mkdirSync(join(logData, 'releases'), { recursive: true });
    for (const { release } of records.slice(0, wanted - 1)) cpSync(releaseFolder(options.data, release), releaseFolder(logData, release), { recursive: true });
    const built = await rebuildSite({ options, data, logData, draft: draftOf(record) });
    const out = `${options.out}.rebuilt`;
    copySite(built.site, out);
    built.dispose();
    progress.done();

    const wantedFiles = manifestHashes(readManifest(options.data, wanted));
    const found = new Map(siteFiles(out).map(({ path, sha256 }) => [path, sha256]));
    const brought = [...wantedFiles.keys()].filter((path) => isLoadedByPages(path) && !found.has(path));
    const differing = [...wantedFiles].filter(([path, hash]) => found.get(path) !== hash && !brought.includes(path));
    const more = [...found.keys()].filter((path) => !wantedFiles.has(path));
    writeLog(out, options.data, records.slice(0, wanted));
    for (const [path] of differing) console.error(say.differs(path, found.has(path)));
    for (const path of more) console.error(say.more(path));
    if (differing.length + more.length > 0) {
      console.error(say.notSame);
      return 1;
    }
    console.error(say.rebuiltAs(shownPath(out), wanted, found.size, brought.length));
    return 0;
  } catch (error) {
    progress.done();
    console.error(error instanceof Error ? error.message : error);
    return 2;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What was known of a release while its site was built. */
function draftOf({ previous: _previous, files: _files, manifest: _manifest, hash: _hash, ...draft }: ReleaseRecord): ReleaseDraft {
  return draft;
}
