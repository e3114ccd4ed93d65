/** Dates as `YYYY-MM-DD` strings and as whole day numbers: arithmetic that knows no clock, no time zone and no locale. */

/** `YYYY-MM-DD` in the proleptic Gregorian calendar, years 0001–9999. */
export type IsoDate = string;
/** `YYYY-MM`. */
export type IsoMonth = string;
/** Days since 1970-01-01, which is 0. */
export type DayNumber = number;

export interface DateParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthPattern = /^(\d{4})-(\d{2})$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** 28–31; `month` 1–12. */
export function daysInMonth(year: number, month: number): number {
  const days = monthLengths[month - 1];
  if (days === undefined) throw new RangeError(`There is no month ${month}.`);
  return month === 2 && isLeapYear(year) ? 29 : days;
}

/** Whether `text` is a date of the calendar in the form `YYYY-MM-DD`: 2026-02-29 is not. */
export function isIsoDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Year, month and day of a date; throws on anything that is not one. */
export function dateParts(date: IsoDate): DateParts {
  if (!isIsoDate(date)) throw new RangeError(`"${date}" is not a date (YYYY-MM-DD).`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The date of a year, month and day that exist. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Days from 1970-01-01 to a date; negative before. Throws on what is no date. */
export function dayNumber(date: IsoDate): DayNumber {
  const { year, month, day } = dateParts(date);
  // Years begin in March, so that the leap day is the last of its year; 400 of them have 146,097 days.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number. */
export function dateOfDay(day: DayNumber): IsoDate {
  const { year, month, day: dayOfMonth } = partsOfDay(day);
  return isoDate(year, month, dayOfMonth);
}

/** Year, month and day of a day number; for many days quicker than by way of its date. */
export function partsOfDay(day: DayNumber): DateParts {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfMonth };
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Days from `from` to `to`: 1 from a date to the next. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day `months` later; a day that the month does not have becomes its last (01-31 + 1 → 02-28). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = dateParts(date);
  const count = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(count / 12);
  const targetMonth = (count % 12 + 12) % 12 + 1;
  return isoDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** The same calendar date in another year; 02-29 becomes 02-28 where there is none. */
export function inYear(date: IsoDate, year: number): IsoDate {
  return addMonths(date, (year - yearOf(date)) * 12);
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekday(date: IsoDate): number {
  return weekdayOfDay(dayNumber(date));
}

/** 1 Monday … 7 Sunday of a day number. */
export function weekdayOfDay(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7 + 1;
}

export function yearOf(date: IsoDate | IsoMonth): number {
  return Number(date.slice(0, 4));
}

/** `YYYY-MM` of a date. */
export function monthOf(date: IsoDate): IsoMonth {
  return date.slice(0, 7);
}

export function firstDayOfMonth(month: IsoMonth): IsoDate {
  return `${month}-01`;
}

/** Last date of a month; throws on what is no month. */
export function lastDayOfMonth(month: IsoMonth): IsoDate {
  const match = monthPattern.exec(month);
  if (match === null) throw new RangeError(`"${month}" is not a month (YYYY-MM).`);
  const year = Number(match[1]);
  return isoDate(year, Number(match[2]), daysInMonth(year, Number(match[2])));
}

/** Months from `from` to `to`, both included, in order. */
export function monthsFrom(from: IsoMonth, to: IsoMonth): IsoMonth[] {
  const months: IsoMonth[] = [];
  for (let month = from; month <= to; month = monthOf(addMonths(firstDayOfMonth(month), 1))) months.push(month);
  return months;
}
