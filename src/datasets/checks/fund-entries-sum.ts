/** The entries of a period add up to its stated receipts and disbursements, to the fen, and every entry lies in a period. */
import { cellProblem, type NamedCheck } from '../named-check.ts';
import { fundPeriods, sumFen, yuan } from './fund-accounts.ts';

export const check: NamedCheck = {
  code: 'fund_entries_sum',
  title: { zh: '每期明细之和等于该期收入、支出合计', en: 'The entries of a period add up to its receipts and disbursements' },
  tables: ['fund-entries', 'fund-balances'],
  start: (context) => ({
    end() {
      if (!context.has('fund-entries') || !context.has('fund-balances')) return;
      const periods = fundPeriods(context);
      for (const { balance: { at, value }, entries } of periods) {
        for (const [direction, column, stated, zh, en] of [
          ['receipt', 'receipts_yuan', value.receiptsFen, '收入', 'receipts'],
          ['disbursement', 'disbursements_yuan', value.disbursementsFen, '支出', 'disbursements'],
        ] as const) {
          const found = sumFen(entries, direction);
          if (found === stated) continue;
          context.report('error', cellProblem(at, column, yuan(stated),
            { zh: `${value.fund} ${value.periodStart}：明细${zh}合计 ${yuan(found)}，结余表写 ${yuan(stated)}，差 ${yuan(stated - found)} 元。`, en: `${value.fund} ${value.periodStart}: the entries' ${en} add up to ${yuan(found)}, the balance says ${yuan(stated)}, a difference of ${yuan(stated - found)} yuan.` },
            { zh: '在 fund-entries.csv 中找出多记、漏记或日期跨期的一笔。', en: 'Look in fund-entries.csv for an entry too many, too few or in the wrong period.' }));
        }
      }
      const covered = new Set(periods.flatMap(({ entries }) => entries.map(({ at }) => at)));
      for (const { at, value } of context.located('fund-entries')) {
        if (covered.has(at)) continue;
        context.report('error', cellProblem(at, 'date', value.date,
          { zh: `${value.fund} 没有包含这一天的期间，这一笔不在任何账里。`, en: `${value.fund} has no period that holds this day, so the entry is in no account.` },
          { zh: '改正日期，或在 fund-balances.csv 中加上这一期。', en: 'Correct the date, or add the period to fund-balances.csv.' }));
      }
    },
  }),
};
