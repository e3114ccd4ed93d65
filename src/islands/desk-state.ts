/** What the reader of the history page has chosen, as the address says it. */
import { addDays, isIsoDate } from '#src/domain/calendar.ts';
import type { DeskComponent, DeskSettings } from './desk-settings.ts';

export interface DeskState {
  readonly component: string;
  /** Of the component, in its order; never empty. */
  readonly groups: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly by: 'day' | 'week';
  readonly unit: 'days' | 'stock';
}

/** All groups and all days of the first component, as seven-day means. */
export function defaultState(component: DeskComponent): DeskState {
  return { component: component.component, groups: component.groups.map(({ group }) => group), from: component.from, to: component.to, by: 'week', unit: component.hasDays ? 'days' : 'stock' };
}

/** The state an address asks for; what it leaves out or asks for in vain is as by default. */
export function stateOf(search: string, settings: DeskSettings): DeskState | null {
  const asked = new URLSearchParams(search);
  const component = settings.components.find((one) => one.component === asked.get('component')) ?? settings.components[0];
  if (component === undefined) return null;
  const usual = defaultState(component);
  const wanted = new Set((asked.get('groups') ?? '').split(','));
  const groups = usual.groups.filter((group) => wanted.has(group));
  const [from, to] = [asked.get('from') ?? usual.from, asked.get('to') ?? usual.to];
  const by = asked.get('by');
  return {
    component: component.component,
    groups: groups.length === 0 ? usual.groups : groups,
    ...(isSpan(from, to, component) ? { from, to } : { from: usual.from, to: usual.to }),
    by: by === 'day' || by === 'week' ? by : usual.by,
    unit: asked.get('unit') === 'stock' ? 'stock' : usual.unit,
  };
}

/** Whether both are dates of the component's history and in order. */
export function isSpan(from: string, to: string, component: DeskComponent): boolean {
  return isIsoDate(from) && isIsoDate(to) && component.from <= from && from <= to && to <= component.to;
}

/** `?component=red_cells&groups=a-positive&from=…`: the whole state, always all of it. */
export function searchOf({ component, groups, from, to, by, unit }: DeskState): string {
  return `?component=${component}&groups=${groups.join(',')}&from=${from}&to=${to}&by=${by}&unit=${unit}`;
}

/** The last `days` days of a component, or all of them. */
export function presetSpan(days: number | null, component: DeskComponent): { readonly from: string; readonly to: string } {
  const from = days === null ? component.from : addDays(component.to, 1 - days);
  return { from: from < component.from ? component.from : from, to: component.to };
}
