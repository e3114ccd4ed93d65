/** Streams a CSV file as rows of raw cells, numbered as a spreadsheet numbers them; memory does not grow with the file. */
import Papa from 'papaparse';
import { fileChunks, type Encoding } from './encoding.ts';
import { refuse, type Refusal } from './refusals.ts';

/** A row that is not closed after so many characters has an open quote. */
const longestRow = 1 << 18;

/** Receives a row (first = 1) and its cells, or what is wrong with the row; returns false to stop. */
export type RawRowVisitor = (row: number, cells: readonly string[], refusal: Refusal | null) => boolean;

/** Visits every record of the file in order. Returns the number of records, header included. */
export function visitRawRows(path: string, encoding: Encoding, visit: RawRowVisitor): number {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let rest = '';
  let heldReturn = false;
  let row = 0;
  let stopped = false;

  const parse = (text: string, last: boolean): string => {
    const parser = new Papa.Parser({ delimiter: ',', newline: '\n', header: false });
    const result = parser.parse(text, 0, !last) as Papa.ParseResult<string[]>;
    const faults = new Map<number, Refusal>();
    for (const error of result.errors) {
      // A quote in the wrong place is also never closed: the first fault of a row says more.
      if (error.row !== undefined && !faults.has(error.row)) faults.set(error.row, refuse(error.code === 'MissingQuotes' ? 'open_quote' : 'stray_quote'));
    }
    // Counted by hand: this loop sees every row of every file.
    const { data } = result;
    for (let index = 0; index < data.length; index += 1) {
      row += 1;
      const fault = faults.size === 0 ? null : (faults.get(index) ?? null);
      if (!visit(row, data[index] ?? [], fault)) {
        stopped = true;
        return '';
      }
    }
    return text.slice(result.meta.cursor);
  };

  for (const chunk of fileChunks(path)) {
    let text = decoder.decode(chunk, { stream: true });
    if (heldReturn) text = `\r${text}`;
    heldReturn = text.endsWith('\r');
    if (heldReturn) text = text.slice(0, -1);
    if (text.includes('\r')) text = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    rest = parse(rest + text, false);
    if (stopped) return row;
    if (rest.length > longestRow) {
      visit(row + 1, [], refuse('open_quote'));
      return row + 1;
    }
  }
  rest += decoder.decode();
  // A line end closes the last record and does not begin another.
  if (heldReturn) rest = parse(`${rest}\n`, false);
  if (rest !== '' && !stopped) parse(rest, true);
  return row;
}
