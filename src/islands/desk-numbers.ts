/** The numbers of a chosen view and the words for them; knows no page and no drawing. */
import { dayNumber } from '#src/domain/calendar.ts';
import { sevenDayMeans } from '#src/domain/seven-day-mean.ts';
import { decimalsOf, underItsLine } from '#src/domain/shown-value.ts';
import { formatDate, formatNumber, thinSpace } from '#src/i18n/format.ts';
import { say } from './desk-settings.ts';
import type { DeskComponent, DeskGroup, DeskSettings, DeskStation, DeskWord } from './desk-settings.ts';
import type { Chosen, DeskState } from './desk-state.ts';
import { between, flowKinds } from './history-piece.ts';
import type { DayLevel, FlowKind, FlowPiece, Reasons, StockPiece, Values } from './history-piece.ts';

export interface GroupNumbers extends DeskGroup {
  /** Of the days shown: as the state asks for them, each day's own number, and the stock in its unit. */
  readonly values: Values;
  readonly daily: Values;
  readonly stock: Values;
  readonly levels: readonly (DayLevel | null)[];
  /** By day number, of the whole file: why there is no stock, and why a stock has no days of supply. */
  readonly missing: Reasons;
  readonly daysMissing: Reasons;
  /** Day numbers whose stock stands corrected, of the whole file. */
  readonly corrected: ReadonlySet<number>;
  /** Every day of the file, from `pieceStart` on. */
  readonly whole: Values;
}

export interface DeskNumbers {
  readonly state: DeskState;
  readonly component: DeskComponent;
  readonly station: DeskStation;
  readonly settings: DeskSettings;
  /** Day numbers of the first and the last day shown, and of the first of the file. */
  readonly start: number;
  readonly end: number;
  readonly pieceStart: number;
  /** Every day shown. */
  readonly days: readonly number[];
  readonly groups: readonly GroupNumbers[];
  /** What came in and went out; null where the view does not ask for it. */
  readonly flow: FlowPiece | null;
}

const nothing: ReadonlySet<number> = new Set();
const noReasons: Reasons = new Map();

export function numbersOf(state: DeskState, { component, station }: Chosen, settings: DeskSettings, piece: StockPiece, flow: FlowPiece | null): DeskNumbers {
  const [start, end] = [dayNumber(state.from), dayNumber(state.to)];
  const groups = station.groups
    .filter(({ group }) => state.groups.includes(group))
    .map((group) => {
      const found = piece.groups.get(group.group);
      const whole = (state.unit === 'days' ? found?.days : found?.stock) ?? [];
      return {
        ...group,
        whole,
        values: averaged(whole, piece.start, start, end, state.by),
        daily: between(piece.start, whole, start, end),
        stock: between(piece.start, found?.stock ?? [], start, end),
        levels: between(piece.start, found?.levels ?? [], start, end),
        missing: found?.missing ?? noReasons,
        daysMissing: found?.daysMissing ?? noReasons,
        corrected: found?.corrected ?? nothing,
      };
    });
  return { state, component, station, settings, start, end, pieceStart: piece.start, days: Array.from({ length: end - start + 1 }, (_, index) => start + index), groups, flow };
}

/** The days from `from` to `to` of a list that begins on `start`: as they are, or the mean of seven days, which also looks at the days before `from`. */
export function averaged(values: Values, start: number, from: number, to: number, by: DeskState['by']): Values {
  return between(start, by === 'day' ? values : weekMeans(values), from, to);
}

const knownMeans = new WeakMap<Values, Values>();

/** The seven-day means of every day of a list; worked out once for each, as the lists of a file stay the same. */
export function weekMeans(values: Values): Values {
  const means = knownMeans.get(values) ?? sevenDayMeans(values);
  knownMeans.set(values, means);
  return means;
}

/** Machine name of the unit that is shown. */
export function unitOf({ state, component }: DeskNumbers): string {
  return state.unit === 'days' ? 'days' : component.unit;
}

export function unitWordOf(numbers: DeskNumbers): string {
  return unitOf(numbers) === 'days' ? say(numbers.settings, 'unit.days') : numbers.component.unitWord;
}

/** Thresholds of a group that hold on a day, in the unit that is shown. */
export function linesOn({ state }: DeskNumbers, { thresholds }: DeskGroup, day: number): readonly number[] {
  return thresholds[state.unit].flatMap(({ steps }) => {
    const step = steps.findLast(({ from }) => from <= day);
    return step === undefined || step.to < day ? [] : [step.at];
  });
}

/** `3.2`: with the decimals that its unit deserves, and never rounded up over one of the `lines`. */
export function numberWords(numbers: DeskNumbers, value: number, lines: readonly number[], isFixed = unitOf(numbers) === 'days'): string {
  const decimals = decimalsOf(unitOf(numbers));
  return formatNumber(underItsLine(value, decimals, lines), decimals, { fixed: isFixed });
}

