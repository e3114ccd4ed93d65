/** Lines of an official text as paragraphs: page numbers, line breaks inside sentences and repeated blanks go, nothing else is changed. */
import { numberingOf } from './numbering.ts';

export interface SourceLine {
  /** First line = 1; in a Word file the paragraph's place. */
  readonly line: number;
  readonly text: string;
}

export interface TidyText {
  readonly paragraphs: readonly SourceLine[];
  /** Lines that hold a page number and nothing else. */
  readonly pageNumbers: readonly SourceLine[];
  /** Lines that were joined to the one before. */
  readonly joined: readonly number[];
}

interface WrittenLine extends SourceLine {
  readonly indented: boolean;
  readonly afterBlank: boolean;
}

/** `broken`: the lines may be broken inside a sentence, as in a plain text file; the paragraphs of a Word file are whole. */
export function tidyText(lines: readonly SourceLine[], broken: boolean): TidyText {
  const pageNumbers = pageNumberLines(lines);
  const gone = new Set(pageNumbers.map(({ line }) => line));
  const written: WrittenLine[] = [];
  let afterBlank = false;
  for (const { line, text } of lines) {
    if (gone.has(line)) continue;
    const tidy = withoutRepeatedBlanks(text);
    if (tidy === '') {
      afterBlank = true;
      continue;
    }
    written.push({ line, text: tidy, indented: /^(?:[ \t\u00A0]{2,}|\t|　)/.test(text), afterBlank });
    afterBlank = false;
  }
  if (!broken) return { paragraphs: written.map(({ line, text }) => ({ line, text })), pageNumbers, joined: [] };

  const width = wrapWidth(written);
  const indents = width !== null && written.filter(({ indented }) => indented).length >= 3;
  const paragraphs: { line: number; text: string }[] = [];
  const joined: number[] = [];
  let last: WrittenLine | null = null;
  for (const line of written) {
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined && last !== null && continues(paragraph.text, last, line, width, indents)) {
      paragraph.text = joinedText(paragraph.text, line.text);
      joined.push(line.line);
    } else paragraphs.push({ line: line.line, text: line.text });
    last = line;
  }
  return { paragraphs, pageNumbers, joined };
}

/** Runs of blanks become one, those at the ends none; a lone blank stays. */
export function withoutRepeatedBlanks(text: string): string {
  return text.replaceAll(/[\s\u00A0\u3000]{2,}/g, (run) => (run.includes('\u3000') ? '\u3000' : ' ')).replaceAll(/^[\s\u00A0\u3000]+|[\s\u00A0\u3000]+$/g, '').replaceAll(/[\t\n\u000B\u000C\r\u00A0]/g, ' ');
}

const pageForms = [/^[-—–―~·•\s]*\d{1,3}[-—–―~·•\s]*$/, /^第\s*\d{1,3}\s*页(?:[,，/\s]*共\s*\d{1,3}\s*页)?$/, /^\d{1,3}\s*\/\s*\d{1,3}$/, /^page\s+\d{1,3}(?:\s+of\s+\d{1,3})?$/i];

function pageNumberLines(lines: readonly SourceLine[]): readonly SourceLine[] {
  const plain = lines.map(({ text }) => text.normalize('NFKC').trim());
  const found: SourceLine[] = [];
  lines.forEach((line, index) => {
    const text = plain[index] ?? '';
    const lone = /^\(\s*(\d{1,3})\s*\)$/.exec(text)?.[1];
    // A bracketed number alone on its line counts pages unless it counts parts: then its neighbour in the count begins a line too.
    const part = lone !== undefined && plain.some((other, at) => at !== index && [`(${Number(lone) - 1})`, `(${Number(lone) + 1})`].some((neighbour) => other.startsWith(neighbour) && other !== neighbour));
    const bracket = text === '(' && /^\d{1,3}$/.test(plain[index + 1] ?? '') && plain[index + 2] === ')';
    if (bracket) found.push(...lines.slice(index, index + 3));
    else if (text !== '' && (pageForms.some((form) => form.test(text)) || (lone !== undefined && !part)) && !found.includes(line)) found.push(line);
  });
  return found;
}

/** Width in Chinese characters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0);
}

const finished = /[。！？；：…!?;:][”’」』）)》"']*$/u;
const inSentence = /[，、,（(“‘《—的和与及在对将把并或由为以于等]$/u;
/** Words that a sentence has and a title hardly ever. */
const clauseVerb = /应|不得|必须|可以|鼓励|将|(?<![主重必需])要/;

/** The width at which the lines were broken: no line is longer, and three unfinished ones end within three characters of it; null where they were not. */
function wrapWidth(lines: readonly WrittenLine[]): number | null {
  const shown = ({ text, indented }: WrittenLine): number => widthOf(text) + (indented ? 2 : 0);
  const longest = Math.max(0, ...lines.map(shown));
  const full = lines.filter((line) => !finished.test(line.text) && shown(line) >= longest - 3);
  return longest >= 16 && longest <= 60 && full.length >= 3 ? longest : null;
}

/** Whether `line` goes on with the sentence that `paragraph`, whose last line was `last`, has not finished. */
function continues(paragraph: string, last: WrittenLine, line: WrittenLine, wrap: number | null, indents: boolean): boolean {
  const numbered = numberingOf(line.text);
  const reference = numbered !== null && /^(?:第.*条|[（(])/.test(line.text) && !finished.test(paragraph) && /^(?:规定|的|所|第|项|款|至|、|和)/.test(numbered.rest);
  if (numbered !== null && !reference) return false;
  const lastWidth = widthOf(last.text) + (last.indented ? 2 : 0);
  const full = wrap !== null && lastWidth >= wrap - 3;
  if (finished.test(paragraph)) return full && indents && !line.indented && !line.afterBlank && lastWidth >= wrap - 1;
  if (inSentence.test(paragraph) && (numberingOf(paragraph) !== null || /[，。；]/.test(paragraph))) return !line.indented || full;
  if (line.indented) return false;
  if (full) return true;
  const { rest } = numberingOf(paragraph) ?? { rest: paragraph };
  // More than a title: a page broke it.
  if (/[。；]/.test(rest)) return true;
  if (line.afterBlank) return false;
  const next = widthOf(line.text);
  const sentence = /[，。；：]/.test(rest) || clauseVerb.test(rest);
  if (clauseVerb.test(rest) && widthOf(rest) >= 10 && next <= lastWidth + 4) return true;
  return sentence && widthOf(rest) >= 18 && next < lastWidth;
}

/** Latin words keep a blank between them, Chinese characters have none. */
function joinedText(left: string, right: string): string {
  const latin = /[\u0021-\u024F]$/.test(left) && /^[\u0021-\u024F]/.test(right);
  return `${left}${latin ? ' ' : ''}${right}`;
}
