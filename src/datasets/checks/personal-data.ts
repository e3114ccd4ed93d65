/** No free text that is published holds an identity number, a telephone number or a bank card; the number is not repeated. */
import { personalNumberIn, type PersonalKind } from '#src/domain/personal-numbers.ts';
import { isFreeText } from '#src/tabular/cell-parser.ts';
import type { Text } from '#src/tabular/problem.ts';
import { cellProblem, type NamedCheck } from '../named-check.ts';

const names: Readonly<Record<PersonalKind, Text>> = {
  identity_number: { zh: '身份证号', en: 'an identity number' },
  phone_number: { zh: '电话号码', en: 'a telephone number' },
  bank_card: { zh: '银行卡号', en: 'a bank card number' },
};

export const check: NamedCheck = {
  code: 'personal_data',
  title: { zh: '文字里没有身份证号、电话号码、银行卡号', en: 'No text holds an identity number, a telephone number or a bank card number' },
  tables: ['*'],
  start: (context) => ({
    visit(resource) {
      // The public telephone of a station is declared as one.
      const columns = resource.schema.fields.flatMap((field, position) =>
        isFreeText(field) && !(resource.name === 'stations' && field.name === 'phone') ? [{ name: field.name, position }] : [],
      );
      if (columns.length === 0) return null;
      const declared = declaredPhones(context.settings);
      return (at) => {
        for (const { name, position } of columns) {
          const cell = at.cells[position] ?? '';
          if (cell.length < 8 || declared.has(cell)) continue;
          const kind = personalNumberIn(cell);
          if (kind === null) continue;
          context.report('error', cellProblem(at, name, null,
            { zh: `这一格里像是有${names[kind].zh}，不能公布。`, en: `This cell seems to hold ${names[kind].en}, which may not be published.` },
            { zh: '删去号码。对外公布的电话写进 portal.json 的 contact 或站点表的电话列。', en: 'Delete the number. A public telephone belongs to "contact" in portal.json or to the phone column of the stations.' }));
        }
      };
    },
  }),
};

/** Telephones that portal.json names for the public. */
function declaredPhones(settings: Parameters<NamedCheck['start']>[0]['settings']): ReadonlySet<string> {
  return new Set(Object.values(settings.contact ?? {}).flatMap((contact) => (contact?.phone === undefined ? [] : [contact.phone])));
}
