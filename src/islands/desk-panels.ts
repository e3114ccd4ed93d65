/** The views over days: one chart a group, or up to four groups in one; with the range of earlier years where it is asked for. */
import { dateOfDay, dayNumber } from '#src/domain/calendar.ts';
import { isBreakIn } from '#src/domain/drawn-breaks.ts';
import { meanDays } from '#src/domain/seven-day-mean.ts';
import { drawPanels, layoutPanels } from '#src/charts/panels.ts';
import type { PanelsInput, PanelsLayout, PanelsSize } from '#src/charts/panels.ts';
import type { LineLook, PanelInput } from '#src/charts/panel.ts';
import { drawnThresholds, thresholdChanges, thresholdSentences, withThresholdChanges } from '#src/i18n/threshold-words.ts';
import { dayWords, endWords, missingReason, sentenceOf, unitOf, unitWordOf } from './desk-numbers.ts';
import type { DeskNumbers, GroupNumbers } from './desk-numbers.ts';
import { say } from './desk-settings.ts';
import type { DeskSettings, DeskWord } from './desk-settings.ts';
import { seasonOf } from './desk-season.ts';
import type { Season } from './desk-season.ts';
import type { Place, ShownView, ViewRecord } from './desk-view.ts';
import { filled } from './filled.ts';

export const panelSizes: Readonly<Record<Place, PanelsSize>> = {
  wide: { width: 1000, columns: 2, panelHeight: 200 },
  narrow: { width: 340, columns: 1, panelHeight: 170 },
};
const togetherSizes: typeof panelSizes = { wide: { width: 1000, columns: 1, panelHeight: 420 }, narrow: { width: 340, columns: 1, panelHeight: 300 } };
const looks: readonly LineLook[] = ['series-1', 'series-2', 'series-3', 'series-4'];

export function showPanels(numbers: DeskNumbers, place: Place): ShownView {
  const isTogether = numbers.state.view === 'together';
  const seasons = numbers.state.season === 'on' ? seasonOf(numbers) : null;
  const input = inputOver(numbers, isTogether ? [togetherPanel(numbers)] : numbers.groups.map((group) => ({ ...panelOf(numbers, group), ...seasonIn(seasons, group) })));
  const layout = layoutPanels(input, (isTogether ? togetherSizes : panelSizes)[place]);
  return {
    ...overDays(numbers, layout),
    readingOf: (index) => readingOf(numbers, index, (group) => `${group.name} ${dayWords(numbers, group, index)}`),
    records: () => recordsOver(numbers, (group, index) => [recordOf(numbers, group, index), ...(seasons === null ? [] : seasonRecords(numbers, group, index, seasons.get(group.group)))]),
  };
}

function seasonIn(seasons: ReadonlyMap<string, Season> | null, { group }: GroupNumbers): Pick<PanelInput, 'season'> {
  const season = seasons?.get(group);
  return season === undefined ? {} : { season };
}

/** A group in a panel of its own. */
export function panelOf(numbers: DeskNumbers, group: GroupNumbers): PanelInput {
  return { title: group.name, lines: [lineOf(numbers, group, 'series-1', (group.values.at(-1) ?? null) === null ? '' : endWords(numbers, group))], thresholds: thresholdsOf(numbers, group) };
}

function lineOf({ days }: DeskNumbers, { values, daily, corrected }: GroupNumbers, look: LineLook, endLabel: string): PanelInput['lines'][number] {
  return { look, xs: days, values, known: daily, corrected, endLabel };
}

/** All groups in one panel, each named at its last number, wherever that is; thresholds where all have the same. */
function togetherPanel(numbers: DeskNumbers): PanelInput {
  const { groups } = numbers;
  const thresholds = groups.map((group) => thresholdsOf(numbers, group));
  const isSame = thresholds.every((one) => JSON.stringify(one) === JSON.stringify(thresholds[0]));
  return {
    title: '',
    lines: groups.map((group, index) => lineOf(numbers, group, looks[index] ?? 'context', namedEnd(group.name, endWords(numbers, group)))),
    thresholds: isSame ? (thresholds[0] ?? []) : [],
  };
}

/** A line without any number has no end to be named at. */
function namedEnd(name: string, words: string): string {
  return words === '' ? '' : `${name} ${words}`;
}

function thresholdsOf({ state, start, end }: DeskNumbers, { thresholds }: GroupNumbers): PanelInput['thresholds'] {
  return drawnThresholds(thresholds[state.unit], start, end);
}

/** The thresholds of the groups in view that hold on the days shown, in one unit, with the dates from which they hold. */
export function thresholdWords({ groups, settings, start, end, component }: DeskNumbers, unit: 'days' | 'stock'): readonly string[] {
  return thresholdSentences(linesOf(groups, unit), { from: start, to: end, unit: unit === 'days' ? say(settings, 'unit.days') : component.unitWord }, sayIn(settings));
}

