/** Texts that try to run, load or disguise something: each is refused with file and line before anything of it is evaluated, and the file that they try to write never appears. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkTexts } from '#src/policies/check-texts.ts';
import { parsePolicy } from '#src/policies/parse-policy.ts';
import { refuseCode } from '#src/policies/refuse-code.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { runScript } from '../support/portals.ts';
import { writeSmallPortal } from '../support/small-portal.ts';

let folder = '';
let canary = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  canary = join(folder, 'canary');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const head = (extra = '') => `---\ntitle: x\nkind: notice\nissuers: [x]\ndate: 2026\nplace: x\nlevel: city\nstatus: in_force\nbinds: [x]\nsource:\n  title: x\n  publisher: x\n  date: 2026\ntext: official\nsummary: x\n${extra}---\n`;
const bodyLine = 17;
const write = 'process.getBuiltinModule("node:fs").writeFileSync("CANARY", "1")';
const clause = (text: string) => `<Clause id="c-1" number="" title="x">\n${text}\n</Clause>`;

/** Name, what stands below the frontmatter (its first line is line 17), and the line that has to be named; `W` writes the canary. */
const bodies: readonly (readonly [name: string, body: string, line: number])[] = [
  ['an import at the top', `import fs from 'node:fs'\n\n${clause('x')}`, 17],
  ['an import in the middle', `${clause('x')}\n\nimport fs from 'node:fs'\n`, 21],
  ['a dynamic import', clause(`a {import('node:fs').then((fs) => fs.writeFileSync('CANARY', '1'))} b`), 18],
  ['an export', `export const a = W\n\n${clause('x')}`, 17],
  ['a default export', `export default function Layout() { W }\n\n${clause('x')}`, 17],
  ['an expression in a line', clause('a {W} b'), 18],
  ['an expression as a block', clause('\n{W}\n'), 19],
  ['an expression over lines', clause('\n{\n  W\n}\n'), 19],
  ['an expression in emphasis', clause('**{W}**'), 18],
  ['an expression in a list', clause('\n- a\n- {W}\n'), 20],
  ['an expression in a link', clause('[{W}](https://x.example/)'), 18],
  ['a comment in braces', clause('a {/* x */} b'), 18],
  ['an expression in an attribute', '<Clause id="c-1" title={W}>\nx\n</Clause>', 17],
  ['a template in an attribute', '<Clause id="c-1" title={`${W}`}>\nx\n</Clause>', 17],
  ['a spread attribute', '<Clause id="c-1" {...W}>\nx\n</Clause>', 17],
  ['an element in an attribute', '<Clause id="c-1" title={<b />}>\nx\n</Clause>', 17],
  ['an event of a known component', '<Clause id="c-1" onClick="W">\nx\n</Clause>', 17],
  ['an event in capitals', '<Clause id="c-1" ONCLICK="W">\nx\n</Clause>', 17],
  ['an attribute without a value', '<Clause id="c-1" hidden>\nx\n</Clause>', 17],
  ['set:html', '<Clause id="c-1" set:html="<script>W</script>">\nx\n</Clause>', 17],
  ['client:load', '<Clause id="c-1" client:load="x">\nx\n</Clause>', 17],
  ['dangerouslySetInnerHTML', '<Clause id="c-1" dangerouslySetInnerHTML="x">\nx\n</Clause>', 17],
  ['a style attribute', '<Clause id="c-1" style="position:fixed">\nx\n</Clause>', 17],
  ['a script', clause('<script>W</script>'), 18],
  ['a script from elsewhere', clause('<script src="https://x.example/a.js"></script>'), 18],
  ['a script in capitals', clause('<SCRIPT>W</SCRIPT>'), 18],
  ['a frame', clause('<iframe src="https://x.example/"></iframe>'), 18],
  ['a frame with its document', clause('<iframe srcdoc="x"></iframe>'), 18],
  ['svg with an event', clause('<svg onload="W"></svg>'), 18],
  ['a picture with an event', clause('<img src="x" onerror="W" />'), 18],
  ['math', clause('<math><mtext>x</mtext></math>'), 18],
  ['a base address', clause('<base href="https://x.example/" />'), 18],
  ['a refresh', clause('<meta http-equiv="refresh" content="0;url=https://x.example/" />'), 18],
  ['an object', clause('<object data="https://x.example/"></object>'), 18],
  ['an embed', clause('<embed src="https://x.example/" />'), 18],
  ['a style', clause('<style>body</style>'), 18],
  ['a stylesheet', clause('<link rel="stylesheet" href="https://x.example/a.css" />'), 18],
  ['a form', clause('<form action="https://x.example/"></form>'), 18],
  ['an anchor as a tag', clause('<a href="javascript:W">x</a>'), 18],
  ['a template', clause('<template>x</template>'), 18],
  ['a custom element', clause('<group-choice>x</group-choice>'), 18],
  ['a namespaced tag', clause('<svg:script>x</svg:script>'), 18],
  ['a member of an object', clause('<Clause.Inner>x</Clause.Inner>'), 18],
  ['a fragment', clause('<>x</>'), 18],
  ['an unknown component', clause('<Chart name="stock" />'), 18],
  ['a component of pages only', clause('<Setting name="small-count" />'), 18],
  ['a javascript link', clause('[x](javascript:alert%281%29)'), 18],
  ['a javascript link with a number for its colon', clause('[x](javascript&#58;alert)'), 18],
  ['a javascript link with numbers for its letters', clause('[x](&#x6A;avascript:alert)'), 18],
  ['a javascript link with a tab inside', clause('[x](java&#9;script:alert)'), 18],
  ['a javascript link with a blank before it', clause('[x](<&#1;javascript:alert>)'), 18],
  ['a javascript link by reference', `${clause('[x][1]')}\n\n[1]: javascript:alert\n`, 18],
  ['a vbscript link', clause('[x](vbscript:msgbox)'), 18],
  ['a data link', clause('[x](data:text/html;base64,PHNjcmlwdD4=)'), 18],
  ['a file link', clause('[x](file:///etc/passwd)'), 18],
  ['a blob link', clause('[x](blob:https://x.example/1)'), 18],
  ['a link to another host without a scheme', clause('[x](//x.example/)'), 18],
  ['a link to another host with a backslash', clause('[x](/\\x.example/)'), 18],
  ['a link without encryption', clause('[x](http://x.example/)'), 18],
  ['an address in angle brackets', clause('<https://x.example/>'), 18],
  ['a remote picture', clause('![x](https://x.example/a.png)'), 18],
  ['a remote picture by reference', `${clause('![x][1]')}\n\n[1]: https://x.example/a.png\n`, 18],
  ['a picture as data', clause('![x](data:image/svg+xml,x)'), 18],
  ['an html comment', clause('<!-- x -->'), 18],
  ['a doctype', clause('<!DOCTYPE html>'), 18],
  ['a processing instruction', clause('<?xml version="1.0"?>'), 18],
  ['CDATA', clause('<![CDATA[x]]>'), 18],
  ['a tag that is not closed', '<Clause id="c-1">\nx\n', 17],
  ['a brace that is not closed', clause('a { b'), 18],
  ['two hundred levels', clause(`${'\n<Clause id="c-2">\n'.repeat(200)}x${'\n</Clause>\n'.repeat(200)}`), 0],
  ['a hundred quotations', clause(`\n${'> '.repeat(100)}x\n`), 19],
];

