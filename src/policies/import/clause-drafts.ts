/** Paragraphs of an official text as a tree of clauses by their numbering; what belongs to no clause is kept apart. */
import { numberingOf, numberStyles, type Numbering, type NumberStyle } from './numbering.ts';
import type { SourceLine } from './paragraphs.ts';

export interface ClauseDraft {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly clauses: readonly ClauseDraft[];
  readonly line: number;
}

/** Something that the reader of the result should look at. */
export interface DraftNote {
  readonly line: number;
  readonly text: string;
  readonly kind: 'style_slip' | 'out_of_order' | 'repeated';
}

export interface ClauseTree {
  readonly title: string | null;
  readonly number: string | null;
  readonly clauses: readonly ClauseDraft[];
  /** Paragraphs that no clause holds: the issuer's lines, signature, date, copies. */
  readonly unplaced: readonly SourceLine[];
  readonly notes: readonly DraftNote[];
}

interface Numbered {
  readonly paragraph: SourceLine;
  numbering: Numbering;
}

interface Open {
  readonly style: NumberStyle;
  readonly id: string;
  readonly draft: { id: string; number: string; title: string; text: string[]; clauses: ClauseDraft[]; line: number };
  lastChild: Map<NumberStyle, number>;
}

export function clauseTree(paragraphs: readonly SourceLine[]): ClauseTree {
  const notes: DraftNote[] = [];
  const first = paragraphs.findIndex(({ text }) => numberingOf(text) !== null);
  const body = first === -1 ? [] : paragraphs.slice(first);
  const opening = readOpening(first === -1 ? paragraphs : paragraphs.slice(0, first));
  const closing = closingLines(body);
  const inClauses = body.slice(0, body.length - closing.length);

  const numbered = new Map<SourceLine, Numbered>();
  for (const paragraph of inClauses) {
    const numbering = numberingOf(paragraph.text);
    if (numbering !== null) numbered.set(paragraph, { paragraph, numbering });
  }
  mendSlips([...numbered.values()], notes);
  const rank = rankOf([...numbered.values()]);

  const root: Open = { style: 'part', id: 'c', draft: { id: 'c', number: '', title: '', text: [], clauses: [], line: 0 }, lastChild: new Map() };
  const used = new Set<string>();
  let open: Open[] = [root];
  for (const paragraph of inClauses) {
    const found = numbered.get(paragraph);
    if (found === undefined) {
      open.at(-1)?.draft.text.push(paragraph.text);
      continue;
    }
    const { numbering } = found;
    while (open.length > 1 && rank((open.at(-1) as Open).style, open.at(-1)) >= rank(numbering.style, numbering)) open = open.slice(0, -1);
    const parent = open.at(-1) ?? root;
    const before = numbering.style === 'article' ? root.lastChild.get('article') : parent.lastChild.get(numbering.style);
    if (numbering.path.length === 1 && numbering.value !== (before ?? 0) + 1) notes.push({ line: paragraph.line, text: numbering.printed, kind: 'out_of_order' });
    (numbering.style === 'article' ? root : parent).lastChild.set(numbering.style, numbering.value);
    const wanted = idOf(parent.id, numbering);
    const id = unusedId(wanted, used);
    if (id !== wanted) notes.push({ line: paragraph.line, text: numbering.printed, kind: 'repeated' });
    used.add(id);
    const { title, text } = titleAndText(numbering);
    const draft = { id, number: numbering.printed, title, text: text === '' ? [] : [text], clauses: [], line: paragraph.line };
    parent.draft.clauses.push(draft);
    open.push({ style: numbering.style, id, draft, lastChild: new Map() });
  }
  const introduction: readonly ClauseDraft[] = opening.text.length === 0 ? [] : [{ id: 'c-0', number: '', title: '', text: opening.text.map(({ text }) => text), clauses: [], line: opening.text[0]?.line ?? 1 }];
  return { title: opening.title, number: opening.number, clauses: [...introduction, ...root.draft.clauses], unplaced: [...opening.unplaced, ...closing].toSorted((a, b) => a.line - b.line), notes };
}

