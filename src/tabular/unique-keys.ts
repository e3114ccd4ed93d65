/** Holds the keys of a table: each once, and in a daily table the days in order, so that only one day is remembered. */
import type { Field, Resource } from './data-package.ts';
import { refuse, type Refusal } from './refusals.ts';

export interface KeyClash {
  readonly refusal: Refusal;
  readonly column: string;
  readonly value: string | null;
}

/** Takes the canonical cells of a row, its number and the name of its file; says what is wrong with its key. */
export type KeyCheck = (cells: readonly string[], row: number, file: string) => KeyClash | null;

/** Row numbers of the second and further files of a table are kept above this, so that one number names file and row. */
const rowsInFile = 2 ** 32;

/** A function that takes the canonical cells of one row after the other and says what is wrong with its key, or null. */
export function uniqueKeys(resource: Resource): KeyCheck {
  const { fields, primaryKey } = resource.schema;
  const daily = resource.daily === true;
  const [firstKey = ''] = primaryKey;
  const positions = primaryKey.map((name) => fields.findIndex((field) => field.name === name));
  const names = positions.map((position) => fields[position]?.title ?? '').join('、');
  const datePosition = positions[0] ?? 0;
  const keyOf = rowKey(daily ? positions.slice(1) : positions, fields);
  const seen = new Map<string | number, number>();
  const files: string[] = [];
  let day = '';
  return (cells, row, file) => {
    if (files.at(-1) !== file) files.push(file);
    if (daily) {
      const date = cells[datePosition] ?? '';
      if (date < day) return { refusal: refuse('not_sorted', { previous: day }), column: firstKey, value: date };
      if (date !== day) {
        seen.clear();
        day = date;
      }
    }
    const key = keyOf(cells);
    const first = seen.get(key);
    if (first !== undefined) {
      const firstFile = files[Math.floor(first / rowsInFile)] ?? file;
      const there = first % rowsInFile;
      const place = firstFile === file ? { first: `第 ${there} 行`, firstEn: `row ${there}` } : { first: `${firstFile} 第 ${there} 行`, firstEn: `row ${there} of ${firstFile}` };
      return { refusal: refuse('key_duplicate', { ...place, key: names, keyEn: primaryKey.join(', ') }), column: firstKey, value: null };
    }
    seen.set(key, (files.length - 1) * rowsInFile + row);
    return null;
  };
}

/** Different texts of a column without categories that a key can number; beyond it the key is a text. */
const numbered = 1 << 20;

/**
 * The cells at some positions of a row as one key: as a whole number, each cell a digit in a base of its own, which is several times faster to make and to
 * find than a text; as a text where the digits would not fit into 53 bits.
 */
export function rowKey(positions: readonly number[], fields: readonly Field[]): (cells: readonly string[]) => string | number {
  const asText = (cells: readonly string[]): string => positions.map((position) => cells[position]).join('\u0001');
  const digits = positions.map((position) => ({ position, base: fields[position]?.categories?.length ?? numbered, known: new Map<string, number>(), lastCell: '', lastDigit: -1 }));
  if (digits.reduce((product, { base }) => product * base, 1) > Number.MAX_SAFE_INTEGER) return asText;
  return (cells) => {
    let key = 0;
    for (const digit of digits) {
      const cell = cells[digit.position] ?? '';
      // Most cells of a key are those of the row before.
      if (cell !== digit.lastCell || digit.lastDigit === -1) {
        let number = digit.known.get(cell);
        if (number === undefined) {
          number = digit.known.size;
          if (number >= digit.base) return asText(cells);
          digit.known.set(cell, number);
        }
        digit.lastCell = cell;
        digit.lastDigit = number;
      }
      key = key * digit.base + digit.lastDigit;
    }
    return key;
  };
}
