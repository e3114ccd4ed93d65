/** Has Pagefind index the pages of a built site, both languages in one index; clauses are not in it, they are searched by themselves. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';

/** Drawings, forms, rows of numbers and what is not printed: nothing that one would look for by words. */
const excludeSelectors = ['svg', 'script', 'form', 'table', '.no-print'];

/** What the search page loads; the interfaces that Pagefind brings along are not used. */
const used = /^(?:pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|fragment\/.*|index\/.*)$/;

/** Writes `pagefind/` into the folder of a site. The same pages give the same bytes: they are added one by one, in the order of their paths. */
export async function writePageIndex(site: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'zh', excludeSelectors });
  if (index === undefined) throw new Error(`the pages could not be indexed: ${errors.join('; ')}`);
  try {
    const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.html')).toSorted();
    for (const file of pages) {
      const content = readFileSync(join(site, file), 'utf8');
      if (!content.includes('data-pagefind-body')) continue;
      const added = await index.addHTMLFile({ sourcePath: file, content });
      if (added.errors.length > 0) throw new Error(`${file} could not be indexed: ${added.errors.join('; ')}`);
    }
    const { files, errors: unwritten } = await index.getFiles();
    if (unwritten.length > 0) throw new Error(`the index could not be written: ${unwritten.join('; ')}`);
    for (const { path, content } of files) {
      if (!used.test(path)) continue;
      const target = join(site, 'pagefind', path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  } finally {
    await pagefind.close();
  }
}
