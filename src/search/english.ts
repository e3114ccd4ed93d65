/** English words as search compares them: in lower case, without their endings; and where a phrase stands in a text. */

/** A word of a text and where it stands. */
export interface EnglishWord {
  readonly word: string;
  readonly stem: string;
  readonly from: number;
  readonly to: number;
  /** Of the text's sentences, from 0: words of different sentences have nothing to do with each other. */
  readonly sentence: number;
}

/** Words that say nothing by themselves; a phrase is the same with or without them. */
const small = new Set(['a', 'an', 'the', 'of', 'and', 'or', 'to', 'in', 'on', 'at', 'for', 'from', 'by', 'with', 'is', 'are', 'be', 'as', 'it', 'its', 'that', 'this']);

/** Endings from the longest; what remains has to be a word still. */
const endings: readonly (readonly [ending: RegExp, replacement: string])[] = [
  [/ies$/, 'y'],
  [/(ss|sh|ch|x|z)es$/, '$1'],
  [/([^su])s$/, '$1'],
];
const verbEndings: readonly (readonly [ending: RegExp, replacement: string])[] = [
  [/([bdfgklmnprt])\1(?:ing|ed)$/, '$1'],
  [/ied$/, 'y'],
  [/(?:ing|ed)$/, ''],
];

/** donations → donation, exemptions → exemption, donated → donat, donate → donat; short words stay. */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = cutStem(word);
    stems.set(word, stem);
  }
  return stem;
}

/** A text has few different words. */
const stems = new Map<string, string>();

function cutStem(word: string): string {
  let stem = word.replace(/['’]s?$/, '');
  if (stem.length < 4 || /\d/.test(stem)) return stem;
  for (const [ending, replacement] of endings) {
    if (!ending.test(stem)) continue;
    stem = stem.replace(ending, replacement);
    break;
  }
  for (const [ending, replacement] of verbEndings) {
    const shorter = stem.replace(ending, replacement);
    if (shorter === stem || shorter.length < 4 || !/[aeiouy]/.test(shorter)) continue;
    stem = shorter;
    break;
  }
  return stem.length > 4 && /[^e]e$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** The words of a text with their places. `15‰` and `11.5` are words; `fee-waiver` is two. */
export function englishWords(text: string): readonly EnglishWord[] {
  const words: EnglishWord[] = [];
  let sentence = 0;
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+)*[%‰]?/gu)) {
    if (/[.!?;:\n。；！？]/.test(text.slice(end, match.index))) sentence += 1;
    end = match.index + match[0].length;
    const word = (/^[\x21-\x7e]+$/.test(match[0]) ? match[0] : match[0].normalize('NFKC')).toLowerCase();
    words.push({ word, stem: stemOf(word), from: match.index, to: end, sentence });
  }
  return words;
}

/** The words of a query that count; all of them if none does. */
export function countingWords(words: readonly EnglishWord[]): readonly EnglishWord[] {
  const counting = words.filter(({ word }) => !small.has(word));
  return counting.length > 0 ? counting : words;
}

export interface PhraseMatch {
  readonly from: number;
  readonly to: number;
  /** The last word of the query is only the beginning of the word that was found. */
  readonly isBeginning: boolean;
}

/** The last word of a query that is still being typed is found by its beginning, from so many letters on. */
const shortestBeginning = 4;

/** A text as its words, ready to be searched many times. */
export interface EnglishText {
  readonly words: readonly EnglishWord[];
  readonly counting: readonly EnglishWord[];
  readonly stems: ReadonlySet<string>;
}

export function englishText(text: string): EnglishText {
  const words = englishWords(text);
  return { words, counting: words.filter(({ word }) => !small.has(word)), stems: new Set(words.map(({ stem }) => stem)) };
}

/** Where the counting words of `phrase` stand one after the other in `text`, small words between them or not. */
export function phraseMatches(text: EnglishText, phrase: readonly EnglishWord[]): readonly PhraseMatch[] {
  const wanted = countingWords(phrase);
  const last = wanted.length - 1;
  if (last < 0 || wanted.some(({ stem }, index) => index < last && !text.stems.has(stem))) return [];
  // A phrase of small words only is looked for among all words.
  const inText = wanted.some(({ word }) => small.has(word)) ? text.words : text.counting;
  const found: PhraseMatch[] = [];
  for (let start = 0; start + last < inText.length; start += 1) {
    let isBeginning = false;
    const fits = wanted.every((word, offset) => {
      const there = inText[start + offset];
      if (there === undefined || there.sentence !== inText[start]?.sentence) return false;
      if (there.stem === word.stem || there.word === word.word) return true;
      isBeginning = offset === last && word.word.length >= shortestBeginning && there.word.startsWith(word.word);
      return isBeginning;
    });
    if (fits) found.push({ from: inText[start]?.from ?? 0, to: inText[start + last]?.to ?? 0, isBeginning });
  }
  return found;
}

/** The first sentence in which all counting words stand in any order: their places; null where there is none. */
export function scatteredMatch(text: EnglishText, query: readonly EnglishWord[]): readonly EnglishWord[] | null {
  const wanted = [...new Set(countingWords(query).map(({ stem }) => stem))];
  if (!wanted.every((stem) => text.stems.has(stem))) return null;
  const sentences = new Map<number, EnglishWord[]>();
  for (const word of text.words) {
    if (!wanted.includes(word.stem)) continue;
    const there = sentences.get(word.sentence) ?? [];
    sentences.set(word.sentence, there);
    if (!there.some(({ stem }) => stem === word.stem)) there.push(word);
  }
  for (const there of sentences.values()) if (there.length === wanted.length) return there;
  return null;
}
