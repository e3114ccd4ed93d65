/** /feeds/changes.xml : every release, for feed readers. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { absolute, fileHref } from '#src/i18n/addresses.ts';
import { changesFeed } from '#src/publishing/release-feeds.ts';
import { currentLog } from '#src/releases/current-log.ts';

export const GET: APIRoute = ({ site }) => {
  const portal = currentPortal();
  const text = changesFeed({ settings: portal.settings, resources: portal.package.resources, log: currentLog(), address: (path) => absolute(fileHref(path), site ?? portal.settings.site) });
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
