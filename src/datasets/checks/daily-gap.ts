/** Days without a row inside a daily series: they stay gaps, and the operator is told. */
import { addDays, daysBetween } from '#src/domain/calendar.ts';
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';
import type { Resource } from '#src/tabular/data-package.ts';
import type { Text } from '#src/tabular/problem.ts';
import type { CheckedRow } from '#src/tabular/read-table.ts';

export const check: NamedCheck = {
  code: 'daily_gap',
  title: { zh: '每日数据中间缺的日子（提醒；缺就是缺，不补）', en: 'Days missing from a daily series (a warning; a gap stays a gap)' },
  tables: ['stock', 'collections', 'issues'],
  start(context) {
    const lastOf = new Map<string, string>();
    /** The gap that the whole table has before the day that is being read: said once and not for each of its series. */
    const wholeGap = new Map<string, string>();
    const announced = ({ from, until }: { from: string; until: string }): boolean => context.settings.pauses.some((pause) => pause.from <= from && until <= pause.until);
    const zero = new Map(Object.entries(context.settings.tables).map(([table, timing]) => [table, timing.absentRow === 'zero']));
    const columnsOf = new Map<string, readonly number[]>();
    const columns = (resource: Resource): readonly number[] => {
      const known = columnsOf.get(resource.name);
      if (known !== undefined) return known;
      // Where an absent row is zero, only a day without any row of the station and component is a gap.
      const names = zero.get(resource.name) === true ? ['station', 'component'] : ['station', 'component', 'abo', 'rhd', 'unit'];
      const found = names.map((name) => columnAt(resource, name));
      columnsOf.set(resource.name, found);
      return found;
    };
    const gapBefore = (series: string, date: string): { from: string; until: string; days: number } | null => {
      const last = lastOf.get(series);
      lastOf.set(series, date);
      if (last === undefined || last >= date) return null;
      const days = daysBetween(last, date) - 1;
      return days > 0 ? { from: addDays(last, 1), until: addDays(date, -1), days } : null;
    };
    return {
      row(resource, at) {
        const date = at.cells[0] ?? '';
        if (lastOf.get(resource.name) !== date) {
          const gap = gapBefore(resource.name, date);
          wholeGap.set(resource.name, gap === null ? '' : gap.from);
          if (gap !== null && !announced(gap)) report(at, date, gap, { zh: '整张表', en: 'the whole table' });
        }
        let series = resource.name;
        for (const position of columns(resource)) series += `/${at.cells[position]}`;
        const gap = gapBefore(series, date);
        if (gap === null || gap.from === wholeGap.get(resource.name)) return;
        const name = series.slice(resource.name.length + 1);
        report(at, date, gap, { zh: name, en: name });
      },
    };

    function report(at: CheckedRow, date: string, { from, until, days }: { from: string; until: string; days: number }, name: Text): void {
      context.report('warning', cellProblem(at, 'date', date,
        { zh: `${name.zh}：${from} 至 ${until} 缺 ${days} 天。`, en: `${name.en}: ${days} days are missing, ${from} to ${until}.` },
        { zh: '有数据就补上；确实没有，就这样公布，图上会画成空白。', en: 'Put the data in if there is any; otherwise it is published as a gap.' }));
    }
  },
};
