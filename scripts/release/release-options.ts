/** The options of `npm run release` and `npm run rollback`. */
import { isRevisionClass } from '#src/releases/revisions.ts';
import type { CommonReason } from '#src/releases/revisions.ts';
import { commandLine } from '../command.ts';
import type { CommandLine, Options } from '../options.ts';

export interface ReleaseOptions {
  readonly options: Options;
  /** A reason for all that has none; null where none was given. */
  readonly common: CommonReason | null;
  /** The public note that answers what asks for a confirmation. */
  readonly confirm: string | null;
  readonly dryRun: boolean;
}

const reasonNames = { class: { type: 'string' }, 'reason-zh': { type: 'string' }, 'reason-en': { type: 'string' }, only: { type: 'string' }, confirm: { type: 'string' } } as const;
const reasonUsage = {
  zh: ' --class R1|R2|R3|C --reason-zh 原因 --reason-en 原因（英文） --only 表 --confirm 公开说明',
  en: ' --class R1|R2|R3|C --reason-zh REASON --reason-en REASON --only TABLE --confirm "PUBLIC NOTE"',
} as const;

/** Of this process; does not return when the command line is wrong. */
export function releaseOptions(): ReleaseOptions {
  const line = commandLine({ names: { ...reasonNames, 'dry-run': { type: 'boolean' } }, usage: { zh: `${reasonUsage.zh} --dry-run`, en: `${reasonUsage.en} --dry-run` } });
  return { options: line.options, ...reasonOf(line.further, line.options), dryRun: line.further['dry-run'] === true };
}

/** The number after `npm run rollback --` and the same reasons; does not return when they are wrong. */
export function rollbackOptions(): Pick<ReleaseOptions, 'options' | 'common' | 'confirm'> & { readonly release: number } {
  const line = commandLine({ names: reasonNames, words: 1, usage: { zh: `${reasonUsage.zh}；写明要回到第几次发布`, en: `${reasonUsage.en}; name the release to go back to` } });
  return { options: line.options, ...reasonOf(line.further, line.options), release: releaseNumber(line, '要写明回到第几次发布，例如 npm run rollback -- 12', 'Name the release to go back to, e.g. npm run rollback -- 12') };
}

/** The number after `npm run rebuild --`; does not return when it is wrong. */
export function rebuildOptions(): { readonly options: Options; readonly release: number } {
  const line = commandLine({ names: {}, words: 1, usage: { zh: '；写明要重新生成第几次发布', en: '; name the release to build again' } });
  return { options: line.options, release: releaseNumber(line, '要写明重新生成第几次发布，例如 npm run rebuild -- 12', 'Name the release to build again, e.g. npm run rebuild -- 12') };
}

function releaseNumber({ words: [word = ''], options }: CommandLine, zh: string, en: string): number {
  return /^[1-9]\d*$/.test(word) ? Number(word) : wrong(options, zh, en);
}

function reasonOf(further: Readonly<Record<string, string | boolean | undefined>>, options: Options): Pick<ReleaseOptions, 'common' | 'confirm'> {
  const text = (name: string): string | null => {
    const value = further[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const [kind, zh, en, only, confirm] = ['class', 'reason-zh', 'reason-en', 'only', 'confirm'].map(text);
  if (typeof further['confirm'] === 'string' && confirm === null) wrong(options, '--confirm 要写公开说明的文字', '--confirm needs the text of the public note');
  if (kind == null && zh == null && en == null) {
    if (only != null) wrong(options, '--only 要与 --class、--reason-zh、--reason-en 一起用', '--only goes with --class, --reason-zh and --reason-en');
    return { common: null, confirm: confirm ?? null };
  }
  if (kind == null || zh == null || en == null) return wrong(options, '--class、--reason-zh、--reason-en 要一起写', '--class, --reason-zh and --reason-en go together');
  if (!isRevisionClass(kind)) return wrong(options, `--class ${kind}：要写 R1、R2、R3 或 C`, `--class ${kind}: R1, R2, R3 or C`);
  return { common: { class: kind, reason: { zh, en }, only: only ?? null }, confirm: confirm ?? null };
}

function wrong(options: Options, zh: string, en: string): never {
  console.error(options.lang === 'zh' ? zh : en);
  process.exit(2);
}
