/** In a demonstration nobody can be called: it holds no telephone number. */
import { cellProblem, type NamedCheck } from '../named-check.ts';

export const check: NamedCheck = {
  code: 'demonstration_phone',
  title: { zh: '示例数据里没有能拨通的电话', en: 'A demonstration holds no telephone number' },
  tables: ['stations'],
  start: (context) => ({
    end() {
      if (context.settings.demonstration === null) return;
      const fix = { zh: '删去号码；要正式发布，就删去 portal.json 的 demonstration。', en: 'Delete the number; to publish for real, take "demonstration" out of portal.json.' };
      const message = { zh: '示例数据里不能有电话号码：没有人应该拨到它。', en: 'A demonstration may not hold a telephone number: nobody should call it.' };
      for (const { at, value } of context.located('stations')) {
        if (value.phone !== null) context.report('error', cellProblem(at, 'phone', null, message, fix));
      }
      for (const [kind, contact] of Object.entries(context.settings.contact ?? {})) {
        if (contact?.phone === undefined) continue;
        context.report('error', { file: context.settingsFile, row: null, column: `contact.${kind}.phone`, value: null, message, fix });
      }
    },
  }),
};
