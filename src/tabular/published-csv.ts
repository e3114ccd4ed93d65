/** Reads back a CSV that the portal itself has published: machine headers, UTF-8, as `tableCsv` writes it. */
import Papa from 'papaparse';
import { originalText } from './formula-text.ts';

/** Header and rows, formula-like text as it was before it was made harmless; an empty text has neither. */
export function parsePublishedCsv(text: string): { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',', skipEmptyLines: true });
  const [columns = [], ...rows] = parsed.data;
  // A number has no apostrophe, so no column has to be looked up.
  return { columns, rows: text.includes("'") ? rows.map((cells) => cells.map(originalText)) : rows };
}
