/** `npm run archive`: one zip of the built site that can be read from disk, by anybody, when there is no site any more. */
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fixedZip } from '#src/publishing/fixed-zip.ts';
import { siteArchive } from './archive/site-archive.ts';
import { outputOptions, UsageError } from './options.ts';

const words = {
  zh: {
    usage: '选项：--from 文件夹（生成好的网站，不写就是 dist） --out 文件（不写就是 archive.zip） --lang zh|en',
    noSite: (from: string) => `${from}：这里没有生成好的网站。先运行 npm run build 或 npm run release。`,
    done: (out: string, files: number, megabytes: string) => `${out}：${files} 个文件，${megabytes} MB。解压后打开 index.html。`,
  },
  en: {
    usage: 'Options: --from DIR (a built site; dist if not given) --out FILE (archive.zip if not given) --lang zh|en',
    noSite: (from: string) => `${from}: there is no built site here. Run npm run build or npm run release first.`,
    done: (out: string, files: number, megabytes: string) => `${out}: ${files} files, ${megabytes} MB. Unpack it and open index.html.`,
  },
} as const;

process.exitCode = run();

/** The exit status: 0 written, 2 wrong usage or no site. */
function run(): 0 | 2 {
  let lang: keyof typeof words = 'en';
  try {
    lang = outputOptions({}).lang;
    const { values } = parseArgs({ options: { from: { type: 'string' }, out: { type: 'string' }, lang: { type: 'string' } } });
    lang = outputOptions(values).lang;
    const [from, out] = [resolve(values.from ?? 'dist'), resolve(values.out ?? 'archive.zip')];
    if (!existsSync(join(from, 'index.html'))) {
      console.error(words[lang].noSite(from));
      return 2;
    }
    const files = siteArchive(from);
    const zip = fixedZip(files);
    // Under another name first, so that a kill leaves no half archive in the place of a whole one.
    writeFileSync(`${out}.new`, zip);
    renameSync(`${out}.new`, out);
    console.error(words[lang].done(out, files.length, (zip.length / 1e6).toFixed(1)));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof UsageError || (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) console.error(words[lang].usage);
    return 2;
  }
}
