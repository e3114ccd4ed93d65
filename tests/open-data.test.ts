/** What machines are told of the tables: the Data Package alone is enough to check every published CSV, the zip holds both, the catalogue has the shape of DCAT. */
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { allZip } from '#src/publishing/all-zip.ts';
import { catalogOf } from '#src/publishing/catalog.ts';
import { publishedDataPackageJson } from '#src/publishing/datapackage.ts';
import { publishedTable } from '#src/publishing/published-table.ts';
import { emptyLog } from '#src/releases/release-log.ts';

const { portal } = loadPortal({ dataDir: 'data', checks: [] });
if (portal === null) throw new Error('the demonstration data has problems');
const address = (path: string): string => `https://blood.example/${path.replace(/^\//, '')}`;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly delimiter?: string;
  readonly categories?: readonly { readonly value: string }[];
  readonly constraints?: { readonly required?: boolean; readonly minimum?: number; readonly maximum?: number; readonly maxLength?: number; readonly pattern?: string };
}
interface Described {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly bytes: number;
    readonly schema: {
      readonly fields: readonly Column[];
      readonly primaryKey: readonly string[];
      readonly missingValues: readonly { readonly value: string }[];
      readonly foreignKeys?: readonly { readonly fields: readonly string[]; readonly reference: { readonly resource: string; readonly fields: readonly string[] }; readonly except?: readonly string[] }[];
    };
  }[];
}

const shapes: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?$/, date: /^\d{4}-\d\d-\d\d$/, yearmonth: /^\d{4}-\d\d$/, year: /^\d{4}$/, time: /^\d\d:\d\d(:\d\d)?$/, datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)$/,
};

/** Faults of the CSV files as somebody finds them who has nothing but the description; at most a few a table. */
function faultsOf(files: Readonly<Record<string, string>>, described: Described): readonly string[] {
  const faults: string[] = [];
  const tables = new Map(described.resources.map((resource) => [resource.name, { resource, rows: Papa.parse<string[]>(files[resource.path]!.replace(/^\uFEFF/, ''), { delimiter: ',', skipEmptyLines: true }).data }]));
  for (const { resource, rows: [header = [], ...rows] } of tables.values()) {
    const { fields, primaryKey, missingValues, foreignKeys = [] } = resource.schema;
    const say = (fault: string): void => void faults.push(`${resource.path}: ${fault}`);
    if (header.join() !== fields.map(({ name }) => name).join()) say(`header ${header.join()}`);
    const missing = new Set(missingValues.map(({ value }) => value));
    for (const [index, field] of fields.entries()) {
      const { pattern, minimum = -Infinity, maximum = Infinity, maxLength = Infinity } = field.constraints ?? {};
      const allowed = field.categories === undefined ? null : new Set(field.categories.map(({ value }) => value));
      const regex = pattern === undefined ? null : new RegExp(pattern, 'u');
      const mustBe = field.constraints?.required === true || primaryKey.includes(field.name);
      for (const cell of new Set(rows.map((cells) => cells[index] ?? ''))) {
        if (cell === '' || missing.has(cell)) {
          if (mustBe) say(`${field.name} "${cell}" is required`);
          continue;
        }
        for (const part of field.type === 'list' ? cell.split(field.delimiter ?? ';') : [cell]) if (allowed !== null && !allowed.has(part)) say(`${field.name} "${part}" is no category`);
        if (shapes[field.type]?.test(cell) === false) say(`${field.name} "${cell}" is no ${field.type}`);
        if (Number(cell) < minimum || Number(cell) > maximum) say(`${field.name} ${cell} is out of range`);
        if (regex?.test(cell) === false) say(`${field.name} "${cell}" does not match`);
        if (cell.length > maxLength) say(`${field.name} "${cell}" is too long`);
      }
    }
    const places = (names: readonly string[], of: readonly string[]): number[] => names.map((name) => of.indexOf(name));
    const key = places(primaryKey, header);
    if (new Set(rows.map((cells) => key.map((at) => cells[at]).join('\u0001'))).size !== rows.length) say('a key stands twice');
    for (const { fields: from, reference, except = [] } of foreignKeys) {
      const target = tables.get(reference.resource === '' ? resource.name : reference.resource);
      if (target === undefined) {
        say(`refers to ${reference.resource}, which is not described`);
        continue;
      }
      const [targetHeader = [], ...targetRows] = target.rows;
      const at = places(reference.fields, targetHeader);
      const known = new Set(targetRows.map((cells) => at.map((place) => cells[place]).join('\u0001')));
      const own = places(from, header);
      for (const value of new Set(rows.map((cells) => own.map((place) => cells[place]).join('\u0001')))) if (!missing.has(value) && !except.includes(value) && !known.has(value)) say(`${from.join()} "${value}" is unknown in ${reference.resource}`);
    }
  }
  return faults;
}

