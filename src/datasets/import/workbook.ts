/** Reads one sheet of an .xlsx workbook: every cell as a person sees it, dates as dates, errors as errors. */
import { readFileSync } from 'node:fs';
import readWorkbook from 'read-excel-file/node';
import type { ProblemSink } from '#src/tabular/problem.ts';
import type { TableFile } from '#src/tabular/read-table.ts';
import { importProblem } from './problems.ts';
import type { SourceCell } from './source.ts';
import { workbookMarks } from './workbook-marks.ts';

/** All rows of the sheet, the first being row 1; null with a problem where there is no such sheet or workbook. `sheet`: its name, or its number from 1. */
export async function readSheet(file: TableFile, sheet: string | number, sink: ProblemSink): Promise<readonly (readonly SourceCell[])[] | null> {
  const bytes = readFileSync(file.path);
  try {
    const sheets = await readWorkbook(bytes, { trim: false });
    const found = typeof sheet === 'number' ? sheets[sheet - 1] : sheets.find((candidate) => candidate.sheet === sheet);
    if (found === undefined) {
      const names = sheets.map((candidate) => candidate.sheet).join(' | ');
      sink.report('error', importProblem('import_sheet_unknown', { file: file.name, value: String(sheet) }, { sheet, sheets: names }));
      return null;
    }
    const { errors, percents } = workbookMarks(bytes, found.sheet);
    // An error mark is left out by the reader of values, also where it makes the row longer.
    const rows = found.data.map((cells, row) => cells.map((value, column) => cellOf(value, percents.has(addressOf(row, column)))));
    for (const [address, mark] of errors) {
      const { row, column } = placeOf(address);
      while (rows.length <= row) rows.push([]);
      const cells = rows[row] ?? [];
      while (cells.length <= column) cells.push('');
      cells[column] = mark;
    }
    const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
    return rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')]);
  } catch (error) {
    sink.report('error', importProblem('import_workbook_broken', { file: file.name }, { reason: error instanceof Error ? error.message : String(error) }));
    return null;
  }
}

function cellOf(value: unknown, percent: boolean): SourceCell {
  if (value === null || value === undefined) return '';
  // Times are kept as fractions of a day and come out a millisecond early.
  if (value instanceof Date) return { clock: new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19) };
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') return String(value);
  return percent ? `${shownNumber(value * 100)}%` : shownNumber(value);
}

/** With the 15 digits that a spreadsheet keeps; a longer number has lost some and looks as it does there, `3.3E+17`. */
function shownNumber(value: number): string {
  if (Math.abs(value) >= 1e15) return value.toExponential().toUpperCase();
  return new Intl.NumberFormat('en', { useGrouping: false, maximumSignificantDigits: 15 }).format(value);
}

function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

function placeOf(address: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: Math.max(0, column - 1) };
}
