/** Reads numbers exactly as they are written, and refuses what may have lost digits on the way. */
import { personalNumberIn } from '#src/domain/personal-numbers.ts';
import type { Field } from './data-package.ts';
import type { CellResult } from './date-cell.ts';
import { refuse } from './refusals.ts';
import { tidy } from './tidy.ts';

/** The shortest decimal form of a number (`1234.5`), or with `field.decimals` exactly so many decimals; limits of the field are held. */
export function parseNumberCell(raw: string, field: Field): CellResult {
  const text = tidy(raw);
  const match = /^([-+]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return refuseNumber(text);
  const [, sign = '', grouped = '', fraction = ''] = match;
  const whole = grouped.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const decimals = fraction.replace(/0+$/, '');
  if (`${whole}${decimals}`.replace(/^0+/, '').length > 15) return refuse('number_too_long');
  // Digits without a point or a comma: a quantity of so many is far rarer than a column filled with something else.
  if (/^\d{11,}$/.test(text) && personalNumberIn(text) !== null) return refuse('personal_number');
  if (field.type === 'integer' && decimals !== '') return refuse('number_not_whole');
  if (field.decimals !== undefined && decimals.length > field.decimals) return refuse('number_too_precise', { wanted: field.decimals });
  const isZero = whole === '0' && decimals === '';
  const value = Number(`${whole}.${decimals || '0'}`) * (sign === '-' && !isZero ? -1 : 1);
  const { minimum, maximum } = field.constraints ?? {};
  if (minimum !== undefined && value < minimum) {
    return minimum === 0 ? refuse('number_negative') : refuse('number_too_small', { wanted: minimum });
  }
  if (maximum !== undefined && value > maximum) return refuse('number_too_large', { wanted: maximum });
  const published = field.decimals === undefined ? decimals : decimals.padEnd(field.decimals, '0');
  return `${value < 0 ? '-' : ''}${whole}${published === '' ? '' : `.${published}`}`;
}

function refuseNumber(text: string): CellResult {
  if (/^[-+]?\d+(\.\d+)?e[-+]?\d+$/i.test(text)) return refuse('number_scientific');
  if (/^[-+]?[\d,]*,[\d,]*(\.\d+)?$/.test(text)) return refuse('number_commas');
  if (/^[-+¥$]?\s?[\d,]+(\.\d+)?\s?\D{0,6}$/.test(text) && /\d/.test(text)) return refuse('number_with_unit');
  return refuse('number_unreadable');
}
