/** Public holidays and make-up workdays of mainland China as announced, and nothing beyond what was announced. */
import { addDays, dayNumber, weekdayOfDay } from './calendar.ts';
import type { DayNumber, IsoDate } from './calendar.ts';

/** Consecutive days off of one holiday and the weekend days that are worked in exchange. */
export interface Holiday {
  readonly zh: string;
  readonly en: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly madeUpOn: readonly IsoDate[];
}

/** General Office of the State Council, notice on the arrangement of some holidays in 2026, 2025-11-04. A later year is added here when its notice is out. */
const announced: Readonly<Record<number, readonly Holiday[]>> = {
  2026: [
    { zh: '元旦', en: 'New Year', from: '2026-01-01', until: '2026-01-03', madeUpOn: ['2026-01-04'] },
    { zh: '春节', en: 'Spring Festival', from: '2026-02-15', until: '2026-02-23', madeUpOn: ['2026-02-14', '2026-02-28'] },
    { zh: '清明节', en: 'Qingming', from: '2026-04-04', until: '2026-04-06', madeUpOn: [] },
    { zh: '劳动节', en: 'Labour Day', from: '2026-05-01', until: '2026-05-05', madeUpOn: ['2026-05-09'] },
    { zh: '端午节', en: 'Dragon Boat Festival', from: '2026-06-19', until: '2026-06-21', madeUpOn: [] },
    { zh: '中秋节', en: 'Mid-Autumn Festival', from: '2026-09-25', until: '2026-09-27', madeUpOn: [] },
    { zh: '国庆节', en: 'National Day', from: '2026-10-01', until: '2026-10-07', madeUpOn: ['2026-09-20', '2026-10-10'] },
  ],
};

const holidayOf = new Map<DayNumber, Holiday>();
/** Make-up workday → the day of the week that it stands for. */
const madeUp = new Map<DayNumber, number>();
for (const holidays of Object.values(announced)) {
  for (const holiday of holidays) {
    const weekdays: number[] = [];
    for (let date = holiday.from; date <= holiday.until; date = addDays(date, 1)) {
      holidayOf.set(dayNumber(date), holiday);
      if (weekdayOfDay(dayNumber(date)) <= 5) weekdays.push(weekdayOfDay(dayNumber(date)));
    }
    // The notice does not say which day a make-up workday stands for: the last weekdays of the holiday are the ones exchanged, in their order.
    const exchanged = weekdays.slice(weekdays.length - holiday.madeUpOn.length);
    for (const [index, date] of holiday.madeUpOn.entries()) madeUp.set(dayNumber(date), exchanged[index] ?? 1);
  }
}

/** Years whose arrangement is known, in order. */
export const announcedYears: readonly number[] = Object.keys(announced).map(Number);

export interface DayKind {
  /** False: the year's arrangement is not announced here, so only the day of the week is known. */
  readonly known: boolean;
  /** Monday to Friday unless a holiday, and make-up workdays; of an unknown year by the day of the week alone. */
  readonly isWorkday: boolean;
  readonly holiday: Holiday | null;
  readonly isMakeUpWorkday: boolean;
  /** 1 Monday … 7 Sunday: that of the calendar, on a make-up workday that of the weekday it stands for. */
  readonly effectiveWeekday: number;
}

/** What kind of day a date is in mainland China. */
export function dayKind(date: IsoDate): DayKind {
  const day = dayNumber(date);
  const holiday = holidayOf.get(day) ?? null;
  const standsFor = madeUp.get(day);
  const isMakeUpWorkday = standsFor !== undefined;
  return {
    known: announcedYears.includes(Number(date.slice(0, 4))),
    isWorkday: isMakeUpWorkday || (holiday === null && weekdayOfDay(day) <= 5),
    holiday,
    isMakeUpWorkday,
    effectiveWeekday: standsFor ?? weekdayOfDay(day),
  };
}
