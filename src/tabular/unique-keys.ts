/** Holds the keys of a table: each once, and in a daily table the days in order, so that only one day is remembered. */
import type { Resource } from './data-package.ts';
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
  const positions = primaryKey.map((name) => fields.findIndex((field) => field.name === name));
  const [firstKey = ''] = primaryKey;
  const names = positions.map((position) => fields[position]?.title ?? '').join('、');
  const seen = new Map<string, number>();
  let day = '';
  return (cells, row) => {
    if (resource.daily === true) {
      const date = cells[positions[0] ?? 0] ?? '';
      if (date < day) return { refusal: refuse('not_sorted', { previous: day }), column: firstKey, value: date };
      if (date !== day) {
        seen.clear();
        day = date;
      }
    }
    let key = '';
    for (const position of positions) key += `${cells[position]}\u0001`;
    const first = seen.get(key);
    if (first !== undefined) {
      return { refusal: refuse('key_duplicate', { first, key: names, keyEn: primaryKey.join(', ') }), column: firstKey, value: null };
    }
    seen.set(key, row);
    return null;
  };
}
