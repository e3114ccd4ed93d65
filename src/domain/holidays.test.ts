import chineseDays from 'chinese-days';
import { HolidayUtil } from 'lunar-typescript';
import { expect, test } from 'vitest';
import { addDays, weekday } from './calendar.ts';
import { announcedYears, dayKind } from './holidays.ts';

test('every announced day is what an independent table says', () => {
  for (const year of announcedYears) {
    const independent = new Map(HolidayUtil.getHolidays(year).map((day) => [day.getDay(), day.isWork()]));
    expect(independent.size).toBeGreaterThan(20);
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
      const kind = dayKind(date);
      expect({ date, off: kind.holiday !== null, worked: kind.isMakeUpWorkday }).toEqual({
        date,
        off: independent.get(date) === false,
        worked: independent.get(date) === true,
      });
    }
  }
});

test('every day of an announced year is a workday where a second library says so, and stands for a weekday', () => {
  for (const year of announcedYears) {
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
      const kind = dayKind(date);
      expect({ date, isWorkday: kind.isWorkday }).toEqual({ date, isWorkday: chineseDays.isWorkday(date) });
      if (kind.isMakeUpWorkday) expect(kind.effectiveWeekday).toBeLessThanOrEqual(5);
      else expect(kind.effectiveWeekday).toBe(weekday(date));
    }
  }
});

test('a make-up workday stands for the weekday that the holiday took: the last ones of it', () => {
  const standsFor = Object.fromEntries(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map((date) => [date, dayKind(date).effectiveWeekday]));
  // Friday 2 January; Friday 20 and Monday 23 February; Tuesday 5 May; Tuesday 6 and Wednesday 7 October.
  expect(standsFor).toEqual({ '2026-01-04': 5, '2026-02-14': 5, '2026-02-28': 1, '2026-05-09': 2, '2026-09-20': 2, '2026-10-10': 3 });
});

test('a holiday is no workday, a made-up Saturday is one', () => {
  expect(dayKind('2026-02-17')).toMatchObject({ known: true, isWorkday: false, holiday: { zh: '春节' } });
  expect(dayKind('2026-02-14')).toMatchObject({ isWorkday: true, isMakeUpWorkday: true });
  expect(dayKind('2026-11-21')).toMatchObject({ isWorkday: false, holiday: null });
  expect(dayKind('2026-11-20')).toMatchObject({ isWorkday: true });
});

test('2026 has 248 workdays', () => {
  let count = 0;
  for (let date = '2026-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) count += dayKind(date).isWorkday ? 1 : 0;
  expect(count).toBe(248);
});

test('beyond the announced years only the day of the week is known', () => {
  expect(dayKind('2027-01-01')).toEqual({ known: false, isWorkday: true, holiday: null, isMakeUpWorkday: false, effectiveWeekday: 5 });
  expect(dayKind('2027-01-02').isWorkday).toBe(false);
});
