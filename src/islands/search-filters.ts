/** What the filters of the search page leave of what was found. */
import type { SearchClause, SearchDocument } from '#src/search/clause-files.ts';
import type { ClauseSearch } from '#src/search/clause-search.ts';
import type { FoundClause } from '#src/search/find-clauses.ts';
import type { SearchState } from './search-state.ts';

/** The clauses of a query within the filters; without a query all clauses within them. */
export function clausesOf(search: ClauseSearch, { query, filters }: SearchState): readonly FoundClause[] {
  if (filters.kind !== undefined && filters.kind !== 'clauses') return [];
  const found = query.trim() === '' ? search.all() : search.find(query);
  return found.filter(({ prepared: { document, clause } }) => passes(document, clause, filters));
}

/** The documents that a query names; none without a query, or where a topic is chosen: topics belong to clauses. */
export function documentsOf(search: ClauseSearch, { query, filters }: SearchState): readonly SearchDocument[] {
  if ((filters.kind !== undefined && filters.kind !== 'documents') || filters.topic !== undefined) return [];
  return search.findDocuments(query).filter((document) => passes(document, null, filters));
}

/** Whether pages other than clauses are looked for: they have neither status nor topic. */
export function wantsPages({ query, filters }: SearchState): boolean {
  const { kind, ...others } = filters;
  return query.trim() !== '' && Object.keys(others).length === 0 && kind !== 'clauses' && kind !== 'documents';
}

function passes(document: SearchDocument, clause: SearchClause | null, { status, level, place, topic, year }: SearchState['filters']): boolean {
  return (
    (status === undefined || document.status === status) &&
    (level === undefined || document.level === level) &&
    // A place goes by its Chinese name in every language.
    (place === undefined || document.texts['zh']?.place === place) &&
    (topic === undefined || clause === null || clause.topics.includes(topic)) &&
    (year === undefined || document.year === year)
  );
}
