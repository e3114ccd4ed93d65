/** Every problem that the reader can find, by its code, and the way from a refusal to what people read. */
import { personalNumberIn, withoutPersonalNumbers } from '#src/domain/personal-numbers.ts';
import { cellRefusals } from './cell-refusals.ts';
import { fileRefusals } from './file-refusals.ts';
import type { Problem } from './problem.ts';
import type { Wording } from './refusal-wording.ts';
import { rowRefusals } from './row-refusals.ts';

/** Values for the placeholders of a message. */
export type RefusalParams = Readonly<Record<string, string | number>>;

const wordings = { ...fileRefusals, ...rowRefusals, ...cellRefusals };

export type TabularCode = keyof typeof wordings;

/** Every code of the reader. */
export const tabularCodes = Object.keys(wordings) as readonly TabularCode[];

/** A cell, row or file that was not accepted: which rule, and what its message wants to know. */
export interface Refusal {
  readonly code: TabularCode;
  readonly params: RefusalParams;
}

export function refuse(code: TabularCode, params: RefusalParams = {}): Refusal {
  return { code, params };
}

/** The refusal as a problem at a place. `value` longer than 80 characters is cut; one with a personal number is not repeated. */
export function problemOf(
  refusal: Refusal,
  place: { readonly file: string; readonly row: number | null; readonly column: string | null; readonly value: string | null },
): Problem {
  const { message, fix }: Wording = wordings[refusal.code];
  return {
    file: place.file,
    row: place.row,
    column: place.column,
    value: shownValue(place.value),
    code: refusal.code,
    message: { zh: fill(message.zh, refusal.params), en: fill(message.en, refusal.params) },
    fix: { zh: fill(fix.zh, refusal.params), en: fill(fix.en, refusal.params) },
  };
}

/** Looked at before it is cut: half of a personal number is no number any more, but still half of it. */
function shownValue(value: string | null): string | null {
  if (value === null || personalNumberIn(value) !== null) return null;
  return cut(value);
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Cells and names are cut; the lists of what may be written are the program's own and stay whole. */
const cutParams: readonly string[] = ['value', 'name'];

function fill(text: string, params: RefusalParams): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const param = params[name] ?? whole;
    if (typeof param === 'number') return String(param);
    const shown = withoutPersonalNumbers(param);
    return cutParams.includes(name) ? cut(shown) : shown;
  });
}
