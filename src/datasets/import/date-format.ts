/** Reads dates and times that are written in a stated way, with the letters that Excel uses: `yyyy-mm-dd hh:mm:ss`. */
import { isIsoDate } from '#src/domain/calendar.ts';
import { isInstant } from '#src/domain/instant.ts';
import { refuse, type Refusal } from '#src/tabular/refusals.ts';
import { tidy } from '#src/tabular/tidy.ts';

/** A date, perhaps with a time of day, perhaps with its offset, as they are written. */
export interface WrittenTime {
  readonly date: string;
  /** `HH:MM:SS`, or null where only a date is written. */
  readonly time: string | null;
  /** `+08:00`, or null where none is written. */
  readonly offset: string | null;
}

export interface DateFormat {
  readonly pattern: string;
  readonly hasTime: boolean;
  /** What is written, why it cannot be, or null where the text is not in this format. */
  read(text: string): WrittenTime | Refusal | null;
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'offset';

/** The format, or null where it is none: a year of four letters is needed, each part once, nothing that can be read in two ways; other letters than `T` mean nothing. */
export function dateFormat(pattern: string): DateFormat | null {
  const parts: Part[] = [];
  let source = '';
  let endsOpen = false;
  for (const [token] of tidy(pattern).matchAll(/y+|m+|d+|h+|s+|z|[^]/gi)) {
    const part = partOf(token, parts);
    if (part === null) {
      if (/[a-z]/i.test(token) && token !== 'T') return null;
      source += token.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      endsOpen = false;
      continue;
    }
    // One or two digits with digits right behind them can be cut in two ways: 2026111.
    if (endsOpen && part !== 'offset') return null;
    endsOpen = token.length === 1;
    if (parts.includes(part) || token.length > (part === 'year' ? 4 : 2) || (part === 'year' && token.length !== 4)) return null;
    parts.push(part);
    source += sourceOf(part, token.length);
  }
  const hasTime = parts.includes('hour');
  if (!parts.includes('year') || (parts.includes('day') && !parts.includes('month')) || (hasTime && !(parts.includes('day') && parts.includes('minute')))) return null;
  if (!hasTime && (parts.includes('second') || parts.includes('offset'))) return null;
  const expression = new RegExp(`^${source}$`);
  return {
    pattern,
    hasTime,
    read(text) {
      const match = expression.exec(tidy(text));
      if (match === null) return null;
      const of = (part: Part, absent: string): string => (parts.includes(part) ? (match[parts.indexOf(part) + 1] ?? absent) : absent).padStart(2, '0');
      const date = `${of('year', '')}-${of('month', '01')}-${of('day', '01')}`;
      if (!isIsoDate(date)) return refuse('date_impossible');
      if (!hasTime) return { date, time: null, offset: null };
      const time = `${of('hour', '00')}:${of('minute', '00')}:${of('second', '00')}`;
      const offset = parts.includes('offset') ? offsetOf(match[parts.indexOf('offset') + 1] ?? 'Z') : null;
      return isInstant(`${date}T${time}${offset ?? 'Z'}`) ? { date, time, offset } : refuse('time_unreadable');
    },
  };
}

/** `m` is the month, but the minutes after the hours, as in Excel. */
function partOf(token: string, before: readonly Part[]): Part | null {
  switch (token[0]?.toLowerCase()) {
    case 'y':
      return 'year';
    case 'm':
      return before.includes('hour') && !before.includes('minute') ? 'minute' : 'month';
    case 'd':
      return 'day';
    case 'h':
      return 'hour';
    case 's':
      return 'second';
    case 'z':
      return 'offset';
    default:
      return null;
  }
}

function sourceOf(part: Part, length: number): string {
  if (part === 'year') return String.raw`(\d{4})`;
  if (part === 'offset') return String.raw`(Z|[+-]\d{2}:?\d{2})`;
  const digits = length === 2 ? String.raw`(\d{2})` : String.raw`(\d{1,2})`;
  return part === 'second' ? String.raw`${digits}(?:\.\d+)?` : digits;
}

function offsetOf(written: string): string {
  return written === 'Z' ? '+00:00' : written.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
}
