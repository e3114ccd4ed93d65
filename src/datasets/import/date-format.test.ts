import { describe, expect, test } from 'vitest';
import { dateFormat } from './date-format.ts';

describe('reads what is written in the format', () => {
  test.each([
    ['yyyy-mm-dd', '2026-02-28', '2026-02-28', null, null],
    ['yyyymmdd', '20260228', '2026-02-28', null, null],
    ['d/m/yyyy', '8/2/2026', '2026-02-08', null, null],
    ['yyyy年m月d日', '２０２６年2月8日', '2026-02-08', null, null],
    ['YYYY-MM', '2026-02', '2026-02-01', null, null],
    ['yyyy', '2026', '2026-01-01', null, null],
    ['yyyy-mm-dd hh:mm', '2026-02-28 07:05', '2026-02-28', '07:05:00', null],
    ['yyyy/m/d h:mm:ss', '2026/2/8 7:05:09.250', '2026-02-08', '07:05:09', null],
    ['yyyy-mm-ddThh:mm:ssz', '2026-02-28T07:05:09Z', '2026-02-28', '07:05:09', '+00:00'],
    ['yyyy-mm-ddThh:mm:ssz', '2026-02-28T07:05:09-0330', '2026-02-28', '07:05:09', '-03:30'],
  ])('%s of %s', (pattern, text, date, time, offset) => {
    expect(dateFormat(pattern)?.read(text)).toEqual({ date, time, offset });
  });
});

test.each([
  ['yyyy-mm-dd', '2026-2-28'],
  ['yyyy-mm-dd', '2026-02-28 07:05'],
  ['d.m.yyyy', '8x2x2026'],
  ['yyyy-mm-dd hh:mm', '2026-02-2807:05'],
])('%s does not read %s', (pattern, text) => {
  expect(dateFormat(pattern)?.read(text)).toBeNull();
});

test.each([
  ['yyyy-mm-dd', '2026-02-29', 'date_impossible'],
  ['mm/dd/yyyy', '21/11/2026', 'date_impossible'],
  ['yyyy-mm-dd hh:mm', '2026-02-28 24:00', 'time_unreadable'],
])('%s refuses %s', (pattern, text, code) => {
  expect(dateFormat(pattern)?.read(text)).toMatchObject({ code });
});

test.each(['', 'mm-dd', 'yy-mm-dd', 'dd-MMM-yyyy', 'yyyy-dd', 'yyyymd', 'yyyy-mm-dd hh', 'hh:mm', 'yyyy-mm-ddz', 'yyyy-mm-dd hh:mm AM', 'yyyy-yyyy'])('"%s" is no format', (pattern) => {
  expect(dateFormat(pattern)).toBeNull();
});
