/** /feeds/stock-<group>.xml : the changes of a group's level, for feed readers. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { absolute, fileHref } from '#src/i18n/addresses.ts';
import { feedGroups, stockFeed } from '#src/publishing/stock-feed.ts';

export function getStaticPaths() {
  return feedGroups(currentPortal()).map((group) => ({ params: { group }, props: { group } }));
}

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props, site }) => {
  const portal = currentPortal();
  const text = stockFeed(portal, props.group, (path) => absolute(fileHref(path), site ?? portal.settings.site));
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
