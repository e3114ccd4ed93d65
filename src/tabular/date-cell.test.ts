import fc from '../../tests/support/properties.ts';
import { describe, expect, test } from 'vitest';
import { parseDateCell, parseInstantCell, parseMomentCell, parseMonthCell, parseTimeCell, parseYearCell, type CellResult } from './date-cell.ts';

const told = (result: CellResult): string => (typeof result === 'string' ? result : result.code);

describe('dates', () => {
  test.each([
    '2026-01-02', '2026-1-2', '2026/1/2', '2026/01/02', '2026.1.2', '2026年1月2日', '2026年01月02号', '2026 年 1 月 2 日', '20260102',
    '２０２６－１－２', '２０２６年１月２日', ' 2026/1/2 ', '\u00a02026/1/2\u3000', '2026 / 1 / 2', '2026/1/2 0:00', '2026-01-02 00:00:00', '2026-01-02T00:00:00', '2026-01-02 00:00:00.000',
  ])('%j is 2026-01-02', (raw) => {
    expect(parseDateCell(raw)).toBe('2026-01-02');
  });

  test.each([
    ['2026-02-29', 'date_impossible'], ['2026-13-01', 'date_impossible'], ['2026-00-10', 'date_impossible'], ['20261131', 'date_impossible'],
    ['46024', 'date_serial'], ['46024.5', 'date_serial'], ['1/2/2026', 'date_order'], ['02-01-26', 'date_order'], ['26年1月2日', 'date_order'],
    ['2026-01-02 08:00', 'date_has_time'], ['2026/1/2 8:00:00', 'date_has_time'], ['2026-01-02 08:00:00.500', 'date_has_time'],
    ['2026-1', 'date_unreadable'], ['2026-1/2', 'date_unreadable'], ['昨天', 'date_unreadable'], ['202601021', 'date_unreadable'],
    // Blanks between digits may be lost digits, and a raised digit is a footnote.
    ['2026-1 1-2', 'date_unreadable'], ['2026 01 02', 'date_unreadable'], ['2026-1-2²', 'date_unreadable'], ['2026年1月2①日', 'date_unreadable'],
  ])('%j is refused: %s', (raw, code) => {
    expect(told(parseDateCell(raw))).toBe(code);
  });

  test('the advice for an Excel serial names its day', () => {
    // 2026-01-02 is 46,024 in Excel; 60 is its 1900-02-29, so serials are counted from 1899-12-30.
    expect(parseDateCell('46024')).toEqual({ code: 'date_serial', params: { date: '2026-01-02' } });
  });

  test('every day of two centuries is read back from every spelling', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true }), (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
        for (const raw of [`${year}-${month}-${date}`, `${year}/${month}/${date} 0:00`, `${year}年${month}月${date}日`, `${year}.${month}.${date}`, iso.replaceAll('-', '')]) {
          expect(parseDateCell(raw)).toBe(iso);
        }
      }),
    );
  });
});

test.each(['0026-11-21', '0000-01-01', '1899-12-31', '2101-01-01', '9999-12-31', '0026年1月2日', '20260102'.replace('2026', '2206')])('%s is a mistake of typing', (raw) => {
  expect(told(parseDateCell(raw))).toBe('date_implausible');
  expect(told(parseDateCell('1900-01-01')) + told(parseDateCell('2100-12-31'))).toBe('1900-01-012100-12-31');
});

test.each([
  ['0026-11', 'date_implausible'], ['2026-11', '2026-11'], ['2026-1', '2026-01'], ['2026/1', '2026-01'], ['2026年1月', '2026-01'], ['2026 年 1 月', '2026-01'], ['202601', '2026-01'], ['2026-01-01', '2026-01'], ['2026/1/1', '2026-01'], ['２０２６年１月', '2026-01'],
  ['2026-13', 'month_unreadable'], ['2026-00', 'month_unreadable'], ['2026-01-02', 'month_unreadable'], ['46023', 'date_serial'], ['2026', 'month_unreadable'], ['Jan-26', 'month_unreadable'], ['2026-1 1', 'month_unreadable'],
])('month %j → %s', (raw, expected) => {
  expect(told(parseMonthCell(raw))).toBe(expected);
});

test.each([['2026', '2026'], ['2026年', '2026'], ['2026 年', '2026'], ['２０２６', '2026'], ['26', 'year_unreadable'], ['20266', 'year_unreadable'], ['20 26', 'year_unreadable'], ['3026', 'date_implausible'], ['0026', 'date_implausible'], ['9999', 'date_implausible']])('year %j → %s', (raw, expected) => {
  expect(told(parseYearCell(raw))).toBe(expected);
});

test.each([['9:00', '09:00'], ['09:00:00', '09:00'], ['２３：５９', '23:59'], ['24:00', 'time_unreadable'], ['9:60', 'time_unreadable'], ['9:00:30', 'time_unreadable'], ['9点', 'time_unreadable']])('time %j → %s', (raw, expected) => {
  expect(told(parseTimeCell(raw))).toBe(expected);
});

test.each([
  ['2026-02-01T08:00:00+08:00', '2026-02-01T08:00:00+08:00'], ['2026-02-01 08:00+08:00', '2026-02-01T08:00:00+08:00'], ['2026-02-01T00:00:00Z', '2026-02-01T00:00:00+00:00'], ['2026-02-01T08:00:00.000+08:00', '2026-02-01T08:00:00+08:00'],
  ['2026-02-01T08:00:00', 'instant_unreadable'], ['2026-02-30T08:00:00+08:00', 'date_impossible'], ['2026-02-01T24:00:00+08:00', 'instant_unreadable'], ['2026-02-01T08:61:00+08:00', 'instant_unreadable'],
  ['2026-02-01T08:00:00+99:00', 'instant_unreadable'], ['2026-02-01T08:00:00+08:75', 'instant_unreadable'],
])('instant %j → %s', (raw, expected) => {
  expect(told(parseInstantCell(raw))).toBe(expected);
});

test('a moment is whichever of its kinds is allowed, and a wrong one says what is nearest', () => {
  const any = ['year', 'month', 'date', 'instant'] as const;
  expect(['2024', '2024-05', '2024/5/6', '2024-05-06T07:08:00+08:00'].map((raw) => told(parseMomentCell(raw, any)))).toEqual(['2024', '2024-05', '2024-05-06', '2024-05-06T07:08:00+08:00']);
  // The first of a month is a date where dates are allowed, and what Excel makes of a month where they are not.
  expect([told(parseMomentCell('2024-05-01', any)), told(parseMomentCell('2024-05-01', ['year', 'month']))]).toEqual(['2024-05-01', '2024-05']);
  expect(told(parseMomentCell('2024', ['date', 'instant']))).toBe('date_unreadable');
  expect(told(parseMomentCell('2024-02-30', any))).toBe('date_impossible');
});
