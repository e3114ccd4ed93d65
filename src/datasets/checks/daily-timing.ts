/** Every daily table says in portal.json when it is due and what an absent row means. */
import type { NamedCheck } from '../named-check.ts';

export const check: NamedCheck = {
  code: 'daily_timing',
  title: { zh: 'portal.json 写明每张每日表何时发布、缺行是零还是没有数据', en: 'portal.json says for each daily table when it is due and whether an absent row is zero or unknown' },
  tables: ['stock', 'collections', 'issues'],
  start: (context) => ({
    end() {
      for (const { name, daily } of context.resources) {
        if (daily !== true || context.settings.tables[name] !== undefined) continue;
        context.report('warning', {
          file: context.settingsFile, row: null, column: `tables.${name}`, value: null,
          message: {
            zh: `没有写明 ${name} 何时发布、缺行是什么意思：缺行按没有数据处理，${name === 'stock' ? '库存不知道何时到期，等级不上色' : '不知道何时更新'}。`,
            en: `It is not said when ${name} is due and what an absent row means: an absent row is taken as unknown, ${name === 'stock' ? 'stock has no end of validity and levels are shown without colour' : 'and when it is updated is not known'}.`,
          },
          fix: { zh: `在 portal.json 的 tables 中加上 ${name}。`, en: `Add ${name} to "tables" in portal.json.` },
        });
      }
    },
  }),
};
