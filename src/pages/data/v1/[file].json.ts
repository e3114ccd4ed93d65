/** /data/v1/*.json : every published table as JSON (the largest with one more file a year), the stock now, the corrections, the description of all tables. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { absolute, fileHref } from '#src/i18n/addresses.ts';
import { commitmentsJson } from '#src/publishing/commitments.ts';
import { correctionsJson } from '#src/publishing/corrections-json.ts';
import { currentStockJson } from '#src/publishing/current-stock.ts';
import { publishedDataPackageJson } from '#src/publishing/datapackage.ts';
import { tableFiles } from '#src/publishing/table-files.ts';
import { tableJson } from '#src/publishing/table-json.ts';
import { currentLog } from '#src/releases/current-log.ts';

export async function getStaticPaths() {
  const portal = currentPortal();
  const tables: { readonly name: string; readonly table: string }[] = [];
  for (const table of portal.tables) {
    for (const { path, format } of await tableFiles(portal, table)) if (format === 'JSON') tables.push({ name: path.slice('data/v1/'.length), table });
  }
  const files = [{ name: 'datapackage.json' }, { name: 'corrections.json' }, ...(portal.has('stock') ? [{ name: 'current-stock.json' }] : []), ...(portal.has('targets') ? [{ name: 'commitments.json' }] : []), ...tables];
  return files.map(({ name, ...props }) => ({ params: { file: name.slice(0, -'.json'.length) }, props }));
}

export const GET: APIRoute = ({ params, props, site }) => {
  const portal = currentPortal();
  const name = `${params['file']}.json`;
  return new Response(content(), { headers: { 'content-type': 'application/json; charset=utf-8' } });

  function content(): string | Uint8Array<ArrayBuffer> {
    if (name === 'datapackage.json') {
      return publishedDataPackageJson(portal, currentLog(), (path) => absolute(fileHref(path), site ?? portal.settings.site));
    }
    if (name === 'corrections.json') return correctionsJson(currentLog());
    if (name === 'current-stock.json') return currentStockJson(portal);
    if (name === 'commitments.json') return commitmentsJson(portal);
    const file = tableJson(portal, String(props['table'])).find((one) => one.name === name);
    if (file === undefined) throw new Error(`no table is published as ${name}`);
    return file.bytes;
  }
};
