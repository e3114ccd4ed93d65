/** Personal numbers against labelled cells: generated identity numbers, telephones and cards are all found, and ordinary cells pass. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { personalNumberIn, phoneDigits } from '#src/domain/personal-numbers.ts';
import type { PersonalKind } from '#src/domain/personal-numbers.ts';
import { randomStream } from '../scripts/demo-data/random.ts';

interface Generator {
  makeID(fifteen?: boolean): string;
  isValid(id: string): boolean;
}
const load = createRequire(import.meta.url);
const Validator = load('id-validator') as new (areas: unknown) => Generator;
const generator = new Validator(load('id-validator/src/GB2260.js'));
const random = randomStream('personal numbers');

type Label = PersonalKind | 'nobody';
interface Cell {
  readonly text: string;
  readonly label: Label;
  readonly isValid?: boolean;
}

const fullWidth = (text: string): string => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const grouped = (text: string, lengths: readonly number[], sign: string): string => {
  let at = 0;
  return [...lengths.map((length) => text.slice(at, (at += length))), text.slice(at)].filter((part) => part !== '').join(sign);
};
const digits = (count: number): string => Array.from({ length: count }, () => random.integer(0, 9)).join('');
const amongWords = (text: string): string => random.pick([text, `受助人${text}，已领取`, `见 ${text}。`, `(${text})`, `申请人 ${text} 乙区`]);

/** The last digit that makes a card pass Luhn, by the rule written out: from the right every second is doubled, digits of the products are added. */
function card(first: string): string {
  for (let last = 0; last < 10; last += 1) {
    const number = `${first}${last}`;
    let sum = 0;
    for (let place = 0; place < number.length; place += 1) {
      const digit = Number(number[number.length - 1 - place]);
      sum += place % 2 === 0 ? digit : Math.floor((digit * 2) / 10) + ((digit * 2) % 10);
    }
    if (sum % 10 === 0) return number;
  }
  throw new Error('one of ten digits fits');
}

function personalCells(): Cell[] {
  const cells: Cell[] = [];
  for (let index = 0; index < 60; index += 1) {
    const id = generator.makeID();
    expect(generator.isValid(id)).toBe(true);
    const shape = random.pick([id, id.toLowerCase(), fullWidth(id), grouped(id, [6, 8], ' '), grouped(id, [6, 8], '-'), grouped(id, [6, 4, 4], ' '), grouped(id, [3, 3, 4, 4], '.'), [...id].join(' '), `身份证号：${id}`, `ID${id}`]);
    cells.push({ text: amongWords(shape), label: 'identity_number', isValid: true });
    const last = id.at(-1) === 'X' ? '7' : String((Number(id.at(-1)) + random.integer(1, 9)) % 10);
    const mistyped = id.slice(0, -1) + last;
    expect(generator.isValid(mistyped)).toBe(false);
    cells.push({ text: amongWords(random.pick([mistyped, fullWidth(mistyped), grouped(mistyped, [6, 8], ' ')])), label: 'identity_number' });
  }
  for (let index = 0; index < 20; index += 1) {
    const old = generator.makeID(true);
    expect(generator.isValid(old)).toBe(true);
    cells.push({ text: amongWords(random.pick([old, fullWidth(old), grouped(old, [6, 6], ' '), grouped(old, [6, 6], '-')])), label: 'identity_number', isValid: true });
  }
  for (let index = 0; index < 60; index += 1) {
    const mobile = `1${random.integer(3, 9)}${digits(9)}`;
    const shape = random.pick([mobile, fullWidth(mobile), grouped(mobile, [3, 4], ' '), grouped(mobile, [3, 4], '-'), grouped(mobile, [3, 4], '.'), `+86${mobile}`, `+86 ${grouped(mobile, [3, 4], '-')}`, `0086-${mobile}`, `86 ${mobile}`, `手机${mobile}`, `Tel:${mobile}`, grouped(mobile, [3, 4], '—')]);
    cells.push({ text: amongWords(shape), label: 'phone_number', isValid: true });
  }
  for (let index = 0; index < 40; index += 1) {
    const [area, length] = random.pick([['010', 8], ['021', 8], ['025', 8], ['0533', 7], ['0877', 7], ['0571', 8], ['0592', 7]] as const);
    const local = `${random.integer(2, 8)}${digits(length - 1)}`;
    const shape = random.pick([`${area}-${local}`, `(${area})${local}`, `（${area}）${local}`, `${area} ${local}`, `${area}${local}`, fullWidth(`${area}-${local}`), `${area}—${local}`, `+86-${area.slice(1)}-${local}`, `${area}-${local.slice(0, -4)} ${local.slice(-4)}`, `${area}-${local}转802`, `电话：${local}`]);
    cells.push({ text: amongWords(shape), label: 'phone_number', isValid: true });
  }
  for (let index = 0; index < 40; index += 1) {
    const number = card(random.pick(['622202', '621700', '436742', '520131', '356833', '955880']) + digits(random.pick([9, 10, 12])));
    if (number.startsWith('955880') && number.length !== 19) continue;
    const shape = random.pick([number, fullWidth(number), grouped(number, [4, 4, 4, 4], ' '), grouped(number, [4, 4, 4, 4], '-'), `卡号${number}`]);
    cells.push({ text: amongWords(shape), label: 'bank_card', isValid: true });
  }
  return cells;
}

