/** What the numbers of a view say: the finding above the drawing, and the table below it. Computed from each day's number, whatever is averaged in the drawing. */
import { dateOfDay } from '#src/domain/calendar.ts';
import { longestGap, lowestOf, yearAgo } from '#src/domain/history-facts.ts';
import type { DayValue } from '#src/domain/history-facts.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import { changeWords, linesOn, numberWords, unitWordOf, valueWords } from './desk-numbers.ts';
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
  const dates = { from: formatDate(state.from, locale), to: formatDate(state.to, locale) };
  const span = say(settings, state.from === state.to ? 'span.one' : 'span', dates);
  const named = (all: readonly { readonly group: GroupNumbers }[]): string => all.map(({ group }) => group.name).join(say(settings, 'listComma'));
  if (state.view === 'levels') {
    const judged = groups.map((group) => ({ group, ...underNormal(group) })).filter(({ known }) => known > 0);
    if (judged.length === 0) return null;
    const days = Math.max(...judged.map((one) => one.days));
    const most = judged.filter((one) => one.days === days);
    if (days === 0) return say(settings, 'finding.underNone', { span });
    return say(settings, groups.length === 1 ? 'finding.underOne' : most.length > 1 ? 'finding.underEqual' : 'finding.under', { span, group: named(most), days: formatNumber(days) });
  }
  const lowest = groups.flatMap((group) => {
    const found = lowestOf({ start, values: group.daily });
    return found === null ? [] : [{ group, ...found }];
  });
  const [first] = lowest.toSorted((a, b) => a.value - b.value || a.day - b.day);
  if (first === undefined) return null;
  const equals = lowest.filter(({ value }) => value === first.value);
  return say(settings, groups.length === 1 ? 'finding.one' : equals.length > 1 ? 'finding.equal' : 'finding', {
    span,
    group: named(equals),
    value: valueWords(numbers, first.value, linesOn(numbers, first.group, first.day)),
    date: formatDate(dateOfDay(first.day), locale),
  });
}

export function factsOf(numbers: DeskNumbers): Facts {
  const { settings, station, state, start, end, groups } = numbers;
  const { locale } = settings;
  const unit = unitWordOf(numbers);
  // A year before may lie before the days shown, so the whole file is asked.
  const changes = groups.map(({ whole }) => yearAgo({ start: numbers.pieceStart, values: whole }, end));
  const before = changes.find((change) => change.before !== null)?.before?.day;
  const empty: FactCell = { text: '', value: null };
  const rows = groups.map((group, index): readonly FactCell[] => {
    const series = { start, values: group.daily };
    const [lowest, gap, ago, now] = [lowestOf(series), longestGap(series), changes[index]?.before ?? null, changes[index]?.now ?? null];
    const days = lowest === null ? 0 : group.daily.filter((value) => value === lowest.value).length;
    const { days: under, known } = underNormal(group);
    const number = ({ day, value }: DayValue): FactCell => ({ text: numberWords(numbers, value, linesOn(numbers, group, day)), value, isCorrected: group.corrected.has(day) });
    const missing: FactCell = { text: say(settings, 'missing'), value: null };
    return [
      { text: group.name, value: null },
      lowest === null ? missing : number(lowest),
      lowest === null ? empty : { text: days === 1 ? dateOfDay(lowest.day) : say(settings, 'facts.more', { date: dateOfDay(lowest.day), count: days }), value: null },
      ...(station.hasLevels ? [known === 0 ? missing : { text: say(settings, 'facts.underCell', { days: under, known }), value: under }] : []),
      ...(before === undefined ? [] : [ago === null ? missing : number(ago), now === null ? missing : number(now), ago === null || now === null ? missing : { text: changeWords(numbers, now.value - ago.value), value: now.value - ago.value }]),
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

function underNormal({ levels }: GroupNumbers): { readonly days: number; readonly known: number } {
  const known = levels.filter((one) => one !== null);
  return { days: known.filter(({ level }) => level !== 'normal').length, known: known.length };
}
