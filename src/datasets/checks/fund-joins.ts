/** The periods of a fund join: one begins the day after the other ends, with the same balance. */
import { addDays } from '#src/domain/calendar.ts';
import { cellProblem, type NamedCheck } from '../named-check.ts';
import { fundPeriods, yuan } from './fund-accounts.ts';

export const check: NamedCheck = {
  code: 'fund_joins',
  title: { zh: '各期间首尾相接，本期期初等于上期期末', en: 'Periods join, and each opens with the closing of the one before' },
  tables: ['fund-balances'],
  start: (context) => ({
    end() {
      const periods = fundPeriods(context);
      for (const [index, { balance: { at, value } }] of periods.entries()) {
        const before = periods[index - 1]?.balance.value;
        if (before === undefined || before.fund !== value.fund) continue;
        if (value.periodStart !== addDays(before.periodEnd, 1)) {
          context.report('error', cellProblem(at, 'period_start', value.periodStart,
            { zh: `${value.fund}：上一期到 ${before.periodEnd} 结束，这一期应从次日开始。`, en: `${value.fund}: the period before ends on ${before.periodEnd}; this one should begin on the next day.` },
            { zh: '改正期间，或补上缺的期间。', en: 'Correct the period, or put in the missing one.' }));
        } else if (value.openingFen !== before.closingFen) {
          context.report('error', cellProblem(at, 'opening_yuan', yuan(value.openingFen),
            { zh: `${value.fund} ${value.periodStart}：期初 ${yuan(value.openingFen)}，上期期末 ${yuan(before.closingFen)}，差 ${yuan(value.openingFen - before.closingFen)} 元。`, en: `${value.fund} ${value.periodStart}: opens with ${yuan(value.openingFen)}, the period before closed with ${yuan(before.closingFen)}, a difference of ${yuan(value.openingFen - before.closingFen)} yuan.` },
            { zh: '让期初等于上期期末。', en: 'Make the opening equal to the closing before.' }));
        }
      }
    },
  }),
};
