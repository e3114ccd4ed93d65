/** Holds the keys of a table: each once, and in a daily table the days in order, so that only one day is remembered. */
import type { Field, Resource } from './data-package.ts';
import { refuse, type Refusal } from './refusals.ts';

export interface KeyClash {
  readonly refusal: Refusal;
  readonly column: string;
  readonly value: string | null;
}

/** Takes the canonical cells of a row and its number; says what is wrong with its key. */
export type KeyCheck = (cells: readonly string[], row: number) => KeyClash | null;

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
  let day = '';
  return (cells, row) => {
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
      return { refusal: refuse('key_duplicate', { first, key: names, keyEn: primaryKey.join(', ') }), column: firstKey, value: null };
    }
    seen.set(key, row);
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
  const digits = positions.map((position) => ({ position, base: fields[position]?.categories?.length ?? numbered, known: new Map<string, number>() }));
  if (digits.reduce((product, { base }) => product * base, 1) > Number.MAX_SAFE_INTEGER) return asText;
  return (cells) => {
    let key = 0;
    for (const { position, base, known } of digits) {
      const cell = cells[position] ?? '';
      let digit = known.get(cell);
      if (digit === undefined) {
        digit = known.size;
        if (digit >= base) return asText(cells);
        known.set(cell, digit);
      }
      key = key * base + digit;
    }
    return key;
  };
}
