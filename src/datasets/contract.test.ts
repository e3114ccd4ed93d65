/** data/datapackage.json holds what others rely on: every table and column of the public contract, in both languages. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DataPackage, Field, Resource } from '#src/tabular/data-package.ts';
import { folded } from '#src/tabular/tidy.ts';
import { isMoney } from './field-names.ts';

/** Key columns, then the others; collections and issues are as stock without the level. */
const contract: Readonly<Record<string, string>> = {
  labels: 'kind code | zh en',
  regions: 'region | parent kind name_zh name_en',
  population: 'year region base | population source',
  stations: 'station | parent kind name_zh name_en region address_zh address_en longitude latitude crs phone hours services access_zh access_en booking_url confirmed_on source',
  'station-notices': 'notice | station from until status hours note_zh note_en',
  hospitals: 'hospital | name_zh name_en region direct_waiver direct_waiver_since confirmed_on',
  drives: 'drive | date start end station organiser_kind place_zh place_en region longitude latitude crs services booking_url status collected note_zh note_en',
  stock: 'date station component abo rhd unit | quantity level observed_at',
  collections: 'date station component abo rhd unit | quantity observed_at',
  issues: 'date station component abo rhd unit | quantity observed_at requested',
  'blood-ledger': 'month station component unit | opening prepared received issued transferred_out expired test_failed other_discards closing',
  'use-indicators': 'year region indicator | value unit source',
  thresholds: 'station component abo rhd unit level valid_from | at_or_above clause',
  alerts: 'alert | from until region component abo rhd stated_level issuer_zh issuer_en document restriction_percent note_zh note_en',
  donations: 'month region donation donor channel | donations volume_ml doses',
  figures: 'figure | region period indicator value unit qualifier base status source note_zh note_en',
  targets: 'target | region indicator comparator value unit wanted_by due clause',
  funds: 'fund | region kind name_zh name_en document',
  'fund-entries': 'entry | fund date direction category programme amount_yuan beneficiaries document note_zh note_en',
  'fund-balances': 'fund period_start | period_end opening_yuan receipts_yuan disbursements_yuan closing_yuan status document',
  'fund-category-totals': 'fund period_start direction category | amount_yuan',
  'fund-budgets': 'fund year direction category | amount_yuan',
  tariffs: 'component unit valid_from | valid_until price_yuan document source',
  'fee-waivers': 'month region channel | claims amount_yuan',
  benefits: 'benefit | region kind min_donations min_volume_ml min_hours text_zh text_en valid_from valid_until status clause source',
  'waiver-tiers': 'rule tier | region beneficiary min_volume_ml max_volume_ml min_donations within_years multiplier dose_ml counted_from valid_from valid_until status clause source',
  eligibility: 'rule subject valid_from | donation after value unit valid_until status clause source',
  transfers: 'transfer | date from_region to_region component abo rhd quantity unit purpose price_yuan mutual_aid_fee_yuan',
  events: 'event | date until kind title_zh title_en clause table component',
  sources: 'source | title publisher date url confidence',
  reasons: 'table key column | class reason_zh reason_en',
};

const dataPackage = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;
const { resources } = dataPackage;
const fieldsOf = (resource: Resource): readonly (readonly [string, Field])[] => resource.schema.fields.map((field) => [`${resource.name}.${field.name}`, field]);
const fields = resources.flatMap(fieldsOf);
const chinese = /[\u4e00-\u9fff]/;

test('the tables are those of the contract', () => {
  expect(resources.map(({ name }) => name).toSorted()).toEqual(Object.keys(contract).toSorted());
});

test.each(Object.entries(contract))('%s has every column and the key of the contract', (name, columns) => {
  const [key = [], others = []] = columns.split(' | ').map((part) => part.split(' '));
  const resource = resources.find((candidate) => candidate.name === name);
  const found = resource?.schema.fields.map((field) => field.name) ?? [];
  expect([...key, ...others].filter((column) => !found.includes(column))).toEqual([]);
  expect(resource?.schema.primaryKey.toSorted()).toEqual(key.toSorted());
});

/** Which constraints Table Schema v2 knows for which type; `required` and `unique` are for all. */
const ordered = ['minimum', 'maximum'];
const constraintsOf: Readonly<Record<Field['type'], readonly string[]>> = {
  string: ['pattern', 'minLength', 'maxLength'],
  list: ['minLength', 'maxLength'],
  integer: ordered,
  number: ordered,
  date: ordered,
  datetime: ordered,
  time: ordered,
  year: ordered,
  yearmonth: ordered,
};