const heads: readonly (readonly [name: string, yaml: string])[] = [
  ['a function in the frontmatter', 'number: !!js/function "function () { W }"\n'],
  ['an object to be made', 'number: !!python/object/apply:os.system ["x"]\n'],
  ['a tag of its own', 'number: !run x\n'],
  ['an anchor and its alias', 'number: &a x\nreplaces: [*a]\n'],
  ['a merge key', 'replaces: &b [x]\n<<: *b\n'],
  ['a key that nobody knows', 'layout: ../../../evil.astro\n'],
  ['a key that is there twice', 'title: y\n'],
  ['a javascript source', 'source:\n  url: javascript:alert\n'],
];

const withCanary = (text: string) => text.replaceAll('W', write).replaceAll('CANARY', canary.replaceAll('\\', '/'));

test.each(bodies)('a policy with %s is refused with its line', (_, body, line) => {
  const sink = collectProblems();
  const text = `${head()}${withCanary(body)}\n`;
  expect(head().split('\n').length).toBe(bodyLine);
  expect(parsePolicy({ path: 'content/policies/zh/x.mdx', slug: 'x', locale: 'zh', text }, sink)).toBeNull();
  const { errors } = sink.findings();
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.every(({ file }) => file === 'content/policies/zh/x.mdx')).toBe(true);
  if (line > 0) expect(errors.map(({ row }) => row)).toContain(line);
  expect(errors.some(({ code }) => /^(text_|policy_syntax|policy_attribute)/.test(code)), JSON.stringify(errors[0])).toBe(true);
  expect(existsSync(canary)).toBe(false);
});

