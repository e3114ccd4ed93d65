import { expect, test } from 'vitest';
import { validity } from './validity.ts';
import type { Pause, Timing } from './validity.ts';

const daily: Timing = { every: 'P1D', due: '09:00', grace: 'PT26H', moment: 'opening' };
const until = (date: string, timing: Partial<Timing> = {}, pauses: readonly Pause[] = [], zone = 'Asia/Shanghai') =>
  validity(date, { ...daily, ...timing }, pauses, zone);

test('a daily number stands until two hours after the next is due', () => {
  expect(until('2026-11-21')).toEqual({ validUntil: '2026-11-22T11:00:00+08:00', pause: null });
  expect(until('2026-12-31').validUntil).toBe('2027-01-01T11:00:00+08:00');
  expect(until('2026-11-21', {}, [], 'Asia/Singapore').validUntil).toBe('2026-11-22T11:00:00+08:00');
});

test('the clocks of the zone count', () => {
  expect(until('2026-03-28', {}, [], 'Europe/Berlin').validUntil).toBe('2026-03-29T12:00:00+02:00');
});

test('a workday number stands over the weekend', () => {
  expect(until('2026-11-19', { every: 'workday' }).validUntil).toBe('2026-11-20T11:00:00+08:00');
  expect(until('2026-11-20', { every: 'workday' }).validUntil).toBe('2026-11-23T11:00:00+08:00');
});

test('a workday number stands over National Day 2026, and a made-up Saturday is a workday', () => {
  expect(until('2026-09-30', { every: 'workday' }).validUntil).toBe('2026-10-08T11:00:00+08:00');
  expect(until('2026-10-09', { every: 'workday' }).validUntil).toBe('2026-10-10T11:00:00+08:00');
  expect(until('2026-02-13', { every: 'workday' }).validUntil).toBe('2026-02-14T11:00:00+08:00');
  expect(until('2026-02-14', { every: 'workday' }).validUntil).toBe('2026-02-24T11:00:00+08:00');
});

test('beyond the announced years a workday number expires rather too early', () => {
  expect(until('2026-12-31', { every: 'workday' }).validUntil).toBe('2027-01-01T11:00:00+08:00');
});

const pause: Pause = { from: '2026-02-16', until: '2026-02-18', note: { zh: '春节', en: 'Spring Festival' } };

test('an announced pause is waited for and named', () => {
  expect(until('2026-02-15', {}, [pause])).toEqual({ validUntil: '2026-02-19T11:00:00+08:00', pause });
  expect(until('2026-02-14', {}, [pause])).toEqual({ validUntil: '2026-02-15T11:00:00+08:00', pause: null });
  expect(until('2026-02-19', {}, [pause])).toEqual({ validUntil: '2026-02-20T11:00:00+08:00', pause: null });
});

test('a pause inside a holiday adds to it', () => {
  expect(until('2026-02-14', { every: 'workday' }, [pause])).toEqual({ validUntil: '2026-02-24T11:00:00+08:00', pause });
});

test('a stock counted after the due time is due on the next day of publication', () => {
  expect(until('2026-11-20', { moment: 'closing' }).validUntil).toBe('2026-11-22T11:00:00+08:00');
  expect(until('2026-11-20', { moment: '17:30' }).validUntil).toBe('2026-11-22T11:00:00+08:00');
  expect(until('2026-11-20', { moment: '08:00' }).validUntil).toBe('2026-11-21T11:00:00+08:00');
  expect(until('2026-11-19', { moment: 'closing', every: 'workday' }).validUntil).toBe('2026-11-23T11:00:00+08:00');
});

test('a monthly or yearly number stands until the next is due', () => {
  expect(until('2026-10-31', { every: 'P1M', due: '18:00', grace: 'P12D' }).validUntil).toBe('2026-12-11T18:00:00+08:00');
  expect(until('2026-02-28', { every: 'P1M' }).validUntil).toBe('2026-03-31T11:00:00+08:00');
  expect(until('2026-01-15', { every: 'P1M' }).validUntil).toBe('2026-02-15T11:00:00+08:00');
  expect(until('2026-01-16', { every: 'P1M' }, [pause])).toEqual({ validUntil: '2026-02-19T11:00:00+08:00', pause });
  expect(until('2025-12-31', { every: 'P1Y', due: '18:00', grace: 'P200D' }).validUntil).toBe('2027-07-18T18:00:00+08:00');
});

test('a grace that is no duration is named', () => {
  expect(() => until('2026-11-21', { grace: '26h' })).toThrow('"26h" is not a duration');
});