/** Document numbers, amounts, dates, codes, addresses and sentences that a table may well hold. */
function ordinaryText(): string {
  const year = random.integer(1998, 2026);
  const month = String(random.integer(1, 12)).padStart(2, '0');
  const day = String(random.integer(1, 28)).padStart(2, '0');
  const amount = `${random.integer(1, 999)},${digits(3)},${digits(3)}.${digits(2)}`;
  return random.pick<() => string>([
    () => `国卫办医发〔${year}〕${random.integer(1, 99)}号`,
    () => `示例审字〔${year}〕第${digits(random.integer(3, 12))}号`,
    () => `${amount} 元`,
    () => `共支出${random.integer(1, 9)}${digits(random.integer(5, 13))}元`,
    () => `¥${random.integer(1, 9)}${digits(10)}.${digits(2)}`,
    () => `${random.integer(1, 200)}.${digits(random.integer(1, 15))}`,
    () => `${year}-${month}-${day}`,
    () => `${year}${month}${day}`,
    () => `${year}-${month}-${day} 至 ${year + 1}-${month}-${day}`,
    () => `${year}${month}${day}-${year + 1}${month}${day}`,
    () => `${year}/${month}/${day} ${month}:${day}`,
    () => `${year}.${month}.${day}—${year}.${month}.${day}`,
    () => `${year}年${month}月${day}日 ${digits(2)}:${digits(2)}`,
    () => `e-${year}-${digits(4)}`,
    () => `PO${year}${month}${day}${digits(6)}`,
    () => `https://www.example.gov.cn/art/${year}/${random.integer(1, 12)}/${random.integer(1, 28)}/art_${digits(5)}_${random.integer(1, 9)}${digits(random.integer(6, 11))}.html`,
    () => `http://example.gov.cn/zwgk/${year}${month}/t${year}${month}${day}_${digits(8)}.shtml`,
    () => `sha256:${Array.from({ length: 64 }, () => random.pick([...'0123456789abcdef'])).join('')}`,
    () => `GB/T ${random.integer(1000, 39_999)}.${random.integer(1, 9)}-${year}`,
    () => `WS ${random.integer(100, 900)}—${year} 第 ${random.integer(1, 9)}.${random.integer(1, 9)} 条`,
    () => `ISBN 978-7-${digits(4)}-${digits(4)}-${digits(1)}`,
    () => `经度 ${random.integer(98, 122)}.${digits(6)}，纬度 ${random.integer(21, 41)}.${digits(6)}`,
    () => `${random.integer(98, 122)}.${digits(6)} ${random.integer(21, 41)}.${digits(6)}`,
    () => `批号 ${year}${month}${digits(4)}`,
    () => `血袋编码 ${digits(4)} ${digits(2)} ${digits(6)}`,
    () => `${year - 2}、${year - 1}、${year} 年分别为 ${digits(4)}、${digits(4)}、${digits(4)} 人次`,
    () => `${year - 2} ${year - 1} ${digits(3)}`,
    () => `A ${digits(3)} U / B ${digits(3)} U / O ${digits(3)} U / AB ${digits(2)} U`,
    () => `${random.integer(1, 400)} ${random.integer(1, 400)} ${random.integer(1, 400)} ${random.integer(1, 400)} ${random.integer(1, 400)}`,
    () => `${random.integer(1, 9)}${digits(random.integer(6, 9))} 毫升`,
    () => `${random.integer(1, 50)} 人，每人 ${random.integer(1, 9)}${digits(3)} 元`,
    () => `邮编 ${random.integer(1, 9)}${digits(5)}`,
    () => `${digits(3)}-${digits(4)}`,
    () => `热线 12320`,
    () => `每日 08:00-17:00；周末 09:00-16:30`,
    () => `第${random.integer(1, 40)}条第${random.integer(1, 9)}款`,
    () => `统一社会信用代码 12${random.integer(11, 65)}0${digits(3)}${digits(2)}MA${digits(6)}X`,
    () => `${random.integer(1, 99)}%—${random.integer(1, 99)}%`,
    () => `示例路 ${random.integer(1, 999)} 号 ${random.integer(1, 30)} 楼 ${random.integer(100, 3000)} 室`,
    () => `400 ml × ${random.integer(1, 9)} = ${random.integer(400, 3600)} ml`,
  ])();
}

