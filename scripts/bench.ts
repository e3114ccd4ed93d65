/** `npm run bench`: measures checking, building, the list of places, the history page and the search and prints one JSON object. */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './site-build.ts';

/** Runs one measurement in a process of its own, so that none pays for the memory of another; null where it failed. */
function measure(name: string): unknown {
  const script = join(projectRoot, 'scripts', 'bench', `${name}.ts`);
  const run = spawnSync(process.execPath, [script], { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 });
  if (run.status !== 0) return null;
  return JSON.parse(run.stdout);
}

const result = {
  machine: { node: process.version, platform: process.platform, processors: availableParallelism() },
  check: measure('check'),
  build: measure('build'),
  places: measure('places'),
  search: measure('search'),
  history: measure('history'),
};
console.log(JSON.stringify(result, null, 2));
process.exitCode = Object.values(result).includes(null) ? 1 : 0;
