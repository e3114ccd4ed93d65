/** Reads one CSV file of a table as a stream of checked rows; everything a number says has passed here. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Resource } from './data-package.ts';
import type { ProblemSink } from './problem.ts';

/** `path` opens the file, `name` is how the operator knows it, e.g. `data/stock/2026.csv`. */
export interface TableFile {
  readonly path: string;
  readonly name: string;
}

/** One row without a problem: cells are canonical text in the order of the schema's fields, missing values as their code. */
export interface CheckedRow {
  readonly file: string;
  /** Row number as a spreadsheet shows it (header = 1). */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface ReadOptions {
  /** Last day that is not future, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Offset from UTC, e.g. `+08:00`, of a local day and time (`YYYY-MM-DDTHH:MM:SS`); without it instants need their own offset. */
  readonly offsetAt?: (local: string) => string;
  /** Called now and then with the bytes read since the last call. */
  readonly onProgress?: (bytes: number) => void;
}

/** What a file held: data rows (blank rows at the end not counted), and the period of its date column where it has one. */
export interface TableSummary {
  readonly rows: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Reports every problem of the file to `sink` and passes each row without an error to `onRow`, in the order of the file. */
export function readTable(
  file: TableFile,
  resource: Resource,
  _options: ReadOptions,
  _sink: ProblemSink,
  onRow: (row: CheckedRow) => void,
): TableSummary {
  const { data } = Papa.parse<string[]>(readFileSync(file.path, 'utf8').replace(/^\uFEFF/, ''), { delimiter: ',', skipEmptyLines: true });
  const [header = [], ...rows] = data;
  const from = resource.schema.fields.map((field) => header.findIndex((name) => name === field.name || name === field.title));
  rows.forEach((cells, index) => onRow({ file: file.name, row: index + 2, cells: from.map((column) => cells[column] ?? '') }));
  const dateColumn = resource.schema.fields.findIndex((field) => field.type === 'date');
  const dates = rows.map((cells) => cells[from[dateColumn] ?? -1] ?? '').filter((date) => date !== '').sort();
  return { rows: rows.length, first: dates[0] ?? null, last: dates.at(-1) ?? null };
}
