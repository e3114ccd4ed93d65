/** What a workbook says of its cells beyond their values: which hold an error mark or an uncomputed formula, and which are shown as percent. */
import { strFromU8, unzipSync } from 'fflate';

export interface WorkbookMarks {
  /** By address the error mark, `D5` → `#REF!`, or the formula that nobody has computed, `=A1+B1`. */
  readonly errors: ReadonlyMap<string, string>;
  /** Addresses of numbers shown as percent: 0.78 is seen as 78%. */
  readonly percents: ReadonlySet<string>;
}

/** The marks of a sheet; without this an error would pass for an empty cell, and 78% for 0.78. Throws on what is no workbook. */
export function workbookMarks(bytes: Uint8Array, sheet: string): WorkbookMarks {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^xl\/(workbook\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name) });
  const part = (name: string): string => (parts[name] === undefined ? '' : strFromU8(parts[name]));
  const relation = elements(part('xl/workbook.xml'), 'sheet').find((element) => element['name'] === sheet)?.['r:id'];
  const target = elements(part('xl/_rels/workbook.xml.rels'), 'Relationship').find((element) => element['Id'] === relation)?.['Target'];
  const percentStyles = percentStylesOf(part('xl/styles.xml'));
  const errors = new Map<string, string>();
  const percents = new Set<string>();
  if (target === undefined) return { errors, percents };
  const sheetXml = part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  for (const [, attributes = '', content = ''] of sheetXml.matchAll(/<(?:\w+:)?c\s([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs)) {
    const { r = '', s, t = 'n' } = attributesOf(attributes);
    if (t === 'e') errors.set(r, /<(?:\w+:)?v>([^<]*)</.exec(content)?.[1] ?? '#REF!');
    else if (/<(?:\w+:)?f\b/.test(content) && !/<(?:\w+:)?v\b/.test(content)) errors.set(r, `=${unescaped(/<(?:\w+:)?f\b[^>]*>([^<]*)</.exec(content)?.[1] ?? '')}`);
    else if (t === 'n' && s !== undefined && percentStyles.has(s)) percents.add(r);
  }
  return { errors, percents };
}

/** Indexes of the cell styles whose number format has a percent sign. */
function percentStylesOf(styles: string): ReadonlySet<string> {
  // 9 and 10 are the two percent formats that every workbook has: 0% and 0.00%.
  const formats = new Set(['9', '10']);
  for (const { numFmtId = '', formatCode = '' } of elements(styles, 'numFmt')) if (formatCode.replace(/"[^"]*"|&quot;.*?&quot;/g, '').includes('%')) formats.add(numFmtId);
  const cellStyles = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/s.exec(styles)?.[0] ?? '';
  return new Set(elements(cellStyles, 'xf').flatMap(({ numFmtId = '' }, index) => (formats.has(numFmtId) ? [String(index)] : [])));
}

function elements(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(([, attributes = '']) => attributesOf(attributes));
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]));
}

function unescaped(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