function linesOf(groups: DeskNumbers['groups'], unit: 'days' | 'stock') {
  return groups.map(({ name, thresholds }) => ({ name, lines: thresholds[unit] }));
}

function sayIn({ words }: DeskSettings): Parameters<typeof thresholdSentences>[2] {
  return (key, values) => filled(words[key], values);
}

/** Alerts and events of the days shown, with the changes of the thresholds that are drawn. */
function notesOf(numbers: DeskNumbers, hasThresholds: boolean) {
  const { component, settings, groups, start, end, state } = numbers;
  const isLong = end - start > settings.longSpanDays;
  const notes = component.notes
    .filter(({ x, isMajor }) => x >= start && x <= end && (isMajor || !isLong))
    .map((note) => ({ ...note, isBreak: isBreakIn(note.breaks, unitOf(numbers) === 'days') }));
  if (!hasThresholds) return notes;
  return withThresholdChanges(notes, thresholdChanges(linesOf(groups, state.unit), { from: start, to: end, unit: unitWordOf(numbers) }, sayIn(settings)));
}

/** Panels with the days of the view, the notes and bands within them, and a legend of what is drawn. */
export function inputOver(numbers: DeskNumbers, panels: readonly PanelInput[], further: readonly DeskWord[] = []): PanelsInput {
  const { component, settings, start, end, state } = numbers;
  const bands = component.bands.filter((band) => band.to >= start && band.from <= end);
  const hasThresholds = panels.some(({ thresholds }) => thresholds.some(({ steps }) => steps.length > 0));
  const events: PanelsInput['events'] = notesOf(numbers, hasThresholds);
  const parts: DeskWord[] = [
    ...further,
    ...gapWords(numbers, panels.length === 1 && numbers.groups.length > 1),
    ...(hasThresholds ? ['legend.threshold' as const] : []),
    ...(bands.length > 0 ? ['legend.band' as const] : []),
    ...(events.some(({ isBreak }) => isBreak) ? ['legend.break' as const] : []),
    ...(hasCorrected(panels) ? ['legend.corrected' as const] : []),
    ...(panels.some(({ season }) => season?.median.some((value) => value !== null)) ? ['legend.season' as const] : []),
  ];
  return {
    label: sentenceOf(numbers),
    panels,
    from: start,
    to: end,
    unit: unitWordOf(numbers),
    least: component.unit === 'percent' ? 100 : 1,
    bands,
    events,
    xTicks: ticks(start, end),
    emptyLabel: say(settings, 'empty'),
    isHatched: true,
    legend: [...(hasThresholds ? thresholdWords(numbers, state.unit) : []), ...legendOf(numbers, parts.map((word) => say(settings, word)))],
    source: settings.source,
  };
}

/** What hatching and breaks mean, of those that are drawn: with the groups in one panel a day is hatched where none has a number, and a line also breaks on days of its own. */
function gapWords({ groups }: DeskNumbers, isTogether: boolean): readonly DeskWord[] {
  if (!isTogether) return groups.some(({ daily }) => daily.includes(null)) ? ['legend.gap'] : [];
  let [hasHatch, hasBreak] = [false, false];
  const count = groups[0]?.daily.length ?? 0;
  for (let index = 0; index < count && !(hasHatch && hasBreak); index += 1) {
    let missing = 0;
    for (let at = 0; at < groups.length; at += 1) if ((groups[at]?.daily[index] ?? null) === null) missing += 1;
    if (missing === groups.length) hasHatch = true;
    else if (missing > 0) hasBreak = true;
  }
  return [...(hasHatch ? (['legend.gapAll'] as const) : []), ...(hasBreak ? (['legend.breaks'] as const) : [])];
}

/** Whether a corrected day is drawn. */
export function hasCorrected(panels: readonly PanelInput[]): boolean {
  return panels.some(({ lines }) => lines.some(({ xs, values, corrected }) => corrected !== undefined && corrected.size > 0 && xs.some((day, index) => corrected.has(day) && (values[index] ?? null) !== null)));
}

/** The parts in one sentence; none without parts. */
export function legendOf({ settings }: DeskNumbers, parts: readonly string[]): readonly string[] {
  const words = parts.join(say(settings, 'legend.comma'));
  return words === '' ? [] : [say(settings, 'legend', { parts: words.slice(0, 1).toUpperCase() + words.slice(1) })];
}

