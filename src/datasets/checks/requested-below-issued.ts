/** Hospitals are not issued more than they asked for: where they seem to be, a column is probably wrong. */
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';

export const check: NamedCheck = {
  code: 'requested_below_issued',
  title: { zh: '发放不多于申请（提醒）', en: 'No more is issued than was requested (a warning)' },
  tables: ['issues'],
  start: (context) => ({
    visit(resource) {
      const quantityAt = columnAt(resource, 'quantity');
      const requestedAt = columnAt(resource, 'requested');
      return (at) => {
        const issued = at.cells[quantityAt] ?? '';
        const requested = at.cells[requestedAt] ?? '';
        if (issued === '' || requested === '' || !(Number(requested) < Number(issued))) return;
        context.report('warning', cellProblem(at, 'requested', requested,
          { zh: `申请 ${requested}，发放却有 ${issued}。`, en: `${requested} were requested but ${issued} issued.` },
          { zh: '检查两列是否填反。', en: 'Check whether the columns are swapped.' }));
      };
    },
  }),
};