/** `+0.4`: a difference of two values, rounded once. */
export function changeWords(numbers: DeskNumbers, value: number): string {
  return formatNumber(value, decimalsOf(unitOf(numbers)), { sign: true, fixed: unitOf(numbers) === 'days' });
}

/** `3.2 天`. */
export function valueWords(numbers: DeskNumbers, value: number | null, lines: readonly number[], isFixed?: boolean): string {
  if (value === null) return say(numbers.settings, 'missing');
  const space = unitOf(numbers) === 'percent' && numbers.settings.locale === 'zh' ? '' : thinSpace;
  return `${numberWords(numbers, value, lines, isFixed)}${space}${unitWordOf(numbers)}`;
}

/** `3.2 天（更正过）`, `没有数字（未填报）`: of a day of the view, with a word where it stands corrected or why it is missing; a mean says so where its day has no number of its own, and a day that has one is not called missing. */
export function dayWords(numbers: DeskNumbers, group: GroupNumbers, index: number): string {
  const value = group.values[index] ?? null;
  const hasOwn = (group.daily[index] ?? null) !== null;
  if (value === null) return hasOwn ? say(numbers.settings, 'missing.mean') : missingWords(numbers, dailyReason(numbers, group, index));
  const shown = valueWords(numbers, value, linesOn(numbers, group, numbers.start + index));
  const words = hasOwn ? shown : say(numbers.settings, 'missing.own', { value: shown });
  return group.corrected.has(numbers.start + index) ? say(numbers.settings, 'corrected', { value: words }) : words;
}

/** The last number of a group, for the end of its line; all labels of a picture have decimals or none has. Empty without any number. */
export function endWords(numbers: DeskNumbers, group: GroupNumbers): string {
  const placeOf = ({ values }: GroupNumbers): number => values.findLastIndex((value) => value !== null);
  const hasDecimals = numbers.groups.some((one) => !Number.isInteger(Number((one.values[placeOf(one)] ?? 0).toFixed(decimalsOf(unitOf(numbers))))));
  const value = group.values[placeOf(group)] ?? null;
  return value === null ? '' : valueWords(numbers, value, linesOn(numbers, group, numbers.start + placeOf(group)), hasDecimals || unitOf(numbers) === 'days');
}

/** Machine word for why a day of the view has no number; a mean lacks days; empty where the file does not say. */
export function missingReason(numbers: DeskNumbers, group: GroupNumbers, index: number): string {
  return numbers.state.by === 'week' ? 'few_days' : dailyReason(numbers, group, index);
}

/** The same of the day itself, also where a mean is drawn. */
export function dailyReason({ state, start }: DeskNumbers, { missing, daysMissing }: GroupNumbers, index: number): string {
  const day = start + index;
  return missing.get(day) ?? (state.unit === 'days' ? daysMissing.get(day) : undefined) ?? '';
}

/** `没有数字（未填报）`; the sentence of the view says how many days a mean needs. */
export function missingWords({ settings }: DeskNumbers, reason: string): string {
  const word = `missing.${reason}`;
  return isWord(settings, word) ? say(settings, 'missingBecause', { reason: say(settings, word) }) : say(settings, 'missing');
}

function isWord({ words }: DeskSettings, word: string): word is DeskWord {
  return Object.hasOwn(words, `script.${word}`);
}

/** Which flows have a number of any group shown. */
export function flowKindsOf({ flow, groups }: DeskNumbers): readonly FlowKind[] {
  return flowKinds.filter((kind) => groups.some(({ group }) => flow?.groups.get(group)?.[kind]?.some((value) => value !== null)));
}

/** All groups of a station are named one by one up to this number of them. */
const mostNamed = 4;

/** What is shown, in one sentence. */
export function sentenceOf(numbers: DeskNumbers): string {
  const { state, component, station, groups, settings } = numbers;
  const word = state.view === 'years' || state.view === 'levels' || state.view === 'flow' ? (`sentence.${state.view}` as const) : 'sentence';
  return say(settings, word, {
    component: component.name,
    station: station.name,
    groups: groups.length > mostNamed && groups.length === station.groups.length ? say(settings, 'allGroups', { count: groups.length }) : groups.map(({ name }) => name).join(say(settings, 'listComma')),
    from: formatDate(state.from, settings.locale),
    to: formatDate(state.to, settings.locale),
    measure: say(settings, `measure.${state.unit}`),
    unit: unitWordOf(numbers),
    by: say(settings, `averaged.${state.by}`),
    season: state.season === 'on' ? say(settings, 'sentence.season') : '',
    align: say(settings, `align.${state.align}`),
    flows: flowKindsOf(numbers).map((kind) => say(settings, `flow.${kind}`)).join(say(settings, 'listComma')),
    flowUnit: say(settings, 'unit.perDay', { unit: component.unitWord }),
  });
}
