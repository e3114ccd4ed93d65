/** `npm test`: runs every test and ends with one plain line of counts, `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './site-build.ts';

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

const folder = mkdtempSync(join(tmpdir(), 'open-blood-portal-test-'));
const report = join(folder, 'report.json');
const run = spawnSync(
  process.execPath,
  [
    join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] },
);
const counts = readCounts(report);
rmSync(folder, { recursive: true });

const { numPassedTests: passed, numFailedTests: failed } = counts;
const skipped = counts.numPendingTests + counts.numTodoTests;
const done = run.status === 0 && failed === 0 && passed > 0;
// A suite that could not start has no failed test of its own; the line must not read as a success.
const failures = done ? 0 : Math.max(failed, 1);
console.log(`${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = done ? 0 : 1;

/** Zeros where the run wrote no report. */
function readCounts(path: string): Counts {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Counts;
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  }
}
