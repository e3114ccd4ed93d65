/** One good stock table in the spellings that reach us: every one gives the same normalised bytes. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { formatCsv } from '#src/tabular/format-csv.ts';

const root = join('tests', 'golden', 'spellings');
const folders = readdirSync(root).toSorted();
const expected = readFileSync(join('tests', 'golden', 'spellings.expected.csv'));

function bytesOf(folder: string): Buffer {
  return Buffer.concat(
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.csv'))
      .toSorted()
      .map((name) => readFileSync(join(root, folder, name))),
  );
}

describe('each spelling is read without a problem and gives the same bytes', () => {
  test.each(folders)('%s', (folder) => {
    const { portal, findings } = loadPortal({ dataDir: join(root, folder), checks: [] });
    expect(findings).toEqual({ errors: [], warnings: [] });
    const { fields = [], rows = [] } = portal?.cells('stock') ?? {};
    const written = Buffer.from(formatCsv(fields.map(({ name }) => name), rows));
    expect(written.toString()).toBe(expected.toString());
    expect(written.equals(expected)).toBe(true);
  });
});

test('there are at least sixteen, no two the same, and the files kept their bytes', () => {
  expect(folders.length).toBeGreaterThanOrEqual(16);
  expect(new Set(folders.map((folder) => bytesOf(folder).toString('hex'))).size).toBe(folders.length);
  const text = (folder: string): string => bytesOf(folder).toString('latin1');
  expect(text('line-ends-cr')).not.toContain('\n');
  expect(text('utf-8-lf')).not.toContain('\r');
  expect(text('line-ends-mixed')).toMatch(/[^\r]\n[^]*\r[^\n]/);
  expect(text('utf-8-bom-crlf').startsWith('\u00ef\u00bb\u00bf')).toBe(true);
  // U+2003 in GB18030: one character of four bytes, in the header.
  expect(text('chinese-gb18030-four-bytes').split('\r\n')[0]).toContain('\x81\x36\xa3\x39');
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf('chinese-gbk'))).toThrow();
});
