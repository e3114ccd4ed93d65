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
