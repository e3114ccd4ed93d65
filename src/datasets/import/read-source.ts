/** Reads a foreign .csv or .xlsx down to the columns that a mapping names; which of the two it is, its bytes say. */
import { decodableEncodings, fileChunks, refusedBytes, undecodable, type Encoding } from '#src/tabular/encoding.ts';
import type { ProblemSink } from '#src/tabular/problem.ts';
import { visitRawRows } from '#src/tabular/raw-rows.ts';
import { sheetLimits, type TableFile } from '#src/tabular/read-table.ts';
import { problemOf, refuse, type Refusal } from '#src/tabular/refusals.ts';
import { folded, isBlank, tidy } from '#src/tabular/tidy.ts';
import { unclearCell } from '#src/tabular/unclear-encoding.ts';
import type { Mapping } from './mapping.ts';
import { importProblem } from './problems.ts';
import { shownCell, type SourceCell, type SourceRow, type SourceTable } from './source.ts';
import { readSheet } from './workbook.ts';

/** The header and rows of a file; blank rows at its end are no rows. Null with problems where it cannot be read. */
export async function readSource(file: TableFile, mapping: Mapping, sink: ProblemSink): Promise<SourceTable | null> {
  switch (kindOf(file.path)) {
    case 'xls':
      sink.report('error', importProblem('import_xls', { file: file.name }));
      return null;
    case 'xlsx': {
      const sheet = await readSheet(file, mapping.sheet, sink);
      if (sheet === null) return null;
      return tableOf(file, mapping, sheet.map((cells, index) => ({ row: index + 1, cells })), sink);
    }
    case 'csv':
      return readCsv(file, mapping, sink);
  }
}

function kindOf(path: string): 'csv' | 'xlsx' | 'xls' {
  for (const [a, b, c, d] of fileChunks(path)) {
    if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return 'xls';
    if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return 'xlsx';
    break;
  }
  return 'csv';
}

/** The first encoding in which the file decodes and the header has the mapping's columns; else the first that decodes. Where both have them, the cells have to say. */
function readCsv(file: TableFile, mapping: Mapping, sink: ProblemSink): SourceTable | null {
  const report = (refusal: Refusal, row: number | null = null): null => {
    sink.report('error', problemOf(refusal, { file: file.name, row, column: null, value: null }));
    return null;
  };
  const foreign = refusedBytes(file.path);
  if (foreign !== null) return report(foreign);
  let first: Encoding | null = null;
  let fitting: Encoding | null = null;
  for (const encoding of decodableEncodings(file.path)) {
    first ??= encoding;
    const header = csvRows(file, encoding, mapping.skip_rows + 1).rows.at(mapping.skip_rows);
    const names = new Set(header?.cells.map((cell) => folded(shownCell(cell))));
    if (!sourceNames(mapping).every((name) => names.has(folded(name)))) continue;
    if (fitting !== null) {
      const unclear = unclearCell(file.path);
      if (unclear !== null) return report(refuse('encoding_unclear'), unclear.row);
    }
    fitting ??= encoding;
  }
  first = fitting ?? first;
  if (first === null) return report(undecodable(file.path));
  const { rows, faults } = csvRows(file, first, Number.POSITIVE_INFINITY);
  for (const { row, refusal } of faults) sink.report('error', problemOf(refusal, { file: file.name, row, column: null, value: null }));
  return faults.length > 0 ? null : tableOf(file, mapping, rows, sink);
}

function csvRows(file: TableFile, encoding: Encoding, most: number): { readonly rows: readonly SourceRow[]; readonly faults: readonly { readonly row: number; readonly refusal: Refusal }[] } {
  const rows: SourceRow[] = [];
  const faults: { row: number; refusal: Refusal }[] = [];
  visitRawRows(file.path, encoding, (row, raw, refusal) => {
    if (refusal === null) rows.push({ row, cells: raw.map((cell, index) => (row === 1 && index === 0 ? cell.replace(/^\uFEFF/, '') : cell)) });
    else faults.push({ row, refusal });
    return refusal === null && rows.length < most;
  });
  return { rows, faults };
}

/** Every column of the source that the mapping names, each once. */
export function sourceNames(mapping: Mapping): readonly string[] {
  const names = [
    ...Object.values(mapping.columns).map(({ from }) => from),
    ...mapping.drop.flatMap(({ empty, column }) => [...(empty ?? []), column]),
    mapping.keep?.by,
  ];
  return [...new Set(names.filter((name) => name !== undefined))];
}

function tableOf(file: TableFile, mapping: Mapping, all: readonly SourceRow[], sink: ProblemSink): SourceTable | null {
  const report = (refusal: Refusal, row: number | null, column: string | null = null): void =>
    sink.report('error', problemOf(refusal, { file: file.name, row, column, value: null }));
  const filled = all.slice(0, all.findLastIndex(({ cells }) => !cells.every(isBlankCell)) + 1);
  if (sheetLimits.includes(all.length)) report(refuse('excel_limit', { rows: all.length }), null);
  if (filled.length === 0) {
    report(refuse('file_empty'), null);
    return null;
  }
  const headerRow = mapping.skip_rows + 1;
  const header = (filled[mapping.skip_rows]?.cells ?? []).map((cell) => tidy(shownCell(cell)));
  let sound = !sheetLimits.includes(all.length);
  for (const name of sourceNames(mapping)) {
    const count = header.filter((cell) => folded(cell) === folded(name)).length;
    if (count === 1) continue;
    sound = false;
    if (count > 1) report(refuse('header_duplicate', { name }), headerRow, name);
    else {
      const names = header.filter((cell) => cell !== '').join(' | ');
      sink.report('error', importProblem('import_header_unknown', { file: file.name, row: headerRow, column: name }, { headerRow, name, names: names.slice(0, 400) }));
    }
  }
  if (!sound) return null;
  const width = header.findLastIndex((cell) => cell !== '') + 1;
  const rows = filled.slice(headerRow);
  const wellFormed = rows.filter(({ row, cells }) => {
    if (cells.every(isBlankCell)) return true;
    const found = cells.findLastIndex((cell) => !isBlankCell(cell)) + 1;
    if (cells.length < width) report(refuse('row_short', { found: cells.length, wanted: width }), row);
    else if (found > width) report(refuse('row_long', { found, wanted: width }), row);
    else return true;
    return false;
  });
  return { name: file.name, headerRow, header, rows: wellFormed };
}

function isBlankCell(cell: SourceCell): boolean {
  return typeof cell === 'string' && isBlank(cell);
}
