import { expect, test } from 'vitest';
import { addDays, dateOfDay, dayNumber, daysBetween } from '#src/domain/calendar.ts';
import { springFestival, springFestivalDay } from '#src/domain/lunar.ts';
import { correspondingDays } from '#src/domain/season-days.ts';
import type { Alignment } from '#src/domain/season-days.ts';
import { seasonOn, sevenDayMean } from './season.ts';
import { isNumber, valueOn } from './series.ts';
import type { DailySeries, SeriesValue } from './series.ts';

/** 2013–2026; `valueOf` a date. */
function years(valueOf: (date: string) => SeriesValue, from = '2013-01-01', to = '2026-12-31'): DailySeries {
  const values: SeriesValue[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) values.push(valueOf(date));
  return { start: dayNumber(from), values };
}

/** Ten days of supply, and a dip whose lowest day is the third after Spring Festival. */
const dip = (date: string): number => {
  const distance = Math.abs(daysBetween(addDays(springFestival(Number(date.slice(0, 4))), 3), date));
  return 10 - Math.max(0, 8 - distance / 2);
};

/** The day around Spring Festival 2026 on which the median of earlier years is lowest, as days from the festival. */
function lowestOffset(alignment: Alignment): { offset: number; depth: number } {
  const means = sevenDayMean(years(dip));
  const festival = dayNumber('2026-02-17');
  let lowest = { offset: 0, depth: Infinity };
  for (let offset = -30; offset <= 40; offset += 1) {
    const season = seasonOn(means, festival + offset, alignment);
    if (typeof season === 'string') throw new Error(season);
    if (season.median < lowest.depth) lowest = { offset, depth: season.median };
  }
  return lowest;
}

test('a dip tied to Spring Festival lies on its day when years are aligned on it, and is lost by calendar date', () => {
  const own = sevenDayMean(years(dip));
  const ownOffsets = Array.from({ length: 71 }, (_, index) => index - 30);
  const ownLowest = ownOffsets.reduce((best, offset) => {
    const at = (o: number) => Number(valueOn(own, dayNumber('2026-02-17') + o));
    return at(offset) < at(best) ? offset : best;
  });
  const lunar = lowestOffset('spring_festival');
  const calendar = lowestOffset('calendar');
  expect(Math.abs(lunar.offset - ownLowest)).toBeLessThanOrEqual(1);
  expect(Math.abs(calendar.offset - ownLowest)).toBeGreaterThan(1);
  expect(calendar.depth).toBeGreaterThan(lunar.depth + 1);
});

test('within 45 days of Spring Festival years are aligned on it, outside on the date', () => {
  const on = (date: string) => {
    const { days, alignedOn, offsetDays } = correspondingDays(dayNumber(date), 2, springFestivalDay);
    return { days: days.map(dateOfDay), alignedOn, offsetDays };
  };
  expect(on('2026-04-03')).toEqual({ days: ['2025-03-15', '2024-03-26'], alignedOn: 'spring_festival', offsetDays: 45 });
  expect(on('2026-04-04')).toEqual({ days: ['2025-04-04', '2024-04-04'], alignedOn: 'calendar', offsetDays: null });
  expect(on('2026-01-03')).toEqual({ days: ['2024-12-15', '2023-12-27'], alignedOn: 'spring_festival', offsetDays: -45 });
  expect(on('2024-12-20').offsetDays).toBe(-40);
  expect(on('2025-12-20')).toMatchObject({ alignedOn: 'calendar' });
});

test('a year with a leap month before its Spring Festival shifts by the lunar calendar', () => {
  // 2023 had a leap second month: Spring Festival 2024 came 384 days after that of 2023.
  expect(daysBetween(springFestival(2023), springFestival(2024))).toBe(384);
  expect(correspondingDays(dayNumber('2024-02-12'), 1, springFestivalDay).days.map(dateOfDay)).toEqual(['2023-01-24']);
});

test('29 February corresponds to the 28th by the calendar', () => {
  expect(correspondingDays(dayNumber('2024-02-29'), 4, springFestivalDay, 'calendar').days.map(dateOfDay)).toEqual(['2023-02-28', '2022-02-28', '2021-02-28', '2020-02-29']);
});

