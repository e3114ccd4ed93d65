/** Official texts made up for this test, one for each way of numbering, imported from plain text and Word: the tree, what was removed, what was placed nowhere. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlignmentType, Document, LevelFormat, Packer, Paragraph } from 'docx';
import fc from '../support/properties.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOfficialText } from '#src/datasets/official-text.ts';
import { importPolicy, type ImportedPolicy } from '#src/policies/import/import-policy.ts';
import { bodyText } from '#src/policies/import/policy-mdx.ts';
import { parsePolicy, plainText } from '#src/policies/parse-policy.ts';
import { allClauses } from '#src/policies/policy.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { encodeGb18030 } from '../support/gb18030.ts';
import { runScript } from '../support/portals.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
async function imported(content: string | Uint8Array, ending = 'txt'): Promise<ImportedPolicy> {
  files += 1;
  const path = join(folder, `text-${files}.${ending}`);
  writeFileSync(path, content);
  const text = await readOfficialText(path, path);
  if (!('lines' in text)) throw new Error(JSON.stringify(text));
  return importPolicy(text, `text-${files}.${ending}`);
}

/** The tree as the parser of the library reads it from the written file, `id|number|title`, with the text of each clause. */
function treeOf({ mdx }: ImportedPolicy): { readonly lines: readonly string[]; readonly texts: Readonly<Record<string, readonly string[]>> } {
  const filled: Readonly<Record<string, string>> = { kind: 'notice', level: 'city', date: '2026', status: 'in_force\nbinds: [some-city]' };
  const whole = mdx.replaceAll(/^(\s*)(\w+|-)(:?) 待填写$/gm, (_, indent: string, key: string, colon: string) => `${indent}${key}${colon} ${filled[key] ?? '某'}`);
  const sink = collectProblems();
  const policy = parsePolicy({ path: 'x.mdx', slug: 'x', locale: 'zh', text: whole }, sink);
  expect(sink.findings().errors).toEqual([]);
  const all = allClauses(policy?.clauses ?? []);
  return {
    lines: all.map(({ id, number, title }) => [id, number, title].join('|')),
    texts: Object.fromEntries(all.map(({ id, text }) => [id, text.map(plainText)])),
  };
}

