/** Days without a row inside a daily series: they stay gaps, and the operator is told. */
import { dateOfDay, dayNumber, type DayNumber } from '#src/domain/calendar.ts';
import { dayKind } from '#src/domain/holidays.ts';
import type { Text } from '#src/tabular/problem.ts';
import type { CheckedRow } from '#src/tabular/read-table.ts';
import { rowKey } from '#src/tabular/unique-keys.ts';
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';
import type { TableTiming } from '../settings.ts';

export const check: NamedCheck = {
  code: 'daily_gap',
  title: { zh: '每日数据中间缺的日子（提醒；缺就是缺，不补）', en: 'Days missing from a daily series (a warning; a gap stays a gap)' },
  tables: ['stock', 'collections', 'issues'],
  start: (context) => ({
    visit(resource) {
      // Where an absent row is zero, only a day without any row of the station and component is a gap.
      const absentIsZero = context.settings.tables[resource.name]?.absentRow === 'zero';
      const columns = absentIsZero ? ['station', 'component'] : ['station', 'component', 'abo', 'rhd', 'unit'];
      const positions = columns.map((name) => columnAt(resource, name));
      const every = context.settings.tables[resource.name]?.every ?? 'P1D';
      const seriesOf = rowKey(positions, resource.schema.fields);
      const lastDayOf = new Map<string | number, number>();
      let date = '';
      let day = 0;
      let dayBefore: number | null = null;
      return (at) => {
        const [rowDate = ''] = at.cells;
        if (rowDate !== date) {
          dayBefore = date === '' ? null : day;
          date = rowDate;
          day = dayNumber(rowDate);
          if (dayBefore !== null && day - dayBefore > 1) reportGap(at, dayBefore, { zh: '整张表', en: 'the whole table' });
        }
        const series = seriesOf(at.cells);
        const last = lastDayOf.get(series);
        if (last === day) return;
        lastDayOf.set(series, day);
        // The gap that the whole table has was said once and is not repeated for each of its series.
        if (last === undefined || day - last <= 1 || last === dayBefore) return;
        const name = positions.map((position) => at.cells[position]).join('/');
        reportGap(at, last, { zh: name, en: name });
      };

      function reportGap(at: CheckedRow, last: number, name: Text): void {
        const days = publicationDays(last + 1, day - 1, every);
        const [first, end] = [days[0], days.at(-1)];
        if (first === undefined || end === undefined) return;
        const [from, until] = [dateOfDay(first), dateOfDay(end)];
        if (context.settings.pauses.some((pause) => pause.from <= from && until <= pause.until)) return;
        context.report('warning', cellProblem(at, 'date', date,
          days.length === 1
            ? { zh: `${name.zh}：缺 ${from} 这一天。`, en: `${name.en}: ${from} is missing.` }
            : { zh: `${name.zh}：${from} 至 ${until} 缺 ${days.length} 天。`, en: `${name.en}: ${days.length} days are missing, ${from} to ${until}.` },
          { zh: '有数据就补上；确实没有，就这样公布，图上会画成空白。', en: 'Put the data in if there is any; otherwise it is published as a gap.' }));
      }
    },
  }),
};

/** The days from one to another on which there should have been a row; none of a table that is published by the month or year. */
function publicationDays(from: DayNumber, until: DayNumber, every: TableTiming['every']): readonly DayNumber[] {
  if (every === 'P1M' || every === 'P1Y') return [];
  const days = Array.from({ length: until - from + 1 }, (_, index) => from + index);
  return every === 'workday' ? days.filter((day) => dayKind(dateOfDay(day)).isWorkday) : days;
}
