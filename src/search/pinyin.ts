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
export function pinyinMatches({ text }: Pick<Folded, 'text'>, bounds: ReadonlySet<number>, query: PinyinQuery, readings: Readings): readonly PinyinMatch[] {
  const { starts, steps } = stepsOf(query, readings);
  const found: PinyinMatch[] = [];
  if (starts.size === 0) return found;
  for (const start of bounds) {
    if (!starts.has(text[start] ?? '')) continue;
    const reach = follow(start, 0);
    if (reach === null || reach.end - start < 2 || !isTerm(start, reach.end)) continue;
    found.push({ start, length: reach.end - start, isBeginning: reach.isBeginning });
  }
  return found;

  /** From the character at `place` with `used` letters read: where the match ends, or null. */
  function follow(place: number, used: number): { readonly end: number; readonly isBeginning: boolean } | null {
    if (used === query.letters.length) return bounds.has(place) ? { end: place, isBeginning: false } : null;
    for (const { letters, isBeginning } of steps(text[place] ?? '', used)) {
      if (isBeginning) return { end: place + 1, isBeginning };
      const reach = follow(place + 1, used + letters);
      if (reach !== null) return reach;
    }
    return null;
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

/** What a character can be of a query: so many of its letters, or the syllable with which it breaks off. */
interface Step {
  readonly letters: number;
  readonly isBeginning: boolean;
}

interface Steps {
  /** The characters whose reading begins the query; none where the query is no pinyin. */
  readonly starts: ReadonlySet<string>;
  /** What a character can be after `used` letters of the query. */
  readonly steps: (character: string, used: number) => readonly Step[];
}

/** A query meets the same characters in every text, so what they can be of it is worked out once. */
const stepsOfQueries = new WeakMap<PinyinQuery, { readonly readings: Readings; readonly steps: Steps }>();

function stepsOf(query: PinyinQuery, readings: Readings): Steps {
  const known = stepsOfQueries.get(query);
  if (known?.readings === readings) return known.steps;
  const steps = workOutSteps(query, readings);
  stepsOfQueries.set(query, { readings, steps });
  return steps;
}

function workOutSteps({ letters, cuts }: PinyinQuery, readings: Readings): Steps {
  const known = Array.from(letters, () => new Map<string, readonly Step[]>());
  const steps = (character: string, used: number): readonly Step[] => {
    const before = known[used]?.get(character);
    if (before !== undefined) return before;
    const found = (readings.get(character) ?? []).flatMap(spellings).flatMap((spelling) => stepsBy(spelling, used));
    known[used]?.set(character, found);
    return found;
  };
  return { starts: new Set([...readings.keys()].filter((character) => steps(character, 0).length > 0)), steps };

  function stepsBy(spelling: string, used: number): readonly Step[] {
    const rest = letters.slice(used);
    const steps: Step[] = [];
    if (rest.startsWith(spelling) && isUncut(used, used + spelling.length)) steps.push({ letters: spelling.length, isBeginning: false });
    // The end of the query is the beginning of a syllable: z of zheng.
    if (used > 0 && rest.length < spelling.length && isNoSyllable(rest) && spelling.startsWith(rest) && isUncut(used, letters.length)) {
      steps.push({ letters: rest.length, isBeginning: true });
    }
    return steps;
  }

  function isUncut(from: number, to: number): boolean {
    for (const cut of cuts) if (cut > from && cut < to) return false;
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