/** Chapters and sections have ids of their own; an article keeps its number whatever chapter it stands in. */
function idOf(parent: string, { style, value, path }: Numbering): string {
  switch (style) {
    case 'part':
      return `c-part-${value}`;
    case 'chapter':
      return parent.startsWith('c-part') ? `${parent}-ch-${value}` : `c-ch-${value}`;
    case 'section':
      return /-ch-\d+$/.test(parent) ? `${parent}-${value}` : `c-sec-${value}`;
    case 'article':
      return `c-${value}`;
    case 'decimal': {
      // 1.2 inside 1. is c-…-1-2, not c-…-1-1-2.
      const shared = path.slice(0, -1).join('-');
      return shared !== '' && (parent === `c-${shared}` || parent.endsWith(`-${shared}`)) ? `${parent}-${value}` : `${parent}-${path.join('-')}`;
    }
    default:
      return `${parent}-${value}`;
  }
}

function unusedId(id: string, used: ReadonlySet<string>): string {
  if (!used.has(id)) return id;
  for (let copy = 2; ; copy += 1) if (!used.has(`${id}-r${copy}`)) return `${id}-r${copy}`;
}

/** 1、 among 一、二、: where the first 二、 has no 一、 before it, the last lone 1 before it is its first. */
function mendSlips(numbered: readonly Numbered[], notes: DraftNote[]): void {
  for (const style of ['ordinal', 'bracketed'] as const) {
    const second = numbered.findIndex(({ numbering }) => numbering.style === style);
    if (second < 1 || numbered[second]?.numbering.value !== 2) continue;
    const earlier = numbered.slice(0, second);
    const slip = earlier.findLast(({ numbering }) => numbering.value === 1 && numbering.path.length === 1 && ['digit', 'bracketed_digit'].includes(numbering.style));
    if (slip === undefined || earlier.some(({ numbering }) => numbering.style === slip.numbering.style && numbering.value === 2)) continue;
    notes.push({ line: slip.paragraph.line, text: slip.numbering.printed, kind: 'style_slip' });
    slip.numbering = { ...slip.numbering, style };
  }
}

/** The order of styles in this text: as usual, but a style that begins inside the first of another stands inside it. */
function rankOf(numbered: readonly Numbered[]): (style: NumberStyle, item?: Numbering | Open) => number {
  const order: NumberStyle[] = [...numberStyles];
  const loose: readonly NumberStyle[] = ['ordinal', 'bracketed', 'digit', 'bracketed_digit', 'circled'];
  const firstAt = (style: NumberStyle, value: number): number => numbered.findIndex(({ numbering }) => numbering.style === style && numbering.value === value);
  for (const outer of loose) {
    for (const inner of loose) {
      if (order.indexOf(inner) >= order.indexOf(outer)) continue;
      // `inner` usually holds `outer`; here its first stands between the first and the second of `outer`.
      const [begins, goesOn, within] = [firstAt(outer, 1), firstAt(outer, 2), firstAt(inner, 1)];
      const restarted = numbered.filter(({ numbering }) => numbering.style === outer && numbering.value === 1).length > 1;
      if (begins === -1 || goesOn === -1 || within < begins || within > goesOn || restarted) continue;
      order.splice(order.indexOf(outer), 1);
      order.splice(order.indexOf(inner), 0, outer);
    }
  }
  return (style, item) => {
    const depth = style !== 'decimal' || item === undefined ? 0 : 'path' in item ? item.path.length : item.draft.number.split(/[.．]/).filter((part) => part !== '' && part !== '、').length;
    return order.indexOf(style) + depth / 10;
  };
}

