/** How often the rule for files that are valid in both encodings is wrong, measured on generated GBK texts and on ordinary texts in UTF-8. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../../tests/support/gb18030.ts';
import { field, read, table } from '../../tests/support/reading.ts';
import { encodingEvidence } from './unclear-encoding.ts';

const notes = table([field('id', 'string', { constraints: { required: true, pattern: '^[a-z0-9]+$' } }), field('note', 'string', { title: '说明' }), field('more')], ['id']);
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const strictGbk = new TextDecoder('gb18030', { fatal: true });

/** Text of the project in one language: policies, pages, handbook. */
function texts(locale: 'zh' | 'en'): string {
  return ['policies', 'pages', 'handbook']
    .flatMap((section) => readdirSync(join('content', section, locale), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mdx')).toSorted().map((name) => readFileSync(join('content', section, locale, name), 'utf8')))
    .join('\n');
}

/** Deterministic numbers from 0 to below 1. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A text of 2 to 6 characters in GBK as a reader of UTF-8 sees it; null where it is not valid UTF-8 and no question arises. */
function mistaken(text: string): string | null {
  try {
    return strictUtf8.decode(encodeGb18030(text));
  } catch {
    return null;
  }
}

function isValidGbk(text: string): boolean {
  try {
    strictGbk.decode(Buffer.from(text));
    return true;
  } catch {
    return false;
  }
}

describe('Chinese in GBK below an ASCII header', () => {
  test('通知 is refused and says how to save the file, and so is the same as one of many cells', () => {
    for (const word of ['通知', '陆路', '血型', '医院', '爱心']) {
      const bytes = Buffer.concat([Buffer.from('id,note\na,'), encodeGb18030(word), Buffer.from('\nb,plain\n')]);
      const { cells, problems } = read(bytes, notes);
      if (mistaken(word) === null) expect([cells, problems]).toEqual([[['a', word, ''], ['b', 'plain', '']], []]);
      else expect(problems).toMatchObject([{ code: 'encoding_unclear', row: 2, column: 'note', value: null }]);
    }
    expect([mistaken('通知'), mistaken('陆路')]).not.toContain(null);
  });

  test('a header in Chinese, or a mark, decides', () => {
    const chinese = Buffer.concat([encodeGb18030('id,说明\na,通知\n')]);
    expect(read(chinese, notes)).toMatchObject({ cells: [['a', '通知', '']], problems: [] });
    expect(read('\ufeffid,note\na,֪ͨ\n', notes)).toMatchObject({ cells: [['a', '֪ͨ', '']], problems: [] });
    // A file that says that it is UTF-8 and is not, is not GBK either.
    const halfway = Buffer.concat([Buffer.from('\ufeffid,note\na,'), encodeGb18030('库存'), Buffer.from('\n')]);
    expect(read(halfway, notes).problems).toMatchObject([{ code: 'encoding_unknown', message: { en: expect.stringContaining('byte 14') } }]);
  });

  // 20,000 texts each: from the project's Chinese pages in running order, and of the 3,755 commonest characters at random.
  const running = texts('zh').replaceAll(/[^\u4e00-\u9fff]+/g, '');
  const common = Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) => Array.from({ length: 94 }, (__, cell) => strictGbk.decode(Uint8Array.of(0xb0 + row, 0xa1 + cell))))
    .flat()
    .filter((character) => /[\u4e00-\u9fff]/.test(character));
  test.each([
    { name: 'running text', sample: (next: () => number, length: number) => { const at = Math.floor(next() * (running.length - length)); return running.slice(at, at + length); } },
    { name: 'random characters', sample: (next: () => number, length: number) => Array.from({ length }, () => common[Math.floor(next() * common.length)]).join('') },
  ])('$name of 2 to 6 characters: of those that are valid UTF-8 none is published garbled', ({ name, sample }) => {
    const next = generator(20_261_121);
    const valid: string[] = [];
    for (let index = 0; index < 20_000; index += 1) {
      let text = '';
      // Some characters of the pages have no two bytes in GBK; the next sample has.
      do text = sample(next, 2 + (index % 5)); while (!isEncodable(text));
      const seen = mistaken(text);
      if (seen !== null) valid.push(seen);
    }
    // 锟斤拷, which the pages name, becomes the mark of a lost character, and a cell with that mark is refused as garbled.
    const accepted = valid.filter((seen) => encodingEvidence(seen) !== 'unclear' && !seen.includes('\ufffd'));
    expect(accepted).toEqual([]);
    expect(read('\ufeffid,note\na,\ufffd\ufffd\n', notes).problems).toMatchObject([{ code: 'text_garbled' }]);
    // 237 of the running texts were valid UTF-8 when this was written; the pages change.
    if (name === 'random characters') expect(valid).toHaveLength(147);
    else expect(valid.length).toBeGreaterThan(100);
  });
});

