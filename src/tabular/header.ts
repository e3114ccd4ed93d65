/** Finds the columns of a table in the first row of a file: machine names or Chinese titles, in any order. */
import type { TableSchema } from './data-package.ts';
import { refuse, type Refusal } from './refusals.ts';
import { folded, isBlank, tidy } from './tidy.ts';

export interface Header {
  /** For each field of the schema the position of its column, or -1 where the file has none. */
  readonly positions: readonly number[];
  /** Number of columns up to the last one with a name. */
  readonly width: number;
  /** Positions without a name, which have to be blank in every row. */
  readonly unnamed: readonly number[];
}

export interface HeaderFault {
  readonly refusal: Refusal;
  readonly column: string | null;
  readonly value: string | null;
}

export interface HeaderMatch {
  readonly header: Header;
  readonly faults: readonly HeaderFault[];
  /** How many names were recognised. */
  readonly known: number;
}

/** Every name of every column, folded, with the position of its field. */
export function columnNames(schema: TableSchema): ReadonlyMap<string, number> {
  return new Map(schema.fields.flatMap((field, index) => [field.name, field.title, field['title@en']].map((name) => [folded(name), index])));
}

/** Matches a row of names with the fields of a schema; every unknown, repeated or missing name is a fault. */
export function matchHeader(cells: readonly string[], schema: TableSchema): HeaderMatch {
  const names = columnNames(schema);
  const positions = schema.fields.map(() => -1);
  const faults: HeaderFault[] = [];
  const unnamed: number[] = [];
  let width = 0;
  let known = 0;
  for (const [position, cell] of cells.entries()) {
    if (isBlank(cell)) {
      unnamed.push(position);
      continue;
    }
    width = position + 1;
    const index = names.get(folded(cell));
    const name = tidy(cell);
    if (index === undefined) {
      faults.push({ refusal: refuse('header_unknown', { name, ...columnList(schema) }), column: null, value: name });
    } else if (positions[index] !== -1) {
      faults.push({ refusal: refuse('header_duplicate', { name }), column: schema.fields[index]?.name ?? null, value: name });
    } else {
      positions[index] = position;
      known += 1;
    }
  }
  for (const [index, field] of schema.fields.entries()) {
    const needed = field.constraints?.required === true || schema.primaryKey.includes(field.name);
    if (positions[index] === -1 && needed) {
      faults.push({ refusal: refuse('header_missing', { name: `${field.title}（${field.name}）`, nameEn: field.name }), column: field.name, value: null });
    }
  }
  return { header: { positions, width, unnamed }, faults, known };
}

/** The columns of a table for a message, in both languages. */
export function columnList(schema: TableSchema): { readonly columns: string; readonly columnsEn: string } {
  return {
    columns: schema.fields.map((field) => `${field.title}（${field.name}）`).join('、'),
    columnsEn: schema.fields.map((field) => field.name).join(', '),
  };
}

/** Why a first row in which no name was recognised is no header, if the reason can be seen. */
export function refusedHeader(cells: readonly string[], schema: TableSchema): Refusal | null {
  const only = cells.length === 1 ? (cells[0] ?? '') : '';
  for (const [mark, delimiter, delimiterEn] of [[';', '英文分号', 'semicolon'], ['\t', '制表符', 'tab'], ['，', '中文逗号', 'Chinese comma'], ['|', '竖线', 'vertical bar']] as const) {
    if (only.includes(mark) && matchHeader(only.split(mark), schema).known > 1) return refuse('wrong_delimiter', { delimiter, delimiterEn });
  }
  return null;
}

