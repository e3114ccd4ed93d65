/** The warnings of a check in the form in which the quality page counts them. */
import type { BuildWarning } from '#src/datasets/build-notes.ts';
import type { Problem } from '#src/tabular/problem.ts';

/** Warnings by table: a file belongs to the table whose name it or its folder has; others are left out. */
export function warningNotes(warnings: readonly Problem[], tables: readonly string[]): readonly BuildWarning[] {
  return warnings.flatMap(({ file, code, message }) => {
    const parts = file.split('/').map((part) => part.replace(/\.csv$/, ''));
    const table = tables.find((name) => parts.slice(-2).includes(name));
    return table === undefined ? [] : [{ table, code, message }];
  });
}
