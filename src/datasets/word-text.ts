/** The paragraphs of a .docx as text, with the numbers that Word writes before them itself and that are nowhere in its text. */
import mammoth from 'mammoth';
import { listLabels } from './word-numbers.ts';

/** A part of mammoth's document tree, as far as it is used. */
interface WordNode {
  readonly type: string;
  readonly value?: string;
  readonly breakType?: string;
  readonly children?: readonly WordNode[];
}

/** One text a paragraph, in order, cells of tables among them; null where the bytes are no Word file. */
export async function wordParagraphs(bytes: Uint8Array): Promise<readonly string[] | null> {
  let tree: WordNode | null = null;
  try {
    await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, {
      // Only the tree is wanted: the conversion of an empty document costs nothing.
      transformDocument: (document: WordNode) => {
        tree = document;
        return { ...document, children: [] };
      },
    });
  } catch {
    return null;
  }
  const paragraphs = tree === null ? [] : paragraphsOf(tree);
  const labels = listLabels(bytes);
  // Where the two readings count differently (text boxes), a number could reach the wrong paragraph.
  return labels.length === paragraphs.length ? paragraphs.map((text, index) => `${labels[index] ?? ''}${text}`) : paragraphs;
}

function paragraphsOf(node: WordNode): readonly string[] {
  return node.type === 'paragraph' ? [textOf(node)] : (node.children ?? []).flatMap(paragraphsOf);
}

function textOf(node: WordNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab' || (node.type === 'break' && node.breakType === 'line')) return ' ';
  return (node.children ?? []).map(textOf).join('');
}