const styles: readonly (readonly [name: string, text: string, tree: readonly string[]])[] = [
  ['一、（一）1.（1）, full width', '一、总体要求\n（一）明确目标\n１．每日公布库存\n（１）上午九点以前公布。\n（２）节假日照常公布。\n２．每月公布台账\n（二）落实责任\n二、工作措施\n', [
    'c-1|一、|总体要求', 'c-1-1|（一）|明确目标', 'c-1-1-1|１．|每日公布库存', 'c-1-1-1-1|（１）|', 'c-1-1-1-2|（２）|', 'c-1-1-2|２．|每月公布台账', 'c-1-2|（二）|落实责任', 'c-2|二、|工作措施',
  ]],
  ['一、(一)1.(1), half width', '一、总体要求\n(一)明确目标\n1.每日公布库存\n(1)上午九点以前公布。\n(2)节假日照常公布。\n(二)落实责任\n', [
    'c-1|一、|总体要求', 'c-1-1|(一)|明确目标', 'c-1-1-1|1.|每日公布库存', 'c-1-1-1-1|(1)|', 'c-1-1-1-2|(2)|', 'c-1-2|(二)|落实责任',
  ]],
  ['chapters and articles that count on', '第一章　总则\n第一条　为了公开血液库存，制定本办法。\n第二条　本办法适用于本市。\n第二章　公布\n第三条　血站应当公布下列内容：\n（一）库存；\n（二）采集量。\n第四条　本办法自公布之日起施行。\n', [
    'c-ch-1|第一章|总则', 'c-1|第一条|', 'c-2|第二条|', 'c-ch-2|第二章|公布', 'c-3|第三条|', 'c-3-1|（一）|', 'c-3-2|（二）|', 'c-4|第四条|',
  ]],
  ['chapters with sections', '第一章 总则\n第一条 为了公开，制定本办法。\n第二章 采集\n第一节 采血点\n第二条 采血点应当公示时间。\n第二节 采血车\n第三条 采血车应当公示路线。\n', [
    'c-ch-1|第一章|总则', 'c-1|第一条|', 'c-ch-2|第二章|采集', 'c-ch-2-1|第一节|采血点', 'c-2|第二条|', 'c-ch-2-2|第二节|采血车', 'c-3|第三条|',
  ]],
  ['articles alone, in digits of both widths', '第1条 公布库存。\n第２条 公布价格。\n第 3 条 公布台账。\n', ['c-1|第1条|', 'c-2|第２条|', 'c-3|第3条|']],
  ['articles beyond ten', '第十条 甲。\n第十一条 乙。\n第二十条 丙。\n第二十一条 丁。\n第一百零三条 戊。\n', ['c-10|第十条|', 'c-11|第十一条|', 'c-20|第二十条|', 'c-21|第二十一条|', 'c-103|第一百零三条|']],
  ['1. and （1） without Chinese numbers', '1、公布库存\n(1)每日公布。\n(2)写明时间。\n2、公布台账\n', ['c-1|1、|公布库存', 'c-1-1|(1)|', 'c-1-2|(2)|', 'c-2|2、|公布台账']],
  ['1. that holds （一）', '1. 公布库存\n（一）每日公布。\n（二）写明时间。\n2. 公布台账\n（一）每月公布。\n', ['c-1|1.|公布库存', 'c-1-1|（一）|', 'c-1-2|（二）|', 'c-2|2.|公布台账', 'c-2-1|（一）|']],
  ['1. 1.1 1.1.1', '1. 库存\n1.1 公布时间\n1.1.1 上午公布。\n1.1.2 下午更新。\n1.2 公布范围\n2. 价格\n', ['c-1|1.|库存', 'c-1-1|1.1|公布时间', 'c-1-1-1|1.1.1|', 'c-1-1-2|1.1.2|', 'c-1-2|1.2|公布范围', 'c-2|2.|价格']],
  ['circles and brackets in one character', '一、公布\n㈠库存\n⒈按血型公布\n⑴Ａ型。\n⑵Ｂ型。\n①注明单位。\n㈡台账\n', ['c-1|一、|公布', 'c-1-1|㈠|库存', 'c-1-1-1|⒈|按血型公布', 'c-1-1-1-1|⑴|', 'c-1-1-1-2|⑵|', 'c-1-1-1-2-1|①|', 'c-1-2|㈡|台账']],
  ['1、 where 一、 was meant', '1、 认清形势\n（一）加强领导\n（二）明确任务\n二、明确职责\n三、狠抓落实\n1.广泛培训。\n2.认真执行。\n', ['c-1|1、|认清形势', 'c-1-1|（一）|加强领导', 'c-1-2|（二）|明确任务', 'c-2|二、|明确职责', 'c-3|三、|狠抓落实', 'c-3-1|1.|', 'c-3-2|2.|']],
  ['what only looks like a number', '一、二级医院\n一、总则\n2019年以来，全市公布了库存。\n1.5万人次参加献血。\n按照要求，\n第三条的规定适用。\n二、附则\n', ['c-1|一、|总则', 'c-2|二、|附则']],
];

test.each(styles)('%s', async (_, text, tree) => {
  const result = await imported(text);
  expect(treeOf(result).lines).toEqual(tree);
});

test('a first sentence before more text is the title; nothing of the text is lost or added', async () => {
  const text = '一、健全机制\n（一）统筹协调。各地要加强领导，“一手抓采集，一手抓节约”。\n各部门要配合。\n（二）血站应当公布库存。不得迟报。\n';
  const result = await imported(text);
  expect(treeOf(result).lines).toEqual(['c-1|一、|健全机制', 'c-1-1|（一）|统筹协调。', 'c-1-2|（二）|']);
  expect(treeOf(result).texts['c-1-1']).toEqual(['各地要加强领导，“一手抓采集，一手抓节约”。', '各部门要配合。']);
  expect(lettersOf(result)).toBe(text.replaceAll('\n', ''));
});

test('lines broken at a width, page numbers between them and repeated blanks are put right', async () => {
  const lines = [
    '　　一、公布库存。血站应当在每天上午九点以前公布前一天',
    '的库存，并写明数据截至的时间；遇有自然灾害和突发事件，',
    '应当随时更新，',
    '',
    '— 1 —',
    '',
    '并说明原因。库存低于警戒线的，还应当同时公布应急献血的',
    '地点、时间和联系方式，方便献血者前往。',
    '　　二、公布台账。血站应当每月公布采集、制备、发出和报废',
    '的数量，收支应当  相等。',
    '第 2 页 共 3 页',
    '　　三、附则',
  ];
  const result = await imported(lines.join('\r\n'));
  expect(treeOf(result).texts).toEqual({
    'c-1': ['血站应当在每天上午九点以前公布前一天的库存，并写明数据截至的时间；遇有自然灾害和突发事件，应当随时更新，并说明原因。库存低于警戒线的，还应当同时公布应急献血的地点、时间和联系方式，方便献血者前往。'],
    'c-2': ['血站应当每月公布采集、制备、发出和报废的数量，收支应当 相等。'],
    'c-3': [],
  });
  expect(result.pageNumbers.map(({ line }) => line)).toEqual([5, 11]);
  expect(result.joined).toEqual([2, 3, 7, 8, 10]);
});

