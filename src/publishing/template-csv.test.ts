import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DataPackage } from '#src/tabular/data-package.ts';
import { read } from '../../tests/support/reading.ts';
import { templateCsv } from './template-csv.ts';

const { resources } = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;

test.each(resources.flatMap((resource) => [[resource.name, 'names', resource] as const, [resource.name, 'titles', resource] as const]))('the template of %s in %s is an empty table', (_, header, resource) => {
  const template = templateCsv(resource, header);
  expect(read(template, resource)).toMatchObject({ rows: [], problems: [], span: { rows: 0 } });
  const { fields } = resource.schema;
  expect(template).toBe(`\uFEFF${fields.map((field) => (header === 'names' ? field.name : field.title)).join(',')}\r\n`);
});
