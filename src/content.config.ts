/** The texts of the portal, one MDX file a language: pages of words and chapters of the handbook. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The operator's own folder of texts where it has this section, else the project's. */
function sectionFolder(section: string): URL {
  const own = process.env['OBP_CONTENT'] ? join(process.env['OBP_CONTENT'], section) : undefined;
  const folder = own !== undefined && existsSync(own) ? own : resolve('content', section);
  return pathToFileURL(`${folder}/`);
}

/** The folders of the languages, which the check reads too; nothing beside them is compiled. */
const texts = '{zh,en}/**/*.mdx';

/** The file's place without its ending: `zh/methods/demand`. */
function generateId({ entry }: { readonly entry: string }): string {
  return entry.replaceAll('\\', '/').replace(/\.mdx$/, '');
}

const pages = defineCollection({
  loader: glob({ pattern: texts, base: sectionFolder('pages'), generateId }),
  schema: z.strictObject({
    title: z.string(),
    /** One sentence for search engines. */
    description: z.string().optional(),
    /** Place among its sisters. */
    order: z.number().optional(),
    /** Shown only where one of these tables is published. */
    tables: z.array(z.string()).optional(),
  }),
});

const handbook = defineCollection({
  loader: glob({ pattern: texts, base: sectionFolder('handbook'), generateId }),
  schema: z.strictObject({
    title: z.string(),
    description: z.string(),
    /** Title in the list of chapters. */
    short: z.string(),
    order: z.number(),
  }),
});

export const collections = { pages, handbook };