test.each(['- 3 -', '－３－', '—3—', '3', '第3页', '第 3 页/共 9 页', '3/9', 'Page 3 of 9', '(3)', '（3）'])('the page number %s goes, and is told', async (number) => {
  const result = await imported(`一、总则\n血站应当公布库存。\n${number}\n二、附则\n`);
  expect(treeOf(result).lines).toEqual(['c-1|一、|总则', 'c-2|二、|附则']);
  expect(result.pageNumbers.map(({ line }) => line)).toEqual([3]);
});

test('a page number over three lines goes; （2） that counts a part stays', async () => {
  const result = await imported('一、总则\n（1）公布库存。\n（2）\n公布台账。\n (\n2\n)\n');
  expect(treeOf(result).lines).toEqual(['c-1|一、|总则', 'c-1-1|（1）|', 'c-1-2|（2）|']);
  expect(result.pageNumbers.map(({ line }) => line)).toEqual([5, 6, 7]);
});

test('title, number and introduction are found; what belongs nowhere is listed and kept', async () => {
  const result = await imported('某市卫生健康委员会文件\n\n某卫发〔2026〕12号\n\n某市卫生健康委员会关于公开\n血液库存的通知\n（征求意见稿）\n\n各区县卫生健康局：\n　　为了公开血液库存，现通知如下。\n一、公布库存\n　　每天公布。\n二、公布台账\n　　每月公布。\n\n某市卫生健康委员会\n2026年3月1日\n（信息公开形式：主动公开）\n');
  expect(result.mdx).toContain('title: "某市卫生健康委员会关于公开血液库存的通知（征求意见稿）"');
  expect(result.mdx).toContain('number: "某卫发〔2026〕12号"');
  const { lines, texts } = treeOf(result);
  expect(lines).toEqual(['c-0||', 'c-1|一、|公布库存', 'c-2|二、|公布台账']);
  expect(texts['c-0']).toEqual(['各区县卫生健康局：', '为了公开血液库存，现通知如下。']);
  expect(texts['c-2']).toEqual(['每月公布。']);
  expect(result.unplaced.map(({ line, text }) => `${line} ${text}`)).toEqual(['1 某市卫生健康委员会文件', '16 某市卫生健康委员会', '17 2026年3月1日', '18 （信息公开形式：主动公开）']);
  for (const { text } of result.unplaced) expect(result.mdx).toContain(text);
});

test('numbers that repeat or jump are placed and told', async () => {
  const result = await imported('一、甲\n三、乙\n三、丙\n');
  expect(treeOf(result).lines).toEqual(['c-1|一、|甲', 'c-3|三、|乙', 'c-3-r2|三、|丙']);
  expect(result.notes.map(({ line, kind }) => [line, kind])).toEqual([[2, 'out_of_order'], [3, 'out_of_order'], [3, 'repeated']]);
});

