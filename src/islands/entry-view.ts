/** Which entries of a fund the reader sees: what the address asks for, filtered, sorted and in pages. */

/** What a row of the page says of its entry. */
export interface EntryRow {
  readonly date: string;
  /** `direction.category`. */
  readonly kind: string;
  readonly fen: number;
  /** null: none, or not published. */
  readonly people: number | null;
  /** Everything that the row says, in lower case. */
  readonly text: string;
}

export const sortColumns = ['date', 'kind', 'amount', 'people'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface EntryState {
  /** Empty: all. */
  readonly year: string;
  readonly kind: string;
  readonly words: string;
  readonly sort: SortColumn;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

export const rowsOnPage = 50;

/** A group of entries that has an address of its own on the page. */
export interface EntryGroupAddress {
  readonly id: string;
  readonly year: string;
  readonly kind: string;
}

/** What an address asks for. The anchor of a group or of a year wins; what there is not is as if not asked for. */
export function entryState(search: string, hash: string, groups: readonly EntryGroupAddress[]): EntryState {
  const asked = new URLSearchParams(search);
  const anchor = hash.replace(/^#/, '');
  const group = groups.find(({ id }) => id === anchor);
  const years = new Set(groups.map(({ year }) => year));
  const kinds = new Set(groups.map(({ kind }) => kind));
  const known = (value: string | null, values: ReadonlySet<string>): string => (value !== null && values.has(value) ? value : '');
  const sort = asked.get('sort') ?? '-date';
  const column = sortColumns.find((one) => one === sort.replace(/^-/, '')) ?? 'date';
  const page = Number(asked.get('page') ?? '1');
  return {
    year: group?.year ?? known(/^entries-(\d{4})$/.exec(anchor)?.[1] ?? asked.get('year'), years),
    kind: group?.kind ?? known(asked.get('kind'), kinds),
    words: asked.get('words') ?? '',
    sort: column,
    descending: sort.startsWith('-'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of a state: only what differs from all entries, the latest first. */
export function entryAddress({ year, kind, words, sort, descending, page }: EntryState): string {
  const asked = new URLSearchParams();
  if (year !== '') asked.set('year', year);
  if (kind !== '') asked.set('kind', kind);
  if (words !== '') asked.set('words', words);
  const order = `${descending ? '-' : ''}${sort}`;
  if (order !== '-date') asked.set('sort', order);
  if (page > 1) asked.set('page', String(page));
  const search = asked.toString();
  return `${search === '' ? '' : `?${search}`}#entries`;
}

export interface EntryView {
  /** Places of the rows of this page, in order. */
  readonly shown: readonly number[];
  readonly count: number;
  readonly receiptsFen: number;
  readonly disbursementsFen: number;
  /** Never past the last one. */
  readonly page: number;
  readonly pages: number;
}

/** All words have to occur; rows that are alike stay in the order of the page. Unknown numbers of people come last. */
export function entryView(rows: readonly EntryRow[], state: EntryState): EntryView {
  const words = state.words.normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== '');
  const found = [...rows.entries()].filter(([, row]) =>
    (state.year === '' || row.date.startsWith(`${state.year}-`)) && (state.kind === '' || row.kind === state.kind) && words.every((word) => row.text.includes(word)));
  const sign = state.descending ? -1 : 1;
  const sorted = found.toSorted(([a, first], [b, second]) => {
    if (state.sort === 'people' && (first.people === null) !== (second.people === null)) return first.people === null ? 1 : -1;
    return sign * compared(first, second, state.sort) || a - b;
  });
  const sum = (direction: string): number => found.reduce((total, [, row]) => total + (row.kind.startsWith(`${direction}.`) ? row.fen : 0), 0);
  const pages = Math.max(1, Math.ceil(sorted.length / rowsOnPage));
  const page = Math.min(state.page, pages);
  return {
    shown: sorted.slice((page - 1) * rowsOnPage, page * rowsOnPage).map(([index]) => index),
    count: sorted.length,
    receiptsFen: sum('receipt'),
    disbursementsFen: sum('disbursement'),
    page,
    pages,
  };
}

function compared(a: EntryRow, b: EntryRow, column: SortColumn): number {
  if (column === 'amount') return a.fen - b.fen;
  if (column === 'people') return (a.people ?? 0) - (b.people ?? 0);
  const [first, second] = column === 'date' ? [a.date, b.date] : [a.kind, b.kind];
  return first < second ? -1 : first > second ? 1 : 0;
}