/** A heading is a title; a first sentence before more text too, with its full stop; an article has text only. */
function titleAndText({ style, rest }: Numbering): { readonly title: string; readonly text: string } {
  if (style === 'part' || style === 'chapter' || style === 'section') return { title: rest, text: '' };
  if (style === 'article') return { title: '', text: rest };
  const sentence = /^([^。；：]{2,30}。)(.+)$/su.exec(rest);
  if (sentence?.[1] !== undefined && sentence[2] !== undefined && !/应|不得|必须|可以|(?<![主重必需])要/.test(sentence[1])) return { title: sentence[1], text: sentence[2].replace(/^[\s　]+/, '') };
  const heading = !/[。；：！？:;]/u.test(rest) && [...rest].length <= 40;
  return heading ? { title: rest, text: '' } : { title: '', text: rest };
}

const titleEnd = /(?:通知|意见|办法|规定|条例|细则|方案|决定|公告|规范|制度|法|规划|标准|措施|章程|通告|批复|函)(?:[（(〔].*[）)〕])?$/u;
const documentNumber = /^[^\s，。；]{1,20}[〔[（(［]\d{4}[〕\]）)］]\d{1,4}号$/u;

/** What stands before the first number: title, document number, the introduction's sentences; the rest is placed nowhere. */
function readOpening(paragraphs: readonly SourceLine[]): { readonly title: string | null; readonly number: string | null; readonly text: readonly SourceLine[]; readonly unplaced: readonly SourceLine[] } {
  const isText = ({ text }: SourceLine): boolean => /[。；：:]$/u.test(text) || /[，。；]/u.test(text.replace(/^《[^》]*》/u, ''));
  const number = paragraphs.find(({ text }) => documentNumber.test(text.replaceAll(/\s/g, '')));
  const short = paragraphs.filter((paragraph) => paragraph !== number && !isText(paragraph));
  const end = short.findIndex(({ text }) => titleEnd.test(text));
  const titleLines: SourceLine[] = [];
  if (end !== -1) {
    // The lines of a title follow one another and only the last ends like one.
    for (let at = end; at >= 0; at -= 1) {
      const line = short[at];
      if (line === undefined || (at < end && (!/关于|中华人民共和国/.test(line.text) || titleLines.some(({ text }) => /关于/.test(text))))) break;
      titleLines.unshift(line);
    }
    const after = short[end + 1];
    if (after !== undefined && /^[（(].*[）)]$/u.test(after.text)) titleLines.push(after);
  }
  return {
    title: titleLines.length === 0 ? null : titleLines.map(({ text }) => text).join(''),
    number: number?.text.replaceAll(/\s/g, '') ?? null,
    text: paragraphs.filter((paragraph) => paragraph !== number && isText(paragraph)),
    unplaced: short.filter((line) => !titleLines.includes(line)),
  };
}

const closingForms = [/^\d{4}年\d{1,2}月\d{1,2}日(?:印发)?$/u, /^[二〇○零一三四五六七八九十]+年[一二三四五六七八九十]+月[一二三四五六七八九十]+日(?:印发)?$/u, /^(?:附件|抄送|主题词|校对|联系人|联系电话|发布日期|[（(]?信息公开形式)/u];

/** Signature, date, annexes and copies: from the first such line at the end on, and the short lines right before it. */
function closingLines(body: readonly SourceLine[]): readonly SourceLine[] {
  const plain = body.map(({ text }) => text.normalize('NFKC').replaceAll(/\s/g, ''));
  const lastNumbered = body.findLastIndex(({ text }) => numberingOf(text) !== null);
  let start = plain.findIndex((text, index) => index > lastNumbered && closingForms.some((form) => form.test(text)));
  if (start === -1) return [];
  const signature = (text: string): boolean => text.length <= 30 && !/[。；，,：:]/u.test(text);
  while (start - 1 > lastNumbered && signature(plain[start - 1] ?? '。')) start -= 1;
  return body.slice(start);
}
