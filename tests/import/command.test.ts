/** `npm run import` as it is called: what it prints and how it ends. */
import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runScript } from '../support/portals.ts';
import { imitation } from '../support/singapore-portal.ts';

const folder = mkdtempSync(join(tmpdir(), '导入 import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');
mkdirSync(data);
const map = join('tests', 'import', 'singapore', 'map.json');

test('ends with 0 and the report when it is done', async () => {
  const { status, output } = await runScript('import', ['--map', map, '--table', 'stock', '--data', data, '--lang', 'zh', imitation]);
  expect(output).toContain('略去 28 行');
  expect(status).toBe(0);
  expect(existsSync(join(data, 'stock.csv'))).toBe(true);
});

test('ends with 1 and the problems when nothing was written', async () => {
  const other = join(folder, 'other');
  mkdirSync(other);
  const wrong = join(folder, 'wrong.csv');
  writeFileSync(wrong, 'observed_at,blood_type,status,fill_level\n2025-03-03T02:21:07+00:00,A+,Splendid,91%\n');
  const text = await runScript('import', ['--map', map, '--table', 'stock', '--data', other, '--lang', 'en', wrong]);
  expect(text.output).toContain('wrong.csv:2 status "Splendid" The mapping file does not say what "Splendid" means.');
  expect(text.output).toContain('1 error, nothing written');
  expect(text.status).toBe(1);
  const json = await runScript('import', ['--map', map, '--table', 'stock', '--data', other, '--format', 'json', wrong]);
  expect(JSON.parse(json.output)).toMatchObject({ ok: false, written: null, rows_read: 1, errors: [{ row: 2, column: 'status', value: 'Splendid', code: 'import_word_unknown' }] });
  expect(json.status).toBe(1);
  expect(existsSync(join(other, 'stock.csv'))).toBe(false);
});

describe('ends with 2 when it is called wrongly', () => {
  test.each([
    ['no mapping file', ['--table', 'stock', imitation]],
    ['no table', ['--map', map, imitation]],
    ['no file', ['--map', map, '--table', 'stock']],
    ['a file that is not there', ['--map', map, '--table', 'stock', join(folder, 'nothing.csv')]],
    ['an unknown table', ['--map', map, '--table', 'stocks', imitation]],
    ['an unknown option', ['--map', map, '--table', 'stock', '--sheet', '1', imitation]],
    ['a data folder that is not there', ['--map', map, '--table', 'stock', '--data', join(folder, 'nowhere'), imitation]],
  ])('%s', async (_, args) => {
    const { status, output } = await runScript('import', ['--data', data, ...args]);
    expect(output).toContain('npm run import');
    expect(status).toBe(2);
  });
});
