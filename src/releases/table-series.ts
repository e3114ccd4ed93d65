/** The series that a published table holds: the numbers of one column that belong together, in order of time. */
import type { Field, Resource } from '#src/tabular/data-package.ts';
import type { KeyedTable, Row } from './difference.ts';

const timeTypes = ['date', 'yearmonth', 'year', 'datetime'];
/** Numbers that are no measurements. */
const places = ['longitude', 'latitude'];

function isTime(field: Field): boolean {
  return timeTypes.includes(field.type) || field.moment !== undefined;
}

/** The column that says when a row was: the first of the key, else of the table; null without one. */
export function timeColumn({ schema }: Pick<Resource, 'schema'>): string | null {
  const times = schema.fields.filter(isTime).map(({ name }) => name);
  return times.find((name) => schema.primaryKey.includes(name)) ?? times[0] ?? null;
}

/** Columns that say of when a row is, outside the key; since when a place does something, or by when something is due, is not among them. */
const reaches = ['date', 'month', 'year', 'period', 'period_start', 'from', 'valid_from', 'confirmed_on'];

/** The column that says how far the data of a table reach: the end of a period rather than its beginning; null without one. */
export function reachColumn({ schema }: Pick<Resource, 'schema'>): string | null {
  const times = schema.fields.filter(isTime).map(({ name }) => name);
  const time = times.find((name) => schema.primaryKey.includes(name)) ?? reaches.find((name) => times.includes(name)) ?? null;
  return time === 'period_start' && times.includes('period_end') ? 'period_end' : time;
}

/** Ends of periods by fund and beginning, from the table of balances: tables that give the beginning alone reach as far. */
export function periodEnds({ columns, rows }: KeyedTable): ReadonlyMap<string, string> {
  const [fund, start, end] = ['fund', 'period_start', 'period_end'].map((name) => columns.indexOf(name));
  return new Map(rows.map((cells) => [`${cells[fund ?? -1]} ${cells[start ?? -1]}`, cells[end ?? -1] ?? '']));
}

/** The latest date, month or year up to which rows of a table reach, later ones than `today` left out; null without any. */
export function reachOf(resource: Pick<Resource, 'schema'>, { columns, rows }: KeyedTable, today: string, ends: ReadonlyMap<string, string>): string | null {
  const name = reachColumn(resource);
  const at = name === null ? -1 : columns.indexOf(name);
  if (at === -1) return null;
  const fund = columns.indexOf('fund');
  let latest: string | null = null;
  for (const cells of rows) {
    const cell = cells[at] ?? '';
    const moment = ((name === 'period_start' ? ends.get(`${cells[fund] ?? ''} ${cell}`) : undefined) ?? cell).slice(0, 10);
    if (/^\d{4}/.test(moment) && moment <= today.slice(0, moment.length) && (latest === null || moment > latest)) latest = moment;
  }
  return latest;
}

/** Columns whose numbers have a usual range. */
export function measuredColumns({ schema }: Pick<Resource, 'schema'>): readonly string[] {
  return schema.fields.filter(({ name, type }) => (type === 'number' || type === 'integer') && !places.includes(name) && !schema.primaryKey.includes(name)).map(({ name }) => name);
}

/**
 * Names the series of a row: the rest of the key where the key holds the time; else (lists of entries) the columns of categories and references,
 * and `unit`. Two values are in one series if they could be points of one line.
 */
export function seriesName({ schema }: Pick<Resource, 'schema'>): (row: Row) => string {
  const byName = new Map(schema.fields.map((field) => [field.name, field]));
  const keyTimes = schema.primaryKey.filter((name) => isTime(byName.get(name) ?? { ...noField, name }));
  const references = new Set(schema.foreignKeys?.flatMap(({ fields }) => fields) ?? []);
  const columns =
    keyTimes.length > 0
      ? [...schema.primaryKey.filter((name) => !keyTimes.includes(name)), ...['unit'].filter((name) => byName.has(name) && !schema.primaryKey.includes(name))]
      : schema.fields.filter((field) => !schema.primaryKey.includes(field.name) && (field.categories !== undefined || references.has(field.name) || ['unit', 'category', 'indicator'].includes(field.name))).map(({ name }) => name);
  return (row) => columns.map((name) => row[name] ?? '').join('\u0001');
}

const noField: Field = { name: '', type: 'string', title: '', 'title@en': '', description: '', 'description@en': '' };

/** The numbers of each series of some columns, by `column` + series name; missing values are left out. */
export function seriesOf(table: KeyedTable, resource: Pick<Resource, 'schema'>, columns: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const time = timeColumn(resource);
  const timeAt = time === null ? -1 : table.columns.indexOf(time);
  const rows = timeAt === -1 ? table.rows : table.rows.toSorted((a, b) => ((a[timeAt] ?? '') < (b[timeAt] ?? '') ? -1 : (a[timeAt] ?? '') > (b[timeAt] ?? '') ? 1 : 0));
  const places = columns.map((name) => ({ name, at: table.columns.indexOf(name) })).filter(({ at }) => at !== -1);
  const nameOf = seriesName(resource);
  const series = new Map<string, number[]>();
  for (const cells of rows) {
    const name = nameOf(Object.fromEntries(table.columns.map((column, index) => [column, cells[index] ?? ''])));
    for (const place of places) {
      const cell = cells[place.at] ?? '';
      if (!/^-?\d/.test(cell)) continue;
      const id = seriesId(place.name, name);
      const values = series.get(id);
      if (values === undefined) series.set(id, [Number(cell)]);
      else values.push(Number(cell));
    }
  }
  return series;
}

export function seriesId(column: string, series: string): string {
  return `${column}\u0002${series}`;
}
