/** `/data/v1/all.zip`: every published table as CSV with the Data Package that describes them, in one file. */
import type { Portal } from '#src/datasets/portal.ts';
import { fixedZip } from './fixed-zip.ts';
import { tableCsv } from './table-csv.ts';

/** The zip: `datapackage.json` (its text is given), then the CSV of each table, named as the package names it. */
export function allZip(portal: Portal, dataPackageJson: string): Uint8Array<ArrayBuffer> {
  return fixedZip([['datapackage.json', dataPackageJson], ...portal.tables.map((table) => [`${table}.csv`, tableCsv(portal, table)] as const)]);
}
