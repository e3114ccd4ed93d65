/** Every column of every table goes through the reader: its example is accepted, every word of its list in every spelling, and a wrong cell is refused. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { DataPackage, Field, Resource } from '#src/tabular/data-package.ts';
import { formatCsv } from '#src/tabular/format-csv.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { readTable } from '#src/tabular/read-table.ts';

const { resources } = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;
const folder = mkdtempSync(join(tmpdir(), 'every-field-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(resource: Resource, rows: readonly (readonly string[])[]) {
  const path = join(folder, `${resource.name}.csv`);
  writeFileSync(path, formatCsv(resource.schema.fields.map(({ name }) => name), rows));
  const sink = collectProblems();
  const cells: (readonly string[])[] = [];
  readTable({ path, name: path }, { ...resource, daily: false }, { latestDate: '2026-11-21' }, sink, (row) => cells.push(row.cells));
  return { cells, problems: sink.findings().errors.map(({ column, code }) => `${column} ${code}`) };
}

/** A good cell of a field: its example, else the first word of its list, else a text. */
function goodCell(field: Field): string {
  return field.example ?? field.categories?.[0]?.value ?? (field.type === 'string' ? '文字' : '1');
}

/** A cell that no field of this type may accept. */
function badCell(field: Field): string {
  if (field.type === 'string' && field.categories === undefined && field.moment === undefined && field.constraints?.pattern === undefined) {
    return '长'.repeat((field.constraints?.maxLength ?? 0) + 1);
  }
  return '？？ ??';
}

const fields = resources.flatMap((resource) => resource.schema.fields.map((field) => ({ name: `${resource.name}.${field.name}`, resource, field })));

describe('every column', () => {
  test.each(fields)('$name', ({ resource, field }) => {
    const names = resource.schema.fields;
    const index = names.indexOf(field);
    const good = names.map(goodCell);
    expect(read(resource, [good]).problems).toEqual([]);
    const bad = read(resource, [good.with(index, badCell(field))]);
    expect(bad.problems.map((problem) => problem.split(' ')[0])).toEqual([field.name]);
    expect(bad.cells).toEqual([]);
    for (const { value, label, aliases = [], 'label@en': english } of field.categories ?? []) {
      for (const spelling of [value, label, english, ...aliases]) expect(read(resource, [good.with(index, spelling)]).cells[0]?.[index], spelling).toBe(value);
    }
    const required = field.constraints?.required === true || resource.schema.primaryKey.includes(field.name);
    for (const { value } of resource.schema.missingValues) {
      const { cells, problems } = read(resource, [good.with(index, value)]);
      // A text may hold the letters of a code as a word; every other column either knows a code or refuses it.
      if (required && value === '') expect(problems).toEqual([`${field.name} required_empty`]);
      else if (!required) expect(cells[0]?.[index]).toBe(value);
    }
  });
});
