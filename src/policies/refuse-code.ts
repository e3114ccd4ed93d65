/** The second lock on the texts that Astro compiles: a plugin of the compiler's own reader that stops at whatever could run, also where nothing was checked before. */
import type { Node } from 'mdast';
import { textComponents } from './check-texts.ts';
import { refusedCode } from './refused-syntax.ts';

interface CompilerContext {
  readonly fileURL?: URL | undefined;
}

/** Throws with file and line at an import, export, expression, unknown tag or attribute that is no plain text. */
function stopAtCode(node: Readonly<Node>, { fileURL }: CompilerContext): void {
  const [refusal] = refusedCode({ ...node, children: [] } as Node, textComponents);
  if (refusal !== undefined) throw new Error(`${fileURL?.pathname ?? 'text'}:${refusal.line} ${refusal.message.en} ${refusal.fix.en}`);
}

export const refuseCode = {
  name: 'refuse-code',
  mdxjsEsm: stopAtCode,
  mdxFlowExpression: stopAtCode,
  mdxTextExpression: stopAtCode,
  mdxJsxFlowElement: stopAtCode,
  mdxJsxTextElement: stopAtCode,
};
