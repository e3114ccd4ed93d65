/** The options that build, check and release share. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isInstant } from '#src/domain/instant.ts';

export interface Options {
  /** Absolute folders. */
  readonly data: string;
  readonly content: string;
  readonly out: string;
  /** `/` or `/portal`; not given: the path of the site's address. */
  readonly base: string | undefined;
  readonly site: string | undefined;
  readonly asOf: string | undefined;
  readonly lang: 'zh' | 'en';
  readonly format: 'text' | 'json';
}

/** A wrong call: the command prints the message and exits with 2. */
export class UsageError extends Error {}

const sharedUsage = {
  zh: '选项：--data 文件夹 --content 文件夹 --out 文件夹 --base /路径 --site 网址 --as-of 时刻 --lang zh|en --format text|json',
  en: 'Options: --data DIR --content DIR --out DIR --base /PATH --site URL --as-of INSTANT --lang zh|en --format text|json',
} as const;

/** Options that one command has besides the shared ones: their names for parseArgs, and what the usage line says of them. */
export interface FurtherOptions {
  readonly names: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** Words beside options that the command takes, e.g. the number of a release. */
  readonly words?: number;
  readonly usage: { readonly zh: string; readonly en: string };
}

export interface CommandLine {
  readonly options: Options;
  /** Values of the further options. */
  readonly further: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
}

const noFurther: FurtherOptions = { names: {}, usage: { zh: '', en: '' } };

/** Reads the command line; anything unknown or malformed, and a named folder that is not there, throws a UsageError. */
export function parseOptions(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Options {
  return parseCommandLine(args, noFurther, environment).options;
}

/** The same for a command that has options of its own. */
export function parseCommandLine(args: readonly string[], furtherOptions: FurtherOptions, environment: NodeJS.ProcessEnv = process.env): CommandLine {
  const usage = { zh: `${sharedUsage.zh}${furtherOptions.usage.zh}`, en: `${sharedUsage.en}${furtherOptions.usage.en}` };
  const { values, positionals } = parse(args, furtherOptions, usage, environment);
  const output = outputOptions(values, environment);
  const say = (zh: string, en: string): UsageError => new UsageError(`${output.lang === 'zh' ? zh : en}\n${usage[output.lang]}`);
  const { site, 'as-of': asOf } = values;
  if (asOf !== undefined && !isInstant(asOf)) throw say(`--as-of ${asOf}：要写成 2026-11-21T21:00:00+08:00`, `--as-of ${asOf}: write it like 2026-11-21T21:00:00+08:00`);
  if (site !== undefined && !isWebAddress(site)) throw say(`--site ${site}：要写完整的网址，例如 https://blood.example.gov.cn/`, `--site ${site}: write a whole address, e.g. https://blood.example.gov.cn/`);
  if (values.base !== undefined && !isBase(values.base)) throw say(`--base ${values.base}：要写成 /路径，例如 /blood`, `--base ${values.base}: write it like /blood`);
  for (const name of ['data', 'content'] as const) {
    const folder = values[name];
    if (folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw say(`--${name} ${folder}：没有这个文件夹`, `--${name} ${folder}: there is no such folder`);
  }
  const options: Options = {
    data: resolve(values.data ?? 'data'),
    content: resolve(values.content ?? 'content'),
    out: resolve(values.out ?? 'dist'),
    base: values.base === undefined ? undefined : `/${values.base.replaceAll(/^\/+|\/+$/g, '')}`,
    site,
    asOf,
    ...output,
  };
  const further: Readonly<Record<string, string | boolean | undefined>> = values;
  return { options, further, words: positionals };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

/** A path of an address: no spaces, no query, no anchor, no host, no way up. */
function isBase(text: string): boolean {
  return !/[\s?#:\\]|\/\//.test(text) && text.split('/').every((part) => part !== '.' && part !== '..');
}

/** Language and form of what a command prints; the language is the environment's unless it is named. */
export function outputOptions(
  values: { readonly lang?: string | undefined; readonly format?: string | undefined },
  environment: NodeJS.ProcessEnv = process.env,
): Pick<Options, 'lang' | 'format'> {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale;
  const lang = values.lang ?? (locale.toLowerCase().startsWith('zh') ? 'zh' : 'en');
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang ${lang}: zh | en`);
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') throw new UsageError(`--format ${format}: text | json`);
  return { lang, format };
}

function parse(args: readonly string[], further: FurtherOptions, usage: Readonly<Record<'zh' | 'en', string>>, environment: NodeJS.ProcessEnv) {
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: (further.words ?? 0) > 0,
      options: {
        ...further.names,
        data: { type: 'string' },
        content: { type: 'string' },
        out: { type: 'string' },
        base: { type: 'string' },
        site: { type: 'string' },
        'as-of': { type: 'string' },
        lang: { type: 'string' },
        format: { type: 'string' },
      },
    });
    if (parsed.positionals.length > (further.words ?? 0)) throw new Error(parsed.positionals.slice(further.words ?? 0).join(' '));
    return parsed;
  } catch (error) {
    // The parser speaks English only; what is wrong is in its message, what is possible in the line below.
    const { lang } = outputOptions({}, environment);
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage[lang]}`);
  }
}
