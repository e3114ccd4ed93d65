/** Reads what somebody typed: the whole as one thing, its other spellings and meanings, and its parts where it has several. */
import type { SameMeaning } from './clause-files.ts';
import { countingWords, englishWords, type EnglishWord } from './english.ts';
import { foldQuery, type Variants } from './fold.ts';
import { numberSpellings } from './numbers.ts';
import { parsePinyin, soundsOf, type PinyinQuery, type Readings } from './pinyin.ts';
import { askedAbout } from './questions.ts';

/** One spelling, ready to be looked for. */
export interface Phrase {
  readonly written: string;
  /** As a Chinese text, with its breaks inside; empty where it holds neither letter nor digit. */
  readonly folded: string;
  /** As an English text; empty where it holds a Chinese character. */
  readonly words: readonly EnglishWord[];
  readonly pinyin: PinyinQuery | null;
  /** Another word for what was typed, from the list of words. */
  readonly isSynonym: boolean;
}

/** One thing that a clause must speak about: any of its phrases will do, the first is what was typed. */
export type Wanted = readonly [Phrase, ...Phrase[]];

export interface Query {
  readonly raw: string;
  readonly whole: Wanted;
  /** Parts that may stand apart from each other, of a question what it asks about; none where the query is one thing. */
  readonly parts: readonly Wanted[];
}

export interface QueryTables {
  readonly variants: Variants;
  /** Folded word or English stems → the other words of its meaning. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** Pinyin without blanks → the Chinese words of the list that sound so. */
  readonly sounds: ReadonlyMap<string, readonly string[]>;
}

const longest = 80;
const han = /\p{Script=Han}/u;

/** Null where nothing was typed that could be found. */
export function parseQuery(raw: string, tables: QueryTables): Query | null {
  // A blank before the sign does not part a number from it.
  const typed = raw.normalize('NFKC').trim().slice(0, longest).replaceAll(/(\d)\s+(?=[‰%])/g, '$1');
  const whole = wantedOf(typed, tables);
  if (whole[0].folded === '') return null;
  return { raw: raw.trim(), whole, parts: partsOf(typed, tables) };
}

function wantedOf(written: string, tables: QueryTables): Wanted {
  const literal = phraseOf(written, tables.variants, false);
  const spellings = numberSpellings(written.toLowerCase());
  // A word of the list may be typed by its sound too.
  const sounding = tables.sounds.get(literal.pinyin?.letters ?? '') ?? [];
  const meant = [written, ...spellings, ...sounding].flatMap((word) => tables.synonyms.get(synonymKey(word, tables.variants)) ?? []);
  const synonyms = meant.filter((word) => !sounding.includes(word));
  return [literal, ...[...new Set([...spellings, ...sounding])].map((word) => phraseOf(word, tables.variants, false)), ...[...new Set(synonyms)].map((word) => phraseOf(word, tables.variants, true))];
}

function phraseOf(written: string, variants: Variants, isSynonym: boolean): Phrase {
  const isChinese = han.test(written);
  return {
    written,
    folded: foldQuery(written, variants),
    words: isChinese ? [] : englishWords(written),
    pinyin: isChinese ? null : parsePinyin(written),
    isSynonym,
  };
}

/** Only blanks and commas part a query. One character by itself is never looked for elsewhere: 三 免 is not 三免 nor 三 and 免. */
function partsOf(typed: string, tables: QueryTables): readonly Wanted[] {
  const asked = askedAbout(typed);
  if (asked.length > 0) return asked.map((part) => wantedOf(part, tables));
  const parts = typed.split(/[\s，,、;；+]+/).filter((part) => foldQuery(part, tables.variants) !== '');
  const counting = new Set(countingWords(englishWords(parts.join(' '))).map(({ word }) => word));
  const wanted = parts.filter((part) => han.test(part) || counting.has(part.toLowerCase()) || !/^[a-z]+$/i.test(part));
  if (wanted.length < 2 || wanted.some((part) => han.test(part) && [...part].length === 1)) return [];
  const isChinese = wanted.some((part) => han.test(part));
  // English words are looked for together, in one sentence; apart from each other they would be found in every long clause.
  return wanted.map((part) => wantedOf(part, tables)).map((one) => (isChinese ? one : withoutEnglish(one)));
}

function withoutEnglish([first, ...others]: Wanted): Wanted {
  return [{ ...first, words: [] }, ...others.map((phrase) => ({ ...phrase, words: [] }))];
}

/** Under which a word stands in the table of synonyms: folded if Chinese, the stems of its counting words if English. */
export function synonymKey(word: string, variants: Variants): string {
  return han.test(word) ? foldQuery(word, variants) : countingWords(englishWords(word)).map(({ stem }) => stem).join(' ');
}

/** Every word of the lists → the others of its meaning, the documents' own words first. */
export function synonymsOf(lists: readonly SameMeaning[], variants: Variants): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { legal, said } of lists) {
    const all = [...legal, ...said];
    for (const word of all) {
      const key = synonymKey(word, variants);
      const others = all.filter((other) => other !== word);
      found.set(key, [...new Set([...(found.get(key) ?? []), ...others])]);
    }
  }
  return found;
}

/** Every Chinese word of the lists by its sound. */
export function soundsOfWords(lists: readonly SameMeaning[], readings: Readings): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const word of lists.flatMap(({ legal, said }) => [...legal, ...said])) {
    for (const sound of soundsOf(word, readings)) found.set(sound, [...(found.get(sound) ?? []), word]);
  }
  return found;
}

export function readVariants(pairs: string): Variants {
  const characters = [...pairs];
  return new Map(Array.from({ length: characters.length / 2 }, (_, index) => [characters[2 * index] ?? '', characters[2 * index + 1] ?? '']));
}

export function readReadings(text: string): ReadonlyMap<string, readonly string[]> {
  const words = text.split(' ');
  return new Map(Array.from({ length: Math.floor(words.length / 2) }, (_, index) => [words[2 * index] ?? '', (words[2 * index + 1] ?? '').split(',')]));
}
