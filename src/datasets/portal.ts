/** The data of one portal, checked and typed: what everything above this layer reads. */
import type { DataPackage, Field, Resource } from '#src/tabular/data-package.ts';
import { rowsOf } from './rows-of.ts';
import type { Rows, TableName } from './rows.ts';
import type { PortalSettings } from './settings.ts';

/** Canonical cells of a table, in the order of its fields. */
export interface TableCells {
  readonly fields: readonly Field[];
  readonly rows: readonly (readonly string[])[];
}

export interface Portal {
  readonly settings: PortalSettings;
  /** The one instant of the build, ISO with the offset of the portal's time zone. */
  readonly asOf: string;
  /** The schemas in force. */
  readonly package: DataPackage;
  /** Tables that the data folder holds, in the order of the package. */
  readonly tables: readonly string[];
  has(table: string): boolean;
  /** Typed rows; none where the table is absent. Converted once. */
  rows<T extends TableName>(table: T): readonly Rows[T][];
  /** Canonical cells, also of tables that an operator added; none where the table is absent. */
  cells(table: string): TableCells;
}

/** A portal over tables of canonical cells. */
export function portalOf(settings: PortalSettings, asOf: string, dataPackage: DataPackage, tables: ReadonlyMap<string, readonly (readonly string[])[]>): Portal {
  const converted = new Map<string, readonly object[]>();
  const resourceOf = (table: string): Resource | undefined => dataPackage.resources.find(({ name }) => name === table);
  return {
    settings,
    asOf,
    package: dataPackage,
    tables: dataPackage.resources.map(({ name }) => name).filter((name) => tables.has(name)),
    has: (table) => tables.has(table),
    rows<T extends TableName>(table: T): readonly Rows[T][] {
      let rows = converted.get(table);
      if (rows === undefined) {
        const resource = resourceOf(table);
        rows = resource === undefined ? [] : rowsOf(resource.schema, tables.get(table) ?? []);
        converted.set(table, rows);
      }
      // The schema that made these rows is the one that Rows was generated from; `schema_changed` holds it to that.
      return rows as unknown as readonly Rows[T][];
    },
    cells: (table) => ({ fields: resourceOf(table)?.schema.fields ?? [], rows: tables.get(table) ?? [] }),
  };
}
