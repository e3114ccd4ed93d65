/** The second lock on the texts that Astro compiles: a plugin of its reader that stops at whatever could run, also where nothing was checked before. */
import type { Root } from 'mdast';
import { textComponents } from './check-texts.ts';
import { refusedCode } from './refused-syntax.ts';

/** Throws on the first import, export, expression, unknown tag or attribute that is no plain text, with file and line. */
export function refuseCode() {
  return (tree: Root, file: { readonly path: string }): void => {
    const [refusal] = refusedCode(tree, textComponents);
    if (refusal !== undefined) throw new Error(`${file.path}:${refusal.line} ${refusal.message.en} ${refusal.fix.en}`);
  };
}
