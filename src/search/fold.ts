/**
 * Folds a Chinese text to the one form in which it is searched, and keeps the way back to every character.
 *
 * Full and half width, upper and lower case, Simplified and Traditional become one. Brackets, quotation marks and
 * blanks vanish (采（送）血车 is 采送血车), except between two letters or digits, which they hold apart. What holds
 * parts of a sentence apart becomes `，`, what ends one `。`: a match never runs over the end of a sentence.
 */

/** A folded text: `text[i]` comes from the character at `at[i]` of the text as it was written; `at` has one more entry, the end. */
export interface Folded {
  readonly text: string;
  readonly at: readonly number[];
}

/** Every variant of a character → the one that stands for all; characters without variants are absent. */
export type Variants = ReadonlyMap<string, string>;

export const softBreak = '，';
export const hardBreak = '。';

const transparent = /[\s()[\]{}<>〈〉《》「」『』【】〔〕“”‘’"'`·•・]/u;
const soft = /[,、:/\\|\-‐‑‒–—―~〜]/u;
const hard = /[。.!?;…\n]/u;
const letterOrDigit = /[a-z0-9]/;

export function foldText(raw: string, variants: Variants): Folded {
  let text = '';
  const at: number[] = [];
  // What stands between the last kept character and the next: the strongest wins.
  let between: '' | 'gap' | typeof softBreak | typeof hardBreak = '';
  let index = 0;
  for (const character of raw) {
    // Most characters of a Chinese text are what they are.
    if (character >= '一' && character <= '鿿') {
      push(variants.get(character) ?? character);
      index += 1;
      continue;
    }
    // A line is a sentence of its own; NFKC would make some blanks of it.
    const folded = character === '\n' ? '\n' : character.normalize('NFKC').toLowerCase();
    for (const piece of folded) {
      if (isInsideNumber(raw, index, piece)) {
        if (piece === '.') push('.');
      } else if (piece === '\n' || hard.test(piece)) between = hardBreak;
      else if (soft.test(piece)) between = between === hardBreak ? hardBreak : softBreak;
      else if (transparent.test(piece)) between = between === '' ? 'gap' : between;
      else push(variants.get(piece) ?? piece);
    }
    index += character.length;
  }
  at.push(raw.length);
  return { text, at };

  function push(piece: string): void {
    if (text !== '' && between !== '') {
      const apart = between !== 'gap' || (letterOrDigit.test(text.at(-1) ?? '') && letterOrDigit.test(piece));
      if (apart) {
        text += between === 'gap' ? softBreak : between;
        at.push(index);
      }
    }
    between = '';
    text += piece;
    for (let unit = 0; unit < piece.length; unit += 1) at.push(index);
  }
}

/** The point of 11.5 and the comma of 1,000. */
function isInsideNumber(raw: string, index: number, piece: string): boolean {
  if (!/[.．,]/.test(raw[index] ?? '')) return false;
  const [before, after] = [raw[index - 1] ?? '', raw.slice(index + 1, index + 5)];
  if (!/[0-9０-９]/.test(before)) return false;
  return piece === '.' ? /^[0-9０-９]/.test(after) : /^[0-9０-９]{3}(?![0-9０-９])/.test(after);
}

/** The same text without its soft breaks, for a reader who leaves them out: A型、O型 is then A型O型. */
export function withoutSoftBreaks({ text, at }: Folded): Folded {
  if (!text.includes(softBreak)) return { text, at };
  let kept = '';
  const places: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === softBreak) continue;
    kept += text[index];
    places.push(at[index] ?? 0);
  }
  places.push(at.at(-1) ?? 0);
  return { text: kept, at: places };
}

/** The folded form of a query: as a text, without breaks at its ends. */
export function foldQuery(query: string, variants: Variants): string {
  return foldText(query, variants).text.replaceAll(/^[，。]+|[，。]+$/g, '');
}

/** Where a match of `length` folded characters from `start` lies in `raw`, the text that was folded. */
export function spanOf({ at }: Folded, raw: string, start: number, length: number): readonly [from: number, to: number] {
  const last = at[start + length - 1] ?? 0;
  return [at[start] ?? 0, last + ((raw.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)];
}
