import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { buildLibrary } from '#src/policies/library.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { dataFolder } from './published-data.ts';

describe('check', () => {
  it('finds nothing in the demonstration but the gaps that are meant', () => {
    const texts = readContentTexts(join(dataFolder, '..', 'content'), 'policies', ['zh', 'en']);
    const { clauses } = buildLibrary(texts, ['zh', 'en'], collectProblems());
    expect(clauses.size).toBeGreaterThan(50);
    const { findings } = loadPortal({ dataDir: dataFolder, clauses, keepDaily: false });
    expect(findings.errors).toEqual([]);
    expect(findings.warnings.map(({ code, value }) => [code, value])).toEqual(
      ['2017-05-02', '2018-10-05', '2019-06-23', '2021-09-20', '2024-03-10'].map((date) => ['daily_gap', date]),
    );
  });
});
