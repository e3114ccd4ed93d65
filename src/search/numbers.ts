/** The ways in which one number is written: 15‰, 千分之十五, 15 per thousand; 20次, 二十次, 20 times. */

const digits = '零一二三四五六七八九';
const chineseNumber = '[零〇一二两三四五六七八九十百千万]+(?:点[零〇一二三四五六七八九]+)?';

/** 十五 → 15, 二十 → 20, 一百二十 → 120, 四点八 → 4.8; null for what is no number. */
export function fromChinese(text: string): number | null {
  const [whole = '', fraction] = text.replaceAll('〇', '零').replaceAll('两', '二').split('点');
  if (!/^[零一二三四五六七八九十百千万]+$/.test(whole)) return null;
  let total = 0;
  let section = 0;
  let digit = 0;
  // 二〇二〇 is a row of digits, not a sum.
  if (!/[十百千万]/.test(whole)) total = Number([...whole].map((one) => digits.indexOf(one)).join(''));
  else {
    for (const one of whole) {
      const power = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }[one];
      if (power === undefined) digit = digits.indexOf(one);
      else if (power === 10_000) {
        total += (section + digit) * power;
        section = 0;
        digit = 0;
      } else {
        section += (digit === 0 ? 1 : digit) * power;
        digit = 0;
      }
    }
    total += section + digit;
  }
  return fraction === undefined ? total : Number(`${total}.${[...fraction].map((one) => digits.indexOf(one)).join('')}`);
}

/** 15 → 十五, 20 → 二十, 4.8 → 四点八; null from a thousand on, where nobody spells numbers out. */
export function toChinese(value: number): string | null {
  if (!(value >= 0 && value < 1000)) return null;
  const [whole = '', fraction] = String(value).split('.');
  const number = Number(whole);
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor((number % 100) / 10), number % 10];
  const name = (digit: number): string => digits[digit] ?? '';
  let text = hundreds === 0 ? '' : `${name(hundreds)}百`;
  if (tens > 0) text += `${tens === 1 && hundreds === 0 ? '' : name(tens)}十`;
  else if (hundreds > 0 && ones > 0) text += '零';
  if (ones > 0 || text === '') text += name(ones);
  return fraction === undefined ? text : `${text}点${[...fraction].map((one) => name(Number(one))).join('')}`;
}

const signs = [
  { sign: '‰', said: '千分之', english: /^(\d+(?:\.\d+)?)\s*(?:per\s*(?:thousand|mille|mil|1,?000)|permille|in\s+a\s+thousand|\/\s*1,?000)$/ },
  { sign: '%', said: '百分之', english: /^(\d+(?:\.\d+)?)\s*(?:per\s*(?:cent|100|hundred)|percent)$/ },
] as const;

const numberWords = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen',
  'eighteen', 'nineteen', 'twenty',
];

/** fifteen per thousand → 15 per thousand, 十五‰ → 15‰; anything else stays. */
function inFigures(text: string): string {
  const [, word = '', rest = ''] = /^([a-z]+)(\s+(?:per|times?|donations?|days?|months?|years?)\b.*)$/.exec(text) ?? [];
  if (numberWords.includes(word)) return `${numberWords.indexOf(word)}${rest}`;
  return text.replace(new RegExp(`(${chineseNumber})(?=[‰%])`), (whole) => String(fromChinese(whole) ?? whole));
}

/** What English counts with one word, Chinese with one of these. */
const counters: readonly (readonly [english: RegExp, chinese: readonly string[]])[] = [
  [/^(\d+)\s*(?:times?|donations?)$/, ['次']],
  [/^(\d+)\s*days?$/, ['天', '日']],
  [/^(\d+)\s*months?$/, ['个月', '月']],
  [/^(\d+)\s*years?$/, ['年', '周岁', '岁']],
  [/^(\d+)\s*tons?|(\d+)\s*tonnes?$/, ['吨']],
  [/^(\d+)\s*(?:yuan|rmb)$/, ['元']],
];

/** Other spellings of a query that holds a number, the query itself not among them; lower case and half width expected. */
export function numberSpellings(query: string): readonly string[] {
  const text = inFigures(query.trim());
  const found = new Set<string>([text]);
  for (const { sign, said, english } of signs) {
    const value = english.exec(text)?.[1];
    if (value !== undefined) addShare(value, sign, said);
    for (const [whole, number = ''] of text.matchAll(new RegExp(`${said}(\\d+(?:\\.\\d+)?|${chineseNumber})`, 'g'))) {
      const arabic = /\d/.test(number) ? number : fromChinese(number);
      if (arabic !== null) found.add(text.replace(whole, `${arabic}${sign}`));
    }
    for (const [whole, number = ''] of text.matchAll(new RegExp(`(\\d+(?:\\.\\d+)?)\\s*${sign}`, 'g'))) {
      const chinese = toChinese(Number(number));
      if (chinese !== null) found.add(text.replace(whole, `${said}${chinese}`));
      found.add(text.replace(whole, `${said}${number}`));
    }
  }
  for (const [english, chinese] of counters) {
    const value = english.exec(text)?.slice(1).find((part) => part !== undefined);
    if (value === undefined) continue;
    for (const counter of chinese) {
      found.add(`${value}${counter}`);
      const spelt = toChinese(Number(value));
      if (spelt !== null) found.add(`${spelt}${counter}`);
    }
    // Who gives 20 times gives 20 donations.
    if (chinese[0] === '次') for (const word of ['times', 'donations']) found.add(`${value} ${word}`);
  }
  // 20次 and 二十次, 2020年 and 二〇二〇年: any number before a Chinese word.
  const counted = /^(.*?)(\d+|[零〇一二两三四五六七八九十百千万]{2,}|[一二两三四五六七八九十](?=[次年月天日岁元吨个]))([^\d零〇一二两三四五六七八九十百千万].*)$/u.exec(text);
  if (counted !== null && !/[‰%]|[千百]分之/.test(text)) {
    const [, before = '', number = '', after = ''] = counted;
    const other = /^\d+$/.test(number) ? toChinese(Number(number)) : fromChinese(number);
    if (other !== null && /^[一-鿿]/.test(after)) found.add(`${before}${other}${after}`);
  }
  found.delete(query.trim());
  return [...found];

  function addShare(value: string, sign: string, said: string): void {
    found.add(`${value}${sign}`);
    found.add(`${said}${value}`);
    const chinese = toChinese(Number(value));
    if (chinese !== null) found.add(`${said}${chinese}`);
  }
}
