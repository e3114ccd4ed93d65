/** Puts the tables of an earlier release back into the data folder, so that a kill leaves the old or the new ones. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DataPackage } from '#src/tabular/data-package.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { readFormerPackage } from './package-file.ts';
import { releaseNumbers } from './release-files.ts';
import { parseSettings } from './settings.ts';
import { findTableFiles } from './table-files.ts';

const settingsFiles = ['portal.json', 'datapackage.json'];
const planFile = 'plan.json';

interface Plan {
  /** The rollback this belongs to: it takes place once that is published. */
  readonly release: number;
  readonly write: readonly string[];
  readonly remove: readonly string[];
}

/** The operator's own files of a data folder by path with `/`: settings, definition and tables. Throws where the folder has no usable definition. */
export function readDataFiles(dataDir: string): ReadonlyMap<string, Uint8Array> {
  const sink = collectProblems();
  const dataPackage: DataPackage | null = readFormerPackage(dataDir, sink);
  if (dataPackage === null) throw new Error('the data folder has no usable datapackage.json');
  const tables = [...findTableFiles(dataDir, dataPackage, sink).values()].flat().map(({ path }) => path.slice(dataDir.length + 1).replaceAll('\\', '/'));
  const files = [...[...settingsFiles, ...pictureOf(dataDir)].filter((file) => existsSync(join(dataDir, file))), ...tables];
  return new Map(files.toSorted().map((file) => [file, readFileSync(join(dataDir, file))]));
}

/** The picture of a map that portal.json names, if it names one. */
function pictureOf(dataDir: string): readonly string[] {
  const path = join(dataDir, 'portal.json');
  const { settings } = existsSync(path) ? parseSettings(readFileSync(path, 'utf8'), path) : { settings: null };
  return settings?.map === undefined ? [] : [settings.map.picture];
}

function stagingFolder(dataDir: string): string {
  return join(dataDir, 'releases', 'restore.new');
}

/**
 * Prepares the files of an earlier release beside the data folder's own. Files that differ from `released` (the state of the last release: work that was not
 * published yet) are copied to `releases/set-aside/` first; their names are returned. Nothing in the data folder has changed then.
 */
export function stageRestoring(dataDir: string, release: number, wanted: ReadonlyMap<string, Uint8Array>, released: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const staging = stagingFolder(dataDir);
  rmSync(staging, { recursive: true, force: true });
  const present = readDataFiles(dataDir);
  const isSame = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean => a !== undefined && b !== undefined && Buffer.from(a).equals(b);
  const write = [...wanted].filter(([path, bytes]) => !isSame(bytes, present.get(path)));
  const remove = [...present.keys()].filter((path) => !wanted.has(path));
  const unpublished = [...write.map(([path]) => path), ...remove].filter((path) => present.has(path) && !isSame(present.get(path), released.get(path)));
  for (const path of unpublished) put(join(dataDir, 'releases', 'set-aside', String(release).padStart(6, '0'), path), present.get(path) ?? new Uint8Array());
  for (const [path, bytes] of write) put(join(staging, 'files', path), bytes);
  const plan: Plan = { release, write: write.map(([path]) => path), remove };
  put(join(staging, planFile), JSON.stringify(plan));
  return unpublished;
}

/** Carries out what was prepared if its rollback is published, and forgets it if not. Can be done again at any time. */
export function finishRestoring(dataDir: string): void {
  const staging = stagingFolder(dataDir);
  if (!existsSync(staging)) return;
  const plan = existsSync(join(staging, planFile)) ? (JSON.parse(readFileSync(join(staging, planFile), 'utf8')) as Plan) : null;
  if (plan !== null && releaseNumbers(dataDir).includes(plan.release)) {
    for (const path of plan.write) {
      if (!existsSync(join(staging, 'files', path))) continue;
      mkdirSync(dirname(join(dataDir, path)), { recursive: true });
      renameSync(join(staging, 'files', path), join(dataDir, path));
    }
    for (const path of plan.remove) {
      rmSync(join(dataDir, path), { force: true });
      const folder = dirname(join(dataDir, path));
      if (folder !== dataDir && existsSync(folder) && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
    }
  }
  rmSync(staging, { recursive: true, force: true });
}

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
