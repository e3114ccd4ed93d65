/** `npm run build`: checks data and content, builds the site beside the published one and swaps it in at the end. */
import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import type { BuildNotes } from '#src/datasets/build-notes.ts';
import type { ReleaseRecord } from '#src/releases/record.ts';
import type { Findings } from '#src/tabular/problem.ts';
import { checkedPortal } from './checked-portal.ts';
import { commandOptions } from './command.ts';
import { takeEarlierAssets } from './earlier-assets.ts';
import { printFindings } from './findings.ts';
import { PersonalNumberOnPage } from './personal-pages.ts';
import type { Options } from './options.ts';
import { showProgress } from './progress.ts';
import { publicationWords } from './publication-words.ts';
import { differingTables } from './release/differing-tables.ts';
import { openPublication } from './release/open-publication.ts';
import { writeLog } from './release/publish.ts';
import type { BuiltSite } from './site-build.ts';
import { siteFacts } from './site-facts.ts';
import type { SiteFacts } from './site-facts.ts';
import { swapIn } from './swap.ts';
import { warningNotes } from './warning-notes.ts';
import { withLock } from './with-lock.ts';

const words = {
  zh: {
    notSwapped: (out: string) => `新网站已生成，但没能放到 ${out}：文件夹可能正被别的程序占用，或磁盘已满。关掉占用它的程序后再运行一次。`,
    built: (out: string, pages: number, seconds: string) => `${out}：${pages} 页，${seconds} 秒`,
  },
  en: {
    notSwapped: (out: string) => `The new site is made but could not be put at ${out}: another program may hold the folder, or the disk is full. Close that program and run this again.`,
    built: (out: string, pages: number, seconds: string) => `${out}: ${pages} pages, ${seconds} s`,
  },
} as const;

const options = commandOptions();
process.exitCode = await withLock(options.out, publicationWords[options.lang], () => buildAndPublish(options));

/** The exit status: 0 published, 1 problems in data or content, 2 the environment. */
async function buildAndPublish(options: Options): Promise<0 | 1 | 2> {
  const say = { ...publicationWords[options.lang], ...words[options.lang] };
  const start = performance.now();
  const records = openPublication(options);
  if (records === null) return 2;
  const progress = showProgress();
  progress.step(say.checking);
  const examined = examine(options, records);
  progress.done();
  printFindings(examined.findings, options);
  if (examined.site === null) {
    console.error(say.nothingPublished);
    return 1;
  }
  const { facts, notes } = examined.site;
  progress.step(say.building);
  // Loaded only now: Astro takes longer to start than the data to check.
  const { buildSite, siteAddress } = await import('./site-build.ts');
  let built: BuiltSite;
  try {
    built = await buildSite(options, siteAddress(options, facts.settings.site), facts, notes);
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

/** What the check found, and what is to be built; the tables themselves are let go. */
function examine(options: Options, records: readonly ReleaseRecord[]): { readonly findings: Findings; readonly site: { readonly facts: SiteFacts; readonly notes: BuildNotes } | null } {
  const { portal, findings } = checkedPortal(options);
  if (portal === null) return { findings, site: null };
  return { findings, site: { facts: siteFacts(portal), notes: { release: null, differing: differingTables(portal, records), warnings: warningNotes(findings.warnings, portal.tables) } } };
}
