/** Makes the parser of one column from its field: raw cell in, canonical text or a refusal out, remembered for the next equal cell. */
import type { Field, TableSchema } from './data-package.ts';
import { isCanonicalInstant, parseDateCell, parseInstantCell, parseMomentCell, parseMonthCell, parseTimeCell, parseYearCell, type CellResult } from './date-cell.ts';
import { parseNumberCell } from './number-cell.ts';
import { refuse } from './refusals.ts';
import { folded, isBlank, tidy } from './tidy.ts';
import { categoryParser, listParser, patternParser, textParser } from './word-cell.ts';

export interface CellOptions {
  /** The latest day that is not in the future (`YYYY-MM-DD`); null: no date is too late. */
  readonly latestDate: string | null;
}

/** A free text: no pattern, no list, no date. Its value may be personal and is not repeated in problems. */
export function isFreeText(field: Field): boolean {
  return field.type === 'string' && field.categories === undefined && field.moment === undefined && field.constraints?.pattern === undefined;
}

/** So many different cells of a column are remembered; then the memory starts anew. */
const remembered = 8192;

/** The parser of a field of a table. Missing values come out as their code, which a required or key column refuses. */
export function cellParser(field: Field, schema: TableSchema, options: CellOptions): (raw: string) => CellResult {
  const parse = uncachedParser(field, schema, options);
  if (isFreeText(field)) return parse;
  if (field.type === 'datetime') return rememberingDay(parse);
  const remembering = rememberingCells(parse);
  return takesPlainNumbers(field) ? (raw) => (isPlainNumber(raw) ? raw : remembering(raw)) : remembering;
}

/** Whether every whole number that is not negative stands in the column as it is written. */
function takesPlainNumbers({ type, decimals, constraints }: Field): boolean {
  return (type === 'number' || type === 'integer') && decimals === undefined && (constraints?.minimum ?? 0) <= 0 && constraints?.maximum === undefined;
}

/** Up to six digits without a leading zero: in nearly every row another one, and sooner looked at than found among those remembered. */
function isPlainNumber(raw: string): boolean {
  const { length } = raw;
  if (length === 0 || length > 6 || (length > 1 && raw.charCodeAt(0) === 0x30)) return false;
  for (let index = 0; index < length; index += 1) {
    const code = raw.charCodeAt(index);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

/** Remembers what it made of the cells before. */
function rememberingCells(parse: (raw: string) => CellResult): (raw: string) => CellResult {
  const memory = new Map<string, CellResult>();
  // Neighbouring rows mostly hold the same cell, and comparing two short texts costs less than finding one in a map.
  let lastRaw = '';
  let lastResult = parse('');
  return (raw) => {
    if (raw === lastRaw) return lastResult;
    let result = memory.get(raw);
    if (result === undefined) {
      const own = ownCopy(raw);
      result = parse(own);
      if (memory.size >= remembered) memory.clear();
      memory.set(own, result);
    }
    lastRaw = raw;
    lastResult = result;
    return result;
  };
}

/** For instants, of which nearly every row may hold another: remembers only their day, the rest of a canonical one is checked each time. */
function rememberingDay(parse: (raw: string) => CellResult): (raw: string) => CellResult {
  const blank = parse('');
  let knownDay: string | null = null;
  return (raw) => {
    if (raw === '') return blank;
    if (knownDay !== null && raw.startsWith(knownDay) && isCanonicalInstant(raw)) return raw;
    const result = parse(raw);
    if (result === raw && isCanonicalInstant(raw)) knownDay = ownCopy(raw.slice(0, 'YYYY-MM-DDT'.length));
    return result;
  };
}

/** From this length on V8 keeps a piece of a text as a view of the whole text. */
const shortestView = 13;

/** The same text in memory of its own: a cell is a piece of the text of its file, and whoever remembers it would keep all of that. */
export function ownCopy(text: string): string {
  return text.length < shortestView ? text : Buffer.from(text).toString();
}

function uncachedParser(field: Field, schema: TableSchema, options: CellOptions): (raw: string) => CellResult {
  const mayBeMissing = field.constraints?.required !== true && !schema.primaryKey.includes(field.name);
  const missing = new Map<string, string>();
  for (const entry of schema.missingValues) {
    if (entry.value === '') continue;
    for (const spelling of [entry.value, ...(entry.aliases ?? [])]) missing.set(folded(spelling), entry.value);
  }
  const freeText = isFreeText(field);
  const codes = new Set(schema.missingValues.map(({ value }) => value));
  const parseValue = valueParser(field);
  const inTime = timeLimit(field, options);
  return (raw) => {
    if (isBlank(raw)) return mayBeMissing ? '' : refuse('required_empty');
    const text = tidy(raw);
    if (/^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)/i.test(text)) return refuse('formula_error');
    if (!freeText && text.startsWith('=')) return refuse('formula_text');
    // In a free text only the code itself is one: its Chinese word, or "na", may be what somebody wanted to say.
    const code = freeText ? (codes.has(text) ? text : undefined) : missing.get(folded(raw));
    if (code !== undefined) return mayBeMissing ? code : refuse('required_empty');
    const value = parseValue(raw);
    return typeof value === 'string' ? inTime(value) : value;
  };
}

function valueParser(field: Field): (raw: string) => CellResult {
  const longest = field.constraints?.maxLength;
  switch (field.type) {
    case 'date':
      return parseDateCell;
    case 'yearmonth':
      return parseMonthCell;
    case 'year':
      return (raw) => {
        const year = parseYearCell(raw);
        return typeof year === 'string' ? parseNumberCell(year, field) : year;
      };
    case 'time':
      return parseTimeCell;
    case 'datetime':
      return parseInstantCell;
    case 'integer':
    case 'number':
      return (raw) => parseNumberCell(raw, field);
    case 'list':
      return listParser(field);
    case 'string': {
      const { categories, moment } = field;
      if (categories !== undefined) return categoryParser(categories);
      if (moment !== undefined) return (raw) => parseMomentCell(raw, moment);
      const pattern = field.constraints?.pattern;
      return pattern === undefined ? textParser(longest) : patternParser(pattern, field.example ?? '', longest);
    }
  }
}

/** Refuses dates, months, years and instants after the latest date, where the field does not allow the future. */
function timeLimit(field: Field, options: CellOptions): (value: string) => CellResult {
  const { latestDate } = options;
  const dated = ['date', 'yearmonth', 'year', 'datetime'].includes(field.type) || field.moment !== undefined;
  if (latestDate === null || field.future === true || !dated) return (value) => value;
  // The first ten characters of an instant are its date; of a month or year as many as it has.
  return (value) => (value.slice(0, 10) > latestDate.slice(0, Math.min(10, value.length)) ? refuse('date_future', { latest: latestDate }) : value);
}
