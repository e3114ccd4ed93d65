/** The options that build, check and release share. */
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

/** Reads the command line; anything unknown or malformed throws a UsageError. */
export function parseOptions(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Options {
  const values = parse(args);
  const asOf = values['as-of'];
  if (asOf !== undefined && !isInstant(asOf)) throw new UsageError(`--as-of ${asOf}: 2026-11-21T21:00:00+08:00`);
  return {
    data: resolve(values.data ?? 'data'),
    content: resolve(values.content ?? 'content'),
    out: resolve(values.out ?? 'dist'),
    base: values.base === undefined ? undefined : `/${values.base.replaceAll(/^\/+|\/+$/g, '')}`,
    site: values.site,
    asOf,
    ...outputOptions(values, environment),
  };
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

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        content: { type: 'string' },
        out: { type: 'string' },
        base: { type: 'string' },
        site: { type: 'string' },
        'as-of': { type: 'string' },
        lang: { type: 'string' },
        format: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
