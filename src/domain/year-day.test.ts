import { expect, test } from 'vitest';
import { dateOfDay, dayNumber } from './calendar.ts';
import { dayInYear, placesInYear, yearDayOf } from './year-day.ts';

test('a date has the same place in every year', () => {
  expect(yearDayOf(dayNumber('2023-01-01'))).toEqual({ year: 2023, place: 0 });
  expect(yearDayOf(dayNumber('2024-02-29'))).toEqual({ year: 2024, place: 59 });
  for (const year of [1900, 2000, 2023, 2024]) {
    expect(yearDayOf(dayNumber(`${year}-03-01`)).place).toBe(60);
    expect(yearDayOf(dayNumber(`${year}-12-31`)).place).toBe(placesInYear - 1);
  }
});

test('every day comes back from its place; 29 February becomes the 28th where there is none', () => {
  for (let day = dayNumber('1999-12-01'); day < dayNumber('2005-02-01'); day += 1) expect(dayInYear(yearDayOf(day))).toBe(day);
  expect(dateOfDay(dayInYear({ year: 2023, place: 59 }))).toBe('2023-02-28');
  expect(dateOfDay(dayInYear({ year: 2023, place: 60 }))).toBe('2023-03-01');
});
