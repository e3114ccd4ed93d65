/** The view of years laid over each other: by calendar date, or by the distance from the nearest Spring Festival. */
import { dateOfDay, dayNumber } from '#src/domain/calendar.ts';
import { nearestFestival } from '#src/domain/season-days.ts';
import { dayInYear, placesInYear, yearDayOf } from '#src/domain/year-day.ts';
import { layoutPanels } from '#src/charts/panels.ts';
import type { PanelsInput } from '#src/charts/panels.ts';
import type { LineLook, PanelInput } from '#src/charts/panel.ts';
import { formatDate, formatDayOfYear } from '#src/i18n/format.ts';
import { drawnThresholds } from '#src/i18n/threshold-words.ts';
import { linesOn, numberWords, sentenceOf, unitWordOf, valueWords } from './desk-numbers.ts';
import type { DeskNumbers, GroupNumbers } from './desk-numbers.ts';
import { hasCorrected, legendOf, overPlaces, panelSizes, recordOf, recordsOver, thresholdWords } from './desk-panels.ts';
import { festivalIn, say } from './desk-settings.ts';
import type { Place, ShownView } from './desk-view.ts';

/** A day as its year and its place among the days of all years. */
interface Aligned {
  readonly year: number;
  readonly place: number;
}

/** The days of one year in order. */
interface YearLine {
  readonly places: readonly number[];
  readonly values: readonly (number | null)[];
}
/** Places of values that stand corrected, by year. */
type CorrectedPlaces = ReadonlyMap<number, ReadonlySet<number>>;

/** How many of the latest years are told apart by colour. */
const named = 2;

export function showYears(numbers: DeskNumbers, size: Place): ShownView {
  const { state, start, end, groups } = numbers;
  const isLunar = state.align === 'festival';
  const days = Array.from({ length: end - start + 1 }, (_, index) => alignedDay(numbers, start + index));
  const places = days.map(({ place }) => place);
  const [first, last] = [places.reduce((a, b) => Math.min(a, b)), places.reduce((a, b) => Math.max(a, b))];
  const years = [...new Set(days.map(({ year }) => year))].toSorted((a, b) => a - b);
  const lines = new Map(groups.map((group) => [group.group, linesOf(group, days)]));
  const layout = layoutPanels(inputOf(numbers, groups.map((group) => panelOf(numbers, group, { lines: lines.get(group.group) ?? new Map(), corrected: correctedPlaces(numbers, group, days) }, years, first, last)), years, first, last), panelSizes[size]);
  return {
    ...overPlaces(layout, last - first + 1),
    numbers,
    readingOf: (index) => [placeWords(numbers, first + index), ...groups.map((group) => `${group.name} ${yearsWords(numbers, group, lines.get(group.group) ?? new Map(), years, first + index)}`)].join(' · '),
    daysBetween: () => null,
    records: () =>
      recordsOver(numbers, (group, index) => {
        const { year, place } = days[index] ?? { year: 0, place: 0 };
        const aligned = isLunar ? String(place) : dateOfDay(start + index).slice(5);
        return [{ ...recordOf(numbers, group, index), extra: [isLunar ? 'spring_festival' : 'calendar', String(year), aligned] }];
      }),
    extraColumns: ['aligned_on', 'aligned_year', 'aligned_day'],
  };
}

function alignedDay({ state, settings }: DeskNumbers, day: number): Aligned {
  const calendar = yearDayOf(day);
  if (state.align === 'calendar') return calendar;
  const { year, offsetDays } = nearestFestival(day, calendar.year, (one) => festivalIn(settings, one));
  return { year, place: offsetDays };
}

/** The day that lies at a place of a year. */
function dayAt({ state, settings }: DeskNumbers, year: number, place: number): number {
  return state.align === 'calendar' ? dayInYear({ year, place }) : festivalIn(settings, year) + place;
}

/** `2月29日`, `春节前 12 天`. */
function placeWords({ state, settings }: DeskNumbers, place: number): string {
  if (state.align === 'calendar') return formatDayOfYear(dateOfDay(dayInYear({ year: 2024, place })), settings.locale);
  return say(settings, place < 0 ? 'festival.before' : place > 0 ? 'festival.after' : 'festival.on', { days: Math.abs(place) });
}

function linesOf({ values }: GroupNumbers, days: readonly Aligned[]): ReadonlyMap<number, YearLine> {
  const lines = new Map<number, { places: number[]; values: (number | null)[] }>();
  let ofYear: number | null = null;
  let line: { places: number[]; values: (number | null)[] } = { places: [], values: [] };
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index];
    if (day === undefined) continue;
    if (day.year !== ofYear) {
      ofYear = day.year;
      line = { places: [], values: [] };
      lines.set(ofYear, line);
    }
    line.places.push(day.place);
    line.values.push(values[index] ?? null);
  }
  return lines;
}

/** null where the year has no such day, or nothing on it. */
function valueAt(line: YearLine | undefined, place: number): number | null {
  return line?.values[line.places.indexOf(place)] ?? null;
}

function correctedPlaces({ start }: DeskNumbers, { corrected }: GroupNumbers, days: readonly Aligned[]): CorrectedPlaces {
  const places = new Map<number, Set<number>>();
  if (corrected.size === 0) return places;
  for (const [index, { year, place }] of days.entries()) if (corrected.has(start + index)) places.set(year, (places.get(year) ?? new Set<number>()).add(place));
  return places;
}

