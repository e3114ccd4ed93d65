/** The files of search: an index, the clauses in packs, and where there are many packs the grams that say which of them to load. */
import { resolve } from 'node:path';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { readSearchWords, type SearchWordsRow } from '#src/datasets/search-words.ts';
import { zh as chineseMessages } from '#src/i18n/messages/zh.ts';
import { publishedLocales, type Locale } from '#src/i18n/locales.ts';
import { currentLibrary } from '#src/policies/current-library.ts';
import type { PolicyLibrary } from '#src/policies/library.ts';
import { allClauses, type Policy } from '#src/policies/policy.ts';
import { hasLibrary } from '#src/policies/relevance.ts';
import { searchedTexts } from '#src/policies/search-words.ts';
import { inOrderOfWeight } from '#src/policies/topic-index.ts';
import { packsAtOnce, type ClausePack, type ClauseText, type SearchClause, type SearchDocument, type SearchIndex } from '#src/search/clause-files.ts';
import { gramFiles } from '#src/search/grams.ts';
import { prepareClauses } from '#src/search/prepared.ts';
import { readReadings, readVariants } from '#src/search/query.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { readingsOf, variantPairs, wordLengths } from '#src/policies/chinese-characters.ts';

/** So many bytes of JSON make a pack; a third of it when compressed. */
const packBytes = 100_000;
/** So many files hold the grams, if they are needed. */
const manyGramFiles = 64;

/** Name → JSON text of every file of search; none in a portal without a library. */
export const searchFiles = oncePerPortal((portal: Portal): ReadonlyMap<string, string> => {
  if (!hasLibrary(portal)) return new Map();
  const contentDir = resolve(process.env['OBP_CONTENT'] ?? 'content');
  const words = readSearchWords(contentDir, collectProblems());
  const otherTexts = ['pages', 'handbook'].flatMap((section) => readContentTexts(contentDir, section, ['zh']).map(({ text }) => text));
  const names = portal.package.resources.flatMap(({ title, description, schema }) => [title, description, ...schema.fields.map((field) => field.title)]);
  const rows = [...portal.rows('stations'), ...portal.rows('regions')].map(({ nameZh }) => nameZh ?? '');
  const files = filesOf(currentLibrary(), words, publishedLocales(portal.settings.languages), [...otherTexts, ...names, ...rows, ...Object.values(chineseMessages)]);
  const mark = portal.settings.demonstration === null ? {} : { demonstration: true };
  return new Map([...files].map(([name, file]) => [name, `${JSON.stringify({ ...mark, ...file })}\n`]));
});

/** The same for any library; `otherTexts` is Chinese that is on the pages too, for Traditional forms of its characters. */
export function filesOf(library: PolicyLibrary, words: readonly SearchWordsRow[], locales: readonly Locale[], otherTexts: readonly string[]): ReadonlyMap<string, object> {
  const policies = inOrderOfWeight(library.policies.get('zh') ?? []);
  const textsOf = (policy: Policy): ReadonlyMap<Locale, Policy> =>
    new Map(locales.flatMap((locale) => library.policies.get(locale)?.filter(({ slug }) => slug === policy.slug).map((text) => [locale, text] as const) ?? []));
  const entries = policies.map((policy) => ({ policy, texts: textsOf(policy), clauses: clausesOf(policy, textsOf(policy)) }));

  const packs: { slug: string; clauses: readonly SearchClause[] }[][] = [];
  const packOf = new Map<string, number>();
  let room = 0;
  for (const { policy, clauses } of entries) {
    const bytes = Buffer.byteLength(JSON.stringify(clauses));
    if (packs.length === 0 || bytes > room) {
      packs.push([]);
      room = packBytes;
    }
    room -= bytes;
    packs.at(-1)?.push({ slug: policy.slug, clauses });
    packOf.set(policy.slug, packs.length - 1);
  }

  const documents = entries.map(({ policy, texts }) => documentOf(policy, texts, packOf.get(policy.slug) ?? 0));
  const chinese = entries.flatMap(({ clauses }) => clauses.flatMap(({ texts }) => piecesOf(texts['zh'])));
  const wordTexts = words.flatMap(({ legalZh, saidZh }) => [...legalZh, ...saidZh]);
  const titles = documents.flatMap(({ texts }) => Object.values(texts).flatMap(({ title, place, issuers }) => [title, place, ...issuers]));
  const index: SearchIndex = {
    documents,
    packs: packs.length,
    gramFiles: packs.length > packsAtOnce ? manyGramFiles : 0,
    variants: variantPairs([...chinese, ...wordTexts, ...titles, ...otherTexts].join('')),
    readings: readingsOf([...chinese, ...wordTexts]),
    words: {
      zh: words.map(({ legalZh, saidZh }) => ({ legal: legalZh, said: saidZh })),
      en: words.filter(({ legalEn }) => legalEn.length > 0).map(({ legalEn, saidEn }) => ({ legal: legalEn, said: saidEn })),
    },
  };
  return new Map<string, object>([
    ['index.json', index],
    ...packs.map((documentsOfPack, number): [string, ClausePack] => [`clauses-${number}.json`, { documents: documentsOfPack }]),
    ...gramsOf(index, packs).map((grams, number): [string, object] => [`grams-${number}.json`, { grams }]),
  ]);
}

function gramsOf(index: SearchIndex, packs: readonly ClausePack['documents'][]): readonly object[] {
  if (index.gramFiles === 0) return [];
  const variants = readVariants(index.variants);
  const bySlug = new Map(index.documents.map((document) => [document.slug, document]));
  const pieces = packs.map((pack) =>
    pack.flatMap(({ slug, clauses }) => {
      const document = bySlug.get(slug);
      return document === undefined ? [] : prepareClauses(document, clauses, 0, variants).flatMap((clause) => clause.pieces);
    }),
  );
  return gramFiles(pieces, readReadings(index.readings), index.gramFiles);
}

function documentOf(policy: Policy, texts: ReadonlyMap<Locale, Policy>, pack: number): SearchDocument {
  const { slug, kind, status, level, number, date } = policy;
  return {
    slug, kind, status, level, number, pack,
    year: date === null ? null : date.slice(0, 4),
    texts: Object.fromEntries([...texts].map(([locale, { title, place, issuers }]) => [locale, { title, place, issuers }])),
  };
}

/** Clauses with the texts of all languages side by side. */
function clausesOf(policy: Policy, texts: ReadonlyMap<Locale, Policy>): readonly SearchClause[] {
  const byLocale = [...texts].map(([locale, text]) => [locale, new Map(allClauses(text.clauses).map((clause) => [clause.id, clause]))] as const);
  const terms = allClauses(policy.clauses).flatMap((clause) => clause.terms);
  return allClauses(policy.clauses).map(({ id, number, topics }) => ({
    id, number, topics,
    texts: Object.fromEntries(
      byLocale.flatMap(([locale, clauses]) => {
        const clause = clauses.get(id);
        if (clause === undefined) return [];
        const text = searchedTexts(clause);
        return [[locale, locale === 'zh' ? { ...text, words: piecesOf(text).map((piece) => wordLengths(piece, terms)) } : text] as const];
      }),
    ),
  }));
}

function piecesOf(text: ClauseText | undefined): readonly string[] {
  return text === undefined ? [] : [text.title, ...text.terms, text.text, ...text.duties];
}
