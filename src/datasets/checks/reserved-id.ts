/** Some words are addresses of the site and cannot be ids. */
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';

const reserved = new Set(['all', 'v1', 'quality', 'verify', 'corrections']);

export const check: NamedCheck = {
  code: 'reserved_id',
  title: { zh: '编号不使用保留词（all、v1、quality、verify、corrections）', en: 'No id is a reserved word (all, v1, quality, verify, corrections)' },
  tables: ['regions', 'stations', 'drives', 'funds'],
  start: (context) => ({
    visit(resource) {
      return (at) => {
        const [key = ''] = resource.schema.primaryKey;
        const id = at.cells[columnAt(resource, key)] ?? '';
        if (!reserved.has(id)) return;
        context.report('error', cellProblem(at, key, id,
          { zh: `“${id}”是保留词，不能用作编号。`, en: `"${id}" is a reserved word and cannot be an id.` },
          { zh: '换一个编号，例如加上地名拼音。', en: 'Choose another id.' }));
      };
    },
  }),
};