test('the 7-day mean wants four values and looks back only', () => {
  const mean = sevenDayMean({ start: 0, values: [1, 2, 3, 4, 'gap', 'gap', 'gap', 10, 'not_reported', 20] });
  expect(mean.values).toEqual(['gap', 'gap', 'gap', 2.5, 2.5, 2.5, 2.5, (2 + 3 + 4 + 10) / 4, 'gap', 'gap']);
});

/** Each year has one value on all its days. */
function byYear(values: Readonly<Record<number, SeriesValue>>, from: string): DailySeries {
  return sevenDayMean(years((date) => values[Number(date.slice(0, 4))] ?? 'gap', from));
}

test('percentile counts the years strictly below; range and median by linear interpolation', () => {
  const means = byYear({ 2021: 4, 2022: 8, 2023: 5, 2024: 6, 2025: 5, 2026: 5 }, '2021-01-01');
  const season = seasonOn(means, dayNumber('2026-07-15'));
  // sorted 4 5 5 6 8: the 10 % quantile lies at 0.4 between 4 and 5, the 90 % quantile at 3.6 between 6 and 8
  expect(season).toMatchObject({ value: 5, years: 5, percentile: 20, median: 5, alignedOn: 'calendar', offsetDays: null });
  expect(season).toMatchObject({ p10: expect.closeTo(4.4, 12), p90: expect.closeTo(7.2, 12) });
  expect(typeof season === 'string' ? [] : season.earlier[0]).toEqual({ date: '2025-07-15', value: 5 });
});

test('a missing year is left out, and fewer than three years say nothing', () => {
  const means = byYear({ 2021: 4, 2022: 'gap', 2023: 5, 2024: 6, 2026: 7 }, '2021-01-01');
  expect(seasonOn(means, dayNumber('2026-07-15'))).toMatchObject({ years: 3, percentile: 100 });
  expect(seasonOn(byYear({ 2023: 5, 2024: 6, 2026: 7 }, '2021-01-01'), dayNumber('2026-07-15'))).toBe('too_few_years');
  expect(seasonOn(byYear({ 2021: 4, 2022: 6, 2023: 5, 2024: 6 }, '2021-01-01'), dayNumber('2026-07-15'))).toBe('too_few_values');
});

test('every season of ten years equals a second computation from dates alone', () => {
  const noisy = (date: string) => {
    const day = dayNumber(date);
    return day % 13 === 0 || (day % 97 > 80 && day % 2 === 0) ? ('gap' as const) : 5 + ((day * 7919) % 1000) / 250;
  };
  const series = years(noisy, '2016-11-22', '2026-11-21');
  const means = sevenDayMean(series);
  const meanOn = (date: string): number | null => {
    const values = [0, 1, 2, 3, 4, 5, 6].map((back) => addDays(date, -back)).filter((day) => day >= '2016-11-22' && day <= '2026-11-21').map(noisy).filter(isNumber);
    return values.length < 4 ? null : values.toReversed().reduce((sum, value) => sum + value, 0) / values.length;
  };
  for (let date = '2026-01-01'; date <= '2026-11-21'; date = addDays(date, 5)) {
    const festival = ['2025-01-29', '2026-02-17', '2027-02-06'].find((one) => Math.abs(daysBetween(one, date)) <= 45);
    const earlier: number[] = [];
    for (let back = 1; back <= 12; back += 1) {
      const at = festival === undefined
        ? `${Number(date.slice(0, 4)) - back}${date.slice(4)}`
        : addDays(springFestival(Number(festival.slice(0, 4)) - back), daysBetween(festival, date));
      const value = meanOn(at);
      if (value !== null) earlier.push(value);
    }
    const value = meanOn(date);
    const season = seasonOn(means, dayNumber(date));
    if (value === null) {
      expect(season).toBe('too_few_values');
    } else {
      expect(season).toMatchObject({ years: earlier.length, percentile: (100 * earlier.filter((one) => one < value).length) / earlier.length });
      expect(typeof season === 'string' ? [] : season.earlier.map((one) => one.value)).toEqual(earlier.map((one) => expect.closeTo(one, 9)));
    }
  }
});
