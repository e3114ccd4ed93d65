/** /drives/<drive>.ics : one drive for the reader's own calendar. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { absolute, href } from '#src/i18n/addresses.ts';
import { rootLocale } from '#src/i18n/locales.ts';
import { driveCalendar } from '#src/publishing/drive-calendar.ts';
import { currentLog } from '#src/releases/current-log.ts';

export function getStaticPaths() {
  return currentPortal()
    .rows('drives')
    .map((drive) => ({ params: { drive: drive.drive }, props: { drive } }));
}

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props: { drive }, site }) => {
  const portal = currentPortal();
  const text = driveCalendar(portal, currentLog(), [drive], drive.placeZh, (path) => absolute(href(path, rootLocale), site ?? portal.settings.site));
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