describe('Word', () => {
  const numbering = {
    config: [{
      reference: 'parts',
      levels: [
        { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.START },
        { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）', alignment: AlignmentType.START },
        { level: 2, format: LevelFormat.DECIMAL, text: '%3.', alignment: AlignmentType.START },
      ],
    }],
  };
  const written = async (children: readonly Paragraph[]) => new Uint8Array(await Packer.toBuffer(new Document({ numbering, sections: [{ children }] })));

  test('numbers typed by hand', async () => {
    const children = ['关于公开血液库存的通知', '第一章　总则', '第一条　血站应当公布库存。', '第二条　血站应当公布：', '（一）库存；', '（二）台账。'].map((text) => new Paragraph(text));
    expect(treeOf(await imported(await written(children), 'docx')).lines).toEqual(['c-ch-1|第一章|总则', 'c-1|第一条|', 'c-2|第二条|', 'c-2-1|（一）|', 'c-2-2|（二）|']);
  });

  test('numbers that Word writes itself', async () => {
    const item = (level: number, text: string) => new Paragraph({ text, numbering: { reference: 'parts', level } });
    const children = [item(0, '总体要求'), item(1, '公布库存'), item(2, '每日公布。'), item(2, '写明时间。'), item(1, '公布台账'), new Paragraph('每月公布。'), item(0, '附则')];
    const { lines, texts } = treeOf(await imported(await written(children), 'docx'));
    expect(lines).toEqual(['c-1|一、|总体要求', 'c-1-1|（一）|公布库存', 'c-1-1-1|1.|', 'c-1-1-2|2.|', 'c-1-2|（二）|公布台账', 'c-2|二、|附则']);
    expect(texts['c-1-2']).toEqual(['每月公布。']);
  });
});

test('whatever the characters, the text comes back as it was', () => {
  const characters = fc.string({ unit: fc.constantFrom(...'血库，。a1 {}<>*_`[]()!#+-=~|\\&:.;"\'“”〔〕$%^/'), minLength: 1, maxLength: 40 });
  const words = fc.constantFrom('import x from "y"', 'export const a = 1', '1. 甲', '- 乙', '# 丙', '<script>', '{process}', '&lt;', '[a](javascript:b)', '![a](b)', '---', '~~~', '***', '<!-- -->');
  const head = '---\ntitle: x\nkind: notice\nissuers: [x]\ndate: 2026\nplace: x\nlevel: city\nstatus: in_force\nbinds: [x]\nsource:\n  title: x\n  publisher: x\n  date: 2026\ntext: official\nsummary: x\n---\n';
  fc.assert(
    fc.property(fc.oneof(characters, words, fc.tuple(words, characters).map((parts) => parts.join(' '))), (raw) => {
      const text = raw.replaceAll(/ +/g, ' ').trim();
      fc.pre(text !== '');
      const sink = collectProblems();
      const policy = parsePolicy({ path: 'x.mdx', slug: 'x', locale: 'zh', text: `${head}\n<Clause id="c-1" number="" title="">\n${bodyText(text)}\n</Clause>\n` }, sink);
      expect(sink.findings().errors).toEqual([]);
      expect(policy?.clauses[0]?.text.map(plainText)).toEqual([text]);
    }),
    { numRuns: 400, seed: 8 },
  );
});

describe('the command', () => {
  const text = '某市关于公开库存的办法\n第一条 血站应当公布库存。\n第二条 血站应当公布价格。\n';
  const run = (...args: readonly string[]) => runScript('policy-import', ['--lang', 'en', '--content', join(folder, 'content'), ...args]);

  test('writes a file that the check refuses until it is filled in, and overwrites none', async () => {
    const path = join(folder, '公开 办法.txt');
    writeFileSync(path, encodeGb18030(text));
    const first = await run('--slug', 'open-rules', path);
    expect(first).toMatchObject({ status: 0 });
    expect(first.output).toContain('2 clauses written');
    const target = join(folder, 'content', 'policies', 'zh', 'open-rules.mdx');
    const mdx = readFileSync(target, 'utf8');
    expect(mdx).toContain('血站应当公布库存。');
    const sink = collectProblems();
    expect(parsePolicy({ path: 'x.mdx', slug: 'x', locale: 'zh', text: mdx }, sink)).toBeNull();
    expect(sink.findings().errors.map(({ value }) => value)).toEqual(expect.arrayContaining(['kind', 'status', 'issuers.0', 'summary']));

    writeFileSync(target, 'kept');
    const again = await run('--slug', 'open-rules', path);
    expect(again.status).toBe(1);
    expect(again.output).toContain('not overwritten');
    expect(readFileSync(target, 'utf8')).toBe('kept');
  });

  test('what it cannot read is a problem, what is no file a wrong call', async () => {
    const utf16 = join(folder, 'utf16.txt');
    writeFileSync(utf16, Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const pdf = join(folder, 'scan.pdf');
    writeFileSync(pdf, '%PDF-1.7');
    const broken = join(folder, 'broken.docx');
    writeFileSync(broken, 'PK\u0003\u0004 nothing');
    const codes = await Promise.all([utf16, pdf, broken].map((path) => readOfficialText(path, path)));
    expect(codes.map((one) => 'code' in one && one.code)).toEqual(['encoding_utf16', 'policy_import_kind', 'policy_import_word']);
    const statuses = await Promise.all([['--slug', 'x', utf16], [], [join(folder, 'nowhere.txt')], ['--slug', '../x', utf16]].map((args) => run(...args)));
    expect(statuses.map(({ status }) => status)).toEqual([1, 2, 2, 2]);
  });
});

/** Everything that the written file says, numbers and titles included, in order and without blanks. */
function lettersOf({ clauses }: ImportedPolicy): string {
  return clauses.map((clause) => `${clause.number}${clause.title}${clause.text.join('')}${lettersOf({ clauses: clause.clauses } as unknown as ImportedPolicy)}`).join('');
}
