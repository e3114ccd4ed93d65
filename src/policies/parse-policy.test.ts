import { describe, expect, test } from 'vitest';
import { collectProblems } from '#src/tabular/problem.ts';
import { parsePolicy } from './parse-policy.ts';
import { allClauses } from './policy.ts';

const frontmatter = `---
title: 示例通知
kind: notice
issuers: [某部门]
number: 示例〔2026〕1号
date: 2026-01-02
place: 全国
level: national
status: in_force
binds: [china]
source:
  title: 示例通知
  publisher: 某部门
  date: 2026-01-02
text: restatement
summary: 一句话。
---
`;

function parse(body: string, head = frontmatter) {
  const sink = collectProblems();
  const policy = parsePolicy({ path: 'content/policies/zh/example.mdx', slug: 'example', locale: 'zh', text: `${head}\n${body}` }, sink);
  return { policy, errors: sink.findings().errors };
}

const good = `<Clause id="c-1" number="一" title="总则" topics="a b" terms="血站、献血屋">
一段文字，有 **强调** 和 [链接](https://example.org/)。

<Duty by="health finance" level="city" strength="must" dimension="departments">安排经费</Duty>

<Clause id="c-1-1" number="一（一）" title="细则">
- 甲
- 乙
</Clause>
</Clause>
`;

test('a text becomes a clause tree', () => {
  const { policy, errors } = parse(good);
  expect(errors).toEqual([]);
  expect(policy?.number).toBe('示例〔2026〕1号');
  expect(allClauses(policy?.clauses ?? []).map((clause) => clause.id)).toEqual(['c-1', 'c-1-1']);
  expect(policy?.clauses[0]?.terms).toEqual(['血站', '献血屋']);
  expect(policy?.clauses[0]?.duties).toEqual([
    { by: ['health', 'finance'], level: 'city', strength: 'must', dimension: 'departments', what: '安排经费' },
  ]);
  expect(policy?.clauses[0]?.clauses[0]?.text.map((node) => node.type)).toEqual(['list']);
});

describe('what is refused, with its line', () => {
  const clause = (text: string) => `<Clause id="c-1" title="x">\n${text}\n</Clause>`;
  const canary = "require('node:fs').writeFileSync('canary', '1')";
  test.each([
    ['an import', `import fs from 'node:fs'\n\n${clause('x')}`, 'text_is_code'],
    ['an export', `export const a = 1\n\n${clause('x')}`, 'text_is_code'],
    ['an expression', clause(`甲 {${canary}} 乙`), 'text_is_code'],
    ['an expression block', clause(`\n{${canary}}\n`), 'text_is_code'],
    ['an expression in a duty', clause(`<Duty by="health" strength="must" dimension="inside">{${canary}}</Duty>`), 'text_is_code'],
    ['an attribute expression', `<Clause id={${canary}}>x</Clause>`, 'text_attribute'],
    ['a spread attribute', `<Clause {...globalThis} id="c-1">x</Clause>`, 'text_attribute'],
    ['an event attribute', `<Clause id="c-1" onclick="alert(1)">x</Clause>`, 'text_attribute'],
    ['a script', clause('<script>alert(1)</script>'), 'text_component'],
    ['an external script', clause('<script src="https://evil.example/x.js"></script>'), 'text_component'],
    ['a frame', clause('<iframe src="https://evil.example/"></iframe>'), 'text_component'],
    ['an object', clause('<object data="x"></object>'), 'text_component'],
    ['a style', clause('<style>p</style>'), 'text_component'],
    ['a form', clause('<form action="https://evil.example/"></form>'), 'text_component'],
    ['an svg', clause('<svg onload="alert(1)"></svg>'), 'text_component'],
    ['a picture tag', clause('<img src="https://evil.example/x.png" />'), 'text_component'],
    ['an unknown component', clause('<Chart name="stock" />'), 'text_component'],
    ['a fragment', clause('<>x</>'), 'text_component'],
    ['a member component', clause('<React.Fragment>x</React.Fragment>'), 'text_component'],
    ['a picture', clause('![x](https://evil.example/x.png)'), 'text_markup'],
    ['a local picture', clause('![x](/x.png)'), 'text_markup'],
    ['a code block', clause('\n```js\nalert(1)\n```\n'), 'text_markup'],
    ['inline code', clause('`x`'), 'text_markup'],
    ['a heading', `${clause('x')}\n\n# 标题`, 'text_markup'],
    ['a quotation', clause('\n> x\n'), 'text_markup'],
    ['a javascript link', clause('[x](javascript:alert(1))'), 'text_link'],
    ['a javascript link in disguise', clause('[x](JaVaScRiPt&colon;alert(1))'), 'text_link'],
    ['a data link', clause('[x](data:text/html,x)'), 'text_link'],
    ['a link without a scheme', clause('[x](//evil.example/)'), 'text_link'],
    ['a plain http link', clause('[x](http://evil.example/)'), 'text_link'],
    ['a link definition', `${clause('[x][1]')}\n\n[1]: javascript:alert(1)`, 'text_markup'],
    ['an unclosed tag', '<Clause id="c-1">x', 'policy_syntax'],
    ['a brace that does not close', clause('甲 { 乙'), 'policy_syntax'],
    ['an html comment', clause('<!-- x -->'), 'policy_syntax'],
    ['an attribute nobody knows', '<Clause id="c-1" colour="red">x</Clause>', 'policy_attribute'],
    ['an id used twice', `${clause('x')}\n\n${clause('y')}`, 'policy_clause_id'],
    ['an id of another form', '<Clause id="3.1">x</Clause>', 'policy_clause_id'],
    ['a term that is a sentence', '<Clause id="c-1" terms="这是一个超过十二个字的长句子了吧">x</Clause>', 'policy_term_long'],
    ['a duty of nobody known', clause('<Duty by="somebody" strength="must" dimension="inside">x</Duty>'), 'policy_word'],
    ['no clause at all', '一段文字', 'policy_empty'],
  ])('%s', (_name, body, code) => {
    const { policy, errors } = parse(body);
    expect(policy).toBeNull();
    expect(errors.map((problem) => problem.code)).toContain(code);
    expect(errors.every((problem) => problem.message.zh !== '' && problem.fix.en !== '')).toBe(true);
    const line = errors.find((problem) => problem.code === code)?.row;
    if (code !== 'policy_empty' && code !== 'policy_syntax') expect(line).toBeGreaterThan(18);
  });

  test('frontmatter that lacks a key or holds an unknown one', () => {
    const { policy, errors } = parse(good, frontmatter.replace('status: in_force', 'state: in_force'));
    expect(policy).toBeNull();
    expect(errors.map((problem) => problem.code)).toEqual(['policy_frontmatter', 'policy_frontmatter']);
  });
});
