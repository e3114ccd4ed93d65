/** A step of the site's build: one script gets copies of its own of all that it shares with others, so that it stays one file. */
import type { Plugin } from 'vite';

const mark = '?own-copy';

/**
 * For a page whose script has to arrive in few requests: what it shares with the scripts of other pages would become files of their own, each asked for
 * after the last. `entry` is the end of the script's path. Only in the build; a page in development loads its modules one by one anyway.
 */
export function ownCopy(entry: string): Plugin {
  return {
    name: 'own-copy',
    enforce: 'pre',
    apply: 'build',
    async resolveId(source, importer, options) {
      if (importer === undefined || !(importer.endsWith(mark) || importer.endsWith(entry))) return null;
      const found = await this.resolve(source, importer.replace(mark, ''), { ...options, skipSelf: true });
      return found === null || found.external || found.id.includes('?') || found.id.startsWith('\0') ? found : { ...found, id: found.id + mark };
    },
  };
}
