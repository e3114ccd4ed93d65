/** Reads cells that hold one of a closed list of words, a list of them, an id, or free text. */
import type { Category, Field } from './data-package.ts';
import type { CellResult } from './date-cell.ts';
import { refuse } from './refusals.ts';
import { folded, tidy, trimmed } from './tidy.ts';

/** Every spelling of a field's categories (value, both labels, aliases), folded, with the value it means. */
export function categorySpellings(categories: readonly Category[]): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  for (const category of categories) {
    for (const spelling of [category.value, category.label, category['label@en'], ...(category.aliases ?? [])]) {
      spellings.set(folded(spelling), category.value);
    }
  }
  return spellings;
}

/** A parser of one category. */
export function categoryParser(categories: readonly Category[]): (raw: string) => CellResult {
  const spellings = categorySpellings(categories);
  const labels = categories.map((category) => (category.label === category.value ? category.value : `${category.label}（${category.value}）`)).join('、');
  const labelsEn = categories.map((category) => category.value).join(', ');
  return (raw) => spellings.get(folded(raw)) ?? refuse('not_in_list', { value: tidy(raw), labels, labelsEn });
}

/** A parser of several words: separated by `;`, `；` or `、`, joined by `;`; categories in the order of the schema, other words in their own. */
export function listParser(field: Field): (raw: string) => CellResult {
  const { categories = [] } = field;
  const parseOne = field.categories === undefined ? tidy : categoryParser(categories);
  const order = categories.map((category) => category.value);
  return (raw) => {
    const values: string[] = [];
    for (const part of raw.split(/[;；、]/)) {
      if (trimmed(part) === '') continue;
      const value = parseOne(part);
      if (typeof value !== 'string') return value;
      if (values.includes(value)) return refuse('list_repeats', { value });
      values.push(value);
    }
    if (values.length === 0) return refuse('required_empty');
    return values.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).join(field.delimiter ?? ';');
  };
}

/** A parser of text with a pattern (ids, addresses). */
export function patternParser(pattern: string, example: string, longest: number | undefined): (raw: string) => CellResult {
  const expression = new RegExp(pattern, 'u');
  return (raw) => {
    const text = tidy(raw);
    if (/^\d(\.\d+)?E\+\d+$/i.test(text)) return refuse('id_scientific');
    if (!expression.test(text)) return refuse('pattern_mismatch', { example });
    return tooLong(text, longest) ?? text;
  };
}

/** A parser of free text: blanks at the ends go, everything else stays. */
export function textParser(longest: number | undefined): (raw: string) => CellResult {
  return (raw) => {
    const text = trimmed(raw);
    if (isGarbled(text)) return refuse('text_garbled');
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return refuse('control_character');
    return tooLong(text, longest) ?? text;
  };
}

/** Whether characters were lost on the way: U+FFFD, what GBK makes of it, a box of the private-use area, or more question marks than anything else. */
function isGarbled(text: string): boolean {
  if (/[\ufffd\ue000-\uf8ff]|锟斤|斤拷/u.test(text)) return true;
  const marks = text.match(/\?{2,}/g)?.join('').length ?? 0;
  return marks * 2 >= text.replaceAll(' ', '').length && marks > 0;
}

function tooLong(text: string, longest: number | undefined): CellResult | null {
  const found = [...text].length;
  return longest !== undefined && found > longest ? refuse('text_too_long', { found, wanted: longest }) : null;
}
