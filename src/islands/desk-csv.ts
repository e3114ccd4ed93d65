/** A view as CSV: exactly its numbers, one line each; UTF-8 with BOM for Excel. */
import type { ShownView } from './desk-view.ts';

/** More digits only show what floating point adds. */
const significant = 14;

/** Numbers as they are computed, not rounded; a missing value is an empty cell, and `missing` says why. */
export function csvOf(view: ShownView): string {
  const { component, station, settings } = view.numbers;
  const marks = settings.demonstration === '' ? [] : [settings.demonstration];
  const header = ['date', 'station', 'component', 'group', 'measure', 'unit', 'value', 'mean_of_days', 'missing', ...view.extraColumns, 'source', 'as_of', 'release', ...(marks.length === 0 ? [] : ['demonstration'])];
  const rows = view
    .records()
    .map(({ date, group, measure, unit, value, meanOfDays, missing, extra }) => [
      date, station.station, component.component, group, measure, unit,
      typeof value === 'number' ? String(Number(value.toPrecision(significant))) : (value ?? ''),
      meanOfDays === null ? '' : String(meanOfDays),
      missing, ...extra, settings.source, station.to, settings.release, ...marks,
    ]);
  return `\uFEFF${[header, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
