/** A choice that the address of a page holds, e.g. `?base=resident`. */

/** The value of `name` in `search`, if it is one of `options`; else null. */
export function choiceOf(search: string, name: string, options: readonly string[]): string | null {
  const value = new URLSearchParams(search).get(name);
  return value !== null && options.includes(value) ? value : null;
}

/** The address with `name` set to `value`, or without it where the value is empty; everything else stays. */
export function withChoice(address: string, name: string, value: string): string {
  const url = new URL(address);
  if (value === '') url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url.href;
}

/** The controls of `root` with these names set to what the address asks for; what it leaves out or asks for in vain is as the page has it. */
export function readChoices(root: Element, names: readonly string[]): void {
  for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    if (!names.includes(control.name)) continue;
    const options = control instanceof HTMLSelectElement
      ? [...control.options].map(({ value }) => value)
      : [...root.querySelectorAll<HTMLInputElement>(`input[name="${control.name}"]`)].map(({ value }) => value);
    const chosen = choiceOf(location.search, control.name, options);
    if (control instanceof HTMLSelectElement) control.value = chosen ?? '';
    else control.checked = chosen === null ? control.defaultChecked : control.value === chosen;
  }
}

/** Puts a change of a control into the address, as a step that Back undoes. */
export function keepChoice(control: HTMLInputElement | HTMLSelectElement): void {
  const address = withChoice(location.href, control.name, control.value);
  if (address !== location.href) history.pushState(null, '', address);
}

let changes: ((address: string) => string)[] = [];

/** Changes the address, no step for Back, once the page has shown its answer: on a long page the browser takes longer for the address than for the answer. */
export function replaceAddress(change: (address: string) => string): void {
  changes.push(change);
  if (changes.length > 1) return;
  requestAnimationFrame(() => {
    setTimeout(() => {
      const address = changes.reduce((before, next) => next(before), location.href);
      changes = [];
      if (address !== location.href) history.replaceState(history.state, '', address);
    });
  });
}
