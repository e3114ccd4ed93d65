/** /calendar/<region>.ics : every drive of a region, to subscribe to. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { districtName } from '#src/figures/districts.ts';
import { absolute, href } from '#src/i18n/addresses.ts';
import { rootLocale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { calendarRegions, driveCalendar, drivesIn } from '#src/publishing/drive-calendar.ts';
import { currentLog } from '#src/releases/current-log.ts';

export function getStaticPaths() {
  return calendarRegions(currentPortal()).map((region) => ({ params: { region }, props: { region } }));
}

export const GET: APIRoute<ReturnType<typeof getStaticPaths>[number]['props']> = ({ props: { region }, site }) => {
  const portal = currentPortal();
  const name = t(rootLocale, 'drives.calendar.name', { region: districtName(portal, region, rootLocale) });
  const text = driveCalendar(portal, currentLog(), drivesIn(portal, region), name, (path) => absolute(href(path, rootLocale), site ?? portal.settings.site));
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