test.each(heads)('a policy with %s is refused', (_, yaml) => {
  const sink = collectProblems();
  expect(parsePolicy({ path: 'x.mdx', slug: 'x', locale: 'zh', text: `${withCanary(head(yaml))}${clause('x')}\n` }, sink)).toBeNull();
  expect(sink.findings().errors.length).toBeGreaterThan(0);
  expect(existsSync(canary)).toBe(false);
});

/** What a page or a chapter may hold and a policy may not. */
const allowedOnPages = new Set(['a component of pages only']);

test('the same texts are refused as pages, and by the compiler too where they hold code', async () => {
  const { createMdxRenderer } = satteri({ mdastPlugins: [refuseCode] });
  const compiler = await createMdxRenderer!({ syntaxHighlight: false, gfm: true, smartypants: true } as never, { optimize: false, srcDir: pathToFileURL(`${folder}/`), sourcemap: false } as never);
  let stopped = 0;
  for (const [name, body] of bodies) {
    const sink = collectProblems();
    const text = withCanary(body.replace('<Clause id="c-1" number="" title="x">\n', '').replace('\n</Clause>', ''));
    checkTexts([{ path: 'content/pages/zh/x.mdx', text }], sink);
    expect(sink.findings().errors.length > 0, name).toBe(!allowedOnPages.has(name));
    const compiled = await compiler.process(text, join(folder, 'x.mdx'), {}).then(() => 'compiled', (error: Error) => error.message);
    if (compiled === 'compiled') {
      // What the compiler lets pass holds no tag and no braces.
      expect(/[<{]/.test(text.replaceAll(/<Setting name="small-count" \/>|<&#1;javascript:alert>|<https:\/\/x.example\/>|> /g, '')), name).toBe(false);
    } else stopped += 1;
  }
  expect(stopped).toBeGreaterThan(40);
  expect(existsSync(canary)).toBe(false);
});

test('code inside code is only text', () => {
  const sink = collectProblems();
  checkTexts([{ path: 'x.mdx', text: `# a\n\n\`\`\`mdx\nimport x from 'y'\n\n<script>{${write}}</script>\n\`\`\`\n\nInline \`{${write}}\` and \`<iframe>\`.\n` }], sink);
  expect(sink.findings().errors).toEqual([]);
});

test('check and build name every hostile file, run none of them and publish nothing', async () => {
  const content = join(folder, 'content');
  const policies = join(content, 'policies', 'zh');
  for (const section of ['pages', 'handbook']) cpSync(join('content', section), join(content, section), { recursive: true });
  mkdirSync(policies, { recursive: true });
  bodies.forEach(([, body], index) => writeFileSync(join(policies, `hostile-${index}.mdx`), `${head()}${withCanary(body)}\n`));
  writeFileSync(join(content, 'pages', 'zh', 'hostile.mdx'), withCanary('---\ntitle: x\n---\n\na\n\n{W}\n'));
  mkdirSync(join(content, 'pages', 'zh', 'deeper'));
  writeFileSync(join(content, 'pages', 'zh', 'deeper', 'hostile.mdx'), withCanary('---\ntitle: !!js/function x\n---\n\nimport x from "y"\n'));
  writeFileSync(join(content, 'handbook', 'en', 'hostile.mdx'), withCanary('---\ntitle: x\n---\n\nexport const a = W\n'));
  const out = join(folder, 'dist');
  const data = join(folder, 'data');
  writeSmallPortal(data);
  const args = ['--data', data, '--content', content, '--out', out, '--format', 'json', '--lang', 'en'];
  const [check, build] = await Promise.all([runScript('check', args), runScript('build', args)]);
  expect([check.status, build.status]).toEqual([1, 1]);
  const { errors } = JSON.parse(check.output) as { errors: { file: string; row: number | null }[] };
  const named = new Set(errors.map(({ file }) => file));
  expect(bodies.map((_, index) => `content/policies/zh/hostile-${index}.mdx`).filter((file) => !named.has(file))).toEqual([]);
  for (const file of ['content/pages/zh/hostile.mdx', 'content/pages/zh/deeper/hostile.mdx', 'content/handbook/en/hostile.mdx']) {
    expect(errors.filter((error) => error.file === file && error.row !== null).length, file).toBeGreaterThan(0);
  }
  expect(existsSync(out)).toBe(false);
  expect(existsSync(canary)).toBe(false);
  expect(readdirSync(folder).toSorted()).toEqual(['content', 'data']);
});
