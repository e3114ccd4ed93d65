/** The levels of one threshold set are in one unit; a second unit has a whole set of its own. */
import { cellProblem, type NamedCheck } from '../named-check.ts';

export const check: NamedCheck = {
  code: 'threshold_unit',
  title: { zh: '同一组警戒线用一个单位；另用一个单位就要各级齐全', en: 'The levels of one threshold set are in one unit; a second unit needs all the levels again' },
  tables: ['thresholds'],
  start: (context) => ({
    end() {
      const sets = Map.groupBy(context.located('thresholds'), ({ value }) => [value.station, value.component, value.abo, value.rhd, value.validFrom].join('/'));
      for (const set of sets.values()) {
        const units = [...Map.groupBy(set, ({ value }) => value.unit)].map(([unit, rows]) => ({ unit, rows, levels: new Set(rows.map(({ value }) => value.level)) }));
        const [whole, ...others] = units.toSorted((a, b) => b.levels.size - a.levels.size);
        if (whole === undefined) continue;
        for (const { unit, rows, levels } of others) {
          const [first] = rows;
          if (first === undefined || (whole.levels.size === levels.size && [...levels].every((level) => whole.levels.has(level)))) continue;
          const [stated, wanted] = [[...levels].join(', '), [...whole.levels].join(', ')];
          context.report('error', cellProblem(first.at, 'unit', unit,
            { zh: `这组警戒线有两个单位：${whole.unit} 有 ${wanted}，${unit} 只有 ${stated}，合不成一组。`, en: `This set of thresholds has two units: ${wanted} in ${whole.unit}, but ${stated} in ${unit}; they make no one set.` },
            { zh: `各级都用 ${whole.unit}；如果两个单位都要，各写齐全部级别。`, en: `Put every level in ${whole.unit}; if both units are wanted, state all levels in each.` }));
        }
      }
    },
  }),
};
