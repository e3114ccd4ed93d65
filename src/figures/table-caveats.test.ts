import { expect, test } from 'vitest';
import { emptyDraft } from '../../tests/support/fake-site.ts';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import { releaseLog } from '#src/releases/release-log.ts';
import { tableCaveats } from './table-caveats.ts';

const portal = fakePortal({
  tables: {
    balances: [
      { fund: 'care', crs: 'WGS84', closing: 'NP', status: 'final' },
      { fund: 'waiver', crs: 'WGS84', closing: 'NP', status: 'provisional' },
      { fund: 'station', crs: 'NA', closing: '3', status: 'provisional' },
    ],
    plain: [{ id: 'a', word: 'b' }],
  },
});
const correction = { table: 'balances', key: ['care'], column: 'closing', old: '1', new: '2', class: 'C' as const, reason: { zh: '错', en: 'error' } };

test('what is provisional, corrected and missing is counted, in both languages', () => {
  const log = releaseLog([emptyDraft(1, { corrections: [correction] })], null);
  const said = (locale: 'zh' | 'en') => tableCaveats(portal, log, 'balances', locale).map(({ text }) => text).join('\n');
  expect(said('zh')).toContain('2 行是暂定数');
  expect(said('zh')).toContain('1 格在公布以后更正过');
  expect(said('zh')).toContain('（NP）2 格');
  expect(said('zh')).toContain('（NA）1 格');
  expect(said('zh')).not.toContain('（SUP）');
  expect(said('en')).toContain('marked [p]: 2.');
  expect(said('en')).toContain('marked [r]: 1.');
  expect(said('en')).toContain('(NP) 2');
  expect(said('en')).toContain('crs');
});

test('a table of which nothing is to be said has none', () => {
  expect(tableCaveats(portal, releaseLog([], null), 'plain', 'zh')).toEqual([]);
});