beforeAll(() => {
  // The generator of the library draws from Math.random; here it draws from a fixed sequence.
  const sequence = randomStream('identity numbers');
  vi.spyOn(Math, 'random').mockImplementation(() => sequence.uniform());
});
afterAll(() => {
  vi.restoreAllMocks();
});

test('at least 300 labelled cells: every valid and every mistyped number is found under its name, and nothing else', () => {
  const cells: readonly Cell[] = [...personalCells(), ...Array.from({ length: 160 }, () => ({ text: ordinaryText(), label: 'nobody' as const }))];
  expect(cells.length).toBeGreaterThanOrEqual(300);
  expect(new Set(cells.map(({ text }) => text)).size).toBeGreaterThan(300);
  const wrong = cells.filter(({ text, label }) => (personalNumberIn(text) ?? 'nobody') !== label);
  expect(wrong).toEqual([]);
});

test('at most one false block in 10,000 ordinary rows: every row of the demonstration with generated notes beside it', () => {
  const lines = readdirSync('data', { recursive: true, encoding: 'utf8' })
    .map((path) => join('data', path))
    .filter((path) => path.endsWith('.csv') && statSync(path).isFile() && statSync(path).size < 400_000)
    .flatMap((path) => readFileSync(path, 'utf8').split('\r\n').slice(1))
    .filter((line) => line !== '');
  const rows = Array.from({ length: 10_000 }, (_, index) => [...(lines[index % lines.length] ?? '').split(','), ordinaryText(), ordinaryText()]);
  expect(lines.length).toBeGreaterThan(3000);
  const blocked = rows.filter((cells) => cells.some((cell) => personalNumberIn(cell) !== null));
  expect(blocked.length, JSON.stringify(blocked.slice(0, 3))).toBeLessThanOrEqual(1);
});

describe('two numbers in one cell, and a number that is meant for the public', () => {
  test.each([
    ['an identity number beside a telephone', '110101 19900307 1230 13900001234', 'identity_number'],
    ['a date before a telephone', '2026-11-21 13900001234', 'phone_number'],
    ['a date behind one', '13900001234 2026-11-21', 'phone_number'],
    ['a date and a landline', '2026-11-21 0533-2345678', 'phone_number'],
    ['a valid identity number in an address', 'https://example.org/?id=110101199003074370', generatorSays('110101199003074370')],
    ['a number without width between its digits', '139\u200b0000\u200b1234', 'phone_number'],
  ] as const)('%s', (_, text, kind) => {
    expect(personalNumberIn(text)).toBe(kind);
  });

  test('declared telephones pass, however they are written; others beside them do not', () => {
    const declared = new Set(['010-62345678', '139 0000 1234', '+86 533 2345678'].map(phoneDigits));
    for (const text of ['010-62345678', '(010) 6234 5678', '+86 10 62345678', '电话 62345678', '139-0000-1234', '+8613900001234', '0533-2345678']) expect(personalNumberIn(text, declared), text).toBeNull();
    expect(personalNumberIn('010-62345678，13900001235', declared)).toBe('phone_number');
    expect(personalNumberIn('010-62345679', declared)).toBe('phone_number');
  });
});

function generatorSays(id: string): PersonalKind | null {
  return generator.isValid(id) ? 'identity_number' : null;
}
