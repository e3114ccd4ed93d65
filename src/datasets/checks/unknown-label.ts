/** Codes of categories, programmes and purposes have words, or people would read codes. */
import type { CheckedRow } from '#src/tabular/read-table.ts';
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';

/** Columns that hold codes, with the kind of their label. */
const coded: Readonly<Record<string, readonly (readonly [column: string, kind: string])[]>> = {
  'fund-entries': [['category', 'category'], ['programme', 'programme']],
  'fund-category-totals': [['category', 'category']],
  'fund-budgets': [['category', 'category']],
  transfers: [['purpose', 'purpose']],
};

export const check: NamedCheck = {
  code: 'unknown_label',
  title: { zh: '类别、项目、用途的代码在“词汇”表里有中文（提醒）', en: 'Codes of categories, programmes and purposes have their words in the labels table (a warning)' },
  tables: Object.keys(coded),
  start(context) {
    const open = new Map<string, { at: CheckedRow; column: string; kind: string; code: string }>();
    return {
      visit(resource) {
        return (at) => {
          for (const [column, kind] of coded[resource.name] ?? []) {
            const code = at.cells[columnAt(resource, column)] ?? '';
            if (/^[a-z0-9]/.test(code)) open.set(`${kind}/${code}`, open.get(`${kind}/${code}`) ?? { at, column, kind, code });
          }
        };
      },
      end() {
        const known = new Set(context.located('labels').map(({ value }) => `${value.kind}/${value.code}`));
        for (const [key, { at, column, kind, code }] of open) {
          if (known.has(key)) continue;
          context.report('warning', cellProblem(at, column, code,
            { zh: `代码“${code}”在 labels.csv 中没有文字，页面上只能显示代码。`, en: `The code "${code}" has no words in labels.csv; pages can only show the code.` },
            { zh: `在 labels.csv 中加一行：${kind},${code},中文,英文。`, en: `Add a row to labels.csv: ${kind},${code},Chinese,English.` }));
        }
      },
    };
  },
};
