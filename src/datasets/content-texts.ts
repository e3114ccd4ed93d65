/** Reads the texts of content/ from the disk, as they are; what they mean is decided elsewhere. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One text file: `path` with `/` from the content folder's parent, `slug` its place below the locale without the ending, `locale` from its folder. */
export interface ContentText {
  readonly path: string;
  readonly slug: string;
  readonly locale: string;
  readonly text: string;
}

/** The .mdx files below `<contentDir>/<section>/<locale>/`, by locale and name; a section that is absent has none. */
export function readContentTexts(contentDir: string, section: string, locales: readonly string[]): readonly ContentText[] {
  return locales.flatMap((locale) => {
    const folder = join(contentDir, section, locale);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.mdx'))
      .toSorted()
      .map((name) => ({
        path: `content/${section}/${locale}/${name}`,
        slug: name.slice(0, -'.mdx'.length),
        locale,
        text: readFileSync(join(folder, name), 'utf8'),
      }));
  });
}
