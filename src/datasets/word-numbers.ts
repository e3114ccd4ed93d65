/** The numbers of Word's own lists: counted from the definitions in the file, because the text does not hold them. */
import { strFromU8, unzipSync } from 'fflate';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `（%1）`, `%1.%2` */
  readonly text: string;
}

/** The label of every paragraph of the document in order, with a blank where Word has one; '' for a paragraph without. */
export function listLabels(bytes: Uint8Array): readonly string[] {
  const files = unzipSync(bytes, { filter: ({ name }) => ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'].includes(name) });
  const xml = (name: string): string => (files[name] === undefined ? '' : strFromU8(files[name]));
  const levels = levelsOf(xml('word/numbering.xml'));
  const styles = new Map([...xml('word/styles.xml').matchAll(/<w:style\b[^>]*w:styleId="([^"]*)"[^>]*>([\s\S]*?)<\/w:style>/g)].map(([, id = '', body = '']) => [id, listOf(body)]));
  const counts = new Map<string, number[]>();
  return [...xml('word/document.xml').matchAll(/<w:p(?=[\s>/])(?:[^>]*\/>|[^>]*>([\s\S]*?)<\/w:p>)/g)].map(([, body = '']) => {
    const own = listOf(body);
    const list = own ?? styles.get(/<w:pStyle\b[^>]*w:val="([^"]*)"/.exec(body)?.[1] ?? '') ?? null;
    const definition = list === null ? undefined : levels.get(list.list);
    if (list === null || definition === undefined) return '';
    const count = counts.get(definition.id) ?? [];
    counts.set(definition.id, count);
    const level = definition.levels[list.level];
    if (level === undefined || level.format === 'bullet' || level.format === 'none') return '';
    count[list.level] = (count[list.level] ?? level.start - 1) + 1;
    count.length = list.level + 1;
    return level.text.replaceAll(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1;
      const of = definition.levels[at];
      return of === undefined ? '' : written(count[at] ?? of.start, of.format);
    });
  });
}

function listOf(xml: string): { readonly list: string; readonly level: number } | null {
  const properties = /<w:numPr\b[^>]*>([\s\S]*?)<\/w:numPr>/.exec(xml)?.[1];
  const list = /<w:numId\b[^>]*w:val="(\d+)"/.exec(properties ?? '')?.[1];
  return list === undefined || list === '0' ? null : { list, level: Number(/<w:ilvl\b[^>]*w:val="(\d+)"/.exec(properties ?? '')?.[1] ?? 0) };
}

/** List number → its definition; lists of one definition go on counting together. */
function levelsOf(xml: string): ReadonlyMap<string, { readonly id: string; readonly levels: readonly Level[] }> {
  const definitions = new Map(
    [...xml.matchAll(/<w:abstractNum\b[^>]*w:abstractNumId="(\d+)"[^>]*>([\s\S]*?)<\/w:abstractNum>/g)].map(([, id = '', body = '']) => {
      const levels: Level[] = [];
      for (const [, place = '0', level = ''] of body.matchAll(/<w:lvl\b[^>]*w:ilvl="(\d+)"[^>]*>([\s\S]*?)<\/w:lvl>/g)) {
        const value = (name: string): string | undefined => new RegExp(`<w:${name}\\b[^>]*w:val="([^"]*)"`).exec(level)?.[1];
        levels[Number(place)] = { start: Number(value('start') ?? 1), format: value('numFmt') ?? 'decimal', text: decoded(value('lvlText') ?? '') };
      }
      return [id, levels] as const;
    }),
  );
  return new Map(
    [...xml.matchAll(/<w:num\b[^>]*w:numId="(\d+)"[^>]*>([\s\S]*?)<\/w:num>/g)].flatMap(([, number = '', body = '']) => {
      const id = /<w:abstractNumId\b[^>]*w:val="(\d+)"/.exec(body)?.[1] ?? '';
      const levels = definitions.get(id);
      // A list that starts anew counts on its own.
      return levels === undefined ? [] : [[number, { id: body.includes('w:lvlOverride') ? `${id}/${number}` : id, levels }] as const];
    }),
  );
}

function decoded(text: string): string {
  return text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

const chineseDigits = '零一二三四五六七八九';

/** Up to ninety-nine, as far as lists of parts go; beyond, and in formats that official texts do not use, plain digits. */
function written(count: number, format: string): string {
  if (format === 'decimalFullWidth') return String(count).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese') return count <= 20 ? String.fromCharCode(0x245f + count) : String(count);
  if (!/^(?:chinese|japanese|ideograph|taiwanese)/.test(format) || count > 99) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return `${tens > 1 ? chineseDigits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? chineseDigits[ones] : ''}`;
}
