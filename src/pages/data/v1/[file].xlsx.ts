/** /data/v1/*.xlsx : every published table as a workbook, the largest with one more a year. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { tableXlsx } from '#src/publishing/table-xlsx.ts';

export async function getStaticPaths() {
  const portal = currentPortal();
  const paths: { readonly params: { readonly file: string }; readonly props: { readonly table: string } }[] = [];
  for (const table of portal.tables) {
    for (const { name } of await tableXlsx(portal, table)) paths.push({ params: { file: name.slice(0, -'.xlsx'.length) }, props: { table } });
  }
  return paths;
}

export const GET: APIRoute = async ({ params, props }) => {
  const file = (await tableXlsx(currentPortal(), String(props['table']))).find(({ name }) => name === `${params['file']}.xlsx`);
  if (file === undefined) throw new Error(`no table is published as ${params['file']}.xlsx`);
  return new Response(file.bytes, { headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } });
};
