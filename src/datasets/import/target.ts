/** Holds a mapping to the table it writes: known columns, none that is required left out, constants and words that the table allows. */
import type { Resource } from '#src/tabular/data-package.ts';
import type { Problem } from '#src/tabular/problem.ts';
import { cellConverter, isTemporal, type Converted } from './convert-cell.ts';
import type { Mapping } from './mapping.ts';
import { importProblem } from './problems.ts';
import type { SourceCell } from './source.ts';

/** How one column of the table is filled from a row of a source. */
export interface TargetColumn {
  /** Header of the source's column; null for a constant. */
  readonly from: string | null;
  convert(cell: SourceCell): Converted;
}

/** For each field of the table its column, null where the mapping leaves it out; or what is wrong with the mapping. */
export function targetColumns(mapping: Mapping, resource: Resource, file: string): { readonly columns: readonly (TargetColumn | null)[] } | { readonly problems: readonly Problem[] } {
  const { schema } = resource;
  const problems: Problem[] = [];
  for (const name of Object.keys(mapping.columns)) {
    if (schema.fields.some((field) => field.name === name)) continue;
    problems.push(importProblem('import_target_unknown', { file, column: `columns.${name}` }, { name, columns: schema.fields.map((field) => field.name).join(' ') }));
  }
  const columns = schema.fields.map((field): TargetColumn | null => {
    const rule = mapping.columns[field.name];
    const key = `columns.${field.name}`;
    if (rule === undefined) {
      if (field.constraints?.required === true || schema.primaryKey.includes(field.name)) {
        problems.push(importProblem('import_target_missing', { file, column: 'columns' }, { name: field.name, title: field.title }));
      }
      return null;
    }
    if (rule.format !== undefined && !isTemporal(field)) {
      problems.push(
        importProblem('import_map_value', { file, column: `${key}.format` }, { key: `${key}.format`, reason: '这一列不是日期或时间', reasonEn: 'this column is no date or time' }),
      );
    }
    if (rule.times !== undefined && field.type !== 'integer' && field.type !== 'number') {
      problems.push(importProblem('import_map_value', { file, column: `${key}.times` }, { key: `${key}.times`, reason: '这一列不是数字', reasonEn: 'this column is no number' }));
    }
    const plain = cellConverter({ from: undefined, constant: undefined }, key, field, schema, mapping.time_zone);
    const wordKeys: [string, string][] = Object.entries(rule.words ?? {}).map(([from, to]) => [`${key}.words.${from}`, to]);
    for (const [path, text] of rule.constant === undefined ? wordKeys : [[`${key}.constant`, rule.constant] as const]) {
      const result = plain(text);
      if (typeof result === 'string') continue;
      const { message } = result({ file, row: 1 });
      problems.push(importProblem('import_map_value', { file, column: path, value: text }, { key: path, reason: message.zh.replace(/。$/, ''), reasonEn: message.en.replace(/\.$/, '') }));
    }
    const { constant } = rule;
    if (constant === undefined) return { from: rule.from ?? null, convert: cellConverter(rule, key, field, schema, mapping.time_zone) };
    return { from: null, convert: () => plain(constant) };
  });
  return problems.length === 0 ? { columns } : { problems };
}
