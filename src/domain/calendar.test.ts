import { expect, test } from 'vitest';
import {
  addDays, addMonths, dateOfDay, dateParts, dayNumber, daysBetween, daysInMonth, inYear, isIsoDate, lastDayOfMonth, monthsFrom, weekday,
} from './calendar.ts';

const dayMs = 86_400_000;

test('day numbers agree with the platform calendar on every day from 1890 to 2110, and come back', () => {
  const first = Date.UTC(1890, 0, 1) / dayMs;
  const last = Date.UTC(2110, 11, 31) / dayMs;
  for (let day = first; day <= last; day += 1) {
    const date = new Date(day * dayMs).toISOString().slice(0, 10);
    if (dayNumber(date) !== day || dateOfDay(day) !== date) throw new Error(`${date} is day ${dayNumber(date)}, ${dateOfDay(day)}`);
    if (weekday(date) !== (new Date(day * dayMs).getUTCDay() || 7)) throw new Error(`${date} weekday ${weekday(date)}`);
  }
  expect(last - first).toBe(80_717);
});

test('the first and the last day that four digits can write', () => {
  expect(dateOfDay(dayNumber('0001-01-01'))).toBe('0001-01-01');
  expect(dateOfDay(dayNumber('9999-12-31'))).toBe('9999-12-31');
});

test.each(['2026-02-29', '2100-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-2', '2026/01/02', '', '0000-01-01'])(
  '%s is no date', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => dateParts(text)).toThrow('is not a date');
  },
);

test('leap days exist in leap years only', () => {
  expect(isIsoDate('2024-02-29')).toBe(true);
  expect(isIsoDate('2000-02-29')).toBe(true);
  expect(inYear('2024-02-29', 2023)).toBe('2023-02-28');
  expect(inYear('2024-02-29', 2020)).toBe('2020-02-29');
  expect(daysInMonth(2024, 2)).toBe(29);
  expect(() => daysInMonth(2024, 13)).toThrow('no month 13');
});

test('days and months are added across the ends of months and years', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2025-12-31', '2026-03-01')).toBe(60);
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
});

test('months have their last day and follow each other', () => {
  expect(lastDayOfMonth('2024-02')).toBe('2024-02-29');
  expect(lastDayOfMonth('2026-11')).toBe('2026-11-30');
  expect(() => lastDayOfMonth('2026')).toThrow('is not a month');
  expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsFrom('2026-02', '2026-01')).toEqual([]);
});
