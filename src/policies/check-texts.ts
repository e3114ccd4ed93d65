/** Holds the texts of pages and of the handbook to being texts: what could run as code is refused with file and line. */
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Root, Yaml } from 'mdast';
import type { ProblemSink } from '#src/tabular/problem.ts';
import { refusedSyntax, refusedText } from './refused-syntax.ts';
import { lineOfSyntaxError } from './syntax-line.ts';

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx);

/** Components that these texts may use. */
export const textComponents = [
  'AbsentRowTable',
  'Contacts',
  'CurrentSettings',
  'CurrentStockSample',
  'Demonstration',
  'Formula',
  'Licence',
  'MissingTable',
  'Publisher',
  'Setting',
  'TemplateLink',
  'TemplateList',
  'WhenMissing',
  'WithTable',
] as const;
export type TextComponent = (typeof textComponents)[number];

const markup = ['heading', 'inlineCode', 'code', 'thematicBreak', 'blockquote'];

/** Reports every text that is no plain text; `path` is the file as the operator knows it. */
export function checkTexts(files: readonly { readonly path: string; readonly text: string }[], sink: ProblemSink): void {
  for (const { path, text } of files) {
    let root: Root;
    try {
      root = processor.parse(text);
    } catch (error) {
      sink.report('error', {
        file: path, row: lineOfSyntaxError(error), column: null, value: null, code: 'text_syntax',
        message: { zh: '这一处写法无法识别：标签没有成对，或出现了 { }。', en: 'This cannot be read: a tag is not closed, or there are braces.' },
        fix: { zh: '检查标签是否成对；文字里的 { } 和 < 写在代码里。', en: 'Close every tag; put { } and < of the text into code.' },
      });
      continue;
    }
    const unread = refusedText(text, root.children.find((node): node is Yaml => node.type === 'yaml')?.value ?? '');
    for (const { line, code, value, message, fix } of [...(unread === null ? [] : [unread]), ...refusedSyntax(root, textComponents, markup)]) {
      sink.report('error', { file: path, row: line, column: null, value, code, message, fix });
    }
  }
}
