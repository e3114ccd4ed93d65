/** Thresholds of one selector, unit and date: each level once, and a better level begins higher. */
import { levels } from '#src/domain/blood.ts';
import { cellProblem, type NamedCheck } from '../named-check.ts';

export const check: NamedCheck = {
  code: 'threshold_order',
  title: { zh: '同一组警戒线：正常 > 偏少 > 紧张 > 紧缺，不重叠', en: 'Thresholds of one set descend from normal to critical and do not overlap' },
  tables: ['thresholds'],
  start: (context) => ({
    end() {
      const sets = Map.groupBy(context.located('thresholds'), ({ value }) =>
        [value.station, value.component, value.abo, value.rhd, value.unit, value.validFrom].join('/'));
      for (const set of sets.values()) {
        const ordered = set.toSorted((a, b) => levels.indexOf(a.value.level) - levels.indexOf(b.value.level));
        for (const [index, entry] of ordered.entries()) {
          const better = ordered[index - 1];
          if (better === undefined || entry.value.atOrAbove < better.value.atOrAbove) continue;
          context.report('error', cellProblem(entry.at, 'at_or_above', String(entry.value.atOrAbove),
            { zh: `${entry.value.level} 的下限不低于更好一级 ${better.value.level} 的下限 ${better.value.atOrAbove}，两级重叠。`, en: `${entry.value.level} does not begin below the better level ${better.value.level} (${better.value.atOrAbove}): they overlap.` },
            { zh: '让级别越差，下限越低。', en: 'Let each worse level begin lower.' }));
        }
      }
    },
  }),
};
