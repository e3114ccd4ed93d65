/** `npm run build`: checks data and content, builds the site beside the published one and swaps it in at the end. */
import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { readRecordLines } from '#src/datasets/release-files.ts';
import { parseRecord } from '#src/releases/record.ts';
import { checkedPortal } from './checked-portal.ts';
import { commandOptions } from './command.ts';
import { takeEarlierAssets } from './earlier-assets.ts';
import { printFindings } from './findings.ts';
import { PersonalNumberOnPage } from './personal-pages.ts';
import type { Options } from './options.ts';
import { showProgress } from './progress.ts';
import { differingTables } from './release/differing-tables.ts';
import { writeLog } from './release/publish.ts';
import { recoverPublication } from './release/recover.ts';
import type { BuiltSite } from './site-build.ts';
import { isReplaceable, swapIn } from './swap.ts';
import { warningNotes } from './warning-notes.ts';
import { withLock } from './with-lock.ts';

const words = {
  zh: {
    checking: '检查数据和内容',
    building: '生成页面',
    notOurs: (out: string) => `${out}：文件夹里有别的文件，不像本程序生成的网站，没有动它。请换一个 --out，或先清空它。`,
    locked: (out: string) => `${out}：另一个命令正在生成或更换这个网站。等它结束后再运行一次。`,
    noPlace: (out: string) => `${out}：不能在这里写入文件。检查文件夹的权限，或换一个 --out。`,
    nothingPublished: '没有发布：原来的网站保持不变。改正上面的问题后再运行一次。',
    failed: '生成页面时出错，没有发布：原来的网站保持不变。',
    notSwapped: (out: string) => `新网站已生成，但没能放到 ${out}：文件夹可能正被别的程序占用，或磁盘已满。关掉占用它的程序后再运行一次。`,
    built: (out: string, pages: number, seconds: string) => `${out}：${pages} 页，${seconds} 秒`,
  },
  en: {
    checking: 'Checking data and content',
    building: 'Making pages',
    notOurs: (out: string) => `${out}: this folder holds other files and does not look like a built site; it was left alone. Name another --out or empty it first.`,
    locked: (out: string) => `${out}: another command is building or replacing this site. Run this again when it is done.`,
    noPlace: (out: string) => `${out}: no file can be written here. Check the permissions of the folder, or name another --out.`,
    nothingPublished: 'Nothing was published: the former site stays as it is. Correct the problems above and run this again.',
    failed: 'A page could not be made. Nothing was published: the former site stays as it is.',
    notSwapped: (out: string) => `The new site is made but could not be put at ${out}: another program may hold the folder, or the disk is full. Close that program and run this again.`,
    built: (out: string, pages: number, seconds: string) => `${out}: ${pages} pages, ${seconds} s`,
  },
} as const;

const options = commandOptions();
process.exitCode = await withLock(options.out, words[options.lang], () => buildAndPublish(options));

/** The exit status: 0 published, 1 problems in data or content, 2 the environment. */
async function buildAndPublish(options: Options): Promise<0 | 1 | 2> {
  const say = words[options.lang];
  const start = performance.now();
  recoverPublication(options);
  if (!isReplaceable(options.out)) {
    console.error(say.notOurs(options.out));
    return 2;
  }
  const progress = showProgress();
  progress.step(say.checking);
  const { portal, findings } = checkedPortal(options);
  progress.done();
  printFindings(findings, options);
  if (portal === null) {
    console.error(say.nothingPublished);
    return 1;
  }
  progress.step(say.building);
  // Loaded only now: Astro takes longer to start than the data to check.
  const { buildSite, siteAddress } = await import('./site-build.ts');
  let built: BuiltSite;
  try {
    const records = readRecordLines(options.data).map(parseRecord);
    const notes = { release: null, differing: differingTables(portal, records), warnings: warningNotes(findings.warnings, portal.tables) };
    built = await buildSite(options, siteAddress(options, portal.settings.site), portal, notes);
    writeLog(built.site, options.data, records);
  } catch (error) {
    progress.done();
    console.error(error instanceof Error ? error.message : error);
    console.error(error instanceof PersonalNumberOnPage ? say.nothingPublished : say.failed);
    return 1;
  }
  progress.done();
  try {
    takeEarlierAssets(options.out, built.site);
    swapIn(built.site, options.out);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(say.notSwapped(options.out));
    return 2;
  } finally {
    built.dispose();
  }
  const pages = readdirSync(options.out, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).length;
  const shown = relative('.', options.out);
  console.error(say.built(shown.startsWith('..') ? options.out : shown, pages, ((performance.now() - start) / 1000).toFixed(1)));
  return 0;
}
