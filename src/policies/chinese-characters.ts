/** What search has to know of Chinese characters: Traditional forms, readings and where words end; worked out in the build, for the characters that occur. */
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

const isHan = /\p{Script=Han}/u;

/** The characters that have a block of their own since the first Unicode; what is rarer has no variant that anybody types. */
const [firstCharacter, lastCharacter] = [0x3400, 0x9fff];

/** Pairs of a variant and the Simplified character that stands for it, for all characters of `text` that have variants. */
export function variantPairs(text: string): string {
  const occurs = new Set(text);
  const all = Array.from({ length: lastCharacter - firstCharacter + 1 }, (_, index) => String.fromCodePoint(firstCharacter + index));
  const pairs = new Map<string, string>();
  for (const from of ['t', 'hk', 'tw']) {
    const toSimplified = Converter({ from, to: 'cn' });
    for (const character of all) {
      const standard = toSimplified(character);
      // A character that a text uses itself is a variant only if every form of Traditional Chinese says so.
      if (standard !== character && !pairs.has(character) && (from === 't' || !occurs.has(character))) pairs.set(character, standard);
    }
  }
  return [...pairs].filter(([variant, standard]) => occurs.has(standard) || occurs.has(variant)).map(([variant, standard]) => variant + standard).join('');
}

/** Said so by many, though the dictionaries know another reading: 献血 is xiànxuè, and often xiànxiě. */
const colloquial: Readonly<Record<string, string>> = { 血: 'xie' };

/** `献 xian 率 lv`: each character of the texts with the readings that it has in them, without tones, `v` for ü. */
export function readingsOf(texts: readonly string[]): string {
  const readings = new Map<string, Set<string>>();
  for (const text of texts) {
    const characters = [...text];
    const sounds = pinyin(text, { toneType: 'none', type: 'array', v: true });
    if (sounds.length !== characters.length) throw new Error(`pinyin has ${sounds.length} sounds for the ${characters.length} characters of ${text}`);
    for (const [index, character] of characters.entries()) {
      const sound = sounds[index] ?? '';
      if (!isHan.test(character) || !/^[a-z]+$/.test(sound)) continue;
      readings.set(character, (readings.get(character) ?? new Set()).add(sound));
    }
  }
  for (const [character, reading] of Object.entries(colloquial)) readings.get(character)?.add(reading);
  return [...readings.keys()].toSorted().map((character) => `${character} ${[...(readings.get(character) ?? [])].toSorted().join(',')}`).join(' ');
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** How long each word of a text is, a digit a word; a term of `terms` always begins and ends a word. */
export function wordLengths(text: string, terms: readonly string[]): string {
  const bounds = new Set([...segmenter.segment(text)].map(({ index }) => index));
  for (const term of terms) {
    for (let at = text.indexOf(term); term !== '' && at !== -1; at = text.indexOf(term, at + 1)) bounds.add(at).add(at + term.length);
  }
  const places = [...bounds.add(text.length)].toSorted((a, b) => a - b);
  let lengths = '';
  for (const [index, place] of places.entries()) {
    for (let rest = place - (places[index - 1] ?? 0); rest > 0; rest -= 9) lengths += Math.min(rest, 9);
  }
  return lengths;
}
