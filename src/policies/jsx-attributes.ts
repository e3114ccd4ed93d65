/** Attributes of a component in a text, as plain strings. */
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** Attribute names and their string values; expression and spread attributes are left out (they are refused elsewhere). */
export function attributesOf(element: JsxElement): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') result.set(attribute.name, attribute.value);
  }
  return result;
}
