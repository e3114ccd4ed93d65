/** Holds the chapter on places to give to the program: every way of writing hours that it shows can be read, what it calls unreadable cannot. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../src/datasets/checks/all.ts';
import { parseSettings } from '../src/datasets/settings.ts';
import { readableHours, scheduleOf } from '../src/domain/opening-hours.ts';
import { daysOf } from '../src/domain/schedule.ts';
import { clockTime } from '../src/domain/wall-clock.ts';
import { hoursWindowDays } from '../src/indicators/station-hours.ts';

const chapterOf = (locale: 'zh' | 'en') => readFileSync(join('content', 'handbook', locale, 'stations.mdx'), 'utf8');

describe.each(['zh', 'en'] as const)('%s', (locale) => {
  const source = chapterOf(locale);
  const written = [...source.matchAll(/^\| `([^`]+)` \|/gm)].map(([, hours = '']) => hours);

  test('hours in the table can be read', () => {
    expect(written.length).toBeGreaterThan(10);
    expect(written.filter((hours) => readableHours(hours) === null)).toEqual([]);
  });

  test('what it calls unreadable is', () => {
    const example = locale === 'zh' ? '周一至周五 9 点到 17 点' : 'Monday to Friday, 9 to 17';
    expect(source).toContain(example);
    expect(readableHours(example)).toBeNull();
  });

  test('the length of the window, the checks and the setting are those of the program', () => {
    expect(source).toMatch(new RegExp(`\\b${hoursWindowDays} (天|days)`));
    for (const [, code = ''] of source.matchAll(/[（(]`(\w+)`[）)]/g)) {
      expect(checks.some((check) => check.code === code) || ['stations', 'regions', 'drives'].includes(code), code).toBe(true);
    }
    const example = /```json\n([\s\S]*?)```/.exec(source)?.[1] ?? '';
    const least = { title: 'x', publisher: 'x', region: 'x', site: 'https://x.example/' };
    expect(parseSettings(JSON.stringify({ ...least, ...(JSON.parse(example) as object) }), 'portal.json').problems).toEqual([]);
  });
});

test('both languages show the same ways, and they mean what is said beside them', () => {
  const codes = (locale: 'zh' | 'en') => [...chapterOf(locale).matchAll(/^\| `([^`"]+)` \|/gm)].map(([, hours = '']) => hours);
  expect(codes('en')).toEqual(codes('zh'));
  const on = (hours: string, date: string) => daysOf(scheduleOf(hours, date, 1)!, date, 1)[0]!.spans.map(({ from, until }) => `${clockTime(from)}-${clockTime(until)}`).join(' ');
  // 2026-10-05 is a Monday of National Day, 2026-12-05 the first Saturday of December, 2026-11-26 a Thursday.
  expect(on('Mo-Fr 09:00-17:00; PH off', '2026-10-05')).toBe('');
  expect(on('Mo-Su 09:00-17:00; PH 10:00-15:00', '2026-10-05')).toBe('10:00-15:00');
  expect(on('Tu-Su 09:00-18:30', '2026-10-05')).toBe('');
  expect(on('Mo-Fr 09:00-17:00; Sa[1] 09:00-12:00', '2026-12-05')).toBe('09:00-12:00');
  expect(on('Mo-Su 09:00-17:00; 2026 Dec 31 off', '2026-12-31')).toBe('');
  expect(on('Th-Sa 16:00-00:30', '2026-11-26')).toBe('16:00-00:30');
  expect(on('Mo-Su 09:00-17:00; Jul-Aug 08:00-11:30,16:00-20:00', '2026-08-03')).toBe('08:00-11:30 16:00-20:00');
});
