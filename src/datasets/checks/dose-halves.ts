/** Apheresis platelets come in whole and half doses. */
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';

export const check: NamedCheck = {
  code: 'dose_halves',
  title: { zh: '治疗量只有整数和半个', en: 'Doses are whole or half' },
  tables: ['stock', 'collections', 'issues', 'transfers'],
  start: (context) => ({
    visit(resource) {
      const unitAt = columnAt(resource, 'unit');
      const quantityAt = columnAt(resource, 'quantity');
      return (at) => {
        if (at.cells[unitAt] !== 'dose') return;
        const quantity = at.cells[quantityAt] ?? '';
        if (quantity === '' || Number.isNaN(Number(quantity)) || Number.isInteger(Number(quantity) * 2)) return;
        context.report('error', cellProblem(at, 'quantity', quantity,
          { zh: '治疗量只能是整数或半个（如 12、12.5）。', en: 'Doses are whole or half (12, 12.5).' },
          { zh: '改正数量，或检查单位是否填错。', en: 'Correct the quantity, or check the unit.' }));
      };
    },
  }),
};
