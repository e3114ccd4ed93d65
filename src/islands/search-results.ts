/** Builds the list of results as elements: what was found, with the match marked as a word. */
import type { Run } from '#src/search/excerpt.ts';
import { markedRuns, sentenceRuns } from '#src/search/excerpt.ts';
import type { FoundClause, FoundPiece } from '#src/search/find-clauses.ts';
import { closeness } from '#src/search/match.ts';
import type { SearchDocument } from '#src/search/clause-files.ts';
import { filled } from './filled.ts';
import type { FoundPage } from './page-search.ts';
import type { SearchGroup, SearchSettings } from './search-settings.ts';

function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Readonly<Record<string, string>>, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function marked(runs: readonly Run[]): (Node | string)[] {
  return runs.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text));
}

/** A group with its heading and items. */
export function groupOf(group: SearchGroup, count: number, items: readonly HTMLElement[], { groups, words }: SearchSettings): HTMLElement {
  const heading = element('h2', { id: `found-${group}` }, filled(words.count, { name: groups[group], count }));
  return element('section', { 'aria-labelledby': heading.id, 'data-group': group }, heading, element('ol', { class: 'results' }, ...items));
}

function standing({ kind, status }: SearchDocument, { standings }: SearchSettings): HTMLElement {
  return element('span', { class: 'policy-status', 'data-status': status }, standings[`${kind} ${status}`] ?? kind);
}

/** A text in the reader's language, else in Chinese. */
function inLanguage<T>(texts: Readonly<Record<string, T>>, locale: string): readonly [T, string] | null {
  const text = texts[locale];
  if (text !== undefined) return [text, locale];
  const chinese = texts['zh'];
  return chinese === undefined ? null : [chinese, 'zh'];
}

export function clauseItem(found: FoundClause, settings: SearchSettings): HTMLElement {
  const { document: policy, clause } = found.prepared;
  const { locale, root, words } = settings;
  const [name] = inLanguage(policy.texts, locale) ?? [null];
  const [text] = inLanguage(clause.texts, locale) ?? [null];
  const title = found.pieces.find(({ piece }) => piece.kind === 'title' && piece.locale === locale);
  const titleRuns = title === undefined ? [text?.title ?? ''] : marked(markedRuns(title.piece.raw, title.spans));
  const number = clause.number.includes('·') ? [] : [element('span', { class: 'clause-number' }, clause.number), ' '];
  const source = filled(words.clauseName, { title: name?.title ?? policy.slug, number: clause.number });
  const item = element(
    'li',
    {},
    element('p', { class: 'result-source' }, standing(policy, settings), ' ', source),
    element('h3', {}, element('a', { href: `${root}policies/${policy.slug}/#${clause.id}` }, ...number, ...titleRuns)),
  );
  const sentence = sentenceOf(found, text?.text ?? '', settings);
  if (sentence !== null) item.append(sentence);
  if (found.synonym !== null && found.closeness === closeness.synonym) item.append(element('p', { class: 'soft small' }, filled(words.synonym, { word: found.synonym })));
  else if (found.closeness === closeness.scattered) item.append(element('p', { class: 'soft small' }, words.scattered));
  return item;
}

/** The sentence that holds the match: of the reader's language if there is one, of the text before duties and terms. */
function sentenceOf({ pieces }: FoundClause, otherwise: string, { locale, words, languageTags }: SearchSettings): HTMLElement | null {
  const rank = ({ piece: { kind, locale: language } }: FoundPiece): number => ['text', 'duty', 'term', 'title'].indexOf(kind) + (language === locale ? 0 : 10);
  const best = pieces.toSorted((a, b) => rank(a) - rank(b))[0];
  if (best === undefined || (best.piece.kind === 'title' && best.piece.locale === locale)) return otherwise === '' ? null : element('p', {}, ...marked(sentenceRuns(otherwise, [[0, 0]])));
  const { kind, raw, locale: language } = best.piece;
  const label = kind === 'term' ? [words.term] : kind === 'duty' ? [words.duty] : [];
  const runs = marked(sentenceRuns(raw, best.spans));
  return language === locale ? element('p', {}, ...label, ...runs) : element('p', {}, ...label, element('span', { lang: languageTags[language] ?? language }, ...runs));
}

export function documentItem(policy: SearchDocument, settings: SearchSettings): HTMLElement {
  const [text] = inLanguage(policy.texts, settings.locale) ?? [null];
  const facts = [text?.place, text?.issuers[0], policy.number, policy.year].filter((fact) => fact !== null && fact !== undefined).join(' · ');
  return element(
    'li',
    {},
    element('p', { class: 'result-source' }, standing(policy, settings), ' ', facts),
    element('h3', {}, element('a', { href: `${settings.root}policies/${policy.slug}/` }, text?.title ?? policy.slug)),
  );
}

export function pageItem({ url, title, sentence, locale }: FoundPage, { locale: own, languageTags }: SearchSettings): HTMLElement {
  const language: Record<string, string> = locale === own ? {} : { lang: languageTags[locale] ?? locale };
  const item = element('li', language, element('h3', {}, element('a', { href: url }, ...marked(title))));
  if (sentence.length > 0) item.append(element('p', {}, ...marked(sentence)));
  return item;
}

/** Other queries, where nothing was found. */
export function nearestList(nearest: readonly string[], addressOf: (query: string) => string, { words }: SearchSettings): HTMLElement {
  const links = nearest.map((query) => element('li', {}, element('a', { href: addressOf(query), 'data-query': query }, query)));
  return element('section', { class: 'nothing-found' }, element('h2', {}, words.nearest), element('ul', { class: 'nearest' }, ...links));
}

export function buttonOf(name: string, text: string): HTMLElement {
  return element('p', {}, element('button', { type: 'button', 'data-action': name }, text));
}
