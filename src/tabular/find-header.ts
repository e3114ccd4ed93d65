/** The encoding of a file and its header, decided together: neither can be known without the other. */
import type { Resource } from './data-package.ts';
import { decodableEncodings, undecodable, type Encoding } from './encoding.ts';
import { columnList, matchHeader, refusedHeader, type HeaderMatch } from './header.ts';
import { visitRawRows } from './raw-rows.ts';
import { refuse, type Refusal } from './refusals.ts';
import { isBlank, tidy } from './tidy.ts';
import { unclearCell } from './unclear-encoding.ts';

/** The encoding with its header, or why there is none and where. */
export type Found =
  | { readonly encoding: Encoding; readonly match: HeaderMatch }
  | { readonly refusal: Refusal; readonly row?: number; readonly column?: string | null };

/**
 * The first encoding in which the whole file decodes and the header is known; else the one in which most of the header is. Where the header is the same in
 * both, the cells have to say which one it is.
 */
export function findHeader(path: string, resource: Resource): Found {
  let best: { readonly found: Found; readonly known: number } | null = null;
  let inUtf8: HeaderMatch | null = null;
  for (const encoding of decodableEncodings(path)) {
    const rows: (readonly string[])[] = [];
    let broken: Refusal | null = null;
    visitRawRows(path, encoding, (_row, cells, refusal) => {
      if (rows.length === 0) broken = refusal;
      rows.push(cells);
      return rows.length < 10;
    });
    const [top = []] = rows;
    const match = matchHeader(top, resource.schema);
    if (match.faults.length === 0 && broken === null) {
      if (encoding === 'utf-8') {
        inUtf8 = match;
        continue;
      }
      if (inUtf8 === null) return { encoding, match };
      const unclear = unclearCell(path);
      if (unclear === null) break;
      const field = resource.schema.fields[match.header.positions.indexOf(unclear.position)];
      return { refusal: refuse('encoding_unclear'), row: unclear.row, column: field?.name ?? null };
    }
    // The other encoding does not have this header: the first is the one.
    if (inUtf8 !== null) break;
    const asRefused = refusedTop(rows, broken, match, resource);
    if (best === null || match.known > best.known) best = { found: asRefused ?? { encoding, match }, known: match.known };
  }
  if (inUtf8 !== null) return { encoding: 'utf-8', match: inUtf8 };
  return best?.found ?? { refusal: undecodable(path) };
}

/** Why the first rows hold no header at all: empty, another delimiter, a title above. Null where the header only has faults. */
function refusedTop(rows: readonly (readonly string[])[], broken: Refusal | null, match: HeaderMatch, resource: Resource): Found | null {
  const [top = []] = rows;
  if (rows.every((cells) => cells.every(isBlank))) return { refusal: refuse('file_empty') };
  if (broken !== null) return { refusal: broken, row: 1 };
  if (match.known > 0) return null;
  const delimiter = refusedHeader(top, resource.schema);
  if (delimiter !== null) return { refusal: delimiter, row: 1 };
  for (const [index, cells] of rows.entries()) {
    if (index > 0 && matchHeader(cells, resource.schema).known > 1) return { refusal: refuse('title_row', { row: index + 1 }), row: 1 };
  }
  // Names of columns have no digits; cells of data have, and are not listed as names that the table does not know.
  return top.some((cell) => /\d/.test(tidy(cell))) ? { refusal: refuse('header_absent', columnList(resource.schema)), row: 1 } : null;
}
