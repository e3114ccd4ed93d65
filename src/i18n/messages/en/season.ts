/** English messages: whether a stock is normal for its season. */
import type { zh } from '../zh/season.ts';

export const en = {
  'season.within': 'Within the range of the season: the 7-day mean is {value}; in {years} earlier years it was mostly {p10}–{p90}',
  'season.below': 'Below the range of the season: the 7-day mean is {value}; in {years} earlier years it was mostly {p10}–{p90}',
  'season.above': 'Above the range of the season: the 7-day mean is {value}; in {years} earlier years it was mostly {p10}–{p90}',
  'season.rank': 'It was lower than now in {below} of {years} years.',
  'season.aligned.spring_festival': 'Years are aligned on Spring Festival ({offset}).',
  'season.aligned.calendar': 'Years are aligned on the calendar date.',
  'season.offset.before': '{days} days before it',
  'season.offset.after': '{days} days after it',
  'season.offset.on': 'the day itself',
  'season.too_few_years': 'Fewer than 3 earlier years can be compared, so no comparison is made.',
  'season.too_few_values': 'Fewer than 4 of the last 7 days have a number, so no comparison is made.',
  'season.table': '7-day means of the same season',
  'season.table.value': '7-day mean',
  'season.subtitle': '{group} {component}: 7-day mean at the same time of each year ({unit})',
  'season.now': 'now',
  'season.earlier': 'earlier years',
} as const satisfies Record<keyof typeof zh, string>;
