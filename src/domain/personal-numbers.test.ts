import fc from '../../tests/support/properties.ts';
import { describe, expect, test } from 'vitest';
import { personalNumberIn, withoutPersonalNumbers } from './personal-numbers.ts';

/** Check digit of an identity number, by the weights of GB 11643 written out. */
function withCheckDigit(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return first17 + '10X98765432'[sum % 11];
}

describe('what points at a person', () => {
  test.each([
    ['a valid identity number', withCheckDigit('11010119900307123'), 'identity_number'],
    ['one with a wrong check digit', '110101199003071230', 'identity_number'],
    ['one among words', `受助人 ${withCheckDigit('37030219851212004')} 已领取`, 'identity_number'],
    ['full-width digits', '１１０１０１１９９００３０７１２３０', 'identity_number'],
    ['spaced', '110101 19900307 1230', 'identity_number'],
    ['fifteen digits', '110101900307123', 'identity_number'],
    ['a mobile number', '电话13900001234', 'phone_number'],
    ['with the country code', '+86 139 0000 1234', 'phone_number'],
    ['dashed', '139-0000-1234', 'phone_number'],
    ['a landline', '请拨 010-62345678 咨询', 'phone_number'],
    ['a landline in brackets', '(0533)2345678', 'phone_number'],
    ['a bank card', '6222 0212 3456 7894', null],
  ] as const)('%s', (name, text, kind) => {
    if (name === 'a bank card') expect(personalNumberIn(luhnComplete('622202123456789'))).toBe('bank_card');
    else expect(personalNumberIn(text)).toBe(kind);
  });

  test('every identity number with a birthday, in any grouping', () => {
    const birthday = fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
    fc.assert(
      fc.property(fc.integer({ min: 110000, max: 659999 }), birthday, fc.integer({ min: 0, max: 999 }), fc.constantFrom('', ' ', '-'), (area, born, serial, sign) => {
        const number = withCheckDigit(`${area}${born}${String(serial).padStart(3, '0')}`);
        const grouped = [number.slice(0, 6), number.slice(6, 14), number.slice(14)].join(sign);
        return personalNumberIn(`甲 ${grouped} 乙`) === 'identity_number';
      }),
    );
  });
});

test.each([
  '国卫办医发〔2019〕21号', '2026-11-21', '2026-11-21 至 2026-12-31', '1,234,567.89', '1234567.89', '12.5', '20261121', '第 20261121 号', 'https://example.org/2026/11/21/5041d6ce',
  '2016-11-22 2026-11-21', '2,368,791.49 元', 'ISO 7064', '400 毫升', '120/240/360/480/600 小时', '100000000000', '37030219851', '3.14159265358979', 'GB 18467-2011', '361.3 / 58.3',
])('%s points at nobody', (text) => {
  expect(personalNumberIn(text)).toBeNull();
});

function luhnComplete(first: string): string {
  for (let digit = 0; digit < 10; digit += 1) if (personalNumberIn(`${first}${digit}`) === 'bank_card') return `${first}${digit}`;
  return first;
}

test('every personal number of a text is left out, and nothing else', () => {
  expect(withoutPersonalNumbers('“13900001234”不在可填的内容里。')).toBe('“…”不在可填的内容里。');
  expect(withoutPersonalNumbers('13900001234 13900001235')).toBe('…');
  expect(withoutPersonalNumbers('甲 １１０１０１１９９００３０７１２３０，乙 +86 139-0000-1234，丙 010-62345678')).toBe('甲 …,乙 …,丙 …');
  for (const text of ['Ａ型 2026-11-21', '3 4 5 6 7 8 9 10 11 12 13', '']) expect(withoutPersonalNumbers(text)).toBe(text);
});

test.each(['13900001234 13900001235', '+86 139-0000-1234', '2026-11-21 13900001234', '12 13900001234'])('%s holds a telephone among other digits', (text) => {
  expect(personalNumberIn(text)).toBe('phone_number');
});
