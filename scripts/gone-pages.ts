/** Lets every page address of the last release answer in a new site: where the page is gone, with a note of what became of it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

export interface GonePages {
  /** Number of the last release. */
  readonly release: number;
  /** Its list of files, as `sha256sum -c` reads it; notes of former releases are in it and are written again. */
  readonly manifest: string;
  /** Date of the build, `YYYY-MM-DD`. */
  readonly date: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly demonstration: boolean;
}

/** Writes a note in the place of each page of the list that the site in `folder` does not have; returns their paths in order. */
export function writeGonePages(folder: string, gone: GonePages): readonly string[] {
  const paths = gone.manifest.split('\n').map((line) => line.slice(66)).filter((path) => path.endsWith('.html') && !existsSync(join(folder, path))).toSorted();
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), notePage(path, gone));
  }
  return paths;
}

function notePage(path: string, { release, date, title, demonstration }: GonePages): string {
  const isEnglish = path.startsWith('en/');
  const home = `${posix.relative(posix.dirname(`/${path}`), '/') || '.'}/`;
  const mark = demonstration ? (isEnglish ? '[Demonstration] ' : '[示例] ') : '';
  const words = isEnglish
    ? { lang: 'en', title: 'This page is no longer published', text: `Up to release ${release} there was a page here. The data of ${date} have nothing for it any more.`, data: 'What is published, and what was changed', home: title.en }
    : { lang: 'zh-Hans', title: '这个页面不再公布', text: `到第 ${release} 次发布为止，这里有一个页面。${date} 的数据里已经没有它的内容。`, data: '现在公布的数据，以及改动', home: title.zh };
  const root = `${home}${isEnglish ? 'en/' : ''}`;
  return `<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(`${mark}${words.title} · ${words.home}`)}</title>
</head>
<body>
<main>
<h1>${escaped(`${mark}${words.title}`)}</h1>
<p>${escaped(words.text)}</p>
<p><a href="${root}data/">${words.data}</a></p>
<p><a href="${root}">${escaped(words.home)}</a></p>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
