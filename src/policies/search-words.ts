/** The list of search words held to the library: each row leads to a clause, and no word leads to two rows. */
import { searchWordsResource, type SearchWordsRow } from '#src/datasets/search-words.ts';
import type { ProblemSink } from '#src/tabular/problem.ts';
import type { PolicyLibrary } from './library.ts';
import { plainText } from './parse-policy.ts';
import { allClauses, type Clause } from './policy.ts';

/** Every text of a clause that search looks into: title, terms, paragraphs and items of lists (a line each), duties. */
export function searchedTexts({ title, terms, text, duties }: Clause): { readonly title: string; readonly terms: readonly string[]; readonly text: string; readonly duties: readonly string[] } {
  return {
    title,
    terms,
    text: text.flatMap((node) => (node.type === 'list' ? node.children.map(plainText) : [plainText(node)])).join('\n'),
    duties: duties.map(({ what }) => what),
  };
}

/** Reports a word that stands in two rows, and a row none of whose Chinese words stands in any clause. */
export function checkSearchWords(rows: readonly SearchWordsRow[], library: PolicyLibrary, sink: ProblemSink): void {
  const file = searchWordsResource.path;
  for (const language of ['zh', 'en'] as const) {
    const first = new Map<string, number>();
    for (const { row, legalZh, saidZh, legalEn, saidEn } of rows) {
      for (const word of language === 'zh' ? [...legalZh, ...saidZh] : [...legalEn, ...saidEn]) {
        const there = first.get(word.toLowerCase());
        if (there === undefined) first.set(word.toLowerCase(), row);
        else {
          sink.report('error', {
            file, row, column: null, value: word, code: 'search_word_twice',
            message: { zh: `“${word}”已经在第 ${there} 行。`, en: `"${word}" stands in row ${there} already.` },
            fix: { zh: '把意思相同的词并到一行；一个词只放在一行里。', en: 'Put words of one meaning into one row; a word stands in one row only.' },
          });
        }
      }
    }
  }
  const clauses = (library.policies.get('zh') ?? []).flatMap((policy) => allClauses(policy.clauses));
  if (clauses.length === 0) return;
  const all = clauses.map((clause) => JSON.stringify(searchedTexts(clause))).join('\n');
  for (const { row, legalZh, saidZh } of rows) {
    if ([...legalZh, ...saidZh].some((word) => all.includes(word))) continue;
    sink.report('error', {
      file, row, column: 'legal_zh', value: legalZh.join(';'), code: 'search_word_unused',
      message: { zh: '这一行的词在任何条款里都没有出现，查它什么也找不到。', en: 'No clause holds any word of this row, so that it leads nowhere.' },
      fix: { zh: '“文件用语”一列写条款里用的词，或删去这一行。', en: 'Put a word of a clause into the column "legal_zh", or delete the row.' },
    });
  }
}
