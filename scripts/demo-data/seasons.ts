/** How many people give and how much hospitals ask for on a day: trends, weeks, festivals, summers, epidemics. */
import { dateOfDay, isoDate, weekdayOfDay, yearOf } from '#src/domain/calendar.ts';
import { nearestSpringFestival } from '#src/domain/lunar.ts';
import { along, dated } from './curve.ts';
import type { Curve } from './curve.ts';

/** Whole-blood donations on an ordinary day; the year's number is lower by festival, summer and epidemic. */
const donationTrend: Curve = dated([
  ['2016-01-01', 131], ['2018-01-01', 145], ['2020-01-01', 158], ['2022-01-01', 165], ['2024-01-01', 172], ['2027-01-01', 177],
]);
/** Units of red cells that hospitals ask for on an ordinary working day's average. */
const requestTrend: Curve = dated([
  ['2016-01-01', 242], ['2018-01-01', 268], ['2020-01-01', 293], ['2022-01-01', 306], ['2024-01-01', 324], ['2027-01-01', 334],
]);

/** Monday to Sunday; the mean is 1. */
const donationWeek = [0.86, 0.88, 0.92, 0.94, 1.02, 1.24, 1.14];
const requestWeek = [1.16, 1.14, 1.12, 1.1, 1.08, 0.74, 0.66];

/** Days from Spring Festival → factor. */
const donationFestival: Curve = [
  [-34, 1], [-22, 0.93], [-12, 0.84], [-5, 0.72], [-1, 0.5], [0, 0.3], [3, 0.34], [6, 0.55], [10, 0.74], [16, 0.86], [24, 0.97], [34, 1.03], [50, 1],
];
const requestFestival: Curve = [
  [-30, 1.02], [-12, 0.98], [-5, 0.8], [0, 0.5], [4, 0.5], [7, 0.74], [11, 0.98], [18, 1.05], [36, 1.02], [50, 1],
];

/** Day of the year as month.day/32 → factor: students are away in July and August, and it is hot. */
const donationSummer: Curve = [[7.1, 1], [7.5, 0.9], [8.1, 0.83], [8.6, 0.86], [8.95, 0.98], [9.4, 1.05], [10.3, 1.02], [11, 1]];
const requestSummer: Curve = [[6.6, 1], [7.3, 1.03], [8.4, 1.04], [9.1, 1]];
/** Campaign months: January (winter shortage) and August (all the people's month). */
const campaignBoost: Readonly<Record<string, number>> = { '01': 1.06, '08': 1.08 };

const donationEpidemic: Curve = dated([
  ['2020-01-22', 1], ['2020-01-28', 0.42], ['2020-02-12', 0.42], ['2020-02-26', 0.62], ['2020-03-15', 0.84], ['2020-04-20', 1],
  ['2022-11-28', 1], ['2022-12-10', 0.66], ['2022-12-22', 0.4], ['2023-01-04', 0.52], ['2023-01-18', 0.84], ['2023-02-12', 1.04], ['2023-04-10', 1],
]);
const requestEpidemic: Curve = dated([
  ['2020-01-22', 1], ['2020-02-01', 0.66], ['2020-02-20', 0.64], ['2020-03-12', 0.84], ['2020-04-25', 1],
  ['2022-12-05', 1], ['2022-12-20', 0.84], ['2023-01-06', 0.8], ['2023-01-20', 0.95], ['2023-02-12', 1.02], ['2023-04-10', 1],
]);
/** Cold weeks at the end of the data: the home page has something to say. */
const donationLately: Curve = dated([['2026-10-18', 1], ['2026-10-30', 0.98], ['2026-11-06', 0.95], ['2026-11-14', 0.92], ['2026-11-21', 0.95]]);

/** Mean number of whole-blood donations in the city on a day, before weather and before calls for a group. */
export function expectedDonations(day: number): number {
  const date = dateOfDay(day);
  return along(donationTrend, day) * weekly(donationWeek, day) * along(donationFestival, festivalOffset(day)) *
    along(donationSummer, summerScale(date)) * (campaignBoost[date.slice(5, 7)] ?? 1) *
    along(donationEpidemic, day) * along(donationLately, day);
}

/** Mean units of red cells that the city's hospitals ask for on a day. */
export function expectedRequests(day: number): number {
  const date = dateOfDay(day);
  const holiday = isGoldenWeek(date) ? 0.72 : 1;
  return along(requestTrend, day) * weekly(requestWeek, day) * along(requestFestival, festivalOffset(day)) *
    along(requestSummer, summerScale(date)) * along(requestEpidemic, day) * holiday;
}

function weekly(week: readonly number[], day: number): number {
  return week[weekdayOfDay(day) - 1] ?? 1;
}

function festivalOffset(day: number): number {
  return nearestSpringFestival(day, yearOf(dateOfDay(day))).offsetDays;
}

function summerScale(date: string): number {
  return Number(date.slice(5, 7)) + Number(date.slice(8, 10)) / 32;
}

function isGoldenWeek(date: string): boolean {
  const year = yearOf(date);
  return (date >= isoDate(year, 10, 1) && date <= isoDate(year, 10, 6)) || (date >= isoDate(year, 5, 1) && date <= isoDate(year, 5, 3));
}