/** The latest year dark, the one before coloured, the earlier ones grey behind. */
function panelOf(numbers: DeskNumbers, group: GroupNumbers, { lines, corrected }: { readonly lines: ReadonlyMap<number, YearLine>; readonly corrected: CorrectedPlaces }, years: readonly number[], first: number, last: number): PanelInput {
  const lookOf = (year: number): LineLook => (year === years.at(-1) ? 'series-1' : year === years.at(-2) ? 'series-2' : 'context');
  return {
    title: group.name,
    lines: years.map((year) => {
      const { places, values } = lines.get(year) ?? { places: [], values: [] };
      const last = values.findLastIndex((value) => value !== null);
      // A line ends where its numbers do.
      const end = last < 0 ? values.length : last + 1;
      const isNamed = last >= 0 && years.indexOf(year) >= years.length - named;
      return { look: lookOf(year), xs: places.slice(0, end), values: values.slice(0, end), corrected: corrected.get(year) ?? new Set<number>(), endLabel: isNamed ? String(year) : '' };
    }),
    // Those in force on the last day, over the whole width.
    thresholds: drawnThresholds(group.thresholds[numbers.state.unit], numbers.end, numbers.end).map(({ label, steps }) => ({ label, steps: steps.map(({ at }) => ({ from: first, to: last, at })) })),
  };
}

function inputOf(numbers: DeskNumbers, panels: readonly PanelInput[], years: readonly number[], first: number, last: number): PanelsInput {
  const { state, settings, component } = numbers;
  const [before, latest] = [years.at(-2), years.at(-1) ?? ''];
  const earlier = years.slice(0, -named);
  const yearWords =
    before === undefined
      ? say(settings, 'legend.yearsOne', { last: latest })
      : earlier.length === 0
        ? say(settings, 'legend.yearsTwo', { last: latest, before })
        : say(settings, 'legend.years', { last: latest, before, earlier: earlier.length === 1 ? String(earlier[0]) : `${earlier[0]}–${earlier.at(-1)}` });
  const hasThresholds = panels.some(({ thresholds }) => thresholds.length > 0);
  const parts = [yearWords, ...(state.align === 'festival' ? [say(settings, 'legend.festivalYears')] : []), say(settings, 'legend.breaks'), ...(hasThresholds ? [say(settings, 'legend.thresholdNow', { date: formatDate(state.to, settings.locale) })] : []), ...(hasCorrected(panels) ? [say(settings, 'legend.corrected')] : [])];
  return {
    label: sentenceOf(numbers),
    panels,
    from: first,
    to: last,
    unit: unitWordOf(numbers),
    least: component.unit === 'percent' ? 100 : 1,
    bands: [],
    events: state.align === 'festival' && first <= 0 && last >= 0 ? [{ x: 0, label: '' }] : [],
    xTicks: state.align === 'festival' ? festivalTicks(first, last, say(settings, 'festival')) : monthTicks(settings.locale === 'zh'),
    emptyLabel: say(settings, 'empty'),
    isHatched: false,
    legend: [...(hasThresholds ? thresholdWords(numbers, state.unit) : []), ...legendOf(numbers, parts)],
    source: settings.source,
  };
}

function monthTicks(isChinese: boolean): PanelsInput['xTicks'] {
  const start = dayNumber('2024-01-01');
  return Array.from({ length: placesInYear }, (_, place) => ({ x: place, date: dateOfDay(start + place) }))
    .filter(({ date }) => /-(?:01|03|05|07|09|11)-01$/.test(date))
    .map(({ x, date }) => ({ x, label: isChinese ? `${Number(date.slice(5, 7))}月` : formatDate(date.slice(0, 7), 'en').slice(0, 3) }));
}

/** Every sixty days from the festival, which itself is named. */
function festivalTicks(first: number, last: number, name: string): PanelsInput['xTicks'] {
  const every = 60;
  const ticks: { x: number; label: string }[] = [];
  for (let x = Math.ceil(first / every) * every; x <= last; x += every) ticks.push({ x, label: x === 0 ? name : x > 0 ? `+${x}` : `−${-x}` });
  return ticks;
}

/** `2026年 5.1 天，2025年 4.2 天，此前 3.1–6.0`. */
function yearsWords(numbers: DeskNumbers, group: GroupNumbers, lines: ReadonlyMap<number, YearLine>, years: readonly number[], place: number): string {
  const { settings } = numbers;
  const wordsOf = (year: number): string => {
    const value = valueAt(lines.get(year), place);
    return value === null ? noValueWords(numbers, year, place) : valueWords(numbers, value, linesOn(numbers, group, dayAt(numbers, year, place)));
  };
  const recent = years.slice(-named).toReversed().map((year) => `${say(settings, 'year', { year })} ${wordsOf(year)}`);
  const earlier = years.slice(0, -named).flatMap((year) => {
    const value = valueAt(lines.get(year), place);
    return value === null ? [] : [{ value, lines: linesOn(numbers, group, dayAt(numbers, year, place)) }];
  }).toSorted((a, b) => a.value - b.value);
  const [low, high] = [earlier[0], earlier.at(-1)];
  const range = low === undefined || high === undefined ? [] : [say(settings, 'earlier', { low: numberWords(numbers, low.value, low.lines), high: numberWords(numbers, high.value, high.lines) })];
  return [...recent, ...range].join(say(settings, 'listComma'));
}

/** Why a year has nothing at a place: its day is yet to come, was not chosen, or has no number. */
function noValueWords(numbers: DeskNumbers, year: number, place: number): string {
  const { settings, station, start, end } = numbers;
  const day = dayAt(numbers, year, place);
  return say(settings, day > dayNumber(station.to) ? 'notYet' : day < start || day > end ? 'outside' : 'missing');
}
