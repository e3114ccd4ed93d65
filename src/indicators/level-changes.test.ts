import { expect, test } from 'vitest';
import type { Level } from '#src/domain/blood.ts';
import { levelChanges } from './level-changes.ts';

const changes = (levels: readonly (Level | null)[]) =>
  levelChanges({ start: 100, levels, levelsBy: levels.map((level) => (level === null ? null : 'portal')) });

test('one change where the level is another than the last known', () => {
  expect(changes(['normal', 'normal', 'low', 'low', 'normal'])).toEqual([
    { day: 102, from: 'normal', to: 'low', by: 'portal' },
    { day: 104, from: 'low', to: 'normal', by: 'portal' },
  ]);
});

test('the first level is no change, a gap is none', () => {
  expect(changes([null, 'low', null, null, 'low'])).toEqual([]);
  expect(changes(['low', null, 'short'])).toEqual([{ day: 102, from: 'low', to: 'short', by: 'portal' }]);
  expect(changes([])).toEqual([]);
});
