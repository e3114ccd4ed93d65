import { expect, test } from 'vitest';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { dutyCells, dutyCount, dutyMatrix, dutyStrengthCounts } from './duty-matrix.ts';
import { buildLibrary } from './library.ts';
import { cooperationDimensions, dutyLevels, dutyStrengths } from './policy.ts';

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

test('every cell of bearer, dimension, level and strength, counted from the texts themselves', () => {
  const tags = files.filter(({ locale }) => locale === 'zh').flatMap(({ text }) => {
    const inForce = text.includes('\nstatus: in_force\n');
    return [...text.matchAll(/<Duty by="([^"]+)" level="([^"]+)" strength="([^"]+)" dimension="([^"]+)"/g)].map(([, by = '', level, strength, dimension]) => ({ by: by.split(' '), level, strength, dimension, inForce }));
  });
  expect(tags.length).toBe(dutyCount(policies));
  for (const { bearer, duties } of dutyMatrix(policies)) {
    for (const dimension of cooperationDimensions) {
      const cells = dutyCells(duties, dimension);
      for (const level of dutyLevels) {
        const wanted = tags.filter((tag) => tag.by.includes(bearer) && tag.dimension === dimension && tag.level === level);
        const cell = cells.find((one) => one.level === level);
        expect(cell?.inForce ?? 0).toBe(wanted.filter(({ inForce }) => inForce).length);
        for (const strength of dutyStrengths) expect(cell?.strengths.find((one) => one.strength === strength)?.inForce ?? 0, `${bearer} ${dimension} ${level} ${strength} in force`).toBe(wanted.filter((tag) => tag.strength === strength && tag.inForce).length);
        for (const strength of dutyStrengths) expect(cell?.strengths.find((one) => one.strength === strength)?.count ?? 0, `${bearer} ${dimension} ${level} ${strength}`).toBe(wanted.filter((tag) => tag.strength === strength).length);
      }
    }
  }
});

test('strengths of texts in force are counted apart from drafts, proposals, reports and studies', () => {
  const tags = files.filter(({ locale }) => locale === 'zh').flatMap(({ text }) => [...text.matchAll(/<Duty [^>]*strength="([^"]+)" dimension="([^"]+)"/g)].map(([, strength, dimension]) => ({ strength, dimension, inForce: text.includes('\nstatus: in_force\n') })));
  for (const dimension of [undefined, ...cooperationDimensions]) {
    for (const { strength, count, inForce } of dutyStrengthCounts(policies, dimension)) {
      const same = tags.filter((tag) => tag.strength === strength && (dimension === undefined || tag.dimension === dimension));
      expect([strength, count, inForce]).toEqual([strength, same.length, same.filter((tag) => tag.inForce).length]);
    }
  }
  expect(tags.filter(({ inForce }) => !inForce).length).toBeGreaterThan(20);
});

test('duties of what is in force stand before those of drafts', () => {
  const statuses = dutyMatrix(policies).find(({ bearer }) => bearer === 'health')?.duties.map(({ policy }) => policy.status) ?? [];
  expect(statuses.indexOf('draft')).toBeGreaterThan(statuses.lastIndexOf('in_force'));
});