describe('ordinary text in UTF-8', () => {
  test.each([
    'café', 'Müller', 'São Paulo', 'naïve', 'Ångström', 'Dvořák', 'Guǎngzhōu', 'Lǐ Míng', 'nǚ', 'Zürich and Genève', 'Crème brûlée', 'Grüße', 'vis-à-vis', 'à la carte',
    '5 µL', '5 μL', '±0.5', '37 °C', '37\u00a0°C', '3 × 4', '½ unit', '© 2026', '§ 3', 'A · B', 'Sample·City', '¥100', '£5', '10²', 'β-thalassaemia', 'αβ T cells', 'γδ', 'Δ = 5', 'Ω', '·', '×',
    '“quoted”', 'it’s', '3–5', 'yes — no', '≥ 7', '…', '——', '《》', '① ②', '→', '‰', '献血', '血', '通知', '中心血站', 'Ａ型', '（试行）', '捐血', '血液資訊', 'カタカナ', '😀', 'e\u0301', '日本語です',
  ])('%s is read as it is', (text) => {
    expect(encodingEvidence(text)).not.toBe('unclear');
    expect(read(`id,note\na,${text}\n`, notes)).toMatchObject({ cells: [['a', text, '']], problems: [] });
    expect(read(`id,note,more\na,${text},${text}\n`, notes).problems).toEqual([]);
  });

  test('every word of the English pages that is not ASCII, and every piece of 1 to 6 characters of the Chinese ones, alone in its file: none is refused', () => {
    const words = [...new Set(texts('en').split(/[\s,"]+/).filter((word) => /[^\x00-\x7f]/.test(word)))];
    const running = texts('zh').replaceAll(/[^\u4e00-\u9fff]+/g, '');
    const pieces = new Set<string>();
    for (let at = 0; at < 3600; at += 1) for (let length = 1; length <= 6; length += 1) pieces.add(running.slice(at, at + length));
    const open = [...words, ...pieces].filter(isValidGbk);
    expect([words.length > 100, pieces.size > 10_000, open.length > 5000]).toEqual([true, true, true]);
    expect(open.filter((text) => encodingEvidence(text) === 'unclear')).toEqual([]);
  });

  test('what is refused without need, by its mark of honesty: other scripts, which a mark of the encoding lets through', () => {
    for (const text of ['Москва', 'שלום', 'سلام']) {
      const unclear = isValidGbk(text) && encodingEvidence(text) === 'unclear';
      expect(read(`id,note\na,${text}\n`, notes).problems.map(({ code }) => code)).toEqual(unclear ? ['encoding_unclear'] : []);
      expect(read(`\ufeffid,note\na,${text}\n`, notes).problems).toEqual([]);
    }
  });

  test('one cell that is certain decides for its file', () => {
    expect(read('id,note\na,Москва\nb,献血宣传\n', notes).problems).toEqual([]);
  });
});

function isEncodable(text: string): boolean {
  try {
    encodeGb18030(text);
    return true;
  } catch {
    return false;
  }
}
