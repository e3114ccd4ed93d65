/** Which encoding a file is in, decided on all of its bytes in a fixed order and never guessed from a sample. */
import { isAscii } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { refuse, type Refusal } from './refusals.ts';

export const encodings = ['utf-8', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

const chunkSize = 1 << 16;

/** The chunks of a file, one after the other; each is valid until the next is asked for. */
export function* fileChunks(path: string): Generator<Uint8Array> {
  const handle = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(chunkSize);
    for (;;) {
      const length = readSync(handle, buffer, 0, chunkSize, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

/** Why the bytes cannot be a CSV in any encoding we read (UTF-16, a workbook, a web page, NUL bytes); null if they may be. */
export function refusedBytes(path: string): Refusal | null {
  let offset = 0;
  for (const chunk of fileChunks(path)) {
    if (offset === 0) {
      const foreign = foreignKind(chunk);
      if (foreign !== null) return foreign;
    }
    const nul = chunk.indexOf(0);
    if (nul !== -1) return refuse('nul_byte', { offset: offset + nul + 1 });
    offset += chunk.length;
  }
  return null;
}

function foreignKind(start: Uint8Array): Refusal | null {
  const [a = 0, b = 0, c = 0, d = 0] = start;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return refuse('encoding_utf16');
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return refuse('not_csv', { kind: 'Excel (.xlsx)' });
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return refuse('not_csv', { kind: 'Excel 97–2003 (.xls)' });
  const text = new TextDecoder('latin1').decode(start.subarray(0, 512)).trimStart().toLowerCase();
  if (text.startsWith('<!doctype html') || text.startsWith('<html') || text.startsWith('<?xml')) return refuse('not_csv', { kind: 'HTML/XML' });
  // UTF-16 without its mark: every second byte of ASCII text is NUL.
  if (start.length >= 8 && [1, 3, 5, 7].every((index) => start[index] === 0)) return refuse('encoding_utf16');
  return null;
}

/** The offset (first byte = 1) at which the file stops being valid in the encoding, or null where all of it is. */
export function brokenAt(path: string, encoding: Encoding): number | null {
  const { brokenChunk } = decodeAll(path, encoding);
  return brokenChunk === null ? null : exactOffset(path, encoding, brokenChunk);
}

interface Decoded {
  /** How many bytes lie before the chunk in which decoding broke off; null where it did not. */
  readonly brokenChunk: number | null;
  /** Whether all of it is ASCII, as far as it was read. */
  readonly ascii: boolean;
  readonly marked: boolean;
}

function decodeAll(path: string, encoding: Encoding): Decoded {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  // ASCII is the same in both encodings and need not be decoded, unless the chunk before may have ended inside a character.
  let pending = false;
  let allAscii = true;
  let marked = false;
  try {
    for (const chunk of fileChunks(path)) {
      const ascii = isAscii(chunk);
      if (offset === 0) marked = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
      if (!ascii || pending) decoder.decode(chunk, { stream: true });
      pending = !ascii;
      allAscii &&= ascii;
      offset += chunk.length;
    }
    decoder.decode();
    return { brokenChunk: null, ascii: allAscii, marked };
  } catch {
    return { brokenChunk: offset, ascii: false, marked };
  }
}

/** Decodes again, byte by byte once the chunk that failed is reached. */
function exactOffset(path: string, encoding: Encoding, chunkStart: number): number {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  for (const chunk of fileChunks(path)) {
    if (offset < chunkStart) {
      decoder.decode(chunk, { stream: true });
      offset += chunk.length;
      continue;
    }
    for (let index = 0; index < chunk.length; index += 1) {
      try {
        decoder.decode(chunk.subarray(index, index + 1), { stream: true });
      } catch {
        return offset + index + 1;
      }
    }
    offset += chunk.length;
  }
  return offset;
}

/**
 * The encodings in which the whole file decodes, in the fixed order; none where there is none. A file with a byte order mark is UTF-8 or nothing, and
 * plain ASCII is UTF-8. A generator: the second is tried only if asked for.
 */
export function* decodableEncodings(path: string): Generator<Encoding, void> {
  const utf8 = decodeAll(path, 'utf-8');
  if (utf8.brokenChunk === null) yield 'utf-8';
  if (utf8.ascii || utf8.marked) return;
  if (decodeAll(path, 'gb18030').brokenChunk === null) yield 'gb18030';
}

/** The refusal of a file that decodes in no encoding: names the byte that the better of the two attempts reached, with a mark that of UTF-8. */
export function undecodable(path: string): Refusal {
  const tried = decodeAll(path, 'utf-8').marked ? (['utf-8'] as const) : encodings;
  return refuse('encoding_unknown', { offset: Math.max(...tried.map((encoding) => brokenAt(path, encoding) ?? 0)) });
}
