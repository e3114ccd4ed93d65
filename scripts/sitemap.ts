/** Writes sitemap.xml from the pages that a build wrote, so that no page is forgotten and none is promised. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SitemapStream } from 'sitemap';

/**
 * Reads each page's own canonical and alternate links; pages without a canonical link (404, embeds) are left out.
 * `folder` is a built site; the file is `sitemap.xml` in it, pages in order of their path.
 */
export async function writeSitemap(folder: string): Promise<void> {
  const stream = new SitemapStream({ xmlns: { news: false, image: false, video: false, xhtml: true }, lastmodDateOnly: true });
  const written = buffer(stream);
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  for (const file of pages.sort()) {
    const head = /^.*?<\/head>/s.exec(readFileSync(join(folder, file), 'utf8'))?.[0] ?? '';
    const links = [...head.matchAll(/<link [^>]*>/g)].map(([tag]) => ({
      rel: attribute(tag, 'rel'),
      lang: attribute(tag, 'hreflang'),
      url: attribute(tag, 'href'),
    }));
    const canonical = links.find(({ rel }) => rel === 'canonical');
    if (canonical === undefined) continue;
    stream.write({ url: canonical.url, links: links.filter(({ rel, lang }) => rel === 'alternate' && lang !== '') });
  }
  stream.end();
  writeFileSync(join(folder, 'sitemap.xml'), await written);
}

function attribute(tag: string, name: string): string {
  return (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&amp;', '&');
}
