import { expect, test } from 'vitest';
import { addDays, dayNumber } from './calendar.ts';
import { nearestSpringFestival, springFestival } from './lunar.ts';

/** As printed calendars give them. */
const printed = [
  '2016-02-08', '2017-01-28', '2018-02-16', '2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22',
  '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03',
];

test('Spring Festival of the years the data speaks about', () => {
  expect(printed.map((date) => springFestival(Number(date.slice(0, 4))))).toEqual(printed);
});

test('1990–2100 agree with the Chinese calendar of Intl, but for two years whose new moon falls within minutes of midnight', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
  const isFirstDay = (date: string) => format.format(Date.parse(`${date}T00:00:00Z`)) === '1/1';
  const differing: number[] = [];
  for (let year = 1990; year <= 2100; year += 1) {
    const date = springFestival(year);
    expect(date >= `${year}-01-21` && date <= `${year}-02-21`, date).toBe(true);
    if (!isFirstDay(date)) {
      differing.push(year);
      expect(isFirstDay(addDays(date, 1)) || isFirstDay(addDays(date, -1)), date).toBe(true);
    }
  }
  expect(differing).toEqual([2027, 2030]);
});

test('the nearest Spring Festival may be next year’s', () => {
  expect(nearestSpringFestival(dayNumber('2025-12-20'), 2025)).toEqual({ year: 2026, offsetDays: -59 });
  expect(nearestSpringFestival(dayNumber('2026-02-16'), 2026)).toEqual({ year: 2026, offsetDays: -1 });
  expect(nearestSpringFestival(dayNumber('2026-04-03'), 2026)).toEqual({ year: 2026, offsetDays: 45 });
});

test('years outside the range throw', () => {
  expect(() => springFestival(1899)).toThrow('1900–2200');
});
