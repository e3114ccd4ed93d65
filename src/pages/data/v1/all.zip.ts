/** /data/v1/all.zip : every table as CSV with the Data Package. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { absolute, fileHref } from '#src/i18n/addresses.ts';
import { allZip } from '#src/publishing/all-zip.ts';
import { publishedDataPackageJson } from '#src/publishing/datapackage.ts';
import { currentLog } from '#src/releases/current-log.ts';

export const GET: APIRoute = ({ site }) => {
  const portal = currentPortal();
  const description = publishedDataPackageJson(portal, currentLog(), (path) => absolute(fileHref(path), site ?? portal.settings.site));
  return new Response(allZip(portal, description), { headers: { 'content-type': 'application/zip' } });
};
