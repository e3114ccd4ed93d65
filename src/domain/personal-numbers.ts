/** Finds numbers in a text that point at a person: identity cards, telephones, bank cards. */
import { eighteenDigitIdentity, isFifteenDigitIdentity } from './identity-number.ts';

export const personalKinds = ['identity_number', 'phone_number', 'bank_card'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** What a kind is called in a sentence about it. */
export const personalKindNames: Readonly<Record<PersonalKind, { readonly zh: string; readonly en: string }>> = {
  identity_number: { zh: '身份证号', en: 'an identity number' },
  phone_number: { zh: '电话号码', en: 'a telephone number' },
  bank_card: { zh: '银行卡号', en: 'a bank card number' },
};

/** Digits in groups, with the one or two signs that people put between them; the last may be the X of an identity number. */
const digitRun = /\d+(?:(?: ?[.\-_·/] ?| {1,2})\d+)*(?:(?: ?[.\-_·/] ?| {1,2})?[Xx](?![0-9A-Za-z]))?/g;
const longestRun = 400;
/** Words that may stand right before a number. Any other letter beside digits makes a code or a hash of them. */
const callingWord = /(?:tel|telephone|phone|mobile|mob|cell|call|id|no|sfz|wechat|weixin|wx|vx|qq)$/i;
/** Behind a number they make an amount or a measure of it. */
const measure = /^ ?(?:元|[百千万亿]+元?|角|分(?!机)|毫升|毫克|千克|公斤|升|单位|平方米|ml\b|yuan\b|rmb\b|cny\b|[%‰])/i;
const money = /(?:[¥￥$]|RMB|CNY) ?$/i;
const documentNumber = /(?:第|[〕\]】]) ?$/;

/**
 * The first personal number in a text, null where there is none. Full-width digits count as digits; blanks, dashes, dots and the like inside are ignored.
 * Identity numbers: 18 digits with a date of birth, whether or not the check digit fits, and 15 digits with one.
 * Telephones: Chinese mobile numbers with or without 86, and landlines with their area code, or after a word that says telephone.
 * Bank cards: 15 to 19 digits with the beginning of a card scheme (ISO/IEC 7812) that pass Luhn.
 * `declared`: digits of telephones that are meant for the public (`phoneDigits`).
 */
