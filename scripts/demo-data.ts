/** `npm run demo-data`: writes the demonstration data again, byte for byte the same. An argument names another folder than `data/`. */
import { join } from 'node:path';
import { demonstrationTables } from './demo-data/all-tables.ts';
import { portalSettings } from './demo-data/portal-settings.ts';
import { writeFolder } from './demo-data/write-folder.ts';

const root = join(import.meta.dirname, '..');
const directory = process.argv[2] ?? join(root, 'data');
const tables = demonstrationTables();
writeFolder(directory, join(root, 'data', 'datapackage.json'), tables, portalSettings);
console.log(`${directory}: ${tables.length} tables, ${tables.reduce((sum, { rows }) => sum + rows.length, 0)} rows`);
