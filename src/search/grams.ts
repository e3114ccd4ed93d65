/** By which packs of clauses can hold a query, where there are too many to load them all: pairs of characters, pairs of syllables, English words. */
import { gramFileOf, soundMark, type GramFile } from './clause-files.ts';
import { countingWords } from './english.ts';
import type { Readings } from './pinyin.ts';
import type { Piece } from './prepared.ts';
import type { Phrase, Query, Wanted } from './query.ts';

/** Every gram of a piece; `readings` may have several for a character, each makes its own. */
export function gramsOfPiece(piece: Piece, readings: Readings): ReadonlySet<string> {
  if (piece.locale !== 'zh') return new Set(piece.english.words.flatMap(({ stem, word }) => [stem, word]));
  const grams = new Set<string>();
  for (const { text } of [piece.folded, piece.joined]) {
    const characters = [...text];
    for (const [index, character] of characters.entries()) {
      const next = characters[index + 1];
      grams.add(character);
      if (next === undefined) continue;
      grams.add(character + next);
      for (const first of readings.get(character) ?? []) for (const second of readings.get(next) ?? []) grams.add(`${soundMark}${first} ${second}`);
    }
  }
  return grams;
}

/** Ways to find a phrase: of each way all grams have to be in a pack. A gram that ends in `*` is a beginning. */
function waysOf({ folded, words, pinyin }: Phrase, syllables: ReadonlySet<string>): readonly (readonly string[])[] {
  const ways: string[][] = [];
  for (const text of new Set([folded, folded.replaceAll('，', '')])) {
    const characters = [...text];
    if (characters.length === 1) ways.push(characters);
    else if (characters.length > 1) ways.push(characters.slice(1).map((character, index) => (characters[index] ?? '') + character));
  }
  if (words.length > 0) {
    const counting = countingWords(words);
    ways.push(counting.map(({ stem, word }, index) => (index === counting.length - 1 && word.length >= 4 ? `${word}*` : stem)));
    ways.push(counting.map(({ stem }) => stem));
  }
  if (pinyin !== null) {
    for (const parts of segmentations(pinyin.letters, syllables)) {
      // A syllable that is still being typed narrows nothing.
      const known = parts.filter((part) => syllables.has(part));
      const pairs = known.slice(1).map((part, index) => `${soundMark}${known[index]} ${part}`);
      ways.push(pairs.length > 0 ? pairs : [`${soundMark}${known[0] ?? ''} *`]);
    }
  }
  return ways;
}

/** So many readings of a row of letters are enough. */
const mostSegmentations = 12;

/** All ways to cut letters into known syllables; the last part may be the beginning of one. */
function segmentations(letters: string, syllables: ReadonlySet<string>): readonly (readonly string[])[] {
  const found: string[][] = [];
  const walk = (from: number, parts: readonly string[]): void => {
    if (found.length >= mostSegmentations) return;
    if (from === letters.length) {
      found.push([...parts]);
      return;
    }
    for (let to = Math.min(from + 6, letters.length); to > from; to -= 1) {
      const part = letters.slice(from, to);
      for (const spelling of part === 'lu' || part === 'nu' ? [part, part.replace('u', 'v')] : [part]) if (syllables.has(spelling)) walk(to, [...parts, spelling]);
    }
    if (parts.length > 0 && letters.length - from < 3) found.push([...parts, letters.slice(from)]);
  };
  walk(0, []);
  return found;
}

/** The grams that decide about a query, one list of ways for each thing that is wanted together. */
export interface Narrowing {
  readonly files: readonly number[];
  /** Packs that can hold the query, those first that name it in a title or a term. */
  packsFrom(grams: ReadonlyMap<number, GramFile>): readonly number[];
}

export function narrow(query: Query, readings: Readings, gramFiles: number): Narrowing {
  const syllables = new Set([...readings.values()].flat());
  const whole = query.whole.flatMap((phrase) => waysOf(phrase, syllables));
  const parts: readonly Wanted[] = query.parts;
  const partWays = parts.map((part) => part.flatMap((phrase) => waysOf(phrase, syllables)));
  const all = [whole, ...partWays].flat(2);
  return {
    files: [...new Set(all.map((gram) => gramFileOf(gram, gramFiles)))].toSorted((a, b) => a - b),
    packsFrom(grams) {
      const found = unite(whole.map((way) => intersect(way.map((gram) => packsOf(gram, grams, gramFiles)))));
      const apart = partWays.map((ways) => unite(ways.map((way) => intersect(way.map((gram) => packsOf(gram, grams, gramFiles))))));
      // A part may be the name of a document and stand in no clause.
      for (const [pack, isAbout] of unite(apart)) found.set(pack, found.get(pack) ?? isAbout);
      return [...found].toSorted(([a, aboutA], [b, aboutB]) => Number(aboutB) - Number(aboutA) || a - b).map(([pack]) => pack);
    },
  };
}

/** Pack → whether the gram stands in one of its titles or terms. */
type Packs = Map<number, boolean>;

function packsOf(gram: string, grams: ReadonlyMap<number, GramFile>, gramFiles: number): Packs {
  const file = grams.get(gramFileOf(gram, gramFiles)) ?? {};
  const codes = gram.endsWith('*') ? Object.keys(file).filter((key) => key.startsWith(gram.slice(0, -1))).map((key) => file[key] ?? '') : [file[gram] ?? ''];
  const packs: Packs = new Map();
  for (const character of codes.join('')) {
    const code = (character.codePointAt(0) ?? 48) - 48;
    packs.set(code >> 1, packs.get(code >> 1) === true || (code & 1) === 1);
  }
  return packs;
}

function intersect(all: readonly Packs[]): Packs {
  const [first = new Map<number, boolean>(), ...others] = all;
  return new Map([...first].filter(([pack]) => others.every((other) => other.has(pack))).map(([pack, isAbout]) => [pack, isAbout && others.every((other) => other.get(pack) === true)]));
}

function unite(all: readonly Packs[]): Packs {
  const packs: Packs = new Map();
  for (const one of all) for (const [pack, isAbout] of one) packs.set(pack, isAbout || packs.get(pack) === true);
  return packs;
}

/** The files of grams of packs of pieces; packs beyond a thousand would need another code. */
export function gramFiles(packs: readonly (readonly Piece[])[], readings: Readings, files: number): readonly GramFile[] {
  const found = new Map<string, Packs>();
  for (const [pack, pieces] of packs.entries()) {
    for (const piece of pieces) {
      const isAbout = piece.kind === 'title' || piece.kind === 'term';
      for (const gram of gramsOfPiece(piece, readings)) {
        const there: Packs = found.get(gram) ?? new Map();
        found.set(gram, there);
        there.set(pack, isAbout || there.get(pack) === true);
      }
    }
  }
  const written: Record<string, string>[] = Array.from({ length: files }, () => ({}));
  for (const gram of [...found.keys()].toSorted()) {
    const codes = [...(found.get(gram) ?? [])].map(([pack, isAbout]) => String.fromCodePoint(48 + 2 * pack + Number(isAbout)));
    const file = written[gramFileOf(gram, files)];
    if (file !== undefined) file[gram] = codes.join('');
  }
  return written;
}
