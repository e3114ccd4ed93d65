/** Numbers, dates and units as text, the same on every machine; numbers are rounded here and nowhere before. */
import type { Locale } from './locales.ts';

/** U+202F: narrow and not broken at the end of a line; stands between a number and its unit. */
export const thinSpace = '\u202F';

/**
 * A number with thousands commas and a true minus sign. `decimals` is the greatest number of decimals (0 if not given);
 * `fixed` keeps trailing zeros. Rounds half away from zero on the shortest decimal form. Not for NaN or infinity: those throw.
 */
export function formatNumber(value: number, decimals = 0, options: { readonly fixed?: boolean; readonly sign?: boolean } = {}): string {
  if (!Number.isFinite(value)) throw new Error(`formatNumber was given ${value}; say that a value is missing before you format it`);
  return numberFormat(decimals, options.fixed === true, options.sign === true).format(value).replace('-', '−');
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Each is made once: that takes longer than to format a hundred numbers. */
function numberFormat(decimals: number, isFixed: boolean, hasSign: boolean): Intl.NumberFormat {
  const key = `${decimals} ${isFixed} ${hasSign}`;
  let format = numberFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: isFixed ? decimals : 0,
      maximumFractionDigits: decimals,
      signDisplay: hasSign ? 'exceptZero' : 'negative',
    });
    numberFormats.set(key, format);
  }
  return format;
}

/** A number and its unit with a narrow space between, e.g. `3.2 天`, `1,240 U`. */
export function formatQuantity(value: number, unit: string, decimals = 0): string {
  return `${formatNumber(value, decimals)}${thinSpace}${unit}`;
}

/** A share (0.153) as a percentage: `15.3 %`, in Chinese `15.3%`. */
export function formatShare(share: number, locale: Locale, decimals = 0): string {
  return formatSigned(share * 100, '%', locale, decimals);
}

/** A number of hundredths or thousandths with its sign: `15 ‰`, in Chinese `15‰`. */
export function formatSigned(value: number, sign: '%' | '‰', locale: Locale, decimals = 0): string {
  return `${formatNumber(value, decimals)}${locale === 'zh' ? '' : thinSpace}${sign}`;
}

/** Money held in fen, as yuan with two decimals: `¥ 1,234.50`, in Chinese `1,234.50 元`. */
export function formatFen(fen: number, locale: Locale): string {
  const text = formatNumber(fen / 100, 2, { fixed: true });
  return locale === 'zh' ? `${text}${thinSpace}元` : `¥${thinSpace}${text}`;
}

const englishMonths = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;

function partsOf(date: string): { year: number; month: number | null; day: number | null } {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) throw new Error(`not a date, month or year: ${date}`);
  const [, year, month, day] = match;
  return { year: Number(year), month: month === undefined ? null : Number(month), day: day === undefined ? null : Number(day) };
}

function englishMonth(month: number): string {
  const name = englishMonths[month - 1];
  if (name === undefined) throw new Error(`there is no month ${month}`);
  return name;
}

/**
 * A date (`2026-11-21`), month (`2026-11`) or year (`2026`) in words:
 * `2026年11月21日` / `21 November 2026`, `2026年11月` / `November 2026`, `2026年` / `2026`.
 */
export function formatDate(date: string, locale: Locale): string {
  const { year, month, day } = partsOf(date);
  if (locale === 'zh') return `${year}年${month === null ? '' : `${month}月`}${day === null ? '' : `${day}日`}`;
  return [day, month === null ? null : englishMonth(month), year].filter((part) => part !== null).join(' ');
}

/** A date without its year: `11月21日` / `21 November`. */
export function formatDayOfYear(date: string, locale: Locale): string {
  const { month, day } = partsOf(date);
  if (month === null || day === null) throw new Error(`not a date: ${date}`);
  return locale === 'zh' ? `${month}月${day}日` : `${day} ${englishMonth(month)}`;
}

/** Monday first. */
export const weekdayNames: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** A date without its year with its day of the week (1 Monday … 7 Sunday): `11月21日 周六` / `Sat 21 November`. */
export function formatWeekday(date: string, weekday: number, locale: Locale): string {
  const name = weekdayNames[locale][weekday - 1];
  if (name === undefined) throw new Error(`there is no weekday ${weekday}`);
  return locale === 'zh' ? `${formatDayOfYear(date, locale)} ${name}` : `${name} ${formatDayOfYear(date, locale)}`;
}

/**
 * An instant with its own offset (`2026-11-22T11:00:00+08:00`) in the clock time it was written in:
 * `2026年11月22日 11:00` / `22 November 2026, 11:00`. Seconds are dropped, the offset is not converted.
 */
export function formatInstant(instant: string, locale: Locale): string {
  const [date = '', time = ''] = instant.split('T');
  return `${formatDate(date, locale)}${locale === 'zh' ? ' ' : ', '}${time.slice(0, 5)}`;
}

/** An instant or date in figures, for narrow places: `11-22 11:00`, `11-22`. */
export function formatShortInstant(instant: string): string {
  const [date = '', time] = instant.split('T');
  return time === undefined ? date.slice(5) : `${date.slice(5)} ${time.slice(0, 5)}`;
}
