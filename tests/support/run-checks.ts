/** Runs named checks over tables held in memory, without a data folder. */
import { readFileSync } from 'node:fs';
import type { NamedCheck } from '#src/datasets/named-check.ts';
import { rowsOf } from '#src/datasets/rows-of.ts';
import { parseSettings } from '#src/datasets/settings.ts';
import type { DataPackage, Resource } from '#src/tabular/data-package.ts';
import type { Problem, Severity } from '#src/tabular/problem.ts';

const { resources } = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;

/** A table of the contract. */
export function resourceNamed(table: string): Resource {
  const resource = resources.find(({ name }) => name === table);
  if (resource === undefined) throw new Error(`There is no table ${table}.`);
  return resource;
}

/** Rows that several runs share are converted once. */
const typed = new WeakMap<readonly string[], object>();

function typedRow(resource: Resource, cells: readonly string[]): object {
  const known = typed.get(cells);
  if (known !== undefined) return known;
  const [value = {}] = rowsOf(resource.schema, [cells]);
  typed.set(cells, value);
  return value;
}

export interface Reported extends Problem {
  readonly severity: Severity;
}

/** What the checks report on tables of canonical cells; the first row of each has number 2. Tables that are not given are absent. */
export function runChecks(checks: readonly NamedCheck[], tables: Readonly<Record<string, readonly (readonly string[])[]>>, settings: object = {}): readonly Reported[] {
  const reported: Reported[] = [];
  const parsed = parseSettings(JSON.stringify({ title: '示例', publisher: '示例', region: 'sample-city', site: 'https://sample.example/', ...settings }), 'portal.json').settings;
  if (parsed === null) throw new Error('The settings of this test are wrong.');
  const present = resources.filter(({ name }) => name in tables);
  const located = new Map(
    present.map((resource) => {
      const { name } = resource;
      return [name, (tables[name] ?? []).map((cells, index) => ({ at: { file: `${name}.csv`, row: index + 2, cells }, value: typedRow(resource, cells) }))];
    }),
  );
  for (const check of checks) {
    const running = check.start({
      settings: parsed,
      settingsFile: 'portal.json',
      latestDate: '2026-11-21',
      clauses: null,
      resources: present,
      has: (table) => table in tables,
      isReadable: () => true,
      located: (table) => (located.get(table) ?? []) as never,
      report: (severity, problem) => reported.push({ ...problem, severity, code: check.code }),
    });
    for (const resource of present.filter(({ name }) => check.tables.includes('*') || check.tables.includes(name))) {
      const visit = running.visit?.(resource);
      if (visit != null) for (const { at } of located.get(resource.name) ?? []) visit(at);
    }
    running.end?.();
  }
  return reported;
}
