/** /handbook/templates/<table>.csv and <table>.zh.csv: the header of every table of the contract, in machine names and in Chinese. A template holds no row and so no data: it is the one file that carries no mark of a demonstration, which an operator would have to delete first. */
import type { APIRoute } from 'astro';
import { currentPortal } from '#src/datasets/current-portal.ts';
import { templateCsv } from '#src/publishing/template-csv.ts';

export function getStaticPaths() {
  return currentPortal().package.resources.flatMap((resource) => [
    { params: { table: resource.name }, props: { template: templateCsv(resource, 'names') } },
    { params: { table: `${resource.name}.zh` }, props: { template: templateCsv(resource, 'titles') } },
  ]);
}

export const GET: APIRoute = ({ props }) => new Response(props['template'] as string, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
