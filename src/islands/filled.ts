/** Sentences that the build hands to a script with places in them. */

/** Places of a template filled; a place without a value stays as it is. */
export function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
