/** What the islands decide, without a browser: the clock, validity, the chosen group. */
import { expect, test } from 'vitest';
import { chosenGroup, parseBloodType } from './chosen-group.ts';
import { isShown, isValid, nextChange, readClock } from './clock.ts';
import { indexAfterKey, indexAt } from './reading.ts';

const demonstration = '2026-11-21T21:00:00+08:00';
const visitor = Date.parse('2027-03-01T00:00:00Z');

test('a demonstration stands still unless the address asks for another clock', () => {
  expect(readClock(demonstration, '', visitor)).toEqual({ now: Date.parse(demonstration), runs: false });
  expect(readClock(demonstration, '?clock=now', visitor)).toEqual({ now: visitor, runs: true });
  expect(readClock(demonstration, '?clock=2026-11-22T11:00:01%2B08:00', visitor).now).toBe(Date.parse('2026-11-22T11:00:01+08:00'));
  expect(readClock(demonstration, '?clock=2026-11-22T11:00:01+08:00', visitor).now).toBe(Date.parse('2026-11-22T11:00:01+08:00'));
  expect(readClock(demonstration, '?clock=yesterday', visitor).now).toBe(Date.parse(demonstration));
});

test('elsewhere no address can turn the clock back', () => {
  expect(readClock(null, '?clock=2026-11-21T08:00:00Z', visitor)).toEqual({ now: visitor, runs: true });
});

test('a number is valid to its last instant, in whatever zone it is written', () => {
  const until = '2026-11-22T11:00:00+08:00';
  expect(isValid(until, Date.parse('2026-11-22T03:00:00Z'))).toBe(true);
  expect(isValid(until, Date.parse('2026-11-22T03:00:00.001Z'))).toBe(false);
  expect(isValid('', visitor)).toBe(false);
});

test('what has a beginning and an end is shown between them', () => {
  const at = Date.parse('2026-11-21T00:00:00Z');
  expect(isShown(undefined, undefined, at)).toBe(true);
  expect(isShown('2026-11-20T00:00:00Z', '2026-11-22T00:00:00Z', at)).toBe(true);
  expect(isShown('2026-11-22T00:00:00Z', undefined, at)).toBe(false);
  expect(isShown(undefined, '2026-11-20T00:00:00Z', at)).toBe(false);
});

test('the page looks again just after the next instant, and never waits longer than a timer can', () => {
  const at = Date.parse('2026-11-21T00:00:00Z');
  expect(nextChange(['2026-11-21T00:00:01Z', '2026-11-22T00:00:00Z', '2026-11-20T00:00:00Z'], at)).toBe(1001);
  expect(nextChange(['2026-11-20T00:00:00Z'], at)).toBeNull();
  expect(nextChange(['2036-11-20T00:00:00Z'], at)).toBe(2147483647);
});

test('a blood type finds the line that speaks about it', () => {
  const four = ['a-positive', 'b-positive', 'o-positive', 'ab-positive', 'rhd-negative'];
  expect(chosenGroup({ abo: 'A', rhd: 'positive' }, four)).toBe('a-positive');
  expect(chosenGroup({ abo: 'AB', rhd: 'unknown' }, four)).toBe('ab-positive');
  expect(chosenGroup({ abo: 'O', rhd: 'negative' }, four)).toBe('rhd-negative');
  expect(chosenGroup({ abo: 'B', rhd: 'negative' }, ['b-positive', 'b-negative'])).toBe('b-negative');
  expect(chosenGroup({ abo: 'B', rhd: 'negative' }, ['a', 'b', 'o', 'ab'])).toBe('b');
  expect(chosenGroup({ abo: 'O', rhd: 'unknown' }, ['a', 'b', 'o', 'ab'])).toBe('o');
  expect(chosenGroup({ abo: 'O', rhd: 'unknown' }, ['all'])).toBe('all');
  expect(chosenGroup({ abo: 'O', rhd: 'unknown' }, ['a-positive'])).toBeNull();
});

test('only a choice that exists is read back', () => {
  expect(parseBloodType('AB unknown')).toEqual({ abo: 'AB', rhd: 'unknown' });
  for (const text of [null, '', 'A', 'C positive', 'A maybe', '<script>']) expect(parseBloodType(text)).toBeNull();
});

test('a pointer means the nearest day, a key the next, and neither leaves the chart', () => {
  const scale = { first: 20, step: 10, count: 5 };
  expect([0, 24, 26, 61, 500].map((x) => indexAt(x, scale))).toEqual([0, 0, 1, 4, 4]);
  expect(indexAt(100, { first: 20, step: 0, count: 1 })).toBe(0);
  expect(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'Tab'].map((key) => indexAfterKey(key, 3, 5))).toEqual([2, 4, 0, 4, 4, null]);
  expect(indexAfterKey('ArrowLeft', null, 5)).toBe(4);
});
