/** Chinese identity numbers: their date of birth and their check digit. */

/** Weights of GB 11643 (ISO 7064 MOD 11-2), from the left. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** First two digits of the area: provinces, Taiwan, Hong Kong, Macao (GB/T 2260). */
const provinces = new Set([
  '11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46',
  '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83',
]);

/** `valid`: a date of birth and the right check digit; `mistyped`: a date of birth and another; null: not 18 characters, or no date of birth (1800 to 2099). */
export function eighteenDigitIdentity(digits: string): 'valid' | 'mistyped' | null {
  const born = /^[1-9]\d{5}((?:18|19|20)\d{6})\d{3}[\dX]$/.exec(digits)?.[1];
  if (born === undefined || !isDayOfYear(born.slice(4))) return null;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return '10X98765432'[sum % 11] === digits[17] ? 'valid' : 'mistyped';
}

/** The form before 1999: 15 digits, a province and a date of birth of the 20th century, no check digit. */
export function isFifteenDigitIdentity(digits: string): boolean {
  return /^\d{15}$/.test(digits) && provinces.has(digits.slice(0, 2)) && isDayOfYear(digits.slice(8, 12));
}

/** `MMDD`; the 29th of February is one of every year, since a mistyped year is still a number of somebody. */
function isDayOfYear(monthDay: string): boolean {
  const month = Number(monthDay.slice(0, 2));
  const day = Number(monthDay.slice(2));
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);
}
