/** `npm run types`: writes src/datasets/rows.ts again after data/datapackage.json has changed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { rowTypesSource } from '#src/datasets/row-types.ts';
import type { DataPackage } from '#src/tabular/data-package.ts';

const dataPackage = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;
writeFileSync('src/datasets/rows.ts', rowTypesSource(dataPackage));
