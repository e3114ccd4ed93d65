/** What a rule across rows or tables looks like: one file, one code, one title in both languages. */
import type { Resource } from '#src/tabular/data-package.ts';
import type { Problem, Severity, Text } from '#src/tabular/problem.ts';
import type { CheckedRow } from '#src/tabular/read-table.ts';
import type { Rows, TableName } from './rows.ts';
import type { PortalSettings } from './settings.ts';

/** A typed row and where it stands. */
export interface Located<T> {
  readonly at: CheckedRow;
  readonly value: T;
}

/** What a check may ask. Small tables are loaded before the daily ones are streamed past. */
export interface CheckContext {
  readonly settings: PortalSettings;
  /** portal.json as the operator knows it. */
  readonly settingsFile: string;
  /** Last day that is not in the future. */
  readonly latestDate: string;
  /** `<policy>#<clause>` that exist; null where no policy texts were given. */
  readonly clauses: ReadonlySet<string> | null;
  readonly resources: readonly Resource[];
  has(table: string): boolean;
  /** Whether the keys of a table could be read; asked when all tables are. What a table names that could not be read is not known to be missing. */
  isReadable(table: string): boolean;
  /** Rows of a small table that passed the reader; none of an absent or daily table. */
  located<T extends TableName>(table: T): readonly Located<Rows[T]>[];
  report(severity: Severity, problem: Omit<Problem, 'code'>): void;
}

/** Sees the rows of its tables in order, small tables first, and ends when all are read. */
export interface RunningCheck {
  /** Called once for each table of the check; what it returns is called for each row. Null: this table's rows need no look. */
  visit?(resource: Resource): ((row: CheckedRow) => void) | null;
  /** The same for rows with a fault whose key can be read; they are not published, but what they name is not missing. */
  visitFaulty?(resource: Resource): ((row: CheckedRow) => void) | null;
  end?(): void;
}

export interface NamedCheck {
  readonly code: string;
  readonly title: Text;
  /** Tables whose dictionary names this check; `*` = every table. */
  readonly tables: readonly string[];
  start(context: CheckContext): RunningCheck;
}

/** Position of a column in the canonical cells; -1 where the table has none of that name. */
export function columnAt(resource: Resource, name: string): number {
  return resource.schema.fields.findIndex((field) => field.name === name);
}

/** A problem of one cell of a row. */
export function cellProblem(at: CheckedRow, column: string | null, value: string | null, message: Text, fix: Text): Omit<Problem, 'code'> {
  return { file: at.file, row: at.row, column, value, message, fix };
}
