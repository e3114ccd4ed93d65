/** What the list of places says about itself: what is listed, what is open, and by which clock. */
import { minutesADay } from '#src/domain/wall-clock.ts';
import type { WallMinute } from '#src/domain/wall-clock.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { firstToOpen } from './place-order.ts';
import type { JudgedPlace } from './place-order.ts';
import { said, timeWords } from './place-words.ts';
import type { PlaceWords } from './place-words.ts';

/** One thing that the reader asks for besides the time, as the form calls it. */
export interface Condition {
  readonly part: 'service' | 'district' | 'kind' | 'text';
  readonly name: string;
}

export interface Listing {
  /** All places that fit everything but the time. */
  readonly fitting: readonly JudgedPlace[];
  readonly conditions: readonly Condition[];
  readonly minute: WallMinute;
  /** Which places are asked for: open or not, open now, open at a chosen time. */
  readonly asked: 'any' | 'now' | 'at';
}

/** `列出现在开放的可以献全血的献血地点 8 处。另有 …`. */
export function listedWords(words: PlaceWords, { fitting, conditions, minute, asked }: Listing, locale: Locale): string {
  const what = conditions.length === 0 ? '' : said(words, 'finder.what', { what: conditions.map(({ part, name }) => said(words, `finder.what.${part}`, { name })).join(said(words, 'finder.what.and')) });
  const open = fitting.filter(({ now }) => now.state === 'open').length;
  const values = { what, count: fitting.length, open, time: dayAndTime(minute, locale) };
  const join = (...sentences: readonly string[]): string => sentences.filter((sentence) => sentence !== '').join(locale === 'zh' ? '' : ' ');
  if (fitting.length === 0) return said(words, 'finder.none', values);
  if (open === 0) return join(said(words, asked === 'at' ? 'finder.nothingAt' : 'finder.nothingOpen', values), nextWords(words, fitting, minute, locale));
  if (asked === 'any') return said(words, 'finder.found', values);
  const others = fitting.length - open;
  return join(said(words, asked === 'at' ? 'finder.foundAt' : 'finder.foundOpen', values), others === 0 ? '' : said(words, 'finder.others', { count: others }));
}

/** `按11月22日 周日 10:30（北京时间）判断。` */
export function judgedWords(words: PlaceWords, minute: WallMinute, locale: Locale): string {
  return said(words, 'finder.judged', { time: dayAndTime(minute, locale) });
}

function nextWords(words: PlaceWords, places: readonly JudgedPlace[], minute: WallMinute, locale: Locale): string {
  const next = firstToOpen(places);
  return next === null ? said(words, 'finder.nextUnknown') : said(words, 'finder.next', { place: next.item.name, time: timeWords(next.now.opensAt ?? minute, minute, locale) });
}

/** Always with the date. */
function dayAndTime(minute: WallMinute, locale: Locale): string {
  return timeWords(minute, minute - minutesADay, locale);
}
