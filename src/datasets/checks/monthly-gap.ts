/** Months without a row inside a monthly series. */
import { addMonths, firstDayOfMonth, monthOf } from '#src/domain/calendar.ts';
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';

/** Columns that tell the series of a table apart. */
const seriesColumns: Readonly<Record<string, readonly string[]>> = {
  'blood-ledger': ['station', 'component', 'unit'],
  donations: ['region'],
  'fee-waivers': ['region'],
};

export const check: NamedCheck = {
  code: 'monthly_gap',
  title: { zh: '每月数据中间缺的月份（提醒）', en: 'Months missing from a monthly series (a warning)' },
  tables: Object.keys(seriesColumns),
  start(context) {
    const months = new Map<string, Map<string, Parameters<typeof cellProblem>[0]>>();
    return {
      visit(resource) {
        const monthAt = columnAt(resource, 'month');
        return (at) => {
          const names = seriesColumns[resource.name] ?? [];
          const series = [resource.name, ...names.map((name) => at.cells[columnAt(resource, name)] ?? '')].join('/');
          const seen = months.get(series) ?? new Map();
          seen.set(at.cells[monthAt] ?? '', at);
          months.set(series, seen);
        };
      },
      end() {
        for (const [series, seen] of months) {
          const present = [...seen.keys()].toSorted();
          for (const [index, month] of present.entries()) {
            const before = present[index - 1];
            const at = seen.get(month);
            if (before === undefined || at === undefined) continue;
            const expected = monthOf(addMonths(firstDayOfMonth(before), 1));
            if (expected === month) continue;
            const last = monthOf(addMonths(firstDayOfMonth(month), -1));
            context.report('warning', cellProblem(at, 'month', month,
              { zh: `${series}：缺 ${expected} 至 ${last}。`, en: `${series}: ${expected} to ${last} are missing.` },
              { zh: '有数据就补上；确实没有，就这样公布。', en: 'Put the data in if there is any; otherwise it is published as a gap.' }));
          }
        }
      },
    };
  },
};
