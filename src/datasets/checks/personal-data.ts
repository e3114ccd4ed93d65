/** No text that is published holds an identity number, a telephone number or a bank card; the number is not repeated. */
import { personalKindNames, personalNumberIn } from '#src/domain/personal-numbers.ts';
import type { Field } from '#src/tabular/data-package.ts';
import type { CheckedRow } from '#src/tabular/read-table.ts';
import { declaredPhones } from '../declared-phones.ts';
import { cellProblem, type NamedCheck } from '../named-check.ts';

/** Shorter cells hold no number that points at a person. */
const shortest = 7;

export const check: NamedCheck = {
  code: 'personal_data',
  title: { zh: '文字里没有身份证号、电话号码、银行卡号', en: 'No text holds an identity number, a telephone number or a bank card number' },
  tables: ['*'],
  start(context) {
    const suspects: { readonly at: CheckedRow; readonly name: string; readonly cell: string; readonly isPhone: boolean }[] = [];
    return {
      visit(resource) {
        const columns = resource.schema.fields.flatMap((field, position) =>
          isText(field) ? [{ name: field.name, position, isPhone: resource.name === 'stations' && field.name === 'phone', last: '' }] : [],
        );
        if (columns.length === 0) return null;
        return (at) => {
          for (const column of columns) {
            const { name, position, isPhone } = column;
            const cell = at.cells[position] ?? '';
            // In a daily table the next row mostly names the same station.
            if (cell.length < shortest || cell === column.last) continue;
            if (personalNumberIn(cell) === null) column.last = cell;
            else suspects.push({ at, name, cell, isPhone });
          }
        };
      },
      end() {
        // Only now are the stations with their telephones known.
        const declared = declaredPhones(context.settings, context.located('stations').map(({ value }) => value));
        for (const { at, name, cell, isPhone } of suspects) {
          const kind = personalNumberIn(cell, declared);
          if (kind === null || (isPhone && kind === 'phone_number')) continue;
          const { zh, en } = personalKindNames[kind];
          context.report('error', cellProblem(at, name, null,
            { zh: `这一格里像是有${zh}，不能公布。`, en: `This cell seems to hold ${en}, which may not be published.` },
            { zh: '删去号码。对外公布的电话写进 portal.json 的 contact 或站点表的电话列。', en: 'Delete the number. A public telephone belongs to "contact" in portal.json or to the phone column of the stations.' }));
        }
      },
    };
  },
};

/** Whatever somebody can type in: also ids, but no words of a closed list and no instants. */
function isText(field: Field): boolean {
  return field.type === 'string' && field.categories === undefined && field.moment === undefined;
}
