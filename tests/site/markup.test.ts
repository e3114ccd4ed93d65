/** Checks the markup of the pages of every template against the HTML standard. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { markupFindings } from '../support/markup.ts';
import { listFiles, pagesByTemplate, pageTemplates } from '../support/templates.ts';

const templates = pageTemplates('src/pages');

describe.each(inject('portals').filter(({ base }) => base === '/'))('$name', ({ folder }) => {
  const pages = pagesByTemplate(templates, listFiles(folder).filter((file) => file.endsWith('.html')));
  // The longest page of each language: it holds the most of what a template can make.
  const cases = [...pages.values()].flatMap((of) =>
    [of.filter((page) => page.startsWith('en/')), of.filter((page) => !page.startsWith('en/'))].flatMap((twins) =>
      twins
        .map((page) => ({ page, html: readFileSync(join(folder, page), 'utf8') }))
        .sort((a, b) => b.html.length - a.html.length)
        .slice(0, 1),
    ),
  );

  test.each(cases)('$page', async ({ page, html }) => {
    expect(await markupFindings(html, page)).toEqual([]);
  });
});
