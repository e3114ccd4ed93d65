/** JSON that may stand inside a script element. */

/** `value` as JSON in which no `<` is left, so that no `</script>` or `<!--` inside a text ends the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
