/**
 * The one parser of policy texts: MDX syntax in, a clause tree out. Nothing is ever evaluated:
 * the text is read as a syntax tree, and what could run as code is refused with file and line.
 */
import type { List, Node, Paragraph, Root, RootContent, Yaml } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Problem, ProblemSink, Text } from '#src/tabular/problem.ts';
import { attributesOf, type JsxElement } from './jsx-attributes.ts';
import { parseFrontmatter } from './frontmatter.ts';
import { cooperationDimensions, dutyBearers, dutyLevels, dutyStrengths, reservedSlugs, type Clause, type Duty, type Policy } from './policy.ts';
import { refusedSyntax, refusedText } from './refused-syntax.ts';
import { lineOfSyntaxError } from './syntax-line.ts';

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx);

const clauseId = /^c-[a-z0-9]+(-[a-z0-9]+)*$/;
const clauseAttributes = ['id', 'number', 'title', 'topics', 'terms'] as const;
const dutyAttributes = ['by', 'level', 'strength', 'dimension'] as const;

/** One text file of the policy library: `path` as the operator knows it, `slug` and `locale` from where it lies. */
export interface PolicyFile {
  readonly path: string;
  readonly slug: string;
  readonly locale: string;
  readonly text: string;
}

/** The policy of a file, or null where anything in it was refused; every problem goes to the sink. */
export function parsePolicy(file: PolicyFile, sink: ProblemSink): Policy | null {
  let broken = false;
  if (reservedSlugs.includes(file.slug) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(file.slug)) {
    sink.report('error', {
      file: file.path, row: null, column: null, value: file.slug, code: 'policy_slug',
      message: { zh: `文件名“${file.slug}”不能作为地址。`, en: `The file name "${file.slug}" cannot be an address.` },
      fix: { zh: `只用小写字母、数字和连字符，直接放在语言文件夹里；不能叫 ${reservedSlugs.join('、')}。`, en: `Use small letters, digits and hyphens, right in the folder of the language; not ${reservedSlugs.join(', ')}.` },
    });
    return null;
  }
  const report = (line: number | null, code: string, message: Text, fix: Text, value: string | null = null): void => {
    broken = true;
    const problem: Problem = { file: file.path, row: line, column: null, value, code, message, fix };
    sink.report('error', problem);
  };

  let root: Root;
  try {
    root = processor.parse(file.text);
  } catch (error) {
    report(lineOfSyntaxError(error), 'policy_syntax',
      { zh: '这一处写法无法识别：标签没有成对，或出现了 { }。', en: 'This cannot be read: a tag is not closed, or there are braces.' },
      { zh: '检查 <Clause> 与 </Clause> 是否成对，文字中不要使用 { } 和 <。', en: 'Check that every <Clause> has its </Clause>, and use no { } or < in the text.' });
    return null;
  }

  const yaml = root.children.find((node): node is Yaml => node.type === 'yaml')?.value ?? '';
  const unread = refusedText(file.text, yaml);
  for (const refusal of [...(unread === null ? [] : [unread]), ...refusedSyntax(root, ['Clause', 'Duty'])]) {
    report(refusal.line, refusal.code, refusal.message, refusal.fix, refusal.value);
  }

  const { frontmatter, faults } = unread?.code === 'text_yaml' ? { frontmatter: null, faults: [] } : parseFrontmatter(yaml);
  for (const fault of faults) {
    report(1, 'policy_frontmatter',
      { zh: `文首说明“${fault.path}”不符合要求（${fault.reason}）。`, en: `The frontmatter entry "${fault.path}" is not right (${fault.reason}).` },
      { zh: '对照操作手册“政策文本”一节填写文首说明。', en: 'Fill in the frontmatter as the handbook section on policy texts says.' }, fault.path);
  }

  const seen = new Set<string>();
  const readClauses = (nodes: readonly Node[]): Clause[] => nodes.filter(isElement('Clause')).map(readClause);

  function readClause(element: JsxElement): Clause {
    const line = element.position?.start.line ?? 1;
    const attributes = attributesOf(element);
    for (const name of attributes.keys()) {
      if (!(clauseAttributes as readonly string[]).includes(name)) unknownAttribute(line, name, clauseAttributes);
    }
    const id = attributes.get('id') ?? '';
    if (!clauseId.test(id) || seen.has(id)) {
      report(line, 'policy_clause_id',
        { zh: `条款编号“${id}”缺失、重复或写法不对。`, en: `The clause id "${id}" is missing, used twice or not well formed.` },
        { zh: '编号跟随原文的序号，例如三（一）写作 c-3-1，同一文件中不能重复。', en: 'Follow the document\'s own numbering: 三（一） is c-3-1; an id stands once in a file.' }, id);
    }
    seen.add(id);
    const terms = words(attributes.get('terms'), '、');
    for (const term of terms) {
      if (file.locale === 'zh' && [...term].length > 12) {
        report(line, 'policy_term_long',
          { zh: `术语“${term}”超过 12 个字。`, en: `The term "${term}" is longer than 12 characters.` },
          { zh: '只保留原文的短语，不要摘录句子。', en: 'Keep an expression of the document, not a sentence.' }, term);
      }
    }
    const topics = words(attributes.get('topics'), ' ');
    for (const topic of topics) {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(topic)) {
        report(line, 'policy_topic',
          { zh: `主题“${topic}”不能作为地址。`, en: `The topic "${topic}" cannot be an address.` },
          { zh: '主题用小写字母、数字和连字符，用空格隔开。', en: 'Write topics in small letters, digits and hyphens, separated by spaces.' }, topic);
      }
    }
    const children = unravel(element.children);
    return {
      id,
      number: attributes.get('number') ?? '',
      title: attributes.get('title') ?? '',
      topics,
      terms,
      duties: children.filter(isElement('Duty')).map(readDuty),
      text: children.filter((node): node is Paragraph | List => node.type === 'paragraph' || node.type === 'list'),
      clauses: readClauses(children),
      line,
    };
  }

  function readDuty(element: JsxElement): Duty {
    const line = element.position?.start.line ?? 1;
    const attributes = attributesOf(element);
    for (const name of attributes.keys()) {
      if (!(dutyAttributes as readonly string[]).includes(name)) unknownAttribute(line, name, dutyAttributes);
    }
    const by = words(attributes.get('by'), ' ').map((word) => oneOf(line, 'by', word, dutyBearers));
    return {
      by,
      level: oneOf(line, 'level', attributes.get('level') ?? 'all', dutyLevels),
      strength: oneOf(line, 'strength', attributes.get('strength') ?? '', dutyStrengths),
      dimension: oneOf(line, 'dimension', attributes.get('dimension') ?? '', cooperationDimensions),
      what: plainText(element).trim(),
    };
  }

  function oneOf<T extends string>(line: number, attribute: string, word: string, list: readonly [T, ...T[]]): T {
    const found = list.find((entry) => entry === word);
    if (found !== undefined) return found;
    report(line, 'policy_word',
      { zh: `${attribute}="${word}" 不在允许的词表中。`, en: `${attribute}="${word}" is not one of the allowed words.` },
      { zh: `可用：${list.join('、')}。`, en: `Use one of: ${list.join(', ')}.` }, word);
    return list[0];
  }

  function unknownAttribute(line: number, name: string, allowed: readonly string[]): void {
    report(line, 'policy_attribute',
      { zh: `不认识的属性“${name}”。`, en: `Unknown attribute "${name}".` },
      { zh: `可用的属性：${allowed.join('、')}。`, en: `The attributes are: ${allowed.join(', ')}.` }, name);
  }

  const clauses = readClauses(unravel(root.children));
  if (clauses.length === 0) {
    report(null, 'policy_empty',
      { zh: '文件里没有任何条款。', en: 'The file holds no clause.' },
      { zh: '用 <Clause id="c-1" …> 写出每一条。', en: 'Write each clause as <Clause id="c-1" …>.' });
  }
  if (frontmatter === null || broken) return null;
  return { slug: file.slug, locale: file.locale, ...frontmatter, clauses };
}

function isElement(name: string): (node: Node) => node is JsxElement {
  return (node): node is JsxElement => (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && 'name' in node && node.name === name;
}

/** A paragraph that holds only tags stands for those tags: the syntax wraps a tag written on one line into a paragraph. */
function unravel(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.flatMap((node): readonly RootContent[] => {
    if (node.type !== 'paragraph') return [node];
    const onlyTags = node.children.every((child) => child.type === 'mdxJsxTextElement' || (child.type === 'text' && child.value.trim() === ''));
    return onlyTags ? node.children.filter((child) => child.type !== 'text') : [node];
  });
}

function words(text: string | undefined, separator: string): readonly string[] {
  return (text ?? '').split(separator).map((word) => word.trim()).filter((word) => word !== '');
}

/** The characters of a node without markup. */
export function plainText(node: Node): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  if ('children' in node && Array.isArray(node.children)) return (node.children as readonly Node[]).map(plainText).join('');
  return '';
}
