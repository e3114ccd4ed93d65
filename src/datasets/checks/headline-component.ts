/** The component that the home page speaks about is in the stock. */
import { columnAt, type NamedCheck } from '../named-check.ts';

export const check: NamedCheck = {
  code: 'headline_component',
  title: { zh: '首页所说的成分在库存表里', en: 'The component of the home page is in the stock' },
  tables: ['stock'],
  start(context) {
    const seen = new Set<string>();
    return {
      visit(resource) {
        const componentAt = columnAt(resource, 'component');
        let last = '';
        return (at) => {
          const component = at.cells[componentAt] ?? '';
          if (component === last) return;
          last = component;
          seen.add(component);
        };
      },
      end() {
        const { headlineComponent } = context.settings;
        if (seen.size === 0 || seen.has(headlineComponent)) return;
        context.report('error', {
          file: context.settingsFile, row: null, column: 'headline_component', value: headlineComponent,
          message: { zh: `库存表里没有 ${headlineComponent}，首页无话可说。`, en: `The stock has no ${headlineComponent}, so the home page has nothing to say.` },
          fix: { zh: `改成库存表里有的成分：${[...seen].join('、')}。`, en: `Name a component of the stock: ${[...seen].join(', ')}.` },
        });
      },
    };
  },
};
