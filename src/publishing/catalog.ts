/** `/data/v1/catalog.jsonld`: the published tables as a DCAT catalogue, and one of them as a schema.org Dataset. */
import type { Portal } from '#src/datasets/portal.ts';
import { t } from '#src/i18n/translate.ts';
import type { Resource } from '#src/tabular/data-package.ts';
import type { PublishedFile } from './table-files.ts';

/** What is said of one table besides its schema. */
export interface CataloguedTable {
  readonly resource: Resource;
  readonly files: readonly PublishedFile[];
  /** Earliest and latest moment, as they stand in the table; null where it has no time. */
  readonly coverage: { readonly from: string; readonly to: string } | null;
  /** Version of its columns. */
  readonly version: string;
}

/** Makes a full address of a path under the portal's root. */
export type Address = (path: string) => string;

const mediaTypes: Readonly<Record<PublishedFile['format'], string>> = {
  CSV: 'text/csv',
  JSON: 'application/json',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  Parquet: 'application/vnd.apache.parquet',
};

/** The European Union's lists of frequencies and languages, which DCAT-AP uses; a working day is a day there. */
const authority = 'http://publications.europa.eu/resource/authority/';
const languages = { zh: 'ZHO', en: 'ENG' } as const;
const frequencies = { P1D: 'DAILY', workday: 'DAILY', P1M: 'MONTHLY', P1Y: 'ANNUAL' } as const;

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  obp: 'urn:open-blood-portal:',
} as const;

/** The catalogue: each table a dcat:Dataset with one dcat:Distribution a file. A demonstration says so in every title. */
export function catalogOf(portal: Portal, tables: readonly CataloguedTable[], address: Address): Readonly<Record<string, unknown>> {
  const { settings } = portal;
  const publisher = { '@type': 'foaf:Agent', '@id': `${address('/')}#publisher`, 'foaf:name': bothLanguages(settings.publisher.zh, settings.publisher.en) };
  return {
    '@context': context,
    '@id': address('data/v1/catalog.jsonld'),
    '@type': 'dcat:Catalog',
    'dct:title': titleOf(portal, settings.title.zh, settings.title.en),
    'dct:description': bothLanguages(t('zh', 'data.description'), t('en', 'data.description')),
    'dct:publisher': publisher,
    'dct:modified': moment(portal.asOf),
    'foaf:homepage': { '@id': address('/') },
    'dct:language': settings.languages.map((language) => ({ '@id': `${authority}language/${languages[language]}` })),
    'obp:demonstration': settings.demonstration !== null,
    ...licenceOf(portal),
    'dct:spatial': spatialOf(portal),
    'dcat:dataset': tables.map((table) => datasetOf(portal, table, address)),
  };
}

function datasetOf(portal: Portal, { resource, files, coverage, version }: CataloguedTable, address: Address): Readonly<Record<string, unknown>> {
  const every = portal.settings.tables[resource.name]?.every;
  const page = address(`data/${resource.name}/`);
  return {
    '@id': page,
    '@type': 'dcat:Dataset',
    'dct:identifier': resource.name,
    'dcat:version': version,
    'dct:title': titleOf(portal, resource.title, resource['title@en']),
    'dct:description': bothLanguages(resource.description, resource['description@en']),
    'dct:publisher': { '@id': `${address('/')}#publisher` },
    'dcat:landingPage': { '@id': page },
    'dct:modified': moment(portal.asOf),
    // The Table Schema of every table.
    'dct:conformsTo': { '@type': 'dct:Standard', '@id': address('data/v1/datapackage.json') },
    ...licenceOf(portal),
    'dct:spatial': spatialOf(portal),
    ...(coverage === null ? {} : { 'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': moment(coverage.from), 'dcat:endDate': moment(coverage.to) } }),
    ...(every === undefined ? {} : { 'dct:accrualPeriodicity': { '@id': `${authority}frequency/${frequencies[every]}` } }),
    'dcat:distribution': files.map(({ path, format, bytes }) => ({
      '@id': address(path),
      '@type': 'dcat:Distribution',
      'dct:title': path.split('/').at(-1),
      'dcat:downloadURL': { '@id': address(path) },
      'dcat:accessURL': { '@id': page },
      'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaTypes[format]}` },
      'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(bytes) },
      ...licenceOf(portal),
    })),
  };
}

/** A table as search engines for data read it, for its own page. */
export function schemaOrgDataset(portal: Portal, { resource, files, coverage, version }: CataloguedTable, locale: 'zh' | 'en', address: Address, page: string): Readonly<Record<string, unknown>> {
  const { settings } = portal;
  const isChinese = locale === 'zh';
  const mark = settings.demonstration === null ? '' : isChinese ? '示例数据：' : 'Demonstration data: ';
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${mark}${isChinese ? resource.title : resource['title@en']} · ${settings.title[locale]}`,
    description: `${mark}${isChinese ? resource.description : resource['description@en']}`,
    url: page,
    identifier: resource.name,
    version,
    inLanguage: locale,
    isAccessibleForFree: true,
    ...(settings.licence?.url === undefined ? {} : { license: settings.licence.url }),
    creator: { '@type': 'Organization', name: settings.publisher[locale] },
    ...(coverage === null ? {} : { temporalCoverage: `${coverage.from.slice(0, 10)}/${coverage.to.slice(0, 10)}` }),
    spatialCoverage: spatialName(portal, locale),
    variableMeasured: resource.schema.fields.map((field) => ({ '@type': 'PropertyValue', name: field.name, description: isChinese ? field.title : field['title@en'], ...(field.unit === undefined ? {} : { unitText: field.unit }) })),
    distribution: files.map(({ path, format, bytes }) => ({ '@type': 'DataDownload', encodingFormat: mediaTypes[format], contentUrl: address(path), contentSize: `${bytes} B` })),
    includedInDataCatalog: { '@type': 'DataCatalog', name: settings.title[locale], url: address(isChinese ? 'data/' : 'en/data/') },
  };
}

function bothLanguages(zh: string, en: string) {
  return [
    { '@language': 'zh', '@value': zh },
    { '@language': 'en', '@value': en },
  ];
}

function titleOf({ settings }: Portal, zh: string, en: string) {
  return settings.demonstration === null ? bothLanguages(zh, en) : bothLanguages(`示例数据：${zh}`, `Demonstration data: ${en}`);
}

function licenceOf({ settings: { licence } }: Portal): Readonly<Record<string, unknown>> {
  if (licence === undefined) return {};
  return { 'dct:license': licence.url === undefined ? { '@type': 'dct:LicenseDocument', 'dct:title': bothLanguages(licence.name.zh, licence.name.en) } : { '@id': licence.url } };
}

/** The region by its names where the portal has a table of regions, else by its id. */
function spatialName(portal: Portal, locale: 'zh' | 'en'): string {
  const region = portal.rows('regions').find((one) => one.region === portal.settings.region);
  return (locale === 'zh' ? region?.nameZh : region?.nameEn) ?? portal.settings.region;
}

function spatialOf(portal: Portal) {
  return { '@type': 'dct:Location', 'dct:identifier': portal.settings.region, 'dct:title': bothLanguages(spatialName(portal, 'zh'), spatialName(portal, 'en')) };
}

/** A year, month, day or instant under its XML Schema type. */
function moment(text: string) {
  const type = text.length === 4 ? 'gYear' : text.length === 7 ? 'gYearMonth' : text.length === 10 ? 'date' : 'dateTime';
  return { '@type': `xsd:${type}`, '@value': text };
}
