/** The numbers that official texts print before their parts: 第一章, 第二条, 一、, （一）, 1., （1）, ①, in full and half width. */

/** From the outermost to the innermost, as official texts nest them. */
export const numberStyles = ['part', 'chapter', 'section', 'article', 'ordinal', 'bracketed', 'digit', 'decimal', 'bracketed_digit', 'circled'] as const;
export type NumberStyle = (typeof numberStyles)[number];

export interface Numbering {
  readonly style: NumberStyle;
  /** What is counted: 3 for 三、; the last of several for 1.2.3. */
  readonly value: number;
  /** All of them for 1.2.3; else the value alone. */
  readonly path: readonly number[];
  /** As the document prints it. */
  readonly printed: string;
  /** What follows it, without leading blanks. */
  readonly rest: string;
}

const chinese = '零〇一二三四五六七八九十百千两';
const digits = '0-9０-９';
const counted = `[${chinese}${digits}]+`;
const forms: readonly (readonly [style: NumberStyle, form: RegExp])[] = [
  ['part', new RegExp(`^(第\\s*(${counted})\\s*[编部]分?)(?=[\\s　]|$)`, 'u')],
  ['chapter', new RegExp(`^(第\\s*(${counted})\\s*章)`, 'u')],
  ['section', new RegExp(`^(第\\s*(${counted})\\s*节)`, 'u')],
  ['article', new RegExp(`^(第\\s*(${counted})\\s*条)(?!例)`, 'u')],
  // 一、二级医院 is no number one.
  ['ordinal', new RegExp(`^(([${chinese}]+)\\s*[、．.，])(?![${chinese}]+(?:[、级类等种期项是]))`, 'u')],
  ['bracketed', new RegExp(`^([（(〔]\\s*([${chinese}]+)\\s*[）)〕])`, 'u')],
  ['bracketed', /^(([㈠-㈩]))/u],
  ['decimal', /^(([0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})+)[.．、]?)(?=[\s　]|[^0-9０-９\s.．%％‰:：年月日万亿元天倍人]\S)/u],
  ['digit', new RegExp(`^(([${digits}]{1,3})\\s*[.．、])(?![${digits}])`, 'u')],
  ['digit', /^(([⒈-⒛]))/u],
  ['bracketed_digit', new RegExp(`^([（(]\\s*([${digits}]{1,3})\\s*[）)])`, 'u')],
  ['bracketed_digit', /^(([⑴-⒇]))/u],
  ['bracketed_digit', new RegExp(`^(([${digits}]{1,2})\\s*[）)])`, 'u')],
  ['circled', /^(([①-⑳]))/u],
];

/** The number at the start of a line; null where there is none. */
export function numberingOf(line: string): Numbering | null {
  for (const [style, form] of forms) {
    const [, printed, count] = form.exec(line) ?? [];
    if (printed === undefined || count === undefined) continue;
    const path = count.normalize('NFKC').replaceAll(/[()\s]|\.$/g, '').split('.').map(countOf);
    const value = path.at(-1) ?? null;
    if (value === null || path.includes(null)) continue;
    return { style, value, path: path.filter((part) => part !== null), printed: printed.replaceAll(/[\s　]+/g, ''), rest: line.slice(printed.length).replace(/^[\s　]+/, '') };
  }
  return null;
}

const ones = new Map([...'零一二三四五六七八九'].map((character, value) => [character, value]));
const tens = new Map([['十', 10], ['百', 100], ['千', 1000]]);

/** 二十一 → 21, 一〇 → 10, 21 → 21; null for what is no number below ten thousand. */
export function countOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const characters = [...text.replaceAll('〇', '零').replaceAll('两', '二')];
  if (characters.length === 0) return null;
  // 二〇二六: digits in a row.
  if (characters.every((character) => ones.has(character))) return Number(characters.map((character) => ones.get(character)).join(''));
  let sum = 0;
  let current = 0;
  for (const character of characters) {
    const one = ones.get(character);
    const ten = tens.get(character);
    if (one !== undefined) current = one;
    else if (ten !== undefined) {
      sum += (current === 0 ? 1 : current) * ten;
      current = 0;
    } else return null;
  }
  return sum + current;
}
