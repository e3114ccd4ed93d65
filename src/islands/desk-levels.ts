/** The view of levels as a calendar: a row a year, of short spans a row a month. */
import { dateOfDay, dayNumber } from '#src/domain/calendar.ts';
import { dayInYear, placesInYear, yearDayOf } from '#src/domain/year-day.ts';
import { drawCalendar, layoutCalendar } from '#src/charts/level-calendar.ts';
import type { Rectangle } from '#src/charts/hatch.ts';
import type { CalendarInput, CalendarMark, CalendarRow } from '#src/charts/level-calendar.ts';
import { formatDate } from '#src/i18n/format.ts';
import { missingWords, sentenceOf } from './desk-numbers.ts';
import type { DeskNumbers, GroupNumbers } from './desk-numbers.ts';
import { legendOf, readingOf, recordsOver, thresholdWords } from './desk-panels.ts';
import { say } from './desk-settings.ts';
import type { Place, ShownView } from './desk-view.ts';

/** Longer spans have a row a year. */
const longestMonths = 400;
const marks: readonly CalendarMark[] = ['normal', 'low', 'short', 'critical', 'unjudged', 'missing'];
const sizes = { wide: { width: 1000, columns: 2, rowHeight: 20 }, narrow: { width: 340, columns: 1, rowHeight: 18 } } as const;

/** Where a day stands. */
interface Cell {
  readonly row: string;
  readonly place: number;
}

export function showLevels(numbers: DeskNumbers, size: Place): ShownView {
  const { start, end, groups, settings } = numbers;
  const isYears = end - start > longestMonths;
  const cells = Array.from({ length: end - start + 1 }, (_, index) => cellOf(start + index, isYears));
  const rows = [...new Set(cells.map(({ row }) => row))];
  const markOf = (group: GroupNumbers, index: number): CalendarMark => group.levels[index]?.level ?? ((group.stock[index] ?? null) === null ? 'missing' : 'unjudged');
  const panels = groups.map((group) => ({ title: group.name, rows: rowsOf(cells, rows, (index) => markOf(group, index)) }));
  const used = new Set(panels.flatMap((panel) => panel.rows.flatMap(({ runs }) => runs.map(({ mark }) => mark))));
  const input: CalendarInput = {
    label: sentenceOf(numbers),
    panels,
    places: isYears ? placesInYear : 31,
    xTicks: isYears ? yearTicks(settings.locale === 'zh') : [1, 5, 10, 15, 20, 25].map((day) => ({ place: day - 1, label: String(day) })),
    key: marks.filter((mark) => used.has(mark)).map((mark) => ({ mark, label: say(settings, `level.${mark}`) })),
    emptyLabel: say(settings, 'empty'),
    legend: [...computedWith(numbers), ...legendOf(numbers, [say(settings, 'legend.levels'), ...statedBy(numbers)])],
    source: settings.source,
  };
  const layout = layoutCalendar(input, sizes[size]);
  const { step, rowHeight } = layout;
  return {
    numbers,
    width: layout.width,
    drawing: drawCalendar(layout),
    count: cells.length,
    indexAt(x, y) {
      const plot = plotAt(x, y);
      return plot === null ? null : dayIn(rows[Math.floor((y - plot.y) / rowHeight)], placeIn(plot, x));
    },
    dragFrom(beganX, beganY) {
      const plot = plotAt(beganX, beganY);
      if (plot === null) return null;
      return (x, y) => {
        const row = rows[Math.max(0, Math.min(rows.length - 1, Math.floor((y - plot.y) / rowHeight)))] ?? '';
        // A short month ends before its row does.
        return dayIn(row, placeIn(plot, x)) ?? cells.findLastIndex((cell) => cell.row === row);
      };
    },
    indexBeside(index, direction) {
      const cell = cells[index];
      return cell === undefined ? null : dayIn(rows[rows.indexOf(cell.row) + direction], cell.place);
    },
    cursorAt: (index) => {
      const cell = cells[index] ?? { row: '', place: 0 };
      const width = Math.max(3, step);
      return layout.panels.map(({ plot }) => `M${plot.x + (cell.place + 0.5) * step - width / 2} ${plot.y + rows.indexOf(cell.row) * rowHeight}h${width}v${rowHeight}h${-width}Z`).join('');
    },
    readingOf: (index) => readingOf(numbers, index, (group) => `${group.name} ${markOf(group, index) === 'missing' ? missingWords(numbers, group.missing.get(start + index) ?? '') : say(settings, `level.${markOf(group, index)}`)}`),
    daysBetween: (first, last) => ({ from: dateOfDay(start + first), to: dateOfDay(start + last) }),
    records: () =>
      recordsOver(numbers, (group, index) => {
        const found = group.levels[index] ?? null;
        return [{ date: dateOfDay(start + index), group: group.group, measure: 'level', unit: '', value: found?.level ?? null, meanOfDays: null, missing: found !== null ? '' : markOf(group, index) === 'unjudged' ? 'no_level' : (group.missing.get(start + index) ?? ''), extra: [found?.by ?? ''] }];
      }),
    extraColumns: ['level_by'],
  };

  function plotAt(x: number, y: number): Rectangle | null {
    return layout.panels.find(({ plot }) => x >= plot.x - 4 && x <= plot.x + plot.width + 4 && y >= plot.y && y <= plot.y + plot.height)?.plot ?? null;
  }

  function placeIn(plot: Rectangle, x: number): number {
    return Math.max(0, Math.min(input.places - 1, Math.floor((x - plot.x) / step)));
  }

  /** The day at a place of a row, the nearest one shown; null where the row is none. */
  function dayIn(row: string | undefined, place: number): number | null {
    if (row === undefined) return null;
    const day = isYears ? dayInYear({ year: Number(row), place }) : dayNumber(`${row}-01`) + place;
    const index = Math.max(0, Math.min(cells.length - 1, day - start));
    return cells[index]?.row === row ? index : null;
  }
}

