/** A target has comparator and value or neither, and one that no number could miss is none. */
import { isMeasured } from '#src/domain/missing.ts';
import { cellProblem, type NamedCheck } from '../named-check.ts';

/** Units whose shares cannot be above this; indicators that compare two amounts can. */
const whole: Readonly<Record<string, number>> = { percent: 100, '‰': 1000 };

export const check: NamedCheck = {
  code: 'target_number',
  title: { zh: '目标的比较和目标值同填同空；不可能达不到的不是目标', en: 'A target has comparator and value or neither; what cannot be missed is no target' },
  tables: ['targets'],
  start: (context) => ({
    end() {
      for (const { at, value: target } of context.located('targets')) {
        const { comparator, value } = target;
        if ((comparator === null) === isMeasured(value)) {
          context.report('error', cellProblem(at, comparator === null ? 'comparator' : 'value', null,
            { zh: '比较和目标值只填了一个。', en: 'Only one of comparator and value is filled in.' },
            { zh: '条款写了数的，两格都填；没有写数的，两格都留空。', en: 'Fill in both where the clause names a number, and neither where it names none.' }));
        } else if (isMeasured(value) && cannotFail(target.indicator, comparator, value, target.unit)) {
          context.report('error', cellProblem(at, 'value', String(value),
            { zh: `“${comparator ?? ''} ${value}”不可能达不到，对照不出结论。`, en: `"${comparator ?? ''} ${value}" cannot be missed, so that nothing can be judged by it.` },
            { zh: '条款没有写数的，比较和目标值都留空：页面列出实际的数，不下结论。', en: 'Where the clause names no number leave comparator and value blank: the page then lists the number and does not judge.' }));
        }
      }
    },
  }),
};

/** No indicator can be below nothing, and no share above the whole. */
function cannotFail(indicator: string, comparator: '>=' | '<=' | null, value: number, unit: string): boolean {
  if (comparator === '>=') return value <= 0;
  return comparator === '<=' && indicator.endsWith('_share') && value >= (whole[unit] ?? Infinity);
}
