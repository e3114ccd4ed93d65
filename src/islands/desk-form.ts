/** The choices of the history page as a form: what it says becomes a state, and a state is shown in it. */
import { say } from './desk-settings.ts';
import type { DeskSettings } from './desk-settings.ts';
import { canHaveSeason, canShow, chosenOf, isSpan, nearestState, presetSpan, views } from './desk-state.ts';
import type { AskedState, DeskState } from './desk-state.ts';

/** What of a form cannot be shown. */
export type FaultyPart = 'groups' | 'dates';

export interface FormState {
  /** Where a part is faulty, with what was shown of it before. */
  readonly state: DeskState;
  readonly problems: readonly { readonly part: FaultyPart; readonly words: string }[];
}

/** The state that the form says, and what keeps parts of it from being shown. Another component or station brings its own groups and dates, where those before do not fit. */
export function stateOfForm(form: HTMLFormElement, before: DeskState, settings: DeskSettings): FormState | null {
  const data = new FormData(form);
  const text = (name: string): string | undefined => {
    const value = data.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const asked = { ...before, groups: before.groups.join(','), view: text('view') ?? before.view, component: text('component') ?? before.component, by: text('by') ?? before.by, unit: text('unit') ?? before.unit, align: text('align') ?? before.align, season: text('season') ?? 'off' };
  const nearest = (wanted: AskedState, problems: FormState['problems'] = []): FormState | null => {
    const state = nearestState(wanted, settings);
    return state === null ? null : { state, problems };
  };
  if (asked.component !== before.component) return nearest({ ...asked, station: before.station, groups: before.groups.length === groupsOf(before, settings) ? '' : asked.groups });
  const station = text('station') ?? before.station;
  if (station !== before.station) return nearest({ ...asked, station });
  const chosen = chosenOf(before, settings);
  if (chosen === null) return null;
  const groups = data.getAll('groups[]').map(String);
  const [from, to] = [text('from') ?? before.from, text('to') ?? before.to];
  const { from: first, to: last } = chosen.station;
  const problems: FormState['problems'] = [
    ...(groups.length === 0 ? [{ part: 'groups' as const, words: say(settings, 'noGroup') }] : []),
    ...(isSpan(from, to, chosen.station) ? [] : [{ part: 'dates' as const, words: say(settings, 'badSpan', { from: first, to: last }) }]),
  ];
  const isFaulty = (part: FaultyPart): boolean => problems.some((one) => one.part === part);
  return nearest({ ...asked, ...(isFaulty('groups') ? {} : { groups: groups.join(',') }), ...(isFaulty('dates') ? {} : { from, to }) }, problems);
}

function groupsOf(state: DeskState, settings: DeskSettings): number {
  return chosenOf(state, settings)?.station.groups.length ?? 0;
}

/** Sets every choice as the state has it, but for the parts that the reader has still to mend; choices that the data does not offer are hidden or cannot be chosen. */
export function fillForm(root: HTMLElement, state: DeskState, settings: DeskSettings, faulty: readonly FaultyPart[] = []): void {
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
    button.setAttribute('aria-pressed', String(!faulty.includes('dates') && span.from === state.from && span.to === state.to));
  }

  function fill(input: HTMLInputElement | HTMLSelectElement): void {
    const { name, value } = input;
    if (name === 'component' || name === 'station') input.value = state[name];
    else if (!(input instanceof HTMLInputElement)) return;
    else if (name === 'groups[]') {
      if (!faulty.includes('groups')) input.checked = state.groups.includes(value);
      input.disabled = !station.groups.some(({ group }) => group === value);
    }
    else if (name === 'from' || name === 'to') {
      if (!faulty.includes('dates')) fillDate(input, { min: station.from, max: station.to, value: state[name] });
    }
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
