/** The rows of a spreadsheet as SpreadsheetML, for tables that are too long to be made cell object by cell object. */

/** A number, a date (as days since 1899-12-30), a text; null leaves the cell empty. */
export type SheetCell = number | { readonly day: number } | string | null;

export interface CellStyles {
  /** Index of the cell format that shows a number as a date. */
  readonly date: number;
  /** Index of the cell format "text": a spreadsheet leaves such a cell a text when somebody edits it. */
  readonly text: number;
}

/** Texts of a workbook, each kept once; cells hold their place. */
export interface SharedTexts {
  placeOf(text: string): number;
  /** `<si>` elements of the texts that `placeOf` added, in order. */
  xml(): string;
}

/** A list that goes on after the `start` texts that the workbook has already. */
export function sharedTexts(start: number): SharedTexts {
  const places = new Map<string, number>();
  return {
    placeOf(text) {
      const place = places.get(text) ?? start + places.size;
      places.set(text, place);
      return place;
    },
    xml: () => [...places.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join(''),
  };
}

/** `<row>` elements from row number `firstRow` (the header is 1) on. Texts that look like a formula are texts, in the format "text". */
export function sheetRows(rows: Iterable<readonly SheetCell[]>, firstRow: number, styles: CellStyles, texts: SharedTexts, looksLikeFormula: (text: string) => boolean): string {
  const lines: string[] = [];
  const letters: string[] = [];
  // The same few words stand in most cells.
  const ends = new Map<string, string>();
  const endOf = (text: string): string => {
    let end = ends.get(text);
    if (end === undefined) {
      end = `${looksLikeFormula(text) ? ` s="${styles.text}"` : ''} t="s"><v>${texts.placeOf(text)}</v></c>`;
      ends.set(text, end);
    }
    return end;
  };
  let number = firstRow;
  for (const cells of rows) {
    let line = `<row r="${number}">`;
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      if (cell === null || cell === undefined) continue;
      const address = `${(letters[index] ??= columnLetters(index))}${number}`;
      if (typeof cell === 'number') line += `<c r="${address}"><v>${cell}</v></c>`;
      else if (typeof cell === 'string') line += `<c r="${address}"${endOf(cell)}`;
      else line += `<c r="${address}" s="${styles.date}"><v>${cell.day}</v></c>`;
    }
    lines.push(`${line}</row>`);
    number += 1;
  }
  return lines.join('');
}

/** 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnLetters(index: number): string {
  return (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** XML has no control characters but tab and line ends; they are left out. */
function escaped(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll(/[&<>\r]/g, (sign) => entities[sign] ?? sign);
}
