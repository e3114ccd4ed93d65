/** Multiplies numbers as they are written, exactly: 1.1 times 3 is 3.3. */
import { tidy } from '#src/tabular/tidy.ts';

/** The product as decimal text; null where the text is no plain number. Thousands commas and full-width digits are read. */
export function timesText(text: string, factor: number): string | null {
  const a = decimalOf(tidy(text));
  const b = decimalOf(String(factor));
  if (a === null || b === null) return null;
  const places = a.places + b.places;
  const product = a.digits * b.digits;
  const digits = (product < 0n ? -product : product).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${product < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A decimal as a whole number of digits and how many of them stand behind the point. */
function decimalOf(text: string): { readonly digits: bigint; readonly places: number } | null {
  const match = /^([-+]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = BigInt(`${whole.replaceAll(',', '')}${fraction}`);
  return { digits: sign === '-' ? -digits : digits, places: fraction.length };
}
