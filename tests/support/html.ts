/** Reads what the tests need from a page that Astro wrote; not for HTML of unknown origin. */

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every start tag in order, entities in attributes decoded; comments and what stands inside script and style are passed over. */
export function tagsOf(html: string): Tag[] {
  const markup = html.replaceAll(/<!--.*?-->/gs, '').replaceAll(/(<(script|style)\b[^>]*>).*?<\/\2>/gs, '$1');
  return [...markup.matchAll(/<([a-z][a-z0-9-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi)].map(
    ([, name = '', rest = '']) => ({
      name: name.toLowerCase(),
      attributes: Object.fromEntries(
        [...rest.matchAll(/([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(([, key = '', a, b, c]) => [
          key.toLowerCase(),
          decodeEntities(a ?? b ?? c ?? ''),
        ]),
      ),
    }),
  );
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return named[name ?? ''] ?? whole;
  });
}

/** Content of the first tag of that name with those attributes, e.g. the canonical link. */
export function findTag(tags: readonly Tag[], name: string, attributes: Readonly<Record<string, string>>): Tag | undefined {
  return tags.find((tag) => tag.name === name && Object.entries(attributes).every(([key, value]) => tag.attributes[key] === value));
}
