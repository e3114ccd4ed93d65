/** An entry that alone makes its category of a period and helped very few people: the category's total would tell its amount. */
import { cellProblem, type NamedCheck } from '../named-check.ts';
import { fundPeriods } from './fund-accounts.ts';

export const check: NamedCheck = {
  code: 'few_people_alone',
  title: { zh: '受助人很少的一笔不单独成为一类', en: 'An entry that helped very few people is not a category of its own' },
  tables: ['fund-entries'],
  start: (context) => ({
    end() {
      for (const { balance, entries } of fundPeriods(context)) {
        const groups = Map.groupBy(entries, ({ value }) => `${value.date.slice(0, 4)}|${value.direction}|${value.category}`);
        for (const [only, second] of groups.values()) {
          if (only === undefined || second !== undefined) continue;
          const people = only.value.beneficiaries;
          if (typeof people !== 'number' || people === 0 || people >= context.settings.smallCount) continue;
          context.report('warning', cellProblem(only.at, 'category', only.value.category,
            { zh: `${balance.value.fund} ${balance.value.periodStart} 这一期的这一类只有这一笔，受助人不足 ${context.settings.smallCount} 人；人数和备注不公布，金额却等于该类合计。`, en: `${balance.value.fund} ${balance.value.periodStart}: this category holds this entry alone, which helped fewer than ${context.settings.smallCount} people; count and note are not published, but its amount is the category’s total.` },
            { zh: '并入相近的一类，或与同类的其他支出一起列。', en: 'Put it into a neighbouring category, or state it together with other help.' }));
        }
      }
    },
  }),
};
