/** Ids that a table names (stations, regions, sources, funds) have to stand in the table they point to. */
import type { ForeignKey, Resource } from '#src/tabular/data-package.ts';
import type { CheckedRow } from '#src/tabular/read-table.ts';
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';

interface Named {
  readonly key: ForeignKey;
  readonly column: string;
  readonly id: string;
  readonly at: CheckedRow;
}

export const check: NamedCheck = {
  code: 'unknown_id',
  title: { zh: '引用的编号（站点、地区、来源、账户）都在相应的表里', en: 'Every id that is named (station, region, source, fund) stands in its own table' },
  tables: ['*'],
  start(context) {
    const known = new Map<string, Set<string>>();
    const idsOf = (table: string): Set<string> => {
      const ids = known.get(table) ?? new Set(table === 'regions' ? [context.settings.region] : []);
      known.set(table, ids);
      return ids;
    };
    // A table may point to one that is read later, so that small tables are decided at the end.
    const open: Named[] = [];
    const missing = new Set(['', ...(context.resources[0]?.schema.missingValues ?? []).map(({ value }) => value)]);
    /** Whether the id is known; reports it if not. */
    const decide = ({ key, column, id, at }: Named): boolean => {
      if (key.except?.includes(id) || idsOf(key.reference.resource).has(id)) return true;
      const target = key.reference.resource;
      if (!context.isReadable(target)) return true;
      context.report('error', cellProblem(at, column, id,
        { zh: `“${id}”不在 ${target} 表里。`, en: `"${id}" is not in the table ${target}.` },
        { zh: `检查拼写，或在 ${target}.csv 中加上这一行。`, en: `Check the spelling, or add it to ${target}.csv.` }));
      return false;
    };
    /** Takes the id that a row of a small table gives to something; null where rows of the table give none. */
    const noteId = (resource: Resource): ((at: CheckedRow) => void) | null => {
      const [own = '', ...further] = resource.schema.primaryKey;
      if (resource.daily === true || further.length > 0) return null;
      const ids = idsOf(resource.name);
      const ownAt = columnAt(resource, own);
      return (at) => ids.add(at.cells[ownAt] ?? '');
    };
    return {
      // A station with a wrong telephone is a station, and the stock that names it is right.
      visitFaulty: noteId,
      visit(resource) {
        const small = resource.daily !== true;
        const note = noteId(resource);
        const keys = (resource.schema.foreignKeys ?? []).map((key) => {
          const column = key.fields[0] ?? '';
          return { key, column, position: columnAt(resource, column), lastKnown: '' };
        });
        return (at) => {
          note?.(at);
          for (const reference of keys) {
            const { key, column, position } = reference;
            const id = at.cells[position] ?? '';
            // In a daily table the next row mostly names the same station.
            if (id === reference.lastKnown || missing.has(id)) continue;
            if (small) open.push({ key, column, id, at });
            else if (decide({ key, column, id, at })) reference.lastKnown = id;
          }
        };
      },
      end() {
        for (const named of open) decide(named);
      },
    };
  },
};
