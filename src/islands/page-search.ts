/** Searches the pages that hold no clauses: Pagefind proposes, and what does not truly hold the query is left out. */
import type { ClauseSearch } from '#src/search/clause-search.ts';
import { countingWords } from '#src/search/english.ts';
import { markedRuns, sentenceRuns, type Run } from '#src/search/excerpt.ts';
import { matchText } from '#src/search/match-text.ts';
import { parseQuery, type Phrase, type Query, type QueryTables } from '#src/search/query.ts';
import type { SearchGroup } from './search-settings.ts';

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}
interface Pagefind {
  options(options: { readonly noWorker: boolean }): Promise<void>;
  search(term: string): Promise<{ readonly results: readonly { readonly id: string; data(): Promise<Fragment> }[] }>;
}

export interface FoundPage {
  readonly url: string;
  readonly group: SearchGroup;
  readonly title: readonly Run[];
  readonly sentence: readonly Run[];
  readonly locale: string;
}

/** Proposals looked at for each spelling: each is a request. */
const proposals = 5;
/** So many when the reader asks for more. */
const allProposals = 40;
/** So many words of a query are proposed by; each may need a part of the index of 30 KB. That all of it stands there is looked up afterwards. */
const wordsAsked = 2;
/** So many other words of the same meaning are tried where nothing holds what was typed. */
const synonymsTried = 2;

const noTables: QueryTables = { variants: new Map(), synonyms: new Map(), sounds: new Map() };

export interface FoundPages {
  readonly pages: readonly FoundPage[];
  /** Proposals that were not looked at; any of them may hold the query or not. */
  readonly rest: number;
}

export class PageSearch {
  #base: string;
  #pagefind: Promise<Pagefind> | null = null;

  constructor(base: string) {
    this.#base = base;
  }

  /**
   * Pages that hold the query, those in `locale` first, of a page in several languages one. `clauses` knows spellings and
   * meanings, where the portal has them; `sounding` are Chinese words that a query in pinyin was found to mean.
   */
  async find(query: string, locale: string, clauses: ClauseSearch | null, sounding: readonly string[], all = false): Promise<FoundPages> {
    const tables = clauses?.tables ?? noTables;
    const found = new Map<string, FoundPage>();
    let rest = 0;
    // What sounds like Chinese is looked for as Chinese.
    for (const text of sounding.length > 0 ? sounding.slice(0, synonymsTried) : [query]) {
      const parsed = parseQuery(text, tables);
      if (parsed === null) continue;
      const [typed, ...others] = parsed.whole;
      const looks = [await this.#look(typed, parsed, tables, all)];
      if (looks[0]?.pages.length === 0) looks.push(...(await Promise.all(others.slice(0, synonymsTried).map((phrase) => this.#look(phrase, parsed, tables, all)))));
      for (const look of looks) rest += look.rest;
      for (const page of looks.flatMap(({ pages }) => pages)) {
        const twin = page.url.replace(this.#base, '/').replace(/^\/en\//, '/');
        const there = found.get(twin);
        if (there === undefined || (there.locale !== locale && page.locale === locale)) found.set(twin, page);
      }
    }
    return { pages: [...found.values()].toSorted((a, b) => Number(b.locale === locale) - Number(a.locale === locale)), rest };
  }

  async #look(phrase: Phrase, query: Query, tables: QueryTables, all: boolean): Promise<FoundPages> {
    const pagefind = await this.#load();
    const { results } = await pagefind.search(askedWords(phrase));
    const proposed = results.slice(0, all ? allProposals : proposals);
    const fragments = await Promise.all(proposed.map((result) => result.data()));
    return { pages: fragments.flatMap((fragment) => pageOf(fragment, query, tables) ?? []), rest: results.length - proposed.length };
  }

  /** Without its worker, whose address the page's policy would not trust. */
  #load(): Promise<Pagefind> {
    this.#pagefind ??= import(/* @vite-ignore */ `${this.#base}pagefind/pagefind.js`)
      .then(async (module: Pagefind) => {
        await module.options({ noWorker: true });
        return module;
      })
      .catch((error: unknown) => {
        this.#pagefind = null;
        throw error;
      });
    return this.#pagefind;
  }
}

/** The longest words of a phrase, in their order; English ones by what all their forms begin with. */
function askedWords({ folded, words }: Phrase): string {
  const all = words.length > 0 ? countingWords(words).map(({ stem, word }) => (stem === word ? word : stem.replace(/y$/, ''))) : chineseWords(folded.replaceAll(/[，。]/g, ' '));
  const longest = new Set(all.toSorted((a, b) => b.length - a.length).slice(0, wordsAsked));
  return all.filter((word) => longest.has(word)).join(' ');
}

/** Older browsers know no words; Pagefind then parts the text itself. */
function chineseWords(text: string): readonly string[] {
  if (typeof Intl.Segmenter !== 'function') return [text];
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

function pageOf({ url, content, meta }: Fragment, query: Query, { variants }: QueryTables): FoundPage | null {
  const title = meta['title'] ?? url;
  const [group = 'pages', locale = 'zh'] = (meta['page'] ?? '').split(' ');
  const inTitle = matchText(title, query, variants);
  const inText = matchText(content, query, variants);
  if (inTitle === null && inText === null) return null;
  return {
    url,
    group: group as SearchGroup,
    title: markedRuns(title, inTitle ?? []),
    sentence: inText === null ? [] : sentenceRuns(content, inText),
    locale,
  };
}
