/** The mapping file of an import: which column of a foreign file becomes which column of a table; checked key by key. */
import { z } from 'zod';
import { isTimeZone } from '#src/domain/instant.ts';
import type { Problem } from '#src/tabular/problem.ts';
import { folded } from '#src/tabular/tidy.ts';
import { parseWith, reason, valueAt } from '../schema-faults.ts';
import { dateFormat, type DateFormat } from './date-format.ts';
import { importProblem } from './problems.ts';

const word = z.string().min(1);
const timeZone = z.string().refine(isTimeZone, reason('要写时区名，例如 Asia/Shanghai 或 UTC', 'the name of a time zone is wanted, e.g. Asia/Shanghai or UTC'));

const formats = z
  .union([word, z.array(word).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .transform((patterns, context): readonly DateFormat[] =>
    patterns.flatMap((pattern) => {
      const format = dateFormat(pattern);
      if (format === null) {
        context.addIssue({
          code: 'custom',
          message: reason(
            `“${pattern}”不是日期的写法：用 yyyy mm dd hh mm ss 表示年月日时分秒，z 表示时区`,
            `"${pattern}" is no way of writing a date: yyyy mm dd hh mm ss stand for its parts, z for the offset`,
          ),
        });
      }
      return format ?? [];
    }),
  );

const column = z
  .strictObject({
    from: word.optional(),
    constant: word.optional(),
    strip_suffix: word.optional(),
    words: z
      .record(z.string(), z.string())
      .refine(hasOneMeaningEach, reason('有的写法只差大小写、全角半角或空格，读作同一个词，意思却不同', 'some entries differ only in case, width or blanks and are one word, yet mean different things'))
      .optional(),
    times: z.number().min(0.000001).max(1_000_000_000).optional(),
    format: formats.optional(),
    written_in: timeZone.optional(),
  })
  .refine(({ from, constant }) => (from === undefined) !== (constant === undefined), reason('from 和 constant 要有一个，也只能有一个', 'either "from" or "constant" is wanted, and not both'))
  .refine(
    ({ constant, from: _from, ...rest }) => constant === undefined || Object.values(rest).every((value) => value === undefined),
    reason('写了 constant 就不能再写别的', 'nothing else goes with "constant"'),
  )
  .refine(
    ({ words, times, format }) => [words, times, format].filter((value) => value !== undefined).length < 2,
    reason('words、times、format 只能写一个', 'only one of "words", "times" and "format" can be given'),
  )
  .refine(({ format, written_in }) => written_in === undefined || format !== undefined, reason('written_in 要和 format 一起写', '"written_in" goes with "format"'));

const drop = z
  .strictObject({
    empty: z.array(word).min(1).optional(),
    column: word.optional(),
    equals: z.array(z.string()).min(1).optional(),
    totals: z.literal(true).optional(),
  })
  .refine(
    ({ empty, column: name, equals, totals }) =>
      empty !== undefined ? name === undefined && equals === undefined && totals === undefined : name !== undefined && (equals === undefined) !== (totals === undefined),
    reason('写 {"empty": [列名…]}，或 {"column": 列名, "equals": [内容…]}，或 {"column": 列名, "totals": true}', 'write {"empty": [columns…]} or {"column": …, "equals": [cells…]} or {"column": …, "totals": true}'),
  );

const schema = z
  .strictObject({
    note: z.string().optional(),
    sheet: z.union([word, z.int().min(1)]).default(1),
    skip_rows: z.int().min(0).default(0),
    time_zone: timeZone.optional(),
    columns: z.record(z.string(), column),
    drop: z.array(drop).default([]),
    keep: z.strictObject({ reading: z.enum(['first', 'last']), by: word, format: formats, written_in: timeZone.optional() }).optional(),
  })
  .superRefine((mapping, context) => {
    // Times become dates of the table's own zone, so that the zone has to be known.
    if (mapping.time_zone !== undefined) return;
    const wanted = Object.values(mapping.columns).some(({ format }) => format?.some(({ hasTime }) => hasTime));
    if (wanted || mapping.keep?.format.some(({ hasTime }) => hasTime)) context.addIssue({ code: 'custom', path: ['time_zone'], message: 'missing' });
  });

function hasOneMeaningEach(words: Readonly<Record<string, string>>): boolean {
  const meanings = new Map<string, string>();
  return Object.entries(words).every(([from, to]) => {
    const known = meanings.get(folded(from)) ?? to;
    meanings.set(folded(from), known);
    return known === to;
  });
}

/** What a mapping file says, with the defaults filled in. */
export type Mapping = z.output<typeof schema>;
/** How one column of the table is filled. */
export type ColumnRule = Mapping['columns'][string];
export type DropRule = Mapping['drop'][number];
export type KeepRule = NonNullable<Mapping['keep']>;

/** Parses the text of a mapping file; every wrong key is a problem with its path as column, and then there is no mapping. */
export function parseMapping(json: string, file: string): { readonly mapping: Mapping } | { readonly problems: readonly Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problems: [importProblem('import_map_not_json', { file }, { reason: error instanceof Error ? error.message : String(error) })] };
  }
  const result = parseWith(schema, value);
  if ('data' in result) return { mapping: result.data };
  return {
    problems: result.faults.map((fault) => {
      const key = fault.path.join('.');
      if (fault.kind === 'unknown') return importProblem('import_map_unknown', { file, column: key }, { key });
      if (fault.kind === 'missing') return importProblem('import_map_missing', { file, column: key }, { key });
      const found = valueAt(value, fault.path);
      const shown = typeof found === 'string' ? found : JSON.stringify(found);
      return importProblem('import_map_value', { file, column: key, value: shown }, { key, reason: fault.reason.zh, reasonEn: fault.reason.en });
    }),
  };
}
