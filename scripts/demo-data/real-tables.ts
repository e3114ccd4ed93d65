/** The hand-made tables of what others have really published; column `fact` says where a row was taken from and is not published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Row } from './table.ts';

export const realTableNames = ['regions', 'sources', 'figures', 'benefits', 'waiver-tiers', 'eligibility'] as const;
export type RealTableName = (typeof realTableNames)[number];

/** Rows of a hand-made table as they stand in `scripts/demo-data/real/`; throws on a file that is no clean CSV. */
export function readHandMade(name: RealTableName | 'facts-without-row'): readonly Readonly<Record<string, string>>[] {
  const path = join(import.meta.dirname, 'real', `${name}.csv`);
  const { data, errors } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true });
  const first = errors[0];
  if (first !== undefined) throw new Error(`${path}: row ${(first.row ?? 0) + 2}: ${first.message}`);
  return data;
}

/** The rows as they are published. */
export function realRows(name: RealTableName): readonly Row[] {
  return readHandMade(name).map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'fact')));
}
