/** Counts of people that are so small that they could point at one: suppressed in the published tables. */
import type { Field } from '#src/tabular/data-package.ts';

/** Code of the missing value "suppressed". */
export const suppressedCode = 'SUP';

interface SmallCountRule {
  readonly count: string;
  /** Columns that say more about the same few people and go with the count. */
  readonly withIt: readonly string[];
}

const rules: Readonly<Record<string, SmallCountRule>> = {
  // The amount stays: the fund has to reconcile to the fen.
  'fund-entries': { count: 'beneficiaries', withIt: ['note_zh', 'note_en'] },
  'fee-waivers': { count: 'claims', withIt: ['amount_yuan'] },
};

/** The rows of a table, in which counts from 1 to below `smallCount`, and what tells about the same people, are `SUP`. Zero points at nobody and stays. */
export function withSmallCountsSuppressed(
  table: string,
  fields: readonly Field[],
  rows: readonly (readonly string[])[],
  smallCount: number,
): readonly (readonly string[])[] {
  const rule = rules[table];
  if (rule === undefined) return rows;
  const count = fields.findIndex((field) => field.name === rule.count);
  const hidden = new Set([rule.count, ...rule.withIt].map((name) => fields.findIndex((field) => field.name === name)));
  return rows.map((cells) => {
    const value = /^\d+$/.test(cells[count] ?? '') ? Number(cells[count]) : 0;
    return value > 0 && value < smallCount ? cells.map((cell, index) => (hidden.has(index) ? suppressedCode : cell)) : cells;
  });
}
