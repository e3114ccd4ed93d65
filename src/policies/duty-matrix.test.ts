import { expect, test } from 'vitest';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { dutyCount, dutyMatrix } from './duty-matrix.ts';
import { buildLibrary } from './library.ts';
import { cooperationDimensions } from './policy.ts';

const files = readContentTexts('content', 'policies', ['zh', 'en']);
const policies = buildLibrary(files, ['zh', 'en'], collectProblems()).policies.get('zh') ?? [];

test('the matrix holds every <Duty> of the texts, counted from the texts themselves', () => {
  const tags = files.filter(({ locale }) => locale === 'zh').flatMap(({ text }) => [...text.matchAll(/<Duty by="([^"]+)"[^>]*dimension="([^"]+)"/g)]);
  expect(tags.length).toBeGreaterThan(50);
  expect(dutyCount(policies)).toBe(tags.length);
  const matrix = dutyMatrix(policies);
  for (const dimension of cooperationDimensions) {
    expect(dutyCount(policies, dimension)).toBe(tags.filter(([, , found]) => found === dimension).length);
    for (const { bearer, counts } of matrix) {
      const wanted = tags.filter(([, by = '', found]) => found === dimension && by.split(' ').includes(bearer)).length;
      expect(counts[dimension], `${bearer} ${dimension}`).toBe(wanted);
    }
  }
});

test('duties of what is in force stand before those of drafts', () => {
  const statuses = dutyMatrix(policies).find(({ bearer }) => bearer === 'health')?.duties.map(({ policy }) => policy.status) ?? [];
  expect(statuses.indexOf('draft')).toBeGreaterThan(statuses.lastIndexOf('in_force'));
});
