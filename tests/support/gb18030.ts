/** Writes GB18030, which Node can only read: the table of its two-byte characters is made by reading all of them. */

const codes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const text = decoder.decode(Uint8Array.of(lead, trail));
    if ([...text].length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, [lead, trail]);
  }
}

/** The bytes of a text of ASCII and two-byte characters; throws on any other. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      const bytes = code < 0x80 ? [code] : codes.get(character);
      if (bytes === undefined) throw new Error(`"${character}" has no two bytes in GB18030.`);
      return bytes;
    }),
  );
}