function cellOf(day: number, isYears: boolean): Cell {
  if (isYears) {
    const { year, place } = yearDayOf(day);
    return { row: String(year), place };
  }
  const date = dateOfDay(day);
  return { row: date.slice(0, 7), place: Number(date.slice(8)) - 1 };
}

/** The rows with their days drawn together where the mark stays the same. */
function rowsOf(cells: readonly Cell[], labels: readonly string[], markAt: (index: number) => CalendarMark): readonly CalendarRow[] {
  const rows = labels.map((label) => ({ label, runs: [] as { from: number; to: number; mark: CalendarMark }[] }));
  // Days come in order, and so do the rows.
  let at = 0;
  let last: { from: number; to: number; mark: CalendarMark } | undefined;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell === undefined) continue;
    if (cell.row !== labels[at]) {
      at += 1;
      last = undefined;
    }
    const mark = markAt(index);
    // In a year without one, the place of 29 February goes on with what stands before it.
    if (last !== undefined && last.mark === mark && cell.place - last.to <= 2) last.to = cell.place;
    else rows[at]?.runs.push((last = { from: cell.place, to: cell.place, mark }));
  }
  return rows;
}

function yearTicks(isChinese: boolean): CalendarInput['xTicks'] {
  return ['01', '03', '05', '07', '09', '11'].map((month) => ({
    place: yearDayOf(dayNumber(`2024-${month}-01`)).place,
    label: isChinese ? `${Number(month)}月` : formatDate(`2024-${month}`, 'en').slice(0, 3),
  }));
}

/** The thresholds, where any level was computed with them. */
function computedWith(numbers: DeskNumbers): readonly string[] {
  const isComputed = numbers.groups.some(({ levels }) => levels.some((one) => one?.by === 'portal'));
  if (!isComputed) return [];
  const inDays = thresholdWords(numbers, 'days');
  return inDays.length > 0 ? inDays : thresholdWords(numbers, 'stock');
}

function statedBy({ groups, settings }: DeskNumbers): readonly string[] {
  const by = new Set(groups.flatMap(({ levels }) => levels.flatMap((one) => one?.by ?? [])));
  return by.size === 0 ? [] : [say(settings, by.size === 2 ? 'legend.levels.both' : by.has('publisher') ? 'legend.levels.publisher' : 'legend.levels.portal')];
}
