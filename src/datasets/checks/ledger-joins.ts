/** The months of the blood ledger join: a month opens with what the month before closed with. */
import { addMonths, firstDayOfMonth, monthOf } from '#src/domain/calendar.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { cellProblem, type NamedCheck } from '../named-check.ts';

export const check: NamedCheck = {
  code: 'ledger_joins',
  title: { zh: '本月期初等于上月期末', en: 'A month opens with the closing of the month before' },
  tables: ['blood-ledger'],
  start: (context) => ({
    end() {
      const rows = context.located('blood-ledger');
      const closings = new Map(rows.map(({ value }) => [[value.month, value.station, value.component, value.unit].join('/'), value.closing]));
      for (const { at, value } of rows) {
        const before = monthOf(addMonths(firstDayOfMonth(value.month), -1));
        const closing = closings.get([before, value.station, value.component, value.unit].join('/'));
        if (closing === undefined || !isMeasured(closing) || !isMeasured(value.opening) || closing === value.opening) continue;
        context.report('error', cellProblem(at, 'opening', String(value.opening),
          { zh: `${value.month} ${value.station} ${value.component}：期初 ${value.opening}，上月期末是 ${closing}。`, en: `${value.month} ${value.station} ${value.component}: opens with ${value.opening}, but the month before closed with ${closing}.` },
          { zh: '让期初与上月期末一致，差额写进相应的列。', en: 'Make both the same and put the difference where it belongs.' }));
      }
    },
  }),
};
