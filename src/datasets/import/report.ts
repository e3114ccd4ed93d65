/** What an import read, kept and left out, for people and for programs. */
import type { Findings, Text } from '#src/tabular/problem.ts';

export interface DroppedRows {
  /** `drop.0` for the first rule of the mapping, or `keep`. */
  readonly rule: string;
  readonly reason: Text;
  readonly rows: readonly { readonly file: string; readonly row: number }[];
}

/** Collects the rows that an import leaves out, by rule in order of arrival. */
export interface Dropped {
  add(rule: string, reason: Text, file: string, row: number): void;
  all(): readonly DroppedRows[];
}

export function collectDropped(): Dropped {
  const byRule = new Map<string, { rule: string; reason: Text; rows: { file: string; row: number }[] }>();
  return {
    add(rule, reason, file, row) {
      const entry = byRule.get(rule) ?? { rule, reason, rows: [] };
      entry.rows.push({ file, row });
      byRule.set(rule, entry);
    },
    all: () => [...byRule.values()].toSorted((a, b) => (a.rule < b.rule ? -1 : 1)),
  };
}

export interface ImportReport {
  readonly table: string;
  /** The file that was written, as the operator knows it; null where problems stopped the import. */
  readonly written: string | null;
  /** Rows of the file that was replaced; null where there was none. */
  readonly rowsReplaced: number | null;
  readonly rowsKept: number;
  readonly sources: readonly { readonly file: string; readonly rows: number; readonly unusedColumns: readonly string[] }[];
  readonly dropped: readonly DroppedRows[];
}

/** The report in the public form of `import --format json`. */
export function reportJson(report: ImportReport, findings: Findings): object {
  return {
    ok: findings.errors.length === 0,
    table: report.table,
    written: report.written,
    rows_read: rowsRead(report),
    rows_kept: report.rowsKept,
    rows_replaced: report.rowsReplaced,
    dropped: report.dropped.map(({ rule, reason, rows }) => ({ rule, reason, count: rows.length, rows })),
    files: report.sources.map(({ file, rows, unusedColumns }) => ({ file, rows, unused_columns: unusedColumns })),
    errors: findings.errors,
    warnings: findings.warnings,
  };
}

function rowsRead({ sources }: ImportReport): number {
  return sources.reduce((sum, { rows }) => sum + rows, 0);
}

/** The report of an import that was written, as lines of text. */
export function reportLines(report: ImportReport, lang: 'zh' | 'en'): readonly string[] {
  const zh = lang === 'zh';
  const lines = report.sources.flatMap(({ file, rows, unusedColumns }) => [
    zh ? `${file}：读到 ${rows} 行` : `${file}: ${count(rows, 'row')} read`,
    ...(unusedColumns.length === 0 ? [] : [zh ? `  没有用到的列：${unusedColumns.join('、')}` : `  columns not used: ${unusedColumns.join(', ')}`]),
  ]);
  const droppedCount = report.dropped.reduce((sum, { rows }) => sum + rows.length, 0);
  lines.push(zh ? `略去 ${droppedCount} 行${droppedCount > 0 ? '：' : ''}` : `${count(droppedCount, 'row')} dropped${droppedCount > 0 ? ':' : ''}`);
  for (const { rule, reason, rows } of report.dropped) {
    lines.push(zh ? `  ${rows.length} 行（${rule}）：${reason.zh}` : `  ${count(rows.length, 'row')} (${rule}): ${reason.en}`);
    for (const file of new Set(rows.map((row) => row.file))) {
      const numbers = ranges(rows.filter((row) => row.file === file).map(({ row }) => row));
      lines.push(zh ? `    ${file} 第 ${numbers.join('、')} 行` : `    ${file} ${numbers.join().includes('–') || numbers.length > 1 ? 'rows' : 'row'} ${numbers.join(', ')}`);
    }
  }
  if (report.written !== null) {
    lines.push(zh ? `写入 ${report.written}：${report.rowsKept} 行` : `${report.written}: ${count(report.rowsKept, 'row')} written`);
    if (report.rowsReplaced !== null) lines.push(zh ? `  代替了原来的 ${report.rowsReplaced} 行` : `  in place of the ${count(report.rowsReplaced, 'row')} before`);
  }
  return lines;
}

function count(value: number, noun: string): string {
  return `${value} ${noun}${value === 1 ? '' : 's'}`;
}

/** `3–5, 9` for 3, 4, 5, 9; the numbers ascend. */
function ranges(numbers: readonly number[]): readonly string[] {
  const found: { from: number; to: number }[] = [];
  for (const value of numbers) {
    const last = found.at(-1);
    if (last !== undefined && value === last.to + 1) last.to = value;
    else found.push({ from: value, to: value });
  }
  return found.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
}
