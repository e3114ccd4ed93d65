import { expect, test } from 'vitest';
import { cadenceWords, coverageWords, fileSize } from './table-words.ts';

test('a time span is in words, one moment stands alone, no span is none', () => {
  expect(coverageWords({ column: 'date', from: '2016-11-22', to: '2026-11-21' }, 'zh')).toBe('2016年11月22日至2026年11月21日');
  expect(coverageWords({ column: 'year', from: '2016', to: '2025' }, 'en')).toBe('2016 to 2025');
  expect(coverageWords({ column: 'from', from: '2026-02-01T08:00:00+08:00', to: '2026-02-01' }, 'en')).toBe('1 February 2026');
  expect(coverageWords(null, 'zh')).toBeNull();
});

test('the cadence says no more than the settings', () => {
  expect(cadenceWords({ every: 'P1D', due: '09:00', grace: 'PT26H', moment: 'opening', absentRow: 'zero' }, 'zh')).toBe('每天，09:00 前；一个数字有效 26 小时');
  expect(cadenceWords({ every: 'P1D', due: '09:00', grace: 'P1DT2H', moment: 'opening', absentRow: 'zero' }, 'en')).toBe('daily, by 09:00; a figure stands for 26 hours');
  expect(cadenceWords({ every: 'P1M', due: '09:00', grace: 'P20D', moment: 'closing', absentRow: 'missing' }, 'en')).toBe('monthly, within 19 days of the end of the month, on the last day by 09:00');
  expect(cadenceWords(undefined, 'zh')).toBeNull();
});

test('sizes are in the unit that keeps them short', () => {
  expect([0, 812, 64_200, 4_230_000].map(fileSize)).toEqual(['0\u202FB', '812\u202FB', '64\u202FkB', '4.2\u202FMB']);
});
