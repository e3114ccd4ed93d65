/** Days without a row inside a daily series: they stay gaps, and the operator is told. */
import { dateOfDay, dayNumber } from '#src/domain/calendar.ts';
import type { Text } from '#src/tabular/problem.ts';
import type { CheckedRow } from '#src/tabular/read-table.ts';
import { rowKey } from '#src/tabular/unique-keys.ts';
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';

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
        const from = dateOfDay(last + 1);
        const until = dateOfDay(day - 1);
        if (context.settings.pauses.some((pause) => pause.from <= from && until <= pause.until)) return;
        const days = day - last - 1;
        context.report('warning', cellProblem(at, 'date', date,
          { zh: `${name.zh}：${from} 至 ${until} 缺 ${days} 天。`, en: `${name.en}: ${days} days are missing, ${from} to ${until}.` },
          { zh: '有数据就补上；确实没有，就这样公布，图上会画成空白。', en: 'Put the data in if there is any; otherwise it is published as a gap.' }));
      }
    },
  }),
};
