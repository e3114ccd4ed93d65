/** The glossary of the policy library: each expression explained once, with the clauses that use it and links from the first place where a document does. */
import type { Paragraph, PhrasingContent, Root, RootContent, Text as TextNode, Yaml } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { ProblemSink } from '#src/tabular/problem.ts';
import { attributesOf, type JsxElement } from './jsx-attributes.ts';
import { plainText } from './parse-policy.ts';
import type { PolicyFile } from './parse-policy.ts';
import { allClauses, type Clause, type Policy } from './policy.ts';
import { refusedSyntax, refusedText } from './refused-syntax.ts';
import { lineOfSyntaxError } from './syntax-line.ts';

export interface GlossaryTerm {
  readonly id: string;
  readonly term: string;
  /** Other ways in which documents write it. */
  readonly also: readonly string[];
  readonly text: readonly Paragraph[];
}

/** By locale, in the order of the file. */
export type Glossary = ReadonlyMap<string, readonly GlossaryTerm[]>;

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx);
const attributes = ['id', 'term', 'also'];

/** Reads the glossaries; ids stand once in a file and are the same in every language. A text with a problem has no terms. */
export function buildGlossary(files: readonly PolicyFile[], locales: readonly string[], sink: ProblemSink): Glossary {
  const glossary = new Map(locales.map((locale) => [locale, files.filter((file) => file.locale === locale).flatMap((file) => parseGlossary(file, sink))]));
  const [first = '', ...others] = locales;
  const ids = (locale: string): string => (glossary.get(locale) ?? []).map(({ id }) => id).join();
  for (const locale of others) {
    const file = files.find((one) => one.locale === locale);
    if (ids(locale) === ids(first) || files.length === 0) continue;
    sink.report('error', {
      file: file?.path ?? `content/glossary/${locale}/`, row: null, column: null, value: null, code: 'glossary_misaligned',
      message: { zh: '术语表与中文术语表的编号或次序不同。', en: 'The ids of the glossary or their order differ from the Chinese one.' },
      fix: { zh: '让两种语言的术语一一对应。', en: 'Make the terms of both languages correspond one by one.' },
    });
  }
  return glossary;
}

function parseGlossary(file: PolicyFile, sink: ProblemSink): readonly GlossaryTerm[] {
  let broken = false;
  const report = (row: number | null, code: string, value: string | null, message: { zh: string; en: string }, fix: { zh: string; en: string }): void => {
    broken = true;
    sink.report('error', { file: file.path, row, column: null, value, code, message, fix });
  };
  let root: Root;
  try {
    root = processor.parse(file.text);
  } catch (error) {
    report(lineOfSyntaxError(error), 'policy_syntax', null,
      { zh: '这一处写法无法识别：标签没有成对，或出现了 { }。', en: 'This cannot be read: a tag is not closed, or there are braces.' },
      { zh: '检查 <Term> 与 </Term> 是否成对，文字中不要使用 { } 和 <。', en: 'Check that every <Term> has its </Term>, and use no { } or < in the text.' });
    return [];
  }
  const unread = refusedText(file.text, root.children.find((node): node is Yaml => node.type === 'yaml')?.value ?? '');
  for (const { line, code, value, message, fix } of [...(unread === null ? [] : [unread]), ...refusedSyntax(root, ['Term'])]) report(line, code, value, message, fix);
  const seen = new Set<string>();
  const terms = root.children.filter((node): node is RootContent & JsxElement => node.type === 'mdxJsxFlowElement' && node.name === 'Term').map((element): GlossaryTerm => {
    const line = element.position?.start.line ?? 1;
    const values = attributesOf(element);
    const id = values.get('id') ?? '';
    const term = values.get('term') ?? '';
    const unknown = [...values.keys()].find((name) => !attributes.includes(name));
    const text = element.children.filter((node): node is Paragraph => node.type === 'paragraph');
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || seen.has(id) || term === '' || text.length === 0 || unknown !== undefined) {
      report(line, 'glossary_term', id,
        { zh: `术语“${term}”的编号缺失、重复或写法不对，或者没有解释，或者有不认识的属性。`, en: `The id of the term "${term}" is missing, used twice or not well formed, or it is not explained, or it has an unknown attribute.` },
        { zh: `写成 <Term id="…" term="…" also="…">，下一行写解释，再写 </Term>；编号不重复。`, en: 'Write <Term id="…" term="…" also="…">, the explanation on the next line, then </Term>; an id stands once.' });
    }
    seen.add(id);
    return { id, term, also: (values.get('also') ?? '').split('、').map((one) => one.trim()).filter((one) => one !== ''), text };
  });
  return broken ? [] : terms;
}

const spellings = ({ term, also }: GlossaryTerm): readonly string[] => [term, ...also];

/** The clauses whose text uses the term, in the order of the policies given. */
export function usesOf(term: GlossaryTerm, policies: readonly Policy[]): readonly { readonly policy: Policy; readonly clause: Clause }[] {
  const words = spellings(term).map((word) => word.toLowerCase());
  return policies.flatMap((policy) =>
    allClauses(policy.clauses)
      .filter((clause) => {
        const text = clause.text.map(plainText).join('\n').toLowerCase();
        return words.some((word) => text.includes(word));
      })
      .map((clause) => ({ policy, clause })),
  );
}

/** The clauses with a link to the glossary where a term stands for the first time in the document; text inside links stays as it is. */
export function withTermLinks(clauses: readonly Clause[], terms: readonly GlossaryTerm[]): readonly Clause[] {
  // The longer of two that begin alike is meant.
  const open = terms.flatMap((term) => spellings(term).map((word) => ({ id: term.id, word }))).toSorted((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));
  const linked = new Set<string>();

  const inText = (node: TextNode): PhrasingContent[] => {
    const lower = node.value.toLowerCase();
    let first: { at: number; id: string; word: string } | null = null;
    for (const { id, word } of open) {
      if (linked.has(id)) continue;
      const at = lower.indexOf(word.toLowerCase());
      if (at !== -1 && isWord(lower, at, word.length) && (first === null || at < first.at)) first = { at, id, word };
    }
    if (first === null) return [node];
    const { at, id, word } = first;
    linked.add(id);
    const rest = node.value.slice(at + word.length);
    const link: PhrasingContent = { type: 'link', url: `/policies/glossary/#${id}`, children: [{ type: 'text', value: node.value.slice(at, at + word.length) }] };
    return [...(at === 0 ? [] : [{ type: 'text' as const, value: node.value.slice(0, at) }]), link, ...(rest === '' ? [] : inText({ type: 'text', value: rest }))];
  };
  const inNode = <N extends RootContent>(node: N): N => {
    if (node.type === 'link' || !('children' in node)) return node;
    const children = node.children.flatMap((child): RootContent[] => (child.type === 'text' ? inText(child) : [inNode(child as RootContent)]));
    return { ...node, children } as N;
  };
  const inClause = (clause: Clause): Clause => ({ ...clause, text: clause.text.map(inNode), clauses: clause.clauses.map(inClause) });
  return clauses.map(inClause);
}

/** In Latin letters only whole words count. */
function isWord(text: string, at: number, length: number): boolean {
  return !/[a-z0-9]/.test(text.charAt(at - 1) + text.charAt(at + length)) || !/^[a-z]/.test(text.slice(at));
}
