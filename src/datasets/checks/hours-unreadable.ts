/** Hours that cannot be read are published as they are stated, without saying whether it is open. */
import { readableHours } from '#src/domain/opening-hours.ts';
import { cellProblem, type NamedCheck } from '../named-check.ts';

export const check: NamedCheck = {
  code: 'hours_unreadable',
  title: { zh: '开放时间读得懂', en: 'Opening hours can be read' },
  tables: ['stations', 'station-notices'],
  start: (context) => {
    const known = new Map<string, boolean>();
    const isReadable = (text: string): boolean => {
      let found = known.get(text);
      if (found === undefined) {
        found = readableHours(text) !== null;
        known.set(text, found);
      }
      return found;
    };
    return {
      end() {
        for (const { at, value: { hours } } of [...context.located('stations'), ...context.located('station-notices')]) {
          if (hours === null || isReadable(hours)) continue;
          context.report('warning', cellProblem(at, 'hours', hours,
            { zh: '开放时间读不懂：会原样显示，但不能显示是否开放，也不能按开放筛选。', en: 'These hours cannot be read: they are shown as they stand, but not whether it is open.' },
            { zh: '按操作手册“站点”一节的写法，例如 Mo-Su 09:00-17:00。', en: 'Write them as the handbook shows under "Stations", e.g. Mo-Su 09:00-17:00.' }));
        }
      },
    };
  },
};
