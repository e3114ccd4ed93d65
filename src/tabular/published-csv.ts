/** Reads back a CSV that the portal itself has published: machine headers, UTF-8, as `formatCsv` writes it. */
import Papa from 'papaparse';

/** Header and rows; an empty text has neither. */
export function parsePublishedCsv(text: string): { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',', skipEmptyLines: true });
  const [columns = [], ...rows] = parsed.data;
  return { columns, rows };
}
