/** Each component is counted in its own unit: red cells in U, platelets in doses, and so on. */
import type { Component, StockUnit } from '#src/domain/blood.ts';
import type { Resource } from '#src/tabular/data-package.ts';
import { cellProblem, columnAt, type NamedCheck } from '../named-check.ts';

const unitsOf: Readonly<Record<Component, readonly StockUnit[]>> = {
  whole_blood: ['U', 'ml'],
  red_cells: ['U'],
  apheresis_platelets: ['dose'],
  pooled_platelets: ['U'],
  plasma: ['ml', 'U'],
  cryoprecipitate: ['U'],
  unspecified: ['U', 'dose', 'ml'],
};
/** A word of a column in Chinese, with its code: 血浆（plasma）. */
function labelOf(resource: Resource, column: string, code: string): string {
  const label = resource.schema.fields.find(({ name }) => name === column)?.categories?.find(({ value }) => value === code)?.label;
  return label === undefined ? code : `${label}（${code}）`;
}

/** Stock and its thresholds may also be stated in days or as a percentage. */
const relativeUnits: readonly string[] = ['days', 'percent'];

export const check: NamedCheck = {
  code: 'component_unit',
  title: { zh: '每种成分用规定的单位（红细胞 U、机采血小板治疗量、血浆 ml 或 U……）', en: 'Each component is counted in its own unit (red cells U, apheresis platelets dose, plasma ml or U, …)' },
  tables: ['stock', 'collections', 'issues', 'blood-ledger', 'thresholds', 'transfers', 'tariffs'],
  start: (context) => ({
    visit(resource) {
      const componentAt = columnAt(resource, 'component');
      const unitAt = columnAt(resource, 'unit');
      let fine = { component: '', unit: '' };
      return (at) => {
        const component = at.cells[componentAt] ?? '';
        const unit = at.cells[unitAt] ?? '';
        // Most rows repeat the pair of the row before.
        if (component === fine.component && unit === fine.unit) return;
        const allowed: readonly string[] = unitsOf[component as Component] ?? [];
        const mayBeRelative = resource.name === 'stock' || resource.name === 'thresholds';
        if (allowed.includes(unit) || (mayBeRelative && relativeUnits.includes(unit))) {
          fine = { component, unit };
          return;
        }
        const wanted = mayBeRelative ? [...allowed, ...relativeUnits] : allowed;
        context.report('error', cellProblem(at, 'unit', unit,
          { zh: `${labelOf(resource, 'component', component)}不以“${labelOf(resource, 'unit', unit)}”计。`, en: `${component} is not counted in ${unit}.` },
          { zh: `改用：${wanted.map((word) => labelOf(resource, 'unit', word)).join('、')}。`, en: `Use ${wanted.join(' or ')}.` }));
      };
    },
  }),
};