describe('the structure of Data Package v2', () => {
  test('the package', () => {
    expect(dataPackage.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(dataPackage.name).toMatch(/^[-a-z0-9._/]+$/);
    expect(dataPackage.languages).toEqual(['zh', 'en']);
    for (const text of [dataPackage.title, dataPackage['title@en']]) expect(text.trim()).not.toBe('');
  });

  test.each(resources.map((resource) => [resource.name, resource] as const))('%s', (name, resource) => {
    expect(resource).toMatchObject({ type: 'table', schema: { $schema: 'https://datapackage.org/profiles/2.0/tableschema.json' } });
    expect(resources.filter((other) => other.name === name)).toHaveLength(1);
    const names = resource.schema.fields.map((field) => field.name);
    expect(new Set(names).size).toBe(names.length);
    for (const field of resource.schema.fields) {
      expect(Object.keys(constraintsOf), field.name).toContain(field.type);
      const known = ['required', 'unique', ...constraintsOf[field.type]];
      expect(Object.keys(field.constraints ?? {}).filter((constraint) => !known.includes(constraint)), field.name).toEqual([]);
      // Categories of a list are ours; the standard has them on texts and integers.
      if (field.categories !== undefined) expect(['string', 'integer', 'list'], field.name).toContain(field.type);
    }
  });
});

describe('each table', () => {
  test.each(resources.map((resource) => [resource.name, resource] as const))('%s', (name, resource) => {
    const { schema } = resource;
    expect(resource.path).toMatch(new RegExp(`^${name}(\\.csv|/.*)$`));
    for (const text of [resource.title, resource.description]) expect(text).toMatch(chinese);
    for (const text of [resource['title@en'], resource['description@en']]) expect(text).toMatch(/^[^\u4e00-\u9fff]+$/);
    // Every spelling of a header means one column.
    const spellings = schema.fields.flatMap((field) => [...new Set([field.name, field.title, field['title@en']].map(folded))]);
    expect(spellings.filter((spelling, index) => spellings.indexOf(spelling) !== index)).toEqual([]);
    expect(schema.primaryKey.filter((column) => !schema.fields.some((field) => field.name === column))).toEqual([]);
    // A daily table begins with the date it is sorted by.
    if (resource.daily === true) expect([schema.fields[0]?.name, schema.fields[0]?.type, schema.primaryKey[0]]).toEqual(['date', 'date', 'date']);
    expect(schema.missingValues.map(({ value, label }) => [value, label])).toEqual([['', 'not_reported'], ['NC', 'not_collected'], ['NP', 'not_published'], ['SUP', 'suppressed'], ['NA', 'not_applicable']]);
    for (const { fields: own, reference } of schema.foreignKeys ?? []) {
      const target = resources.find((candidate) => candidate.name === (reference.resource === '' ? name : reference.resource));
      expect(own.filter((column) => !schema.fields.some((field) => field.name === column))).toEqual([]);
      expect(reference.fields.filter((column) => target?.schema.fields.some((field) => field.name === column) !== true)).toEqual([]);
    }
  });
});

describe('each column', () => {
  test.each(fields)('%s', (_, field) => {
    expect(field.title + field.description).toMatch(chinese);
    for (const text of [field.title, field.description]) expect(text.trim()).not.toBe('');
    for (const text of [field['title@en'], field['description@en']]) expect(text).toMatch(/^[^\u4e00-\u9fff]+$/);
    const { categories = [], constraints = {} } = field;
    // Nobody can be called by an example.
    if (field.name !== 'phone') expect(field.example, 'example').toBeTypeOf('string');
    if (constraints.pattern !== undefined) expect(field.example ?? '').toMatch(new RegExp(constraints.pattern, 'u'));
    for (const category of categories) {
      expect(category.label.trim()).not.toBe('');
      expect(category['label@en'].trim()).not.toBe('');
    }
    // A spelling has one meaning: one category, and no missing value.
    const meanings = new Map<string, string>();
    for (const { value, label, aliases = [], ...rest } of [...categories, ...missingAsCategories]) {
      for (const spelling of [value, label, rest['label@en'], ...aliases].map(folded)) {
        expect([spelling, meanings.get(spelling) ?? value]).toEqual([spelling, value]);
        meanings.set(spelling, value);
      }
    }
    if (isMoney(field.name)) expect([field.type, field.decimals]).toEqual(['number', 2]);
    expect(new Set(categories.map(({ value }) => value)).size).toBe(categories.length);
  });
});

const missingAsCategories = (resources[0]?.schema.missingValues ?? [])
  .filter(({ value }) => value !== '')
  .map(({ value, aliases = [] }) => ({ value, label: value, 'label@en': value, aliases }));
