/** As what kind of page the search lists a page. */

export type SearchedKind = 'datasets' | 'stations' | 'handbook' | 'pages';

/** Null for pages that the search does not list: itself, and the documents, whose clauses it reads one by one. */
export function searchedKind(path: string): SearchedKind | null {
  if (path === '/search/' || /^\/policies\/./.test(path)) return null;
  if (/^\/data\/(?!corrections|quality|verify)[^/]+\//.test(path)) return 'datasets';
  if (/^\/stations\/./.test(path)) return 'stations';
  return path.startsWith('/handbook/') ? 'handbook' : 'pages';
}
