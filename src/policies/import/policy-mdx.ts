/** A tree of clauses as a policy file: frontmatter to fill in, and text in which nothing can be read as markup. */
import { placeholder } from '../frontmatter.ts';
import { policyKinds, policyLevels, policyStatuses } from '../policy.ts';
import type { ClauseDraft, ClauseTree } from './clause-drafts.ts';

/** `source`: name of the file that the text came from. */
export function policyMdx(tree: ClauseTree, source: string): string {
  const title = tree.title ?? placeholder;
  const head = [
    '---',
    `title: ${quoted(title)}`,
    `# ${policyKinds.join(' | ')}`,
    `kind: ${placeholder}`,
    'issuers:',
    `  - ${placeholder}`,
    tree.number === null ? '# number:' : `number: ${quoted(tree.number)}`,
    '# 2026-01-31 | 2026-01 | 2026',
    `date: ${placeholder}`,
    `place: ${placeholder}`,
    `# ${policyLevels.join(' | ')}`,
    `level: ${placeholder}`,
    `# ${policyStatuses.join(' | ')}`,
    `status: ${placeholder}`,
    '# binds:',
    '#   - region',
    '# replaces:',
    '#   - slug',
    'source:',
    `  title: ${quoted(title)}`,
    `  publisher: ${placeholder}`,
    `  date: ${placeholder}`,
    '#  url: https://',
    'text: official',
    `summary: ${placeholder}`,
    ...(tree.unplaced.length === 0 ? [] : [`# ${source}:`, ...tree.unplaced.map(({ line, text }) => `#   ${line}: ${text.replaceAll(/\s+/g, ' ')}`)]),
    '---',
  ];
  return `${head.join('\n')}\n\n${tree.clauses.map(clauseMdx).join('\n\n')}\n`;
}

function clauseMdx({ id, number, title, text, clauses }: ClauseDraft): string {
  const attributes = [['id', id], ['number', number], ['title', title]].map(([name, value]) => `${name}="${attributeText(value ?? '')}"`).join(' ');
  const inside = [...text.map(bodyText), ...clauses.map(clauseMdx)].join('\n\n');
  return `<Clause ${attributes}>\n${text.length === 0 && clauses.length > 0 ? '\n' : ''}${inside}${inside === '' ? '' : '\n'}</Clause>`;
}

function quoted(text: string): string {
  return text === placeholder ? text : JSON.stringify(text);
}

function attributeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The paragraph as it is, written so that no character of it means anything to the syntax. */
export function bodyText(text: string): string {
  const escaped = text.replaceAll(/[\\`*_{}[\]<>&]/g, '\\$&');
  // A list, a rule, a heading or a statement begins only at the start of a line.
  return escaped.replace(/^[-+=#~:]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2').replace(/^(import|export)(?=\s|\{|\*)/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
}
