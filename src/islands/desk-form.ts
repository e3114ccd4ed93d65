/** The choices of the history page as a form: what it says becomes a state, and a state is shown in it. */
import { say } from './desk-settings.ts';
import type { DeskSettings } from './desk-settings.ts';
import { canHaveSeason, canShow, chosenOf, isSpan, nearestState, presetSpan, views } from './desk-state.ts';
import type { DeskState } from './desk-state.ts';

/** The state that the form says, or what keeps it from being one. Another component or station brings its own groups and dates, where those before do not fit. */
export function stateOfForm(form: HTMLFormElement, before: DeskState, settings: DeskSettings): DeskState | { readonly problem: string } | null {
  const data = new FormData(form);
  const text = (name: string): string | undefined => {
    const value = data.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const asked = { ...before, groups: before.groups.join(','), view: text('view') ?? before.view, component: text('component') ?? before.component, by: text('by') ?? before.by, unit: text('unit') ?? before.unit, align: text('align') ?? before.align, season: text('season') ?? 'off' };
  if (asked.component !== before.component) return nearestState({ ...asked, station: before.station, groups: before.groups.length === groupsOf(before, settings) ? '' : asked.groups }, settings);
  const station = text('station') ?? before.station;
  if (station !== before.station) return nearestState({ ...asked, station }, settings);
  const chosen = chosenOf(before, settings);
  if (chosen === null) return null;
  const groups = data.getAll('groups[]').map(String);
  const [from, to] = [text('from') ?? before.from, text('to') ?? before.to];
  if (groups.length === 0) return { problem: say(settings, 'noGroup') };
  if (!isSpan(from, to, chosen.station)) return { problem: say(settings, 'badSpan', { from: chosen.station.from, to: chosen.station.to }) };
  return nearestState({ ...asked, groups: groups.join(','), from, to }, settings);
}

function groupsOf(state: DeskState, settings: DeskSettings): number {
  return chosenOf(state, settings)?.station.groups.length ?? 0;
}

/** Sets every choice as the state has it; choices that the data does not offer are hidden or cannot be chosen. */
export function fillForm(root: HTMLElement, state: DeskState, settings: DeskSettings): void {
  const chosen = chosenOf(state, settings);
  if (chosen === null) return;
  const { component, station } = chosen;
  for (const set of root.querySelectorAll<HTMLFieldSetElement>('fieldset[data-component]')) show(set, set.dataset['component'] === state.component);
  for (const set of root.querySelectorAll<HTMLElement>('[data-view]')) show(set, set.dataset['view']?.split(' ').includes(state.view) === true);
  for (const set of root.querySelectorAll<HTMLElement>('[data-choice="unit"]')) show(set, station.hasDays && state.view !== 'levels');
  for (const set of root.querySelectorAll<HTMLElement>('[data-choice="season"]')) show(set, canHaveSeason(state, component));
  for (const input of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) fill(input);
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-preset]')) {
    const days = presetDays(button);
    const span = presetSpan(days, station);
    // A span as long as the whole history is the whole history.
    button.hidden = days !== null && span.from === station.from;
    button.setAttribute('aria-pressed', String(span.from === state.from && span.to === state.to));
  }

  function fill(input: HTMLInputElement | HTMLSelectElement): void {
    const { name, value } = input;
    if (name === 'component' || name === 'station') input.value = state[name];
    else if (!(input instanceof HTMLInputElement)) return;
    else if (name === 'groups[]') {
      input.checked = state.groups.includes(value);
      input.disabled = !station.groups.some(({ group }) => group === value);
    }
    else if (name === 'from' || name === 'to') fillDate(input, { min: station.from, max: station.to, value: state[name] });
    else if (name === 'view') {
      input.checked = value === state.view;
      const view = views.find((one) => one === value);
      input.disabled = view === undefined || !canShow(view, station, state.groups.length);
    }
    else if (name === 'by' || name === 'unit' || name === 'align' || name === 'season') input.checked = value === state[name];
  }
}

/** A date that is set again is laid out again, so what stands there already stays. */
function fillDate(input: HTMLInputElement, wanted: Readonly<Record<'min' | 'max' | 'value', string>>): void {
  for (const part of ['min', 'max', 'value'] as const) if (input[part] !== wanted[part]) input[part] = wanted[part];
}

/** The days of a button for the last 90 days, a year, …; null for all. */
export function presetDays(button: HTMLButtonElement): number | null {
  const { preset } = button.dataset;
  return preset === undefined || preset === 'all' ? null : Number(preset);
}

function show(element: HTMLElement, isShown: boolean): void {
  element.hidden = !isShown;
  if (element instanceof HTMLFieldSetElement) element.disabled = !isShown;
}
