/** Holds the texts of content/pages and content/handbook to what the project is: no programs in them, both languages alike, nothing named that does not exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node, Parent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkTexts } from '../src/policies/check-texts.ts';
import { collectProblems } from '../src/tabular/problem.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx);
const sections = ['pages', 'handbook'];

interface Text {
  readonly path: string;
  readonly source: string;
  readonly nodes: readonly Node[];
}

function textsOf(locale: string): ReadonlyMap<string, Text> {
  return new Map(
    sections.flatMap((section) => {
      const folder = join('content', section, locale);
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.mdx'))
        .map((file): [string, Text] => {
          const source = readFileSync(join(folder, file), 'utf8');
          return [`${section}/${file}`, { path: join(folder, file), source, nodes: flatten(parser.parse(source)) }];
        });
    }),
  );
}

function flatten(node: Node): Node[] {
  return [node, ...('children' in node ? (node as Parent).children.flatMap(flatten) : [])];
}

const chinese = textsOf('zh');
const english = textsOf('en');
const all = [...chinese.values(), ...english.values()];

test('texts hold no programs', () => {
  const sink = collectProblems();
  checkTexts(all.map(({ path, source }) => ({ path, text: source })), sink);
  expect(sink.findings().errors).toEqual([]);
  expect(all.length).toBeGreaterThan(40);
});

test('both languages have the same texts, built alike', () => {
  expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted());
  const unlike = [...chinese].flatMap(([name, text]) => {
    const shape = shapeOf(text.nodes);
    const other = shapeOf(english.get(name)?.nodes ?? []);
    const index = shape.findIndex((part, position) => part !== other[position]);
    return shape.length === other.length && index === -1 ? [] : [`${name}: at ${index === -1 ? 'the end' : shape[index]} / ${other[index]}`];
  });
  expect(unlike).toEqual([]);
});

/** Blocks and components in order; words are free. */
function shapeOf(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'heading' && 'depth' in node) return [`heading ${String(node.depth)}`];
    if (node.type === 'yaml' && 'value' in node) {
      const { order, tables } = parse(String(node.value)) as { readonly order?: number; readonly tables?: readonly string[] };
      return [`order ${order} tables ${tables?.join()}`];
    }
    if ('name' in node) return [`<${String(node.name)}>`];
    return ['paragraph', 'listItem', 'code', 'list'].includes(node.type) ? [node.type] : [];
  });
}

test('every command and every file that a text names exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
  const missing = all.flatMap(({ path, source }) => [
    ...[...source.matchAll(/npm (?:run )?([a-z:-]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => !['install', 'run', 'config'].includes(name) && !(name in scripts))
      .map((name) => `${path}: npm run ${name}`),
    ...[...source.matchAll(/`((?:src|scripts|tests|content|data)\/[^`\s<>]*)`/g)]
      .map((match) => match[1] ?? '')
      .filter((file) => !existsSync(file))
      .map((file) => `${path}: ${file}`),
  ]);
  expect(missing).toEqual([]);
});

test('the promises list every address that the site has, in both languages', () => {
  const addresses = readdirSync(join('src', 'pages'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(astro|ts)$/.test(file) && !file.startsWith('404'))
    .map(addressOf);
  expect(addresses).toContain('/stock/[]/');
  const unlisted = ['zh', 'en'].flatMap((locale) => {
    const promises = readFileSync(join('content', 'handbook', locale, 'promises.mdx'), 'utf8');
    const listed = [...promises.matchAll(/`(\/[^`]*)`/g)].map((match) => (match[1] ?? '').replaceAll(/<[^>]+>/g, '[]'));
    return addresses.filter((address) => !listed.includes(address)).map((address) => `${locale}: ${address}`);
  });
  expect(unlisted, 'to be listed in content/handbook/<locale>/promises.mdx').toEqual([]);
});

/** `[...locale]/stock/[group].astro` → `/stock/[]/`, `data/v1/[table].csv.ts` → `/data/v1/[].csv`. */
function addressOf(file: string): string {
  const path = file
    .replace(/\.(astro|ts)$/, '')
    .split(/[\\/]/)
    .filter((segment) => segment !== 'index' && !segment.startsWith('[...'))
    .join('/')
    .replaceAll(/\[[^\]]+\]/g, '[]');
  return path === '' || /\.(\w+|\[\])$/.test(path) ? `/${path}` : `/${path}/`;
}
