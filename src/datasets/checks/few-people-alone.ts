/** A period in which a fund paid for very few people and for nothing else: its stated total is what they received, and no other category can hide it. */
import { cellProblem, type NamedCheck } from '../named-check.ts';
import { areFewTogether } from '#src/domain/few-people.ts';
import { fundPeriods } from './fund-accounts.ts';

export const check: NamedCheck = {
  code: 'few_people_alone',
  title: { zh: '一期的支出不只是给很少几个人的', en: 'A period does not pay for very few people alone' },
  tables: ['fund-entries'],
  start: (context) => ({
    end() {
      const { smallCount } = context.settings;
      for (const { balance, entries } of fundPeriods(context)) {
        for (const group of Map.groupBy(entries, ({ value }) => `${value.date.slice(0, 4)}|${value.direction}`).values()) {
          const counts = group.map(({ value }) => (typeof value.beneficiaries === 'number' ? value.beneficiaries : null));
          const [first] = group;
          if (first === undefined || !areFewTogether(counts, smallCount)) continue;
          context.report('warning', cellProblem(first.at, 'category', first.value.category,
            { zh: `${balance.value.fund} ${balance.value.periodStart} 这一期只帮助了不足 ${smallCount} 人，没有别的支出可以合并；人数和备注不公布，金额却等于该期支出合计。`, en: `${balance.value.fund} ${balance.value.periodStart}: this period helped fewer than ${smallCount} people and paid for nothing else; count and note are not published, but the amount is the period’s total.` },
            { zh: '在 fund-balances.csv 中把这一期与相邻的一期合为一期。', en: 'Make one period of this and the next in fund-balances.csv.' }));
        }
      }
    },
  }),
};
