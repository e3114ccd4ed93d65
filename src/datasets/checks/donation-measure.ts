/** Whole blood is measured in millilitres, apheresis in doses; never the other way round. */
import { isMeasured } from '#src/domain/missing.ts';
import { cellProblem, type NamedCheck } from '../named-check.ts';

export const check: NamedCheck = {
  code: 'donation_measure',
  title: { zh: '全血填毫升，机采填治疗量', en: 'Whole blood in millilitres, apheresis in doses' },
  tables: ['donations'],
  start: (context) => ({
    end() {
      for (const { at, value } of context.located('donations')) {
        const wholeBlood = value.donation === 'whole_blood';
        const wrong = wholeBlood ? value.doses : value.volumeMl;
        if (!isMeasured(wrong) || wrong === 0) continue;
        context.report('error', cellProblem(at, wholeBlood ? 'doses' : 'volume_ml', String(wrong),
          wholeBlood ? { zh: '全血没有治疗量。', en: 'Whole blood has no doses.' } : { zh: '机采不填毫升。', en: 'Apheresis is not given in millilitres.' },
          { zh: '清空这一格，或改正献血类型。', en: 'Clear the cell, or correct the kind of donation.' }));
      }
    },
  }),
};
