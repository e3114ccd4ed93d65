/** Small bad data folders: each gives exactly the problems it should, in both languages, and no rule goes untested. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { checks } from '#src/datasets/checks/all.ts';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { buildLibrary } from '#src/policies/library.ts';
import { collectProblems, type Findings, type Problem } from '#src/tabular/problem.ts';
import { tabularCodes } from '#src/tabular/refusals.ts';

interface Expected {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly code: string;
}

const root = join('tests', 'golden', 'bad');
const folders = readdirSync(root).toSorted();
const { clauses } = buildLibrary(readContentTexts('content', 'policies', ['zh', 'en']), ['zh', 'en'], collectProblems());
const found = new Map<string, Findings>();
for (const folder of folders) found.set(folder, loadPortal({ dataDir: join(root, folder), clauses, keepDaily: false }).findings);

const all = [...found.values()].flatMap(({ errors, warnings }) => [...errors, ...warnings]);

/** Codes beside those of the reader and of the named checks. */
const folderCodes = [
  'unknown_file', 'not_a_csv_name', 'table_twice', 'period_overlap', 'settings_absent', 'settings_not_json', 'settings_unknown',
  'settings_value', 'settings_missing', 'package_invalid', 'schema_changed', 'more_alike', 'undated', 'map_picture_absent',
];

describe('each bad folder gives exactly its problems', () => {
  test.each(folders)('%s', (folder) => {
    const expected = JSON.parse(readFileSync(join(root, folder, 'expected.json'), 'utf8')) as Expected[];
    const { errors = [], warnings = [] } = found.get(folder) ?? {};
    const place = (severity: Expected['severity']) => (problem: Problem): Expected => ({
      severity,
      file: problem.file.slice(join(root, folder).length + 1),
      row: problem.row,
      column: problem.column,
      code: problem.code,
    });
    expect([...errors.map(place('error')), ...warnings.map(place('warning'))]).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });
});

test('there are at least sixty of them', () => {
  expect(folders.length).toBeGreaterThanOrEqual(60);
});

test('every code of the reader, of the folder and of the named checks is reached', () => {
  const reached = new Set(all.map(({ code }) => code));
  const known = [...tabularCodes, ...folderCodes, ...checks.map(({ code }) => code)];
  expect(known.filter((code) => !reached.has(code))).toEqual([]);
  expect([...reached].filter((code) => !known.includes(code))).toEqual([]);
});

test('every message and every fix is a finished sentence in both languages', () => {
  for (const { code, message, fix } of all) {
    for (const text of [message.zh, fix.zh]) expect(text, code).toMatch(/[\u4e00-\u9fff].*[。]$/s);
    for (const text of [message.en, fix.en]) expect(text.replace(/"[^"]*"/g, '"…"'), code).toMatch(/^[^\u4e00-\u9fff]*[A-Za-z].*\.$/s);
    for (const text of [message.zh, fix.zh, message.en, fix.en]) expect(text, code).not.toMatch(/\{\w+\}|undefined|\[object|NaN/);
  }
});
