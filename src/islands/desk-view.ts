/** A chosen view as numbers, drawing, sentence and CSV; knows no page. */
import { dateOfDay, dayNumber } from '#src/domain/calendar.ts';
import { meanDays, sevenDayMeans } from '#src/domain/seven-day-mean.ts';
import type { PanelsInput } from '#src/charts/panels.ts';
import { formatDate, formatNumber, thinSpace } from '#src/i18n/format.ts';
import type { DeskComponent, DeskSettings } from './desk-settings.ts';
import type { DeskState } from './desk-state.ts';
import { valuesBetween } from './history-piece.ts';
import type { Piece } from './history-piece.ts';
import { filled } from './filled.ts';

export interface DeskView {
  readonly state: DeskState;
  readonly component: DeskComponent;
  readonly station: string;
  /** Day number of the first value of every group. */
  readonly start: number;
  readonly groups: readonly { readonly group: string; readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** The numbers of a state: as they are in the file, or the mean of seven days, which also looks at the days before the span. */
export function viewOf(state: DeskState, component: DeskComponent, piece: Piece): DeskView {
  const [start, end] = [dayNumber(state.from), dayNumber(state.to)];
  const groups = component.groups
    .filter(({ group }) => state.groups.includes(group))
    .map(({ group, name }) => {
      const found = piece.groups.get(group);
      const daily = (state.unit === 'days' ? found?.days : found?.stock) ?? [];
      if (state.by === 'day') return { group, name, values: valuesBetween(piece, daily, start, end) };
      return { group, name, values: sevenDayMeans(valuesBetween(piece, daily, start - meanDays + 1, end)).slice(meanDays - 1) };
    });
  return { state, component, station: piece.station, start, groups };
}

function unitOf({ state, component }: DeskView, settings: DeskSettings): string {
  return state.unit === 'days' ? settings.words.daysUnit : component.unitWord;
}

/** `3.2 天`. */
export function valueWords(view: DeskView, value: number | null, settings: DeskSettings): string {
  if (value === null) return settings.words.missing;
  const isDays = view.state.unit === 'days' || view.component.unit === 'days';
  const number = formatNumber(value, view.component.unit === 'ml' && !isDays ? 0 : 1, { fixed: isDays });
  return `${number}${!isDays && view.component.unit === 'percent' && settings.locale === 'zh' ? '' : thinSpace}${unitOf(view, settings)}`;
}

/** What is shown, in words. */
export function sentenceOf(view: DeskView, settings: DeskSettings): string {
  const { words, locale } = settings;
  const { state, component, groups } = view;
  return filled(words.sentence, {
    component: component.name,
    groups: groups.map(({ name }) => name).join(words.listComma),
    from: formatDate(state.from, locale),
    to: formatDate(state.to, locale),
    measure: state.unit === 'days' ? words.measureDays : words.measureStock,
    unit: unitOf(view, settings),
    by: state.by === 'day' ? words.averagedDay : words.averagedWeek,
  });
}

export function panelsOf(view: DeskView, settings: DeskSettings): PanelsInput {
  const { state, component, start } = view;
  const to = dayNumber(state.to);
  const isLong = to - start > settings.longSpanDays;
  const thresholds = new Map(component.groups.map(({ group, thresholds: of }) => [group, of[state.unit]]));
  return {
    label: sentenceOf(view, settings),
    panels: view.groups.map(({ group, name, values }) => ({
      title: name,
      points: values.map((value, index) => ({ x: start + index, value })),
      thresholds: (thresholds.get(group) ?? []).map(({ label, steps }) => ({
        label,
        steps: steps.filter((step) => step.to >= start && step.from <= to).map((step) => ({ ...step, from: Math.max(step.from, start), to: Math.min(step.to, to) })),
      })),
      endLabel: (values.at(-1) ?? null) === null ? '' : valueWords(view, values.at(-1) ?? null, settings),
    })),
    from: start,
    to,
    unit: unitOf(view, settings),
    least: component.unit === 'percent' ? 100 : 1,
    bands: component.bands,
    events: component.notes.filter(({ x, isMajor }) => x >= start && x <= to && (isMajor || !isLong)),
    xTicks: ticks(start, to),
    emptyLabel: settings.words.empty,
    legend: component.legends[state.unit],
    source: settings.source,
  };
}

/** Years, months or half-months, as the span has room for. */
function ticks(from: number, to: number): PanelsInput['xTicks'] {
  const span = to - from;
  const found: { x: number; label: string }[] = [];
  for (let x = from; x <= to; x += 1) {
    const date = dateOfDay(x);
    if (span > 800 ? date.endsWith('-01-01') : span > 120 ? date.endsWith('-01') : /-(?:01|15)$/.test(date)) {
      found.push({ x, label: span > 800 ? date.slice(0, 4) : span > 120 ? date.slice(0, 7) : date.slice(5) });
    }
  }
  return found;
}

/** The numbers of one day, in words: `2024-02-10 · A 型 5.1 天 · …`. */
export function readingOf(view: DeskView, index: number, settings: DeskSettings): string {
  return [dateOfDay(view.start + index), ...view.groups.map(({ name, values }) => `${name} ${valueWords(view, values[index] ?? null, settings)}`)].join(' · ');
}

/** Exactly the numbers of the view, one line a day and group, at most four decimals; UTF-8 with BOM for Excel. */
export function csvOf(view: DeskView, settings: DeskSettings): string {
  const { state, component, station, start, groups } = view;
  const unit = state.unit === 'days' ? 'days' : component.unit;
  const marks = settings.demonstration === '' ? [] : [settings.demonstration];
  const header = ['date', 'station', 'component', 'group', 'unit', 'value', 'mean_of_days', 'source', 'as_of', ...(marks.length === 0 ? [] : ['demonstration'])];
  const rows = Array.from({ length: dayNumber(state.to) - start + 1 }, (_, index) =>
    groups.map(({ group, values }) => {
      const value = values[index] ?? null;
      const number = value === null ? '' : String(Number(value.toFixed(4)));
      return [dateOfDay(start + index), station, component.component, group, unit, number, state.by === 'week' ? String(meanDays) : '1', settings.source, component.to, ...marks];
    }),
  ).flat();
  return `\uFEFF${[header, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
