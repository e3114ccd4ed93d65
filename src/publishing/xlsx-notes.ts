/** What a workbook says beside the rows: the meaning of each column, and where the table comes from. */
import { citedSources } from '#src/datasets/cited-sources.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { PublishedTable } from './published-table.ts';

interface NoteSheet {
  readonly sheet: string;
  readonly data: ({ readonly value: string; readonly type: StringConstructor; readonly fontWeight?: 'bold'; readonly wrap?: boolean } | null)[][];
  readonly columns: { readonly width: number }[];
  readonly stickyRowsCount?: number;
}

const demonstrationNote = ['示例数据：由程序生成，不是任何地方的真实数据。', 'Demonstration data: made by a program, not the real data of any place.'] as const;

/** One row a column of the table, then one row a missing-value code; titles in both languages. */
export function dictionarySheet({ resource, fields }: PublishedTable): NoteSheet {
  const { primaryKey, missingValues } = resource.schema;
  const header = ['列 column', '中文标题 Chinese title', '英文标题 English title', '类型 type', '主键 key', '单位 unit', '中文说明 Chinese description', '英文说明 English description', '可用的值 values', '例 example'];
  const rows = fields.map((field) => [
    field.name,
    field.title,
    field['title@en'],
    field.type,
    primaryKey.includes(field.name) ? '是 yes' : '',
    field.unit ?? '',
    field.description,
    field['description@en'],
    (field.categories ?? []).map((one) => `${one.value} = ${one.label} · ${one['label@en']}`).join('\n'),
    field.example ?? '',
  ]);
  const codes = missingValues.filter(({ value }) => value !== '').map((one) => [one.value, one.title, one['title@en'], one.label]);
  return {
    sheet: 'dictionary',
    data: [boldRow(header), ...rows.map(textRow), [], boldRow(['缺值代码 missing-value code', '中文 Chinese', '英文 English', '原因 reason']), ...codes.map(textRow)],
    columns: [20, 20, 24, 12, 10, 12, 48, 48, 40, 20].map((width) => ({ width })),
    stickyRowsCount: 1,
  };
}

/** Title, publisher, instant, licence, address and the sources that the rows name. */
export function sourceSheet(portal: Portal, { resource }: PublishedTable): NoteSheet {
  const { settings } = portal;
  const rows: (readonly string[])[] = [
    ...(settings.demonstration === null ? [] : [['示例 demonstration', ...demonstrationNote]]),
    ['表 table', resource.title, resource['title@en'], resource.name],
    ['说明 description', resource.description, resource['description@en']],
    ['平台 portal', settings.title.zh, settings.title.en, settings.site],
    ['发布者 publisher', settings.publisher.zh, settings.publisher.en],
    ['数据截至 data to', portal.asOf],
    ...(settings.licence === undefined ? [] : [['许可 licence', settings.licence.name.zh, settings.licence.name.en, settings.licence.url ?? '']]),
    ...citedSources(portal, resource.name).map(({ title, publisher, date, url }) => ['出处 source', title, `${publisher}${date === null ? '' : ` · ${date}`}`, url ?? '']),
  ];
  return { sheet: 'source', data: rows.map(textRow), columns: [20, 48, 48, 40].map((width) => ({ width })) };
}

function textRow(cells: readonly string[]): NoteSheet['data'][number] {
  return cells.map((value) => (value === '' ? null : { value, type: String, wrap: true }));
}

function boldRow(cells: readonly string[]): NoteSheet['data'][number] {
  return cells.map((value) => ({ value, type: String, fontWeight: 'bold' }));
}
