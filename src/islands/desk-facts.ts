/** What the numbers of a view say: the finding above the drawing, and the table below it. Computed from each day's number, whatever is averaged in the drawing. */
import { dateOfDay } from '#src/domain/calendar.ts';
import { longestGap, lowestOf, yearAgo } from '#src/domain/history-facts.ts';
import type { DayValue } from '#src/domain/history-facts.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import { numberWords, unitOf, unitWordOf, valueWords } from './desk-numbers.ts';
import type { DeskNumbers, GroupNumbers } from './desk-numbers.ts';
import { say } from './desk-settings.ts';
import { isFirstView } from './desk-state.ts';

export interface FactCell {
  readonly text: string;
  /** The number as it is computed, not rounded. */
  readonly value: number | null;
  /** The number of a day that stands corrected. */
  readonly isCorrected?: boolean;
}

export interface Facts {
  readonly caption: string;
  readonly columns: readonly string[];
  /** One a group; the first cell is its name. */
  readonly rows: readonly (readonly FactCell[])[];
}

/** The lowest day of all groups shown; of the levels, who had most days below normal; of the first view, what the page says by itself; null without any number. */
export function findingOf(numbers: DeskNumbers): string | null {
  const { groups, settings, state, start } = numbers;
  const { locale } = settings;
  if (isFirstView(state, settings)) return settings.finding;
  if (state.view === 'levels') {
    const most = groups.map((group) => ({ group, ...underNormal(group) })).toSorted((a, b) => b.days - a.days)[0];
    return most === undefined || most.known === 0 ? null : say(settings, 'finding.under', { from: formatDate(state.from, locale), to: formatDate(state.to, locale), group: most.group.name, days: formatNumber(most.days) });
  }
  const lowest = groups.flatMap((group) => {
    const found = lowestOf({ start, values: group.daily });
    return found === null ? [] : [{ group, ...found }];
  });
  const first = lowest.toSorted((a, b) => a.value - b.value)[0];
  if (first === undefined) return null;
  return say(settings, 'finding', {
    from: formatDate(state.from, locale),
    to: formatDate(state.to, locale),
    group: first.group.name,
    value: valueWords(numbers, first.value),
    date: formatDate(dateOfDay(first.day), locale),
  });
}

export function factsOf(numbers: DeskNumbers): Facts {
  const { settings, station, state, start, end, groups } = numbers;
  const { locale } = settings;
  const unit = unitWordOf(numbers);
  // A year before may lie before the days shown, so the whole file is asked.
  const changes = groups.map(({ whole }) => yearAgo({ start: numbers.pieceStart, values: whole }, end));
  const before = changes.find((change) => change !== null)?.before.day;
  const empty: FactCell = { text: '', value: null };
  const rows = groups.map((group, index): readonly FactCell[] => {
    const series = { start, values: group.daily };
    const [lowest, gap, change] = [lowestOf(series), longestGap(series), changes[index] ?? null];
    const days = lowest === null ? 0 : group.daily.filter((value) => value === lowest.value).length;
    const { days: under, known } = underNormal(group);
    const number = ({ day, value }: DayValue): FactCell => ({ text: numberWords(numbers, value), value, isCorrected: group.corrected.has(day) });
    const missing: FactCell = { text: say(settings, 'missing'), value: null };
    return [
      { text: group.name, value: null },
      lowest === null ? missing : number(lowest),
      lowest === null ? empty : { text: days === 1 ? dateOfDay(lowest.day) : say(settings, 'facts.more', { date: dateOfDay(lowest.day), count: days }), value: null },
      ...(station.hasLevels ? [known === 0 ? missing : { text: say(settings, 'facts.underCell', { days: under, known }), value: under }] : []),
      ...(before === undefined ? [] : change === null ? [missing, missing, empty] : [number(change.before), number(change.now), changeCell(numbers, change.now.value - change.before.value)]),
      gap === null ? { text: say(settings, 'facts.none'), value: null } : { text: say(settings, 'facts.gapCell', { days: gap.days, from: dateOfDay(gap.from), to: dateOfDay(gap.to) }), value: gap.days },
    ];
  });
  const hasCorrected = rows.some((cells) => cells.some(({ isCorrected }) => isCorrected === true));
  return {
    caption: say(settings, 'facts.caption', { from: formatDate(state.from, locale), to: formatDate(state.to, locale) }) + (hasCorrected ? say(settings, 'facts.corrected') : ''),
    columns: [
      say(settings, 'facts.group'),
      say(settings, 'facts.lowest', { unit }),
      say(settings, 'facts.lowestDays'),
      ...(station.hasLevels ? [say(settings, 'facts.under')] : []),
      ...(before === undefined ? [] : [say(settings, 'facts.before', { date: dateOfDay(before), unit }), say(settings, 'facts.now', { date: state.to, unit }), say(settings, 'facts.change')]),
      say(settings, 'facts.gap'),
    ],
    rows,
  };
}

function changeCell(numbers: DeskNumbers, value: number): FactCell {
  const unit = unitOf(numbers);
  return { text: formatNumber(value, unit === 'ml' ? 0 : 1, { sign: true, fixed: unit === 'days' }), value };
}

function underNormal({ levels }: GroupNumbers): { readonly days: number; readonly known: number } {
  const known = levels.filter((one) => one !== null);
  return { days: known.filter(({ level }) => level !== 'normal').length, known: known.length };
}
