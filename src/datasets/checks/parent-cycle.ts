/** No region or station lies in itself, directly or around several corners. */
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';
import type { CheckedRow } from '#src/tabular/read-table.ts';

export const check: NamedCheck = {
  code: 'parent_cycle',
  title: { zh: '上下级关系不成环', en: 'Nothing lies in itself' },
  tables: ['regions', 'stations'],
  start(context) {
    const trees = new Map<string, Map<string, { parent: string; at: CheckedRow }>>();
    return {
      visit(resource) {
        const parentAt = columnAt(resource, 'parent');
        return (at) => {
          const tree = trees.get(resource.name) ?? new Map();
          tree.set(at.cells[0] ?? '', { parent: at.cells[parentAt] ?? '', at });
          trees.set(resource.name, tree);
        };
      },
      end() {
        for (const tree of trees.values()) {
          for (const [id, { at, parent }] of tree) {
            const seen = new Set([id]);
            let above = parent;
            while (above !== '' && !seen.has(above)) {
              seen.add(above);
              above = tree.get(above)?.parent ?? '';
            }
            if (above !== id) continue;
            context.report('error', cellProblem(at, 'parent', parent,
              { zh: `“${id}”的上级绕回了它自己。`, en: `Going up from "${id}" leads back to itself.` },
              { zh: '改正上级编号；最上级留空。', en: 'Correct the parent; leave it blank at the top.' }));
          }
        }
      },
    };
  },
};
