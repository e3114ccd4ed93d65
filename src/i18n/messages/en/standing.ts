/** English messages: until when the numbers of a table stand. */
import type { zh } from '../zh/standing.ts';

export const en = {
  'standing.stands': '{table}: data to {until}, valid until {instant}.',
  'standing.noEnd': '{table}: data to {until}, no times of publication announced.',
  'standing.from': '{table}: the latest row applies from {until}, no times of publication announced.',
  'standing.list': '{table}: as published on {until}, no times of publication announced.',
  'standing.expired': '{table}: out of date since {instant}. The next numbers have not come; this is how it was up to {until}.',
  'standing.until': 'valid until {instant}',
  'standing.noTimes': 'no times announced',
  'standing.verdict.expired': 'data out of date, not judged',
} as const satisfies Record<keyof typeof zh, string>;
