/** What the reader of the search page looks for, as the address says it. */

export const filterNames = ['kind', 'status', 'level', 'place', 'topic', 'year'] as const;
export type FilterName = (typeof filterNames)[number];

export interface SearchState {
  readonly query: string;
  /** Only filters that are set. */
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
}

export function searchStateOf(search: string): SearchState {
  const asked = new URLSearchParams(search);
  const set = filterNames.map((name) => [name, asked.get(name) ?? ''] as const).filter(([, value]) => value !== '');
  return { query: asked.get('q') ?? '', filters: Object.fromEntries(set) };
}

/** `?q=…&status=…`, or nothing where nothing is looked for. */
export function searchOfState({ query, filters }: SearchState): string {
  const asked = new URLSearchParams();
  if (query.trim() !== '') asked.set('q', query.trim());
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined && value !== '') asked.set(name, value);
  }
  const text = asked.toString();
  return text === '' ? '' : `?${text}`;
}
