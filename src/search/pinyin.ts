/** Finds Chinese text by its pinyin, syllable by syllable, from the beginning of a word to the end of one. */
import type { Folded } from './fold.ts';

/** Character → its readings without tones, `lv` for lü; only characters that occur. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** A query as pinyin: letters, cut where the reader cut them. */
export interface PinyinQuery {
  readonly letters: string;
  /** Places in `letters` where a syllable has to end. */
  readonly cuts: ReadonlySet<number>;
}

/** Letters, tone marks, tone digits, blanks and apostrophes are pinyin; null for anything else. */
export function parsePinyin(query: string): PinyinQuery | null {
  const plain = query
    .trim()
    .toLowerCase()
    .replaceAll(/u\u0308|ü|[ǖǘǚǜ]/g, 'v')
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replaceAll(/[\u0300-\u036f]/g, '');
  if (!/^[a-z]+[1-5]?(?:(?:[\s'’-]|(?<=[1-5]))[a-z]+[1-5]?)*$/.test(plain)) return null;
  let letters = '';
  const cuts = new Set<number>();
  for (const character of plain) {
    if (/[a-z]/.test(character)) letters += character;
    else cuts.add(letters.length);
  }
  cuts.delete(letters.length);
  return letters.length < 3 ? null : { letters, cuts };
}

/** Words of one character that make a coincidence of a short match, not a term. */
const functionWords = new Set([...'的是了和与或为在对从由将把被向于而及等之以其也都有要各不该本并则但应可可会能已即使让给到']);

/** So many characters sound alike by chance; more do not. */
const longestCoincidence = 3;

export interface PinyinMatch {
  readonly start: number;
  readonly length: number;
  /** The last syllable is still being typed. */
  readonly isBeginning: boolean;
}

/**
 * Matches of two or more characters in a folded Chinese text. `bounds` are the places in the folded text where
 * words begin or end: what merely sounds alike across words (是鼓 of 是鼓励 for 事故) is not found.
 */
export function pinyinMatches({ text }: Pick<Folded, 'text'>, bounds: ReadonlySet<number>, { letters, cuts }: PinyinQuery, readings: Readings): readonly PinyinMatch[] {
  const found: PinyinMatch[] = [];
  for (const start of bounds) {
    const reach = follow(start, 0);
    if (reach === null || reach.end - start < 2 || !isTerm(start, reach.end)) continue;
    found.push({ start, length: reach.end - start, isBeginning: reach.isBeginning });
  }
  return found;

  /** From the character at `place` with `used` letters read: where the match ends, or null. */
  function follow(place: number, used: number): { readonly end: number; readonly isBeginning: boolean } | null {
    if (used === letters.length) return bounds.has(place) ? { end: place, isBeginning: false } : null;
    const next = letters[used];
    for (const reading of readings.get(text[place] ?? '') ?? []) {
      if (reading[0] !== next) continue;
      for (const spelling of spellings(reading)) {
        if (letters.startsWith(spelling, used) && isUncut(used, used + spelling.length)) {
          const reach = follow(place + 1, used + spelling.length);
          if (reach !== null) return reach;
        }
        // The end of the query is the beginning of a syllable: z of zheng.
        const rest = letters.length - used;
        if (used > 0 && rest < spelling.length && isNoSyllable(letters.slice(used)) && spelling.startsWith(letters.slice(used)) && isUncut(used, letters.length)) {
          return { end: place + 1, isBeginning: true };
        }
      }
    }
    return null;
  }

  function isUncut(from: number, to: number): boolean {
    for (const cut of cuts) if (cut > from && cut < to) return false;
    return true;
  }

  function isTerm(start: number, end: number): boolean {
    if (end - start > longestCoincidence) return true;
    let from = start;
    for (let place = start + 1; place <= end; place += 1) {
      if (!bounds.has(place) && place !== end) continue;
      if (place - from === 1 && functionWords.has(text[from] ?? '')) return false;
      from = place;
    }
    return true;
  }
}

/** The pinyin of a Chinese word as one row of letters, with each reading of its characters; none where a character has none or there are too many. */
export function soundsOf(word: string, readings: Readings): readonly string[] {
  let sounds: readonly string[] = [''];
  for (const character of word) {
    const there = readings.get(character) ?? [];
    if (sounds.length * there.length > 64) return [];
    sounds = sounds.flatMap((sound) => there.flatMap(spellings).map((reading) => sound + reading));
  }
  return sounds;
}

/** lü is typed lv, and lu where there is no v at hand. */
function spellings(reading: string): readonly string[] {
  return reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading];
}

/** A consonant or two: nobody ends a query there who has finished typing. */
function isNoSyllable(letters: string): boolean {
  return /^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)$/.test(letters);
}
