/** The one reader: a CSV file and its schema in, rows of canonical cells and every problem out; nothing is repaired silently. */
import { cellParser, isFreeText, type CellOptions } from './cell-parser.ts';
import type { Field, Resource, TableSchema } from './data-package.ts';
import { refusedBytes, type Encoding } from './encoding.ts';
import { findHeader } from './find-header.ts';
import { columnNames, type Header } from './header.ts';
import type { ProblemSink } from './problem.ts';
import { problemOf, refuse, type Refusal } from './refusals.ts';
import { visitRawRows } from './raw-rows.ts';
import { swallowedRows } from './swallowed-rows.ts';
import { uniqueKeys, type KeyCheck } from './unique-keys.ts';
import { folded, isBlank } from './tidy.ts';

/** A row that passed: canonical cells in the order of the schema's fields. */
export interface CheckedRow {
  readonly file: string;
  /** As a spreadsheet shows it: the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A file: where it lies, and the name by which the operator knows it. */
export interface TableFile {
  readonly path: string;
  readonly name: string;
}

export interface TableSpan {
  readonly rows: number;
  /** First and last date (first key column) of a daily table that has rows; null otherwise. */
  readonly first: string | null;
  readonly last: string | null;
  /** False where a fault of the whole file or of its header hides the keys of its rows. */
  readonly readable: boolean;
}

const unreadable: TableSpan = { rows: 0, first: null, last: null, readable: false };
/** Numbers of rows at which a spreadsheet ends: a file of exactly so many was probably cut off. */
export const sheetLimits: readonly number[] = [65_536, 1_048_576];
const totalWords = new Set(['合计', '小计', '总计', '总数', '共计', '累计', '合计:', '小计:', '总计:', 'total', 'subtotal', 'grandtotal', 'sum', 'total:']);

/** Whether a cell says that its row is a sum: 合计, 小计, total … */
export function isTotalWord(cell: string): boolean {
  return totalWords.has(folded(cell));
}

/**
 * Reads a file as a table. Rows without a problem go to `onRow` in order; a row with a problem does not.
 * A header without rows is an empty table and no problem. Memory does not grow with the number of rows of a daily table.
 * `onFaulty` gets the rows with a fault whose key can be read: what they name is there, whatever else is wrong with them.
 * `keys` is shared by the files of a table in several files, so that a key stands once in all of them.
 */
export function readTable(
  file: TableFile,
  resource: Resource,
  options: CellOptions,
  sink: ProblemSink,
  onRow: (row: CheckedRow) => void,
  keys: KeyCheck = uniqueKeys(resource),
  onFaulty: (row: CheckedRow) => void = () => undefined,
): TableSpan {
  const report = (refusal: Refusal, row: number | null = null, column: string | null = null, value: string | null = null): void => {
    sink.report('error', problemOf(refusal, { file: file.name, row, column, value }));
  };

  const foreign = refusedBytes(file.path);
  if (foreign !== null) {
    report(foreign);
    return unreadable;
  }
  const found = findHeader(file.path, resource);
  if ('refusal' in found) {
    report(found.refusal, found.row ?? null, found.column ?? null);
    return unreadable;
  }
  const { encoding, match } = found;
  for (const fault of match.faults) report(fault.refusal, 1, fault.column, fault.value);
  return readRows(file, encoding, match.header, resource, options, report, onRow, keys, onFaulty);
}

type Report = (refusal: Refusal, row?: number | null, column?: string | null, value?: string | null) => void;

function readRows(file: TableFile, encoding: Encoding, header: Header, resource: Resource, options: CellOptions, report: Report, onRow: (row: CheckedRow) => void, keys: KeyCheck, onFaulty: (row: CheckedRow) => void): TableSpan {
  const { schema } = resource;
  // A row without a required column is still looked at, so that all its faults are told at once, but it is no row of the table.
  const lacks = (isWanted: (field: Field) => boolean): boolean => schema.fields.some((field, index) => header.positions[index] === -1 && isWanted(field));
  const isKeyed = !lacks(({ name }) => schema.primaryKey.includes(name));
  const isComplete = isKeyed && !lacks(({ constraints }) => constraints?.required === true);
  const columns = schema.fields.map((field, index) => ({ field, position: header.positions[index] ?? -1, parse: cellParser(field, schema, options) }));
  const blankCells = columns.map(() => '');
  const wrongRow = wrongRows(schema);
  const swallows = swallowedRows(columns, header.width);
  let rows = 0;
  let first: string | null = null;
  let last: string | null = null;
  let blanksFrom = 0;
  let blanks = 0;

  const records = visitRawRows(file.path, encoding, (row, raw, fault) => {
    if (row === 1) return true;
    if (fault !== null) {
      report(fault, row);
      // The rows behind it are swallowed up to the next quote: nothing that follows can be trusted.
      return false;
    }
    if (isBlank(raw[0] ?? '') && raw.every(isBlank)) {
      if (blanks === 0) blanksFrom = row;
      blanks += 1;
      return true;
    }
    for (; blanks > 0; blanks -= 1, blanksFrom += 1) report(refuse('row_blank'), blanksFrom);

    if (raw.length < header.width) {
      report(refuse('row_short', { found: raw.length, wanted: header.width }), row);
      return true;
    }
    const stray = strayCell(raw, header);
    if (stray !== -1) {
      report(stray < header.width ? refuse('header_blank', { position: stray + 1 }) : refuse('row_long', { found: raw.length, wanted: header.width }), row);
      return true;
    }

    if (swallows !== null && swallows(raw)) {
      report(refuse('rows_in_quotes'), row);
      return true;
    }

    // A copy has its size from the start; an array that grows is allocated twice.
    const cells = blankCells.slice();
    let refused: { field: Field; refusal: Refusal; raw: string }[] | null = null;
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index];
      if (column === undefined) break;
      if (column.position === -1) continue;
      const cell = raw[column.position] ?? '';
      const result = column.parse(cell);
      if (typeof result === 'string') cells[index] = result;
      else (refused ??= []).push({ field: column.field, refusal: result, raw: cell });
    }
    if (refused !== null) {
      const whole = wrongRow(raw);
      if (whole !== null) report(whole, row);
      else for (const { field, refusal, raw: cell } of refused) report(refusal, row, field.name, isFreeText(field) ? null : cell);
      if (refused.some(({ field }) => schema.primaryKey.includes(field.name))) return true;
    }
    const clash = isKeyed ? keys(cells, row, file.name) : null;
    if (clash !== null) report(clash.refusal, row, clash.column, clash.value);
    if (clash !== null || refused !== null || !isComplete) {
      if (isKeyed) onFaulty({ file: file.name, row, cells });
      return true;
    }

    rows += 1;
    if (resource.daily === true) {
      const date = cells[0] ?? null;
      first ??= date;
      last = date;
    }
    onRow({ file: file.name, row, cells });
    return true;
  });
  if (sheetLimits.includes(records)) report(refuse('excel_limit', { rows: records }));
  return { rows, first, last, readable: isKeyed };
}

/** Why a row with wrong cells is no row of data at all, which says more than the fault of each cell; null where it may be one. */
function wrongRows(schema: TableSchema): (raw: readonly string[]) => Refusal | null {
  const names = columnNames(schema);
  const needed = schema.fields.filter(({ name, constraints }) => constraints?.required === true || schema.primaryKey.includes(name)).length;
  return (raw) => {
    if (raw.some(isTotalWord)) return refuse('total_row');
    if (raw.filter((cell) => names.has(folded(cell))).length > 1) return refuse('header_repeated');
    return needed > 2 && raw.filter((cell) => !isBlank(cell)).length === 1 ? refuse('note_row') : null;
  };
}

/** Position of a cell with content that belongs to no column; -1 where there is none. */
function strayCell(raw: readonly string[], header: Header): number {
  for (let position = header.width; position < raw.length; position += 1) if (!isBlank(raw[position] ?? '')) return position;
  for (const position of header.unnamed) if (position < raw.length && !isBlank(raw[position] ?? '')) return position;
  return -1;
}
