/** A clause that data names has to exist in the policy library. */
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';

export const check: NamedCheck = {
  code: 'unknown_clause',
  title: { zh: '引用的条款在政策库里存在', en: 'Every clause that is named exists in the policy library' },
  tables: ['thresholds', 'targets', 'benefits', 'waiver-tiers', 'eligibility', 'events'],
  start: (context) => ({
    visit(resource) {
      const clauseAt = columnAt(resource, 'clause');
      return (at) => {
        const clause = at.cells[clauseAt] ?? '';
        if (!clause.includes('#') || context.clauses === null || context.clauses.has(clause)) return;
        context.report('error', cellProblem(at, 'clause', clause,
          { zh: `政策库里没有条款“${clause}”。`, en: `The policy library has no clause "${clause}".` },
          { zh: '检查文件代号和条款编号；条款编号见政策页面的锚点。', en: 'Check the policy and the clause id; the policy page shows the ids.' }));
      };
    },
  }),
};
