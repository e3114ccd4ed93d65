/** A step of the site's build: one script gets copies of its own of all that it shares with others, so that it stays one file. */
import type { Plugin } from 'vite';

const mark = '?own-copy';
/** What Vite puts in front of a dynamic import; it is made by Vite itself and has no file. */
const preload = '\0vite/preload-helper.js';

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
      if (source === preload) return preload + mark;
      const found = await this.resolve(source, importer.replace(mark, ''), { ...options, skipSelf: true });
      return found === null || found.external || found.id.includes('?') || found.id.startsWith('\0') ? found : { ...found, id: found.id + mark };
    },
    async load(id) {
      if (id !== preload + mark) return null;
      const { code } = await this.load({ id: preload });
      if (code === null) throw new Error('Vite has no preload helper any more: look again at how the history desk loads its views');
      return { code, moduleSideEffects: false };
    },
  };
}
