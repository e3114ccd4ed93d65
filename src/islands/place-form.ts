/** The form above the list of places: what it asks, and the form made to ask what an address says. */
import { parseWallMinute } from '#src/domain/wall-clock.ts';
import type { PlaceQuery } from './place-query.ts';
import type { Condition } from './place-status.ts';

/** A control of the form by its name; a page may do without any of them. */
export function controlOf(form: HTMLFormElement | null, name: string): HTMLInputElement | HTMLSelectElement | null {
  const control = form?.elements.namedItem(name);
  return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control : null;
}

/** The query without what this form does not offer. */
export function offered(form: HTMLFormElement | null, query: PlaceQuery): PlaceQuery {
  const kept = (name: 'district' | 'service' | 'kind' | 'start'): string => {
    const control = controlOf(form, name);
    const has = control instanceof HTMLSelectElement && [...control.options].some((option) => option.value === query[name]);
    return has ? query[name] : '';
  };
  return {
    text: controlOf(form, 'text') === null ? '' : query.text,
    district: kept('district'),
    service: kept('service'),
    kind: kept('kind'),
    open: controlOf(form, 'when') === null ? '' : query.open,
    start: kept('start'),
  };
}

/** Puts a query into the form; the field for a time is there only where one is asked for. */
export function fillForm(form: HTMLFormElement | null, query: PlaceQuery): void {
  const when = query.open === '' || query.open === 'now' ? query.open : 'at';
  const values = { ...query, when, at: query.open === 'now' ? '' : query.open };
  for (const [name, value] of Object.entries(values)) {
    const control = controlOf(form, name);
    if (control !== null) control.value = value;
  }
  showTime(form, when === 'at');
}

/** What the form asks; a time that is being typed and is none yet asks for nothing. */
export function readForm(form: HTMLFormElement | null): PlaceQuery {
  const value = (name: string): string => controlOf(form, name)?.value ?? '';
  const when = value('when');
  const at = controlOf(form, 'at');
  if (when === 'at' && at?.value === '') at.value = at.dataset['first'] ?? '';
  showTime(form, when === 'at');
  return {
    text: value('text'),
    district: value('district'),
    service: value('service'),
    kind: value('kind'),
    open: when === 'at' ? (parseWallMinute(value('at')) === null ? '' : value('at')) : when,
    start: value('start'),
  };
}

/** What a query asks for besides time and start, in the words of the form. */
export function conditionsOf(form: HTMLFormElement | null, query: PlaceQuery): readonly Condition[] {
  return (['service', 'district', 'kind', 'text'] as const).flatMap((part) => {
    const control = controlOf(form, part);
    const name = control instanceof HTMLSelectElement ? control.selectedOptions[0]?.text : query[part].trim();
    return query[part] === '' || name === undefined || name === '' ? [] : [{ part, name }];
  });
}

function showTime(form: HTMLFormElement | null, isShown: boolean): void {
  controlOf(form, 'at')?.closest('[data-at]')?.toggleAttribute('hidden', !isShown);
}
