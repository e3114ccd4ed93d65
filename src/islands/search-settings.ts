/** What the search page hands to its script: addresses and words in the reader's language. */
import type { Locale } from '#src/i18n/locales.ts';

export const searchGroups = ['clauses', 'documents', 'datasets', 'stations', 'handbook', 'pages'] as const;
export type SearchGroup = (typeof searchGroups)[number];

export interface SearchSettings {
  readonly locale: Locale;
  /** Folder of the site, with a slash at both ends. */
  readonly base: string;
  /** Pages of this language begin with it. */
  readonly root: string;
  /** Whether there are clauses to search. */
  readonly hasLibrary: boolean;
  readonly groups: Readonly<Record<SearchGroup, string>>;
  /** By kind of document: 法律, 通知, … */
  readonly standings: Readonly<Record<string, string>>;
  readonly languageTags: Readonly<Record<string, string>>;
  readonly words: Readonly<
    Record<
      | 'count' | 'counted' | 'comma' | 'nothing' | 'nothingFiltered' | 'nearest' | 'synonym' | 'scattered' | 'term' | 'duty' | 'more' | 'morePages' | 'rest' | 'loading' | 'failed'
      | 'pagesFailed' | 'clauseName',
      string
    >
  >;
}
