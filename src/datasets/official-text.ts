/** Reads an official text from the disk as lines: a plain text in any encoding that tables may have, or a Word file with the numbers that Word writes itself. */
import { readFileSync } from 'node:fs';
import { decodableEncodings, fileChunks, refusedBytes, undecodable } from '#src/tabular/encoding.ts';
import type { Problem, Text } from '#src/tabular/problem.ts';
import { problemOf } from '#src/tabular/refusals.ts';
import { wordParagraphs } from './word-text.ts';

export interface OfficialText {
  readonly lines: readonly { readonly line: number; readonly text: string }[];
  /** Lines may be broken inside a sentence; the paragraphs of a Word file are whole. */
  readonly broken: boolean;
}

const wordings = {
  policy_import_kind: {
    message: { zh: '只能导入 .txt 和 .docx 文件。', en: 'Only .txt and .docx files can be imported.' },
    fix: { zh: '在 Word 或 WPS 中另存为 .docx，或另存为纯文本 .txt。', en: 'In Word or WPS save it as .docx, or as plain text .txt.' },
  },
  policy_import_word: {
    message: { zh: '这个 Word 文件打不开，可能已损坏或有密码。', en: 'This Word file cannot be opened: it may be damaged or have a password.' },
    fix: { zh: '在 Word 或 WPS 中打开它，去掉密码，另存为 .docx。', en: 'Open it in Word or WPS, take the password off and save it as .docx.' },
  },
  policy_import_empty: {
    message: { zh: '文件里没有文字（扫描件只有图片）。', en: 'The file holds no text (a scan is only pictures).' },
    fix: { zh: '先做文字识别，并校对。', en: 'Have its text recognised first, and proof-read.' },
  },
} satisfies Record<string, { readonly message: Text; readonly fix: Text }>;

function problem(code: keyof typeof wordings, file: string): Problem {
  return { file, row: null, column: null, value: null, code, ...wordings[code] };
}

/** The lines of the file, or why it cannot be read; which kind it is, its bytes say. `name` is the file as the operator knows it. */
export async function readOfficialText(path: string, name: string): Promise<OfficialText | Problem> {
  const [start = new Uint8Array()] = fileChunks(path);
  const [a, b, c, d] = start;
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) {
    const paragraphs = await wordParagraphs(readFileSync(path));
    if (paragraphs === null) return problem('policy_import_word', name);
    return withText({ lines: paragraphs.map((text, index) => ({ line: index + 1, text })), broken: false }, name);
  }
  if (!/\.txt$/i.test(path) || (a === 0xd0 && b === 0xcf) || (a === 0x25 && b === 0x50)) return problem('policy_import_kind', name);
  const foreign = refusedBytes(path);
  if (foreign !== null) return problemOf(foreign, { file: name, row: null, column: null, value: null });
  const [encoding] = decodableEncodings(path);
  if (encoding === undefined) return problemOf(undecodable(path), { file: name, row: null, column: null, value: null });
  const text = new TextDecoder(encoding).decode(readFileSync(path));
  return withText({ lines: text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((one, index) => one.split('\f').map((part) => ({ line: index + 1, text: part }))), broken: true }, name);
}

function withText(text: OfficialText, name: string): OfficialText | Problem {
  return text.lines.some((line) => line.text.trim() !== '') ? text : problem('policy_import_empty', name);
}
