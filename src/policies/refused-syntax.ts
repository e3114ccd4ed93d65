/** A text is not code: finds everything in a syntax tree that could run, load or disguise something. */
import type { Node } from 'mdast';
import { yamlMarkup } from './frontmatter.ts';
import type { Text } from '#src/tabular/problem.ts';
import type { JsxElement } from './jsx-attributes.ts';

export interface Refusal {
  readonly line: number;
  readonly code: 'text_is_code' | 'text_component' | 'text_markup' | 'text_link' | 'text_attribute' | 'text_depth' | 'text_encoding' | 'text_yaml';
  readonly value: string | null;
  readonly message: Text;
  readonly fix: Text;
}

const harmless = new Set(['root', 'yaml', 'paragraph', 'text', 'emphasis', 'strong', 'list', 'listItem', 'link', 'break']);
/** More than any document has, less than what makes a program stumble. */
const deepest = 40;
const codeNodes = new Set(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression']);

/** Every refusal in the tree, in order of lines; `components` are the component names that a text may use, `markup` further kinds of nodes. */
export function refusedSyntax(root: Node, components: readonly string[], markup: readonly string[] = []): readonly Refusal[] {
  const found: Refusal[] = [];
  visit(root, 0);
  return found;

  function visit(node: Node, depth: number): void {
    const line = node.position?.start.line ?? 1;
    if (depth > deepest) {
      found.push({
        line, code: 'text_depth', value: null,
        message: { zh: `这里嵌套了 ${deepest} 层以上。`, en: `This is nested more than ${deepest} levels deep.` },
        fix: { zh: '减少嵌套的层数。', en: 'Nest less deeply.' },
      });
      return;
    }
    if (codeNodes.has(node.type)) {
      found.push({
        line, code: 'text_is_code', value: cut('value' in node ? String(node.value) : ''),
        message: { zh: '文本中不能出现 import、export 或 { } 表达式：文本不是程序。', en: 'A text may not hold import, export or { } expressions: a text is not a program.' },
        fix: { zh: '删去这一处，或把 { } 换成（ ）。', en: 'Take it out, or write ( ) instead of { }.' },
      });
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      visitElement(node as JsxElement, line);
    } else if (node.type === 'link') {
      const url = 'url' in node ? String(node.url) : '';
      if (!isPlainLink(url)) {
        found.push({
          line, code: 'text_link', value: cut(url),
          message: { zh: '链接只能是 https:// 开头的网址、站内地址或条款编号。', en: 'A link may only be an https:// address, an address of this site or a clause.' },
          fix: { zh: '改用 https:// 网址，或删去链接。', en: 'Use an https:// address, or take the link out.' },
        });
      }
    } else if (!harmless.has(node.type) && !markup.includes(node.type)) {
      found.push({
        line, code: 'text_markup', value: node.type,
        message: { zh: `这里的文本不能使用这种写法（${node.type}）。`, en: `This markup (${node.type}) may not be used in this text.` },
        fix: { zh: `只用段落、列表、强调和链接${markup.length === 0 ? '' : '，以及标题和代码'}。`, en: `Use paragraphs, lists, emphasis and links${markup.length === 0 ? '' : ', headings and code'} only.` },
      });
    }
    if ('children' in node && Array.isArray(node.children)) for (const child of node.children as readonly Node[]) visit(child, depth + 1);
  }

  function visitElement(element: JsxElement, line: number): void {
    if (element.name === null || !components.includes(element.name)) {
      found.push({
        line, code: 'text_component', value: cut(element.name ?? '<>'),
        message: { zh: `不认识的标签 <${element.name ?? ''}>。`, en: `Unknown tag <${element.name ?? ''}>.` },
        fix: { zh: `只能使用：${components.join('、')}。`, en: `Only these may be used: ${components.join(', ')}.` },
      });
    }
    for (const attribute of element.attributes) {
      const plain = attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string' && !/^on/i.test(attribute.name);
      if (!plain) {
        found.push({
          line, code: 'text_attribute', value: attribute.type === 'mdxJsxAttribute' ? cut(attribute.name) : null,
          message: { zh: '属性只能是引号里的文字，不能是表达式或事件。', en: 'An attribute may only be text in quotes, not an expression or an event.' },
          fix: { zh: '写成 名称="文字"。', en: 'Write name="text".' },
        });
      }
    }
  }
}

/** Whether an address leads to a https page, within this site, or to a clause. */
export function isPlainLink(url: string): boolean {
  // Browsers take a backslash for a slash: /\\ would lead to another host.
  return /^https:\/\/[^\s\\]+$/.test(url) || /^(\/(?!\/)|#)[^\s:\\]*$/.test(url);
}

/** What could run as code, of a tree whose other markup is judged elsewhere. */
export function refusedCode(root: Node, components: readonly string[]): readonly Refusal[] {
  return refusedSyntax(root, components).filter(({ code }) => ['text_is_code', 'text_component', 'text_attribute'].includes(code));
}

/** Why a text cannot be read at all, whatever it says: bytes that are no UTF-8, tags and anchors above it; null where nothing is. */
export function refusedText(text: string, yaml: string): Refusal | null {
  const line = text.split('\n').findIndex((one) => one.includes('\uFFFD')) + 1;
  if (line > 0) {
    return {
      line, code: 'text_encoding', value: null,
      message: { zh: '这一行有不是 UTF-8 编码的字符。', en: 'This line holds characters that are not UTF-8.' },
      fix: { zh: '用 UTF-8 编码重新保存这个文件。', en: 'Save the file again in UTF-8.' },
    };
  }
  const markup = yamlMarkup(yaml);
  if (markup === null) return null;
  return {
    line: yaml.slice(0, yaml.indexOf(markup.replace('tag:yaml.org,2002:', '!!'))).split('\n').length + 1, code: 'text_yaml', value: cut(markup),
    message: { zh: '文首说明里不能用 YAML 的标签、锚点和引用。', en: 'The lines above the text may use no YAML tag, anchor or alias.' },
    fix: { zh: '把内容直接写出来；以 ! & * 开头的内容加上引号。', en: 'Write the value out; put quotes around one that begins with ! & or *.' },
  };
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
