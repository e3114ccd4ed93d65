/** The rows that a mapping leaves out, and the reason of each. */
import type { Text } from '#src/tabular/problem.ts';
import { isTotalWord } from '#src/tabular/read-table.ts';
import { folded, isBlank } from '#src/tabular/tidy.ts';
import type { DropRule } from './mapping.ts';
import { shownCell, type SourceCell } from './source.ts';

export interface DropTest {
  /** `drop.0` for the first rule. */
  readonly rule: string;
  readonly reason: Text;
  matches(cells: readonly SourceCell[]): boolean;
}

/** The rules of a mapping as tests of a row; the first that matches gives the reason. `columnOf`: position of a source column. */
export function dropTests(rules: readonly DropRule[], columnOf: (name: string) => number): readonly DropTest[] {
  return rules.map((rule, index) => ({ rule: `drop.${index}`, ...testOf(rule, columnOf) }));
}

function testOf({ empty, column = '', equals }: DropRule, columnOf: (name: string) => number): Omit<DropTest, 'rule'> {
  const cellAt = (cells: readonly SourceCell[], position: number): string => shownCell(cells[position] ?? '');
  if (empty !== undefined) {
    const positions = empty.map(columnOf);
    const names = { zh: empty.map((name) => `“${name}”`).join(''), en: empty.map((name) => `"${name}"`).join(', ') };
    return {
      reason: empty.length === 1 ? { zh: `${names.zh}是空的`, en: `${names.en} is empty` } : { zh: `${names.zh}都是空的`, en: `${names.en} are all empty` },
      matches: (cells) => positions.every((position) => isBlank(cellAt(cells, position))),
    };
  }
  const position = columnOf(column);
  if (equals === undefined) {
    return { reason: { zh: `“${column}”写着合计、小计之类`, en: `"${column}" says that the row is a total` }, matches: (cells) => isTotalWord(cellAt(cells, position)) };
  }
  const words = new Set(equals.map(folded));
  const listed = { zh: equals.map((word) => `“${word}”`).join('或'), en: equals.map((word) => `"${word}"`).join(' or ') };
  return { reason: { zh: `“${column}”是${listed.zh}`, en: `"${column}" is ${listed.en}` }, matches: (cells) => words.has(folded(cellAt(cells, position))) };
}