const zipped = unzipSync(allZip(portal, publishedDataPackageJson(portal, emptyLog, address)));
const files = Object.fromEntries(Object.entries(zipped).map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
const described = JSON.parse(files['datapackage.json']!) as Described;

test('the zip holds the package and every table that it names, as long as it says, and nothing else', () => {
  expect(Object.keys(files).toSorted()).toEqual(['datapackage.json', ...portal.tables.map((table) => `${table}.csv`)].toSorted());
  for (const { path, bytes } of described.resources) expect(zipped[path]!.length, path).toBe(bytes);
});

test('with nothing but datapackage.json every published CSV can be checked, and passes', () => {
  expect(described.resources.length).toBeGreaterThan(20);
  expect(faultsOf(files, described)).toEqual([]);
});

test('the same check names a renamed column, a wrong type, a wrong word, a double key and an unknown id', () => {
  const broken = (path: string, change: (text: string) => string) => faultsOf({ ...files, [path]: change(files[path]!) }, { resources: described.resources.filter((one) => one.path === path || one.name === 'stations') }).join('\n');
  expect(broken('tariffs.csv', (text) => text.replace('price_yuan', 'price'))).toContain('header');
  expect(broken('funds.csv', (text) => text.replace(/,care_fund,/, ',treasure,'))).toContain('is no category');
  expect(broken('population.csv', (text) => text.replace(/\r\n(\d{4}),/, '\r\nlast year,'))).toContain('is no year');
  expect(broken('funds.csv', (text) => { const line = text.split('\r\n')[1]!; return `${text}${line}\r\n`; })).toContain('a key stands twice');
  expect(broken('stations.csv', (text) => text.replace(/\r\n[a-z0-9-]+,/, '\r\nnobody-knows,'))).toContain('is unknown in stations');
});

/** As much of JSON-LD as the test reads by name. */
interface CatalogNode {
  readonly '@context': Readonly<Record<string, unknown>>;
  readonly 'dcat:dataset': readonly DatasetNode[];
  readonly [name: string]: unknown;
}
interface DatasetNode {
  readonly 'dct:title': readonly { readonly '@language': string }[];
  readonly 'dcat:distribution': readonly DistributionNode[];
  readonly 'dct:accrualPeriodicity': { readonly '@id': string };
  readonly 'dct:temporal': Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}
interface DistributionNode {
  readonly '@id': string;
  readonly 'dcat:mediaType': { readonly '@id': string };
  readonly 'dcat:byteSize': { readonly '@value': string };
  readonly 'dcat:downloadURL': { readonly '@id': string };
  readonly [name: string]: unknown;
}

test('the catalogue has the shape of DCAT', () => {
  const coverage = { from: '2016-11-22', to: '2026-11-21' };
  const tables = portal.tables.map((table) => ({
    resource: publishedTable(portal, table).resource,
    files: [{ path: `data/v1/${table}.csv`, format: 'CSV' as const, bytes: zipped[`${table}.csv`]!.length }],
    coverage: table === 'stock' ? coverage : null,
    version: '1.0',
  }));
  const catalog = JSON.parse(JSON.stringify(catalogOf(portal, tables, address))) as CatalogNode;
  expect(catalog['@type']).toBe('dcat:Catalog');
  for (const name of ['dct:title', 'dct:publisher', 'dct:license', 'dct:spatial', 'foaf:homepage']) expect(catalog[name], name).toBeDefined();
  expect(catalog['dcat:dataset'].map((one) => one['dct:identifier'])).toEqual(portal.tables);
  const prefixes = new Set(Object.keys(catalog['@context']));
  for (const [, name] of JSON.stringify({ ...catalog, '@context': null }).matchAll(/"([a-z]+):[A-Za-z]+":/g)) expect(prefixes).toContain(name);
  const ids = new Set<string>();
  for (const one of catalog['dcat:dataset']) {
    expect(one['@type']).toBe('dcat:Dataset');
    for (const name of ['dct:title', 'dct:description', 'dct:publisher', 'dct:license', 'dct:spatial', 'dcat:landingPage', 'dcat:distribution']) expect(one[name], `${one['dct:identifier']} ${name}`).toBeDefined();
    expect(one['dct:title'].map((title) => title['@language'])).toEqual(['zh', 'en']);
    for (const file of one['dcat:distribution']) {
      expect(file['@type']).toBe('dcat:Distribution');
      expect(file['dcat:downloadURL']['@id']).toMatch(/^https:\/\/blood\.example\/data\/v1\/[a-z-]+\.csv$/);
      expect(file['dcat:mediaType']['@id']).toBe('https://www.iana.org/assignments/media-types/text/csv');
      expect(Number(file['dcat:byteSize']['@value'])).toBe(zipped[`${one['dct:identifier']}.csv`]!.length);
      ids.add(file['@id']);
    }
  }
  expect(ids.size).toBe(portal.tables.length);
  const stock = catalog['dcat:dataset'].find((one) => one['dct:identifier'] === 'stock');
  expect(stock!['dct:accrualPeriodicity']['@id']).toMatch(/frequency\/DAILY$/);
  expect(stock!['dct:temporal']['dcat:startDate']).toEqual({ '@type': 'xsd:date', '@value': coverage.from });
});

/** What DCAT-AP 3 wants of each class: properties that have to be there, and whether their values are resources (`@id` or a node) or texts. */
const wanted: Readonly<Record<string, Readonly<Record<string, 'resource' | 'text'>>>> = {
  'dcat:Catalog': { 'dct:title': 'text', 'dct:description': 'text', 'dct:publisher': 'resource', 'dcat:dataset': 'resource', 'foaf:homepage': 'resource', 'dct:language': 'resource', 'dct:license': 'resource', 'dct:modified': 'text', 'dct:spatial': 'resource' },
  'dcat:Dataset': { 'dct:title': 'text', 'dct:description': 'text', 'dct:publisher': 'resource', 'dcat:distribution': 'resource', 'dct:conformsTo': 'resource', 'dcat:landingPage': 'resource', 'dct:license': 'resource', 'dct:identifier': 'text', 'dcat:version': 'text', 'dct:modified': 'text', 'dct:spatial': 'resource' },
  'dcat:Distribution': { 'dcat:accessURL': 'resource', 'dcat:downloadURL': 'resource', 'dcat:mediaType': 'resource', 'dct:license': 'resource', 'dcat:byteSize': 'text' },
  'foaf:Agent': { 'foaf:name': 'text' },
};

test('every node of the catalogue has what DCAT-AP wants of its class, as a resource or as a text', () => {
  const tables = portal.tables.map((table) => ({ resource: publishedTable(portal, table).resource, files: [{ path: `data/v1/${table}.csv`, format: 'CSV' as const, bytes: 1 }], coverage: null, version: '1.0' }));
  const seen = new Map<string, number>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (typeof value !== 'object' || value === null) return;
    const node = value as Readonly<Record<string, unknown>>;
    const type = String(node['@type']);
    seen.set(type, (seen.get(type) ?? 0) + 1);
    for (const [property, kind] of Object.entries(wanted[type] ?? {})) {
      const values = [node[property]].flat();
      expect(values[0], `${type} ${property}`).toBeDefined();
      for (const one of values) {
        const isResource = typeof one === 'object' && one !== null && !('@value' in one);
        expect(isResource, `${type} ${property} ${JSON.stringify(one)}`).toBe(kind === 'resource');
        if (isResource && '@id' in one) expect(String(one['@id'])).toMatch(/^https?:/);
      }
    }
    Object.values(node).forEach(walk);
  };
  walk(JSON.parse(JSON.stringify(catalogOf(portal, tables, address))));
  expect([seen.get('dcat:Catalog'), seen.get('dcat:Dataset'), seen.get('dcat:Distribution'), seen.get('foaf:Agent')]).toEqual([1, portal.tables.length, portal.tables.length, 1]);
});
