/** `npm run policy:import -- FILE`: an official text becomes a policy file with numbered clauses, and the operator is told what became of every line. */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pinyin } from 'pinyin-pro';
import { readOfficialText } from '#src/datasets/official-text.ts';
import { importPolicy, type ImportedPolicy } from '#src/policies/import/import-policy.ts';
import { reservedSlugs } from '#src/policies/policy.ts';
import type { Problem } from '#src/tabular/problem.ts';
import { printFindings } from './findings.ts';
import { outputOptions, UsageError } from './options.ts';

const usage = 'npm run policy:import -- [--slug NAME] [--locale zh|en] [--content DIR] [--lang zh|en] [--format text|json] FILE';
const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n${usage}`);
  process.exitCode = 2;
}

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const output = outputOptions(values);
  const zh = output.lang === 'zh';
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(zh ? '要写一个文件' : 'name one file');
  if (!existsSync(file) || statSync(file).isDirectory()) throw new UsageError(zh ? `没有文件 ${file}` : `there is no file ${file}`);
  const locale = values.locale ?? 'zh';
  if (locale !== 'zh' && locale !== 'en') throw new UsageError('--locale zh | en');
  const slug = values.slug ?? slugOf(file);
  if (!slugForm.test(slug) || reservedSlugs.includes(slug)) throw new UsageError(zh ? `名称 ${slug} 不能用：只用小写字母、数字和连字符（--slug）` : `the name ${slug} cannot be used: small letters, digits and hyphens only (--slug)`);

  const target = join(resolve(values.content ?? 'content'), 'policies', locale, `${slug}.mdx`);
  const shown = `${values.content ?? 'content'}/policies/${locale}/${slug}.mdx`;
  const fail = (problem: Problem): void => {
    if (output.format === 'json') console.log(JSON.stringify({ written: null, problems: [problem] }, null, 2));
    else {
      printFindings({ errors: [problem], warnings: [] }, output);
      console.log(zh ? '什么也没有写入' : 'nothing written');
    }
    process.exitCode = 1;
  };
  if (existsSync(target)) return fail(existing(shown));
  const text = await readOfficialText(file, file);
  if (!('lines' in text)) return fail(text);
  const imported = importPolicy(text, basename(file));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, imported.mdx, { flag: 'wx' });
  if (output.format === 'json') console.log(JSON.stringify({ written: shown, ...reportJson(imported), problems: [] }, null, 2));
  else for (const line of reportLines(imported, shown, zh)) console.log(line);
}

function existing(file: string): Problem {
  return {
    file, row: null, column: null, value: null, code: 'policy_import_exists',
    message: { zh: '这个文件已经有了，没有覆盖。', en: 'This file exists already and was not overwritten.' },
    fix: { zh: '用 --slug 另起一个名称，或先把旧文件移走。', en: 'Choose another name with --slug, or move the old file away first.' },
  };
}

/** From the file's own name; Chinese characters become their readings. */
function slugOf(file: string): string {
  const name = basename(file, extname(file)).normalize('NFKC').toLowerCase();
  const read = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('-');
  return read.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').split('-').slice(0, 12).join('-');
}

function reportJson({ count, clauses, pageNumbers, joined, unplaced, notes }: ImportedPolicy) {
  const tree = (drafts: ImportedPolicy['clauses']): object[] => drafts.map(({ id, number, title, line, clauses: inside }) => ({ id, number, title, line, clauses: tree(inside) }));
  return { clauses: count, tree: tree(clauses), page_numbers: pageNumbers, joined_lines: joined, unplaced, notes };
}

function reportLines({ count, pageNumbers, joined, unplaced, notes }: ImportedPolicy, shown: string, zh: boolean): readonly string[] {
  const noteWords = {
    style_slip: zh ? '序号的写法与同级不同，按同级处理' : 'is numbered in another style than its sisters and was put beside them',
    out_of_order: zh ? '序号不连续' : 'does not follow the number before it',
    repeated: zh ? '序号重复，编号加了后缀' : 'repeats a number; its id got a suffix',
  };
  return [
    zh ? `已写入 ${shown}：${count} 条` : `${shown}: ${count} clauses written`,
    ...(pageNumbers.length === 0 ? [] : [zh ? `删去的页码：第 ${pageNumbers.map(({ line }) => line).join('、')} 行` : `page numbers removed: lines ${pageNumbers.map(({ line }) => line).join(', ')}`]),
    ...(joined.length === 0 ? [] : [zh ? `与上一行接起来的行：第 ${joined.join('、')} 行` : `lines joined to the one before: ${joined.join(', ')}`]),
    ...notes.map(({ line, text, kind }) => (zh ? `第 ${line} 行“${text}”：${noteWords[kind]}` : `line ${line} "${text}" ${noteWords[kind]}`)),
    ...(unplaced.length === 0 ? [] : [zh ? `没有放进条款的 ${unplaced.length} 行（已写在文首的注释里）：` : `${unplaced.length} lines placed in no clause (kept as comments above the text):`]),
    ...unplaced.map(({ line, text }) => `  ${line}: ${text}`),
    zh ? '请填写文首标着“待填写”的各项，再运行 npm run check。' : 'Fill in what is marked 待填写 above the text, then run npm run check.',
  ];
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { slug: { type: 'string' }, locale: { type: 'string' }, content: { type: 'string' }, lang: { type: 'string' }, format: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