/** Years, months, half-months or days, as the span has room for. */
function ticks(from: number, to: number): PanelsInput['xTicks'] {
  const span = to - from;
  if (span > 800) return yearStarts(from, to).map((x) => ({ x, label: dateOfDay(x).slice(0, 4) }));
  const [isTick, labelOf]: readonly [(date: string) => boolean, (date: string) => string] =
    span > 120 ? [(date) => date.endsWith('-01'), (date) => date.slice(0, 7)] : [(date) => span <= 31 || /-(?:01|15)$/.test(date), (date) => date.slice(5)];
  return Array.from({ length: span + 1 }, (_, index) => ({ x: from + index, date: dateOfDay(from + index) }))
    .filter(({ date }) => isTick(date))
    .map(({ x, date }) => ({ x, label: labelOf(date) }));
}

/** The first days of the years that begin between two days. */
function yearStarts(from: number, to: number): readonly number[] {
  const first = Number(dateOfDay(from).slice(0, 4));
  const last = Number(dateOfDay(to).slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => dayNumber(`${first + index}-01-01`)).filter((day) => day >= from);
}

/** What all views over days share: a place is a day, and a brush chooses days. */
export function overDays(numbers: DeskNumbers, layout: PanelsLayout): Omit<ShownView, 'readingOf' | 'records'> {
  const count = numbers.end - numbers.start + 1;
  return {
    ...overPlaces(layout, count),
    numbers,
    daysBetween: (first, last) => ({ from: dateOfDay(numbers.start + first), to: dateOfDay(numbers.start + last) }),
    extraColumns: [],
  };
}

/** Places side by side in every panel, from its left to its right end. */
export function overPlaces(layout: PanelsLayout, count: number): Pick<ShownView, 'width' | 'drawing' | 'count' | 'indexAt' | 'dragFrom' | 'cursorAt'> {
  const plots = layout.panels.map(({ plot, flow }) => ({ ...plot, bottom: flow === null ? plot.y + plot.height : flow.plot.y + flow.plot.height }));
  const lastIndex = Math.max(1, count - 1);
  const plotAt = (x: number, y: number): (typeof plots)[number] | undefined => plots.find((one) => x >= one.x - 8 && x <= one.x + one.width + 8 && y >= one.y - 20 && y <= one.bottom + 20);
  const placeIn = (plot: (typeof plots)[number], x: number): number => Math.max(0, Math.min(count - 1, Math.round(((x - plot.x) / plot.width) * lastIndex)));
  return {
    width: layout.width,
    drawing: drawPanels(layout),
    count,
    indexAt(x, y) {
      const plot = plotAt(x, y);
      return plot === undefined ? null : placeIn(plot, x);
    },
    dragFrom(beganX, beganY) {
      const plot = plotAt(beganX, beganY);
      return plot === undefined ? null : (x) => placeIn(plot, x);
    },
    cursorAt: (index, begun) =>
      plots
        .map((plot) => {
          const xOf = (at: number): number => plot.x + (count === 1 ? 0.5 : at / lastIndex) * plot.width;
          return `M${xOf(index)} ${plot.y}V${plot.bottom}${begun === null ? '' : `H${xOf(begun)}V${plot.y}Z`}`;
        })
        .join(''),
  };
}

/** `2024-02-10 · A 型 5.1 天 · …`. */
export function readingOf(numbers: DeskNumbers, index: number, wordsOf: (group: GroupNumbers) => string): string {
  return [dateOfDay(numbers.start + index), ...numbers.groups.map(wordsOf)].join(' · ');
}

/** The records of every day, group by group within a day. */
export function recordsOver(numbers: DeskNumbers, recordsOf: (group: GroupNumbers, index: number) => readonly ViewRecord[]): readonly ViewRecord[] {
  return Array.from({ length: numbers.end - numbers.start + 1 }, (_, index) => numbers.groups.flatMap((group) => recordsOf(group, index))).flat();
}

export function recordOf(numbers: DeskNumbers, of: GroupNumbers, index: number): ViewRecord {
  const { group, values } = of;
  const { state, start } = numbers;
  return {
    date: dateOfDay(start + index),
    group,
    measure: state.unit === 'days' ? 'days_of_supply' : 'stock',
    unit: unitOf(numbers),
    value: values[index] ?? null,
    meanOfDays: state.by === 'week' ? meanDays : 1,
    missing: (values[index] ?? null) === null ? missingReason(numbers, of, index) : '',
    extra: [],
  };
}

function seasonRecords(numbers: DeskNumbers, { group }: GroupNumbers, index: number, season: Season | undefined): readonly ViewRecord[] {
  const bounds = [['season_p10', season?.low], ['season_median', season?.median], ['season_p90', season?.high]] as const;
  return bounds.map(([measure, values]) => ({ date: dateOfDay(numbers.start + index), group, measure, unit: unitOf(numbers), value: values?.[index] ?? null, meanOfDays: meanDays, missing: (values?.[index] ?? null) === null ? 'few_years' : '', extra: [] }));
}
