/** A portal made of records as a CSV holds them, for tests of what is computed and published from one. */
import type { Portal } from '#src/datasets/portal.ts';
import { addDays } from '#src/domain/calendar.ts';
import type { MissingReason } from '#src/domain/missing.ts';

export type TextRecord = Readonly<Record<string, string>>;

const numberColumns = new Set(['quantity', 'requested', 'at_or_above', 'restriction_percent', 'beneficiaries', 'claims']);
const missingCodes: Readonly<Record<string, MissingReason>> = {
  '': 'not_reported',
  NC: 'not_collected',
  NP: 'not_published',
  SUP: 'suppressed',
  NA: 'not_applicable',
};
/** Columns of the daily tables, thresholds and alerts; others are taken from the first record. */
const columns: Readonly<Record<string, readonly string[]>> = {
  stock: ['date', 'station', 'component', 'abo', 'rhd', 'unit', 'quantity', 'level', 'observed_at'],
  issues: ['date', 'station', 'component', 'abo', 'rhd', 'unit', 'quantity', 'requested'],
  collections: ['date', 'station', 'component', 'abo', 'rhd', 'unit', 'quantity'],
  thresholds: ['station', 'component', 'abo', 'rhd', 'unit', 'level', 'valid_from', 'at_or_above', 'clause'],
  alerts: ['alert', 'from', 'until', 'region', 'component', 'abo', 'rhd', 'stated_level', 'restriction_percent'],
};

export interface FakePortal {
  readonly tables?: Readonly<Record<string, readonly TextRecord[]>>;
  readonly absentRow?: 'zero' | 'missing';
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly asOf?: string;
}

/** Cells that a record leaves out are empty; red cells of A positive at station `centre` in U are the defaults of the daily tables. */
export function fakePortal({ tables = {}, absentRow = 'missing', settings = {}, asOf = '2026-11-21T21:00:00+08:00' }: FakePortal): Portal {
  const fieldNames = (table: string) => columns[table] ?? Object.keys(tables[table]?.[0] ?? {});
  const defaults = (table: string): TextRecord =>
    ['stock', 'issues', 'collections'].includes(table)
      ? { station: 'centre', component: 'red_cells', abo: 'A', rhd: 'positive', unit: 'U' }
      : table === 'thresholds'
        ? { station: 'all', component: 'red_cells', abo: 'all', rhd: 'all', unit: 'days' }
        : {};
  const cellsOf = (table: string) =>
    (tables[table] ?? []).map((record) => fieldNames(table).map((name) => record[name] ?? defaults(table)[name] ?? ''));
  const daily = { every: 'P1D', due: '09:00', grace: 'PT26H', moment: 'opening', absentRow };
  const text = { zh: '示例市', en: 'Sample City' };
  const portal = {
    settings: {
      title: { zh: '示例市血液信息', en: 'Sample City blood' },
      publisher: text,
      region: 'sample-city',
      site: 'https://blood.example.org/',
      timeZone: 'Asia/Shanghai',
      languages: ['zh', 'en'],
      headlineComponent: 'red_cells',
      demandWindowDays: 28,
      smallCount: 5,
      tables: { stock: daily, issues: daily, collections: daily },
      demonstration: null,
      pauses: [],
      ...settings,
    },
    asOf,
    package: {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'test',
      title: '测试',
      'title@en': 'Test',
      languages: ['zh', 'en'],
      resources: Object.keys(tables).map((name) => ({
        name,
        title: name,
        'title@en': name,
        description: name,
        'description@en': name,
        path: `${name}.csv`,
        schema: { fields: fieldNames(name).map(fieldOf), primaryKey: [], missingValues: Object.entries(missingCodes).map(([value, label]) => ({ value, label, title: label, 'title@en': label })) },
      })),
    },
    tables: Object.keys(tables),
    has: (table: string) => table in tables,
    rows: (table: string) => cached(table, () => cellsOf(table).map((cells) => rowOf(fieldNames(table), cells))),
    cells: (table: string) => ({ fields: fieldNames(table).map(fieldOf), rows: cellsOf(table) }),
  };
  const cache = new Map<string, unknown>();
  function cached<T>(table: string, make: () => T): T {
    if (!cache.has(table)) cache.set(table, make());
    return cache.get(table) as T;
  }
  return portal as unknown as Portal;
}

function fieldOf(name: string) {
  const type = numberColumns.has(name) ? 'number' : name === 'date' ? 'date' : 'string';
  return { name, type, title: name, 'title@en': name, description: name, 'description@en': name };
}

function rowOf(names: readonly string[], cells: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name, index) => {
      const cell = cells[index] ?? '';
      const missing = missingCodes[cell];
      const camel = name.replace(/_yuan$/, '_fen').replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      if (name.endsWith('_yuan')) return [camel, missing ?? Math.round(Number(cell) * 100)];
      if (numberColumns.has(name)) return [camel, missing ?? Number(cell)];
      return [camel, missing === undefined ? cell : null];
    }),
  );
}

/** One record a day from `from` to `until`; a day for which `record` gives null has none. */
export function everyDay(from: string, until: string, record: (date: string) => TextRecord | null): TextRecord[] {
  const records: TextRecord[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) {
    const cells = record(date);
    if (cells !== null) records.push({ date, ...cells });
  }
  return records;
}