export function personalNumberIn(text: string, declared: ReadonlySet<string> = new Set()): PersonalKind | null {
  const plain = plainText(text);
  if (!/\d(?:[^\d\n]{0,3}\d){6}/.test(plain)) return null;
  const addresses = [...plain.matchAll(/https?:\/\/[^\s<>"'，。；、（）]+/gi)].map((match) => [match.index, match.index + match[0].length] as const);
  for (const match of plain.matchAll(digitRun)) {
    const run = match[0];
    if (run.length < 7) continue;
    const before = plain.slice(Math.max(0, match.index - 16), match.index);
    const after = plain.slice(match.index + run.length, match.index + run.length + 8);
    if (isPartOfCode(before, after)) continue;
    const inAddress = addresses.some(([from, to]) => match.index >= from && match.index < to);
    const kind = kindOfRun(run.slice(0, longestRun), { before, after, inAddress, declared });
    if (kind !== null) return kind;
  }
  return hasLandline(plain, declared) ? 'phone_number' : null;
}

/** Seven digits and more with whatever people put between them: as much as a personal number can be. */
const stretch = /\+?\(?\d(?:[ .\-_·/()]{0,3}\d){6,}[Xx]?/g;

/** The text with `…` in the place of every personal number; the text itself where there is none. */
export function withoutPersonalNumbers(text: string): string {
  if (personalNumberIn(text) === null) return text;
  const plain = plainText(text);
  const some = plain.replaceAll(stretch, (digits) => (personalNumberIn(digits) === null ? digits : '…'));
  // A number that only the word in front of it gives away.
  return personalNumberIn(some) === null ? some : some.replaceAll(stretch, '…');
}

/** The digits of a telephone without country code and leading zero, as `personalNumberIn` compares them. */
export function phoneDigits(phone: string): string {
  return plainText(phone).replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$|0?\d{9,11}$)/, '').replace(/^0+/, '');
}

/** Full-width forms, circled digits and the many dashes and blanks as their plain ones; what has no width is left out. */
function plainText(text: string): string {
  return text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '').replace(/[‐-―−﹣ー－—~～]/g, '-').replace(/[\u2000-\u200a\u202f\u3000\t]/g, ' ').replace(/[•・‧]/g, '·');
}

function isPartOfCode(before: string, after: string): boolean {
  return (/[A-Za-z]$/.test(before) && !callingWord.test(before)) || /^[A-Za-z]/.test(after) && !/^(?:ml|yuan|rmb|cny)\b/i.test(after);
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly inAddress: boolean;
  readonly declared: ReadonlySet<string>;
}

/** Looks at every row of neighbouring groups that one sign separates. */
function kindOfRun(run: string, around: Surroundings): PersonalKind | null {
  const parts = run.split(/( ?[.\-_·/] ?| {1,2})/);
  const groups = parts.filter((_, index) => index % 2 === 0).map((group) => group.toUpperCase());
  const between = parts.filter((_, index) => index % 2 === 1);
  const signs = between.map((sign) => sign.trim());
  if (groups.at(-1)?.startsWith('X')) groups.splice(-2, 2, `${groups.at(-2) ?? ''}${groups.at(-1) ?? ''}`);
  for (let from = 0; from < groups.length; from += 1) {
    let digits = '';
    for (let to = from; to < groups.length && digits.length <= 19; to += 1) {
      if (to > from + 1 && signs[to - 1] !== signs[from]) break;
      digits += groups[to] ?? '';
      if (digits.length < 11) continue;
      const before = from === 0 ? around.before : `${groups[from - 1] ?? ''}${between[from - 1] ?? ''}`;
      const after = to === groups.length - 1 ? around.after : `${between[to] ?? ''}${groups[to + 1] ?? ''}`;
      const kind = kindOf(digits, { lengths: groups.slice(from, to + 1).map(({ length }) => length), sign: signs[from] ?? '', groups: groups.slice(from, to + 1) }, { ...around, before, after });
      if (kind !== null) return kind;
    }
  }
  return null;
}

interface Grouping {
  readonly groups: readonly string[];
  readonly lengths: readonly number[];
  /** What stands between the groups; empty for one group or blanks. */
  readonly sign: string;
}

function kindOf(digits: string, grouping: Grouping, { before, after, inAddress, declared }: Surroundings): PersonalKind | null {
  const { lengths, sign } = grouping;
  const isWhole = lengths.length === 1;
  // `139.00001234` is a decimal number.
  if (lengths.length === 2 && sign === '.') return null;
  const identity = eighteenDigitIdentity(digits);
  if (identity === 'valid' || (identity === 'mistyped' && !inAddress && isUsualGrouping(lengths))) return 'identity_number';
  if (inAddress || isDecimal(before, after)) return null;
  const isMeasured = measure.test(after) || money.test(before) || (documentNumber.test(before) && after.startsWith('号'));
  if (isMeasured) return null;
  if (isFifteenDigitIdentity(digits) && (isWhole || lengths[0] === 6)) return 'identity_number';
  if (isMobile(digits, grouping) && !declared.has(digits.slice(-11))) return 'phone_number';
  if (isBankCard(digits) && (isWhole || isCardGrouping(lengths))) return 'bank_card';
  return null;
}

/** Not a list of numbers that happen to make 18 digits: the area first, or groups of one length. */
function isUsualGrouping(lengths: readonly number[]): boolean {
  const [first = 0, second] = lengths;
  return first === 18 || first === 17 || first === 6 || first === 14 || first === 10 || (first === 3 && second === 3) || (lengths.length > 3 && lengths.slice(0, -1).every((length) => length === first));
}

function isCardGrouping(lengths: readonly number[]): boolean {
  const [first = 0, second] = lengths;
  return (first === 4 && lengths.slice(0, -1).every((length) => length === 4)) || (first === 6 && lengths.length === 2) || (first === 4 && second === 6) || (first === 8 && second === 8) || (first === 1 && lengths.every((length) => length === 1));
}

/** Before or behind a decimal point, or grouped by thousands. */
function isDecimal(before: string, after: string): boolean {
  return /\d\.$/.test(before) || /^(?:\.\d|,\d{3}(?!\d))/.test(after);
}

const mobileGroupings = new Set(['11', '3-4-4', '3-8', '7-4', '3-3-5', '3-5-3', '5-6', '4-4-3', '4-3-4', '5-3-3', '1-1-1-1-1-1-1-1-1-1-1']);

function isMobile(digits: string, { groups, lengths }: Grouping): boolean {
  const own = digits.slice(-11);
  if (!/^1[3-9]\d{9}$/.test(own)) return false;
  const country = digits.slice(0, -11);
  if (country !== '' && country !== '86' && country !== '0086' && country !== '0') return false;
  const rest = lengths[0] === country.length && country !== '' ? lengths.slice(1) : country === '' ? lengths : [(lengths[0] ?? 0) - country.length, ...lengths.slice(1)];
  if (!mobileGroupings.has(rest.join('-'))) return false;
  // `1998 2022 115`: two years and a number.
  return !(groups.length === 3 && groups.slice(0, 2).every((group) => /^(?:19|20)\d\d$/.test(group)));
}

function isBankCard(digits: string): boolean {
  const scheme = digits.length === 15 ? /^3[47]/ : /^(?:[3-6]|95588|2[2-7])/;
  return digits.length <= 19 && digits.length >= 15 && /^\d+$/.test(digits) && scheme.test(digits) && passesLuhn(digits);
}

/** ISO/IEC 7812: every second digit from the right is doubled, and the sum ends in 0. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, character] of [...digits].toReversed().entries()) {
    const digit = Number(character) * (index % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** Area codes: 010, 02x with eight digits, 03xx to 09xx with seven or eight. */
const landline = /(?<![\dA-Za-z.]|[\dA-Za-z]-)(?:(?:\+|00)86[ -]?)?\(? ?(?:0?10|0?2[0-57-9]|0?[3-9]\d{2}) ?\)?[ -]{0,3}[2-8]\d{2,3}[ -]?\d{4}(?![\dA-Za-z]|[.,]\d|-\d{6})/g;
/** Without an area code only after a word that says telephone. */
const called = /(?:电话|座机|热线|致电|拨打|传真|\btel(?:ephone)?|\bphone|\bcall)[^\d\n]{0,4}([2-8]\d{2,3}[ -]?\d{4})(?![\dA-Za-z]|[.,]\d|-\d{2}-)/gi;

function hasLandline(plain: string, declared: ReadonlySet<string>): boolean {
  for (const { 0: found, index } of plain.matchAll(landline)) {
    // Without the 0 it is a landline only behind the country code.
    if (!/^\(? ?0[1-9]/.test(found) && !/^(?:\+|00)86/.test(found)) continue;
    if (documentNumber.test(plain.slice(0, index)) && plain[index + found.length] === '号') continue;
    const digits = phoneDigits(found);
    if (/^(?:10|2)/.test(digits) ? digits.length !== 10 : digits.length !== 10 && digits.length !== 11) continue;
    if (!declared.has(digits)) return true;
  }
  for (const [, number = ''] of plain.matchAll(called)) {
    const digits = phoneDigits(number);
    if (![...declared].some((one) => one.endsWith(digits))) return true;
  }
  return false;
}
