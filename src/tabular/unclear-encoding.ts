/** Tells text that was written in UTF-8 from Chinese in GBK whose bytes happen to be valid UTF-8 too: 通知 would be read as two marks of Latin and Hebrew. */

import { visitRawRows } from './raw-rows.ts';

/** What a cell, read as UTF-8, says of the encoding of its file. */
export type Evidence = 'utf-8' | 'unclear' | 'none';

/** The 6,763 characters of GB 2312, which Chinese text is written with almost entirely, and its punctuation; made by decoding all of them. */
let ordinary: ReadonlySet<string> | null = null;

function ordinaryChinese(): ReadonlySet<string> {
  if (ordinary !== null) return ordinary;
  const characters = new Set<string>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0xa1; lead <= 0xf7; lead += 1) {
    if (lead > 0xa3 && lead < 0xb0) continue;
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) characters.add(decoder.decode(Uint8Array.of(lead, trail)));
  }
  ordinary = characters;
  return characters;
}

const foreignRun = /[^\x00-\x7f]+/g;
const ideograph = /[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud88f][\udc00-\udfff]/;
/** Letters and signs in front of U+0800 that English and Chinese texts hold: Latin with accents (pinyin too), Greek, the commonest combining accents. */
const familiar = /^[\u00a0-\u017f\u01cd-\u01dc\u01f8\u01f9\u0300-\u030c\u0386-\u03ce]*$/;
/** Above U+0800 only scripts that neither language uses are unfamiliar. */
const unfamiliarAbove = /[\u0800-\u1dff\u2c00-\u2dff\ua000-\ud7ff\ue000-\uf8ff\ufb00-\ufe0f\ufe70-\ufeff]/;
const greek = /^[\u0386-\u03ce]+$/;
const letters = /^[\p{Script=Latin}\u0300-\u030c]+$/u;
const oneSign = /^(.)\1*$/u;

/**
 * Looks at the runs of non-ASCII characters of a cell. An ideograph of UTF-8 is evidence: GBK gives those bytes once in tens of thousands of texts. A run is
 * unclear if its bytes are ordinary Chinese in GBK and as UTF-8 it is what neither language writes: other scripts, accented letters that belong to no word, a row
 * of different signs. A single é in a word, µ, ±, ·, a Greek word are said by UTF-8.
 */
export function encodingEvidence(cell: string): Evidence {
  let evidence: Evidence = 'none';
  for (const match of cell.matchAll(foreignRun)) {
    const [run] = match;
    const inGbk = readAsGbk(run);
    const maybeGbk = inGbk !== null && [...inGbk].every((character) => ordinaryChinese().has(character));
    if (ideograph.test(run)) {
      const readable = [...run].every((character) => ordinaryChinese().has(character));
      if (readable || !maybeGbk) return 'utf-8';
      evidence = 'unclear';
    } else if (isUnfamiliar(run)) {
      if (inGbk !== null && /^[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+$/.test(inGbk)) evidence = 'unclear';
    } else if (maybeGbk && !isOrdinarySign(run, cell[match.index - 1] ?? '', cell.slice(match.index + run.length))) evidence = 'unclear';
  }
  return evidence;
}

/** The first cell of a file, valid in both encodings, that may be either; null where a cell shows that it is UTF-8, or none that it is not. */
export function unclearCell(path: string): { readonly row: number; readonly position: number } | null {
  let unclear: { row: number; position: number } | null = null;
  visitRawRows(path, 'utf-8', (row, cells) => {
    for (const [position, cell] of cells.entries()) {
      const evidence = encodingEvidence(cell);
      if (evidence === 'unclear') unclear ??= { row, position };
      if (evidence !== 'utf-8') continue;
      unclear = null;
      return false;
    }
    return true;
  });
  return unclear;
}

/** The bytes of a UTF-8 text read as GB18030; null where they cannot be. */
function readAsGbk(run: string): string | null {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(new TextEncoder().encode(run));
  } catch {
    return null;
  }
}

function isUnfamiliar(run: string): boolean {
  return unfamiliarAbove.test(run) || !familiar.test(run.replaceAll(/[\u0800-\u{10ffff}]/gu, ''));
}

/** Whether a run of familiar characters stands where such characters are written. */
function isOrdinarySign(run: string, before: string, after: string): boolean {
  // Ϊ is 为, one of the commonest characters, and stands in hardly any Greek word without its small letters; one letter again and again is no word, and λλ is 位位.
  if (greek.test(run)) return !/Ϊ/.test(run) && (run.length === 1 || !oneSign.test(run));
  if (letters.test(run)) return /[A-Za-z]/.test(before) || /^[A-Za-z]/.test(after);
  // A price has its number behind the sign, a middle dot stands between two words; in GBK they are 楼 and 路, as in "3楼" and "2路".
  if (/[·¥]$/.test(run) && before !== '' && !/^\s*[\w(]/.test(after)) return false;
  return oneSign.test(run);
}
