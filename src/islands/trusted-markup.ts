/** Puts a drawing of src/charts/ into the page: its markup has passed the escaping door there, and the page's policy lets only this name in. */

interface MarkupPolicy {
  createHTML(markup: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: MarkupPolicy): MarkupPolicy;
}

const rules: MarkupPolicy = { createHTML: (markup) => markup };
const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('portal', rules) ?? rules;

/** Replaces what stands in `place`; only for the result of a `draw…` function. */
export function putDrawing(place: Element, drawing: string): void {
  place.innerHTML = policy.createHTML(drawing);
}
