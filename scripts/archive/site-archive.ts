/** The files of a built site as an archive holds them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtBase } from '../serve.ts';
import { filesBelow } from '../swap.ts';
import { archivedPage, archivedStyles } from './archived-page.ts';
import type { ArchivedSite } from './archived-page.ts';

/** Every file but scripts and the search index, which only scripts read; pages and style sheets with relative links. In order of path. */
export function siteArchive(folder: string): readonly (readonly [path: string, content: string | Uint8Array])[] {
  const paths = filesBelow(folder).filter((path) => !path.startsWith('pagefind/') && !(path.startsWith('_astro/') && path.endsWith('.js')));
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[1];
  const site: ArchivedSite = { base: builtBase(folder), address: canonical ?? 'https://example.invalid/', files: new Set(paths) };
  return paths.map((path) => {
    const content = readFileSync(join(folder, path));
    if (path.endsWith('.html')) return [path, archivedPage(content.toString('utf8'), path, site)] as const;
    return [path, path.endsWith('.css') ? archivedStyles(content.toString('utf8'), path, site) : content] as const;
  });
}
