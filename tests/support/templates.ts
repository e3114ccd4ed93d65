/** Which page template of src/pages made which page of a built site. */
import { readdirSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

/** Pages of a folder of templates, `/`-separated, relative to it. */
export function pageTemplates(pagesFolder: string): string[] {
  return listFiles(pagesFolder)
    .filter((file) => /\.(astro|mdx?|html)$/.test(file))
    .sort(moreSpecificFirst);
}

/** All files below a folder, `/`-separated, relative to it, in a fixed order. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).split(sep).join(posix.sep))
    .sort();
}

/** Astro gives a page to the template with a fixed name before one with a parameter. */
function moreSpecificFirst(a: string, b: string): number {
  return rank(a) < rank(b) ? -1 : 1;
}

function rank(template: string): string {
  return template
    .split('/')
    .map((segment) => (segment.startsWith('[...') ? '3' : segment.includes('[') ? '2' : '1') + segment)
    .join('/');
}

/** Matches the built pages of a template, e.g. `[...locale]/stock/[group].astro` ↔ `en/stock/a-positive/index.html`. */
export function pagePattern(template: string): RegExp {
  const inner = template
    .replace(/\.(astro|mdx?|html)$/, '')
    .split('/')
    .filter((segment) => segment !== 'index')
    .map((segment) => {
      if (segment === '[...locale]') return '(?:en/)?';
      if (segment.startsWith('[...')) return '(?:[^/]+/)*';
      return `${segment.replaceAll(/[.+]/g, '\\$&').replaceAll(/\[[^\]]+\]/g, '[^/]+')}/`;
    })
    .join('');
  return inner === '404/' ? /^404\.html$/ : new RegExp(`^${inner}index\\.html$`);
}

/** Built pages (paths in the site) by the template that made them; a page that no template explains is under ``. */
export function pagesByTemplate(templates: readonly string[], pages: readonly string[]): Map<string, string[]> {
  const patterns = templates.map((template) => ({ template, pattern: pagePattern(template) }));
  const result = new Map<string, string[]>(templates.map((template) => [template, []]));
  for (const page of pages) {
    const template = patterns.find(({ pattern }) => pattern.test(page))?.template ?? '';
    result.set(template, [...(result.get(template) ?? []), page]);
  }
  return result;
}
