/** Tells search engines where the sitemap is; a demonstration tells them to leave it alone. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { absolute, fileHref } from '#src/i18n/addresses.ts';

export const GET: APIRoute = ({ site }) => {
  const { settings } = currentPortal();
  const lines =
    settings.demonstration === null
      ? ['User-agent: *', 'Allow: /', '', `Sitemap: ${absolute(fileHref('sitemap.xml'), site ?? settings.site)}`]
      : ['# 示例数据，请勿收录。Demonstration data: not to be indexed.', 'User-agent: *', 'Disallow: /'];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
