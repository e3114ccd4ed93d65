/** Finds numbers in a text that point at a person: identity cards, telephones, bank cards. */

export const personalKinds = ['identity_number', 'phone_number', 'bank_card'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** Digits with the blanks, dashes and dots that people put between them; the last may be the X of an identity number. */
const digitRun = /\d(?:[\d .\-]{5,30})[\dXx]/g;

/**
 * The kind of personal number in a text, null where there is none. Full-width digits count as digits, blanks, dots and dashes inside are ignored.
 * Identity numbers: 18 digits with a date of birth, whether or not the check digit (GB 11643, ISO 7064 MOD 11-2) fits, and 15 digits with one.
 * Telephones: Chinese mobile numbers, with or without +86, and landlines written with their area code and a dash or brackets.
 * Bank cards: 16 to 19 digits that begin with 3 to 6 and pass Luhn.
 */
export function personalNumberIn(text: string): PersonalKind | null {
  const plain = text.normalize('NFKC').replace(/[‐-―−]/g, '-');
  for (const [run] of plain.matchAll(digitRun)) {
    const digits = run.replace(/[ .\-]/g, '').toUpperCase();
    // A decimal number or a list of dates is no card: digits of one number are grouped by one sign.
    if (new Set(run.match(/[ .\-]/g)).size > 1) continue;
    if (isIdentityNumber(digits)) return 'identity_number';
    if (isMobile(digits)) return 'phone_number';
    if (isBankCard(digits)) return 'bank_card';
  }
  return /(?:^|[^\d])(?:\(0\d{2,3}\)|0\d{2,3}-)\s?[2-9]\d{6,7}(?!\d)/.test(plain) ? 'phone_number' : null;
}

function isIdentityNumber(digits: string): boolean {
  const born = /^[1-8]\d{5}((?:18|19|20)\d{6})\d{3}[\dX]$/.exec(digits)?.[1] ?? (/^[1-8]\d{5}(\d{6})\d{3}$/.test(digits) ? `19${digits.slice(6, 12)}` : undefined);
  return born !== undefined && isBirthday(Number(born.slice(4, 6)), Number(born.slice(6, 8)));
}

function isBirthday(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= ([2].includes(month) ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

function isMobile(digits: string): boolean {
  return /^(?:86)?1[3-9]\d{9}$/.test(digits);
}

function isBankCard(digits: string): boolean {
  return /^[3-6]\d{15,18}$/.test(digits) && passesLuhn(digits);
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
