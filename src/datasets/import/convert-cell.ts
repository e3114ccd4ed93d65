/** Turns a cell of a foreign file into canonical text of a table's column, as the mapping says. */
import { instantInZone, instantMs, localInstant } from '#src/domain/instant.ts';
import { cellParser, isFreeText } from '#src/tabular/cell-parser.ts';
import type { Field, TableSchema } from '#src/tabular/data-package.ts';
import type { Problem } from '#src/tabular/problem.ts';
import { problemOf, type Refusal } from '#src/tabular/refusals.ts';
import { folded, isBlank, tidy } from '#src/tabular/tidy.ts';
import type { DateFormat, WrittenTime } from './date-format.ts';
import type { ColumnRule } from './mapping.ts';
import { importProblem } from './problems.ts';
import { shownCell, type SourceCell } from './source.ts';
import { timesText } from './times.ts';

/** Where a cell stands: file and row, for its problem. */
export interface CellPlace {
  readonly file: string;
  readonly row: number;
}

/** Canonical text, or the problem of the cell at a place. */
export type Converted = string | ((place: CellPlace) => Problem);

/** So many different cells of a column are remembered; then the memory starts anew. */
const remembered = 8192;

/** The converter of one column. `key` is the rule's path in the mapping file. */
export function cellConverter(rule: ColumnRule, key: string, field: Field, schema: TableSchema, timeZone: string | undefined): (cell: SourceCell) => Converted {
  // Whether a date is too late is for the check to say, which knows the portal's instant.
  const parse = cellParser(field, schema, { latestDate: null });
  const column = rule.from ?? null;
  const refused = (refusal: Refusal, cell: SourceCell): Converted => {
    const value = isFreeText(field) ? null : shownCell(cell);
    return (place) => problemOf(refusal, { ...place, column, value });
  };
  const parsed = (text: string, cell: SourceCell): Converted => {
    const result = parse(text);
    return typeof result === 'string' ? result : refused(result, cell);
  };
  const words = rule.words === undefined ? null : new Map(Object.entries(rule.words).map(([from, to]) => [folded(from), to]));
  const { format } = rule;
  const convert = (cell: SourceCell): Converted => {
    const text = withoutSuffix(shownCell(cell), rule.strip_suffix);
    if (words !== null) {
      const word = words.get(folded(text));
      if (word !== undefined) return parsed(word, cell);
      if (isBlank(text)) return parsed('', cell);
      return (place) => importProblem('import_word_unknown', { ...place, column, value: shownCell(cell) }, { value: tidy(shownCell(cell)), key: `${key}.words` });
    }
    // What cannot be multiplied is no number, which the column's own parser says best.
    if (rule.times !== undefined) return parsed(timesText(text, rule.times) ?? text, cell);
    if (isBlank(text) || !isTemporal(field) || (format === undefined && typeof cell === 'string')) return parsed(text, cell);
    const written = readTime(typeof cell === 'string' ? text : cell, format ?? [], field.type === 'datetime');
    if (written === null) {
      const formats = (format ?? []).map(({ pattern }) => pattern).join(' | ');
      return (place) => importProblem('import_date_unreadable', { ...place, column, value: shownCell(cell) }, { formats, key: `${key}.format` });
    }
    if ('code' in written) return refused(written, cell);
    const moment = localTime(written, rule.written_in, timeZone);
    return parsed(moment === null ? text : momentText(moment, field), cell);
  };
  const memory = new Map<string, Converted>();
  return (cell) => {
    const shown = typeof cell === 'string' ? `t${cell}` : `c${cell.clock}`;
    let result = memory.get(shown);
    if (result === undefined) {
      result = convert(cell);
      if (memory.size >= remembered) memory.clear();
      memory.set(shown, result);
    }
    return result;
  };
}

/** Whether a column can be filled by `format`. */
export function isTemporal(field: Field): boolean {
  return ['date', 'datetime', 'year', 'yearmonth', 'time'].includes(field.type) || field.moment !== undefined;
}

function withoutSuffix(text: string, suffix: string | undefined): string {
  if (suffix === undefined) return text;
  const plain = tidy(text);
  return plain.endsWith(tidy(suffix)) ? plain.slice(0, -tidy(suffix).length).trimEnd() : text;
}

/** What a cell says in one of the formats, why it cannot be, or null where it is in none; a workbook's date needs no format. */
export function readTime(cell: SourceCell, formats: readonly DateFormat[], needsTime = false): WrittenTime | Refusal | null {
  if (typeof cell !== 'string') {
    const [date = '', time = ''] = cell.clock.split('T');
    const dateOnly = time === '00:00:00' && !needsTime && !formats.some(({ hasTime }) => hasTime);
    return { date, time: dateOnly ? null : time, offset: null };
  }
  for (const format of formats) {
    const written = format.read(cell);
    if (written !== null) return written;
  }
  return null;
}

/** A date as it is; a time as an instant with the offset of the zone; null where the zone is not known. `writtenIn` is the zone of a time without an offset. */
export function localTime(written: WrittenTime, writtenIn: string | undefined, timeZone: string | undefined): string | null {
  const { date, time, offset } = written;
  if (time === null) return date;
  if (timeZone === undefined) return null;
  const instant = offset === null ? localInstant(date, time, writtenIn ?? timeZone) : `${date}T${time}${offset}`;
  return instantInZone(instantMs(instant), timeZone);
}

/** As much of a date or instant as the column holds. */
function momentText(moment: string, field: Field): string {
  switch (field.type) {
    case 'date':
      return moment.slice(0, 10);
    case 'yearmonth':
      return moment.slice(0, 7);
    case 'year':
      return moment.slice(0, 4);
    case 'time':
      return moment.slice(11, 16);
    default: {
      if (field.moment === undefined || (field.moment.includes('instant') && moment.length > 10)) return moment;
      return moment.slice(0, field.moment.includes('date') ? 10 : field.moment.includes('month') ? 7 : 4);
    }
  }
}
