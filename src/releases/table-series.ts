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
