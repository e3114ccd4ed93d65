import { describe, expect, test } from 'vitest';
import { parseSettings } from './settings.ts';

const least = { title: '示例', publisher: { zh: '中心', en: 'Centre' }, region: 'sample-city', site: 'https://sample.example/' };
const parse = (more: object = {}) => parseSettings(JSON.stringify({ ...least, ...more }), 'portal.json');
const faultsOf = (more: object) => parse(more).problems.map(({ code, column, value }) => [code, column, value]);

test('four settings are enough; the others have the defaults of the contract', () => {
  expect(parse()).toEqual({
    problems: [],
    settings: {
      // A plain text stands for both languages.
      title: { zh: '示例', en: '示例' },
      publisher: { zh: '中心', en: 'Centre' },
      region: 'sample-city',
      site: 'https://sample.example/',
      timeZone: 'Asia/Shanghai',
      languages: ['zh', 'en'],
      demonstration: null,
      headlineComponent: 'red_cells',
      demandWindowDays: 28,
      smallCount: 5,
      tables: {},
      pauses: [],
    },
  });
});

test('keys of the file are snake_case, those of the code camelCase', () => {
  const { settings, problems } = parse({
    time_zone: 'Asia/Singapore', headline_component: 'unspecified', demand_window_days: 14, small_count: 0,
    contact: { rhd_negative: { phone: '1', hours: '全天' }, donors: { email: 'a@b.example' } },
    filings: { site_code: '123', sponsor: '卫健委' },
    demonstration: { clock: '2026-11-21T21:00:00+08:00' },
    tables: { stock: { every: 'workday', absent_row: 'zero', moment: '08:30' }, 'blood-ledger': { every: 'P1M', grace: 'P12D' } },
    pauses: [{ from: '2026-02-16', until: '2026-02-18', note: '春节' }],
  });
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({
    timeZone: 'Asia/Singapore', headlineComponent: 'unspecified', demandWindowDays: 14, smallCount: 0,
    contact: { rhdNegative: { phone: '1', hours: { zh: '全天', en: '全天' } }, donors: { email: 'a@b.example' } },
    filings: { siteCode: '123', sponsor: { zh: '卫健委', en: '卫健委' } },
    demonstration: { clock: '2026-11-21T21:00:00+08:00' },
    tables: {
      stock: { every: 'workday', due: '09:00', grace: 'PT26H', moment: '08:30', absentRow: 'zero' },
      'blood-ledger': { every: 'P1M', due: '09:00', grace: 'P12D', moment: 'opening', absentRow: 'missing' },
    },
    pauses: [{ from: '2026-02-16', until: '2026-02-18', note: { zh: '春节', en: '春节' } }],
  });
  expect(JSON.stringify(settings)).not.toMatch(/"[a-z]+_[a-z_]+":/);
});

test('a byte order mark before the JSON is no fault', () => {
  expect(parseSettings(`\uFEFF${JSON.stringify(least)}`, 'portal.json').problems).toEqual([]);
});

describe('faults', () => {
  test.each([
    [{ titel: 'x' }, [['settings_unknown', 'titel', null]]],
    [{ tables: { stock: { absent: 'zero' } } }, [['settings_unknown', 'tables.stock.absent', null]]],
    [{ title: undefined, region: undefined }, [['settings_missing', 'title', null], ['settings_missing', 'region', null]]],
    [{ region: 'Sample City' }, [['settings_value', 'region', 'Sample City']]],
    [{ site: 'javascript:alert(1)' }, [['settings_value', 'site', 'javascript:alert(1)']]],
    [{ time_zone: 'Mars/Olympus' }, [['settings_value', 'time_zone', 'Mars/Olympus']]],
    [{ demonstration: { clock: '2026-11-21 21:00' } }, [['settings_value', 'demonstration.clock', '2026-11-21 21:00']]],
    [{ demand_window_days: 0, small_count: 2.5 }, [['settings_value', 'demand_window_days', '0'], ['settings_value', 'small_count', '2.5']]],
    [{ tables: { stock: { due: '9:00', grace: '26 hours' } } }, [['settings_value', 'tables.stock.due', '9:00'], ['settings_value', 'tables.stock.grace', '26 hours']]],
    [{ languages: [] }, [['settings_value', 'languages', '[]']]],
    [{ pauses: [{ from: '2026-02-18', until: '2026-02-16', note: 'x' }] }, [['settings_value', 'pauses.0', expect.any(String)]]],
    [{ title: { zh: '示例' } }, [['settings_value', 'title', expect.any(String)]]],
  ])('%j', (more, expected) => {
    const { settings, problems } = parse(more);
    expect(settings).toBeNull();
    expect(problems.map(({ code, column, value }) => [code, column, value])).toEqual(expected);
  });

  test('a reason is given in both languages', () => {
    const [problem] = parse({ time_zone: 'x' }).problems;
    expect([problem?.message.zh, problem?.message.en]).toEqual([expect.stringContaining('时区名'), expect.stringContaining('name of a time zone')]);
  });

  test('what is no JSON, and what is JSON of another kind', () => {
    expect(parseSettings('{"title": }', 'portal.json')).toMatchObject({ settings: null, problems: [{ code: 'settings_not_json', file: 'portal.json' }] });
    expect(parseSettings('[]', 'portal.json')).toMatchObject({ settings: null, problems: [{ code: 'settings_value' }] });
    expect(faultsOf({ tables: 5 })).toEqual([['settings_value', 'tables', '5']]);
  });
});
