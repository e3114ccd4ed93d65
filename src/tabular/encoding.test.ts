import { expect, test } from 'vitest';
import { field, fileOf, read, table } from '../../tests/support/reading.ts';
import { brokenAt, decodableEncodings, refusedBytes, undecodable } from './encoding.ts';

const chunk = 65_536;
const bytes = (...parts: readonly (string | readonly number[])[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const both = (content: Uint8Array) => {
  const path = fileOf(content);
  return [brokenAt(path, 'utf-8'), brokenAt(path, 'gb18030')];
};

test('the byte at which a file stops being valid, counted from one', () => {
  expect(both(bytes('abc'))).toEqual([null, null]);
  expect(both(bytes('ab', [0xff], 'c'))).toEqual([3, 3]);
  // 医 in GBK is also a letter of UTF-8; 日 is not.
  expect(both(bytes([0xd2, 0xbd]))).toEqual([null, null]);
  expect(both(bytes('x', [0xc8, 0xd5]))).toEqual([3, null]);
  // Cut off inside a character: the end of the file.
  expect(both(bytes('ab', [0xe6, 0x97]))).toEqual([4, null]);
  expect(both(bytes('ab', [0x81, 0x36, 0xa3]))).toEqual([3, 5]);
});

test('offsets stay exact behind the border of a chunk, also behind chunks of plain ASCII', () => {
  expect(both(bytes('a'.repeat(chunk), [0xff]))).toEqual([chunk + 1, chunk + 1]);
  expect(both(bytes('a'.repeat(3 * chunk + 7), [0xff], 'a'.repeat(chunk)))).toEqual([3 * chunk + 8, 3 * chunk + 8]);
  // Begun in one chunk, broken off by the ASCII of the next: it must not be overlooked because that chunk is plain.
  expect(both(bytes('a'.repeat(chunk - 1), [0xe6], 'a'.repeat(chunk)))[0]).toBe(chunk + 1);
  expect(both(bytes('a'.repeat(chunk - 1), [0x81], '1'.repeat(chunk)))[1]).toBe(chunk + 2);
  expect(both(bytes('a'.repeat(chunk - 1), [0xe6]))).toEqual([chunk, chunk]);
});

test('UTF-8 is tried before GB18030, and a file of neither names the byte that the better attempt reached', () => {
  expect([...decodableEncodings(fileOf('日期'))][0]).toBe('utf-8');
  expect([...decodableEncodings(fileOf(bytes([0xc8, 0xd5])))]).toEqual(['gb18030']);
  expect(undecodable(fileOf(bytes([0xc8, 0xd5], 'abc', [0xff]))).params).toEqual({ offset: 6 });
});

test.each([
  ['UTF-16 with its mark', bytes([0xff, 0xfe], 'a\0'), 'encoding_utf16'],
  ['UTF-16 the other way round', bytes([0xfe, 0xff], '\0a'), 'encoding_utf16'],
  ['UTF-16 without a mark', bytes('d\0a\0t\0e\0'), 'encoding_utf16'],
  ['a workbook', bytes('PK\u0003\u0004'), 'not_csv'],
  ['an old workbook', bytes([0xd0, 0xcf, 0x11, 0xe0]), 'not_csv'],
  ['a web page', bytes('\r\n <!DOCTYPE html><table>'), 'not_csv'],
])('%s is no CSV', (_, content, code) => {
  expect(refusedBytes(fileOf(content))?.code).toBe(code);
});

test('a NUL byte is found anywhere, with its place', () => {
  expect(refusedBytes(fileOf(bytes('a'.repeat(chunk + 4), [0])))).toEqual({ code: 'nul_byte', params: { offset: chunk + 5 } });
  expect(refusedBytes(fileOf('a'))).toBeNull();
});

const notes = table([field('id', 'string', { constraints: { required: true, pattern: '^[a-z0-9]+$' } }), field('note', 'string', { title: '说明' })], ['id']);

test.each(['utf-8', 'gb18030'] as const)('a character of %s that lies across the border of two chunks is read whole', (encoding) => {
  const character = encoding === 'utf-8' ? [0xe6, 0x97, 0xa5] : [0xc8, 0xd5];
  const rare = encoding === 'utf-8' ? [0xf0, 0xa0, 0x80, 0x80] : [0x95, 0x32, 0x82, 0x36];
  for (const [codes, text] of [[character, '日'], [rare, '𠀀']] as const) {
    for (let shift = 1; shift < codes.length; shift += 1) {
      const start = 'id,note\na,';
      const filling = 'x'.repeat(chunk - shift - start.length);
      const { cells, problems } = read(bytes(start, filling, codes, '\n'), notes);
      expect(problems).toEqual([]);
      expect(cells).toEqual([['a', `${filling}${text}`]]);
    }
  }
});

test('a small GBK file that happens to be valid UTF-8 is read as GBK, because only so its header is known', () => {
  const hospitals = table([field('hospital', 'string', { title: '医院', constraints: { required: true } }), field('blood', 'string', { title: '血' })], ['hospital']);
  // 医院,血 / 院,医 in GBK, each pair of bytes also a letter of UTF-8.
  const content = bytes([0xd2, 0xbd, 0xd4, 0xba], ',', [0xd1, 0xaa], '\n', [0xd4, 0xba], ',', [0xd2, 0xbd], '\n');
  expect(new TextDecoder('utf-8', { fatal: true }).decode(content)).toBe('ҽԺ,Ѫ\nԺ,ҽ\n');
  expect(read(content, hospitals)).toMatchObject({ cells: [['院', '医']], problems: [] });
  // With a fault in its header it is still named in Chinese.
  expect(read(bytes([0xd2, 0xbd, 0xd4, 0xba], ',', [0xd4, 0xba], '\n'), hospitals).problems).toMatchObject([{ code: 'header_unknown', value: '院' }]);
});
