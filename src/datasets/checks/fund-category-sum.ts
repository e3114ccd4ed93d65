/** The entries of a category add up to the total that the accounts state for it, and every category with entries is stated. */
import { cellProblem, type NamedCheck } from '../named-check.ts';
import { fundPeriods, sumFen, yuan } from './fund-accounts.ts';

export const check: NamedCheck = {
  code: 'fund_category_sum',
  title: { zh: '每期每类明细之和等于账目公布的分类合计', en: 'The entries of each category add up to its stated total' },
  tables: ['fund-entries', 'fund-category-totals'],
  start: (context) => ({
    end() {
      if (!context.has('fund-entries')) return;
      const stated = context.located('fund-category-totals');
      const periods = fundPeriods(context);
      const key = (...parts: readonly string[]): string => parts.join('/');
      const statedKeys = new Set(stated.map(({ value }) => key(value.fund, value.periodStart, value.direction, value.category)));
      const statedPeriods = new Set(stated.map(({ value }) => key(value.fund, value.periodStart)));
      for (const { at, value } of stated) {
        const period = periods.find(({ balance }) => balance.value.fund === value.fund && balance.value.periodStart === value.periodStart);
        if (period === undefined) {
          context.report('error', cellProblem(at, 'period_start', value.periodStart,
            { zh: `${value.fund} 没有从 ${value.periodStart} 开始的期间。`, en: `${value.fund} has no period that begins on ${value.periodStart}.` },
            { zh: '与 fund-balances.csv 的期间保持一致。', en: 'Use the periods of fund-balances.csv.' }));
          continue;
        }
        const found = sumFen(period.entries.filter((entry) => entry.value.category === value.category), value.direction);
        if (found === value.amountFen) continue;
        context.report('error', cellProblem(at, 'amount_yuan', yuan(value.amountFen),
          { zh: `${value.fund} ${value.periodStart} ${value.category}：明细合计 ${yuan(found)}，公布 ${yuan(value.amountFen)}，差 ${yuan(value.amountFen - found)} 元。`, en: `${value.fund} ${value.periodStart} ${value.category}: the entries add up to ${yuan(found)}, the accounts state ${yuan(value.amountFen)}, a difference of ${yuan(value.amountFen - found)} yuan.` },
          { zh: '检查这一类的明细和合计。', en: 'Check the entries and the total of this category.' }));
      }
      for (const { balance, entries } of periods) {
        if (!statedPeriods.has(key(balance.value.fund, balance.value.periodStart))) continue;
        for (const { at, value } of entries) {
          if (statedKeys.has(key(value.fund, balance.value.periodStart, value.direction, value.category))) continue;
          context.report('error', cellProblem(at, 'category', value.category,
            { zh: `${value.fund} ${balance.value.periodStart} 的分类合计里没有 ${value.category}。`, en: `The category totals of ${value.fund} ${balance.value.periodStart} have no ${value.category}.` },
            { zh: '在 fund-category-totals.csv 中加上这一类，或改正类别。', en: 'Add the category to fund-category-totals.csv, or correct it.' }));
        }
      }
    },
  }),
};
