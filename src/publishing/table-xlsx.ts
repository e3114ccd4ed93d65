/** `/data/v1/<table>.xlsx`: a published table as a workbook with the sheets `data`, `dictionary` and `source`. */
import { unzipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Field } from '#src/tabular/data-package.ts';
import { neutralText } from '#src/tabular/formula-text.ts';
import { cellValue, missingCodes } from './cell-value.ts';
import type { MissingCodes } from './cell-value.ts';
import { fixedZip } from './fixed-zip.ts';
import { publishedTable } from './published-table.ts';
import type { PublishedTable } from './published-table.ts';
import { dictionarySheet, sourceSheet } from './xlsx-notes.ts';
import { sharedTexts, sheetRows } from './xlsx-sheet.ts';
import type { SheetCell } from './xlsx-sheet.ts';
import { rowLimit, yearsOf } from './yearly-parts.ts';

export interface Workbook {
  /** Name under `/data/v1/`, e.g. `stock.xlsx`, `stock-2025.xlsx`. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The workbooks of a table. Made once. */
export const tableXlsx: (portal: Portal, table: string) => Promise<readonly Workbook[]> = oncePerPortal((portal, table) => tableWorkbooks(portal, table));

/**
 * One workbook; of a table with more rows than `limit` and a date column one for each year, and in `<table>.xlsx` their names instead of the rows. The
 * sheet `data` has the machine names as its header. Numbers and years are numbers, dates dates, everything else text; an empty cell is an empty cell, a
 * missing-value code stands as it does in the CSV, and the sheet `dictionary` says what it means. No cell is a formula.
 */
export async function tableWorkbooks(portal: Portal, table: string, limit = rowLimit): Promise<readonly Workbook[]> {
  const published = publishedTable(portal, table);
  const years = yearsOf(published, limit);
  const header = published.fields.map(({ name }) => name);
  const codes = missingCodes(published.resource.schema.missingValues);
  const cellsOf = (rows: PublishedTable['rows']): SheetCell[][] => rows.map((row) => published.fields.map((field, index) => sheetCell(field, codes, row[index] ?? '')));
  if (years === null) return [{ name: `${table}.xlsx`, bytes: await workbook(portal, published, header, cellsOf(published.rows)) }];
  const parts: Workbook[] = [];
  for (const [year, rows] of years) parts.push({ name: `${table}-${year}.xlsx`, bytes: await workbook(portal, published, header, cellsOf(rows)) });
  const names = parts.map(({ name }) => [name]);
  return [{ name: `${table}.xlsx`, bytes: await workbook(portal, published, ['part'], names) }, ...parts];
}

const dateFormat = 'yyyy-mm-dd';
const dataSheet = 'xl/worksheets/sheet1.xml';
const textList = 'xl/sharedStrings.xml';

/** The library writes the frame with one row in the formats that are used; the rows themselves take its place. */
async function workbook(portal: Portal, published: PublishedTable, header: readonly string[], rows: readonly (readonly SheetCell[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const frame = await writeExcelFile([
    {
      sheet: 'data',
      data: [header.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const })), [{ value: new Date(0), type: Date, format: dateFormat }, { value: 'text', type: String, format: '@' }]],
      columns: header.map((name) => ({ width: Math.max(12, name.length + 2) })),
      stickyRowsCount: 1,
    },
    dictionarySheet(published),
    sourceSheet(portal, published),
  ]).toBuffer();
  const files = Object.entries(unzipSync(frame)).map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')] as const);
  const textOf = (path: string): string => files.find(([name]) => name === path)?.[1] ?? '';
  const [specimen = '', date, text] = /<row r="2"[^>]*><c r="A2" s="(\d+)".*?<c r="B2" s="(\d+)".*?<\/row>/s.exec(textOf(dataSheet)) ?? [];
  if (date === undefined || text === undefined) throw new Error('write-excel-file writes its cells otherwise than table-xlsx.ts expects');
  const texts = sharedTexts(textOf(textList).split('<si>').length - 1);
  const sheet = sheetRows(rows, 2, { date: Number(date), text: Number(text) }, texts, (one) => neutralText(one) !== one);
  // A function, so that a `$` of the data stays one.
  const changed: Readonly<Record<string, (content: string) => string>> = {
    [dataSheet]: (content) => content.replace(specimen, () => sheet),
    [textList]: (content) => content.replace('</sst>', () => `${texts.xml()}</sst>`),
  };
  return fixedZip(files.map(([path, content]) => [path, changed[path]?.(content) ?? content]));
}

/** Excel's calendar is right from March 1900 on; an earlier date stays a text. */
function sheetCell(field: Field, codes: MissingCodes, cell: string): SheetCell {
  if (cell === '') return null;
  const value = cellValue(field, codes, cell);
  if (typeof value === 'number') return value;
  if (field.type === 'date' && value !== null && cell >= '1900-03-01') return { day: Date.parse(cell) / 86_400_000 + 25_569 };
  return cell;
}
