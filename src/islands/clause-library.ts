/** Loads the clauses: the index once, then the packs that a query needs; what was loaded stays, so that it is found without the network. */
import { packsAtOnce, type ClausePack, type GramFile, type SearchIndex } from '#src/search/clause-files.ts';
import { ClauseSearch } from '#src/search/clause-search.ts';
import { narrow } from '#src/search/grams.ts';
import type { Query } from '#src/search/query.ts';

export class ClauseLibrary {
  #folder: string;
  #search: Promise<ClauseSearch> | null = null;
  #packs = new Map<number, Promise<void>>();
  #grams = new Map<number, GramFile>();

  /** `folder` is the address of the files of search. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The search with the packs that are there from the beginning: all of a small library, the first of a large one. Fails where the network does; may be tried again. */
  start(): Promise<ClauseSearch> {
    this.#search ??= this.#start().catch((error: unknown) => {
      this.#search = null;
      throw error;
    });
    return this.#search;
  }

  async #start(): Promise<ClauseSearch> {
    const search = new ClauseSearch((await this.#fetch('index')) as SearchIndex);
    const { packs, gramFiles } = search.index;
    const first = gramFiles === 0 ? packs : 0;
    await Promise.all(Array.from({ length: first }, (_, pack) => this.#load(search, pack)));
    return search;
  }

  /**
   * Loads what a query needs: of a large library the packs that can hold it, at most so many at once, or `all` of them.
   * Returns how many packs that can hold it are still not loaded.
   */
  async ready(search: ClauseSearch, query: Query, all = false): Promise<number> {
    const { gramFiles } = search.index;
    if (gramFiles === 0) return 0;
    const narrowing = narrow(query, search.readings, gramFiles);
    await Promise.all(
      narrowing.files.map(async (number) => {
        if (!this.#grams.has(number)) this.#grams.set(number, ((await this.#fetch(`grams-${number}`)) as { readonly grams: GramFile }).grams);
      }),
    );
    const packs = narrowing.packsFrom(this.#grams);
    const wanted = all ? packs : packs.slice(0, packsAtOnce);
    await Promise.all(wanted.map((pack) => this.#load(search, pack)));
    return packs.filter((pack) => !search.has(pack)).length;
  }

  #load(search: ClauseSearch, pack: number): Promise<void> {
    const loading =
      this.#packs.get(pack) ??
      this.#fetch(`clauses-${pack}`)
        .then((file) => search.add(pack, file as ClausePack))
        .catch((error: unknown) => {
          this.#packs.delete(pack);
          throw error;
        });
    this.#packs.set(pack, loading);
    return loading;
  }

  async #fetch(name: string): Promise<unknown> {
    const response = await fetch(`${this.#folder}${name}.json`);
    if (!response.ok) throw new Error(`${response.status} ${name}`);
    return response.json();
  }
}
