/** Looks through the text of every finished page for numbers that point at a person, before the pages are published. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { personalKindNames, personalNumberIn } from '#src/domain/personal-numbers.ts';
import type { PersonalKind } from '#src/domain/personal-numbers.ts';
import type { Problem } from '#src/tabular/problem.ts';

/** A site with such numbers; the message names the pages and never the numbers. */
export class PersonalNumberOnPage extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[], lang: 'zh' | 'en') {
    super(problems.map(({ file, column, message, fix }) => [file, ...(column === null ? [] : [column]), message[lang], fix[lang]].join(' ')).join('\n'));
    this.problems = problems;
  }
}

/** Files of a site that people read as text; tables are checked cell by cell before. */
const readable = /\.(?:html|xml|svg|ics|txt)$/;
/** Attributes whose words a reader meets. */
const spoken = /\s(title|alt|aria-label|content|href|placeholder|value)="([^"]*)"/g;
/** Marks that do not part what stands before from what stands behind. */
const inWord = /<\/?(?:b|i|em|strong|mark|u|s|wbr|sub|sup|small)(?:\s[^>]*)?>/g;

/** One problem for each page and place (`text` or the attribute) with such a number. `declared`: digits of telephones for the public. */
export function personalNumbersOnPages(folder: string, declared: ReadonlySet<string>): readonly Problem[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => readable.test(file)).sort();
  return files.flatMap((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    const found = new Map<string, PersonalKind>();
    for (const { place, text } of textsOf(source, /\.(?:html|xml|svg)$/.test(file))) {
      if (found.has(place)) continue;
      const kind = personalNumberIn(text, declared);
      if (kind !== null) found.set(place, kind);
    }
    return [...found].map(([place, kind]) => problemOf(file.split(sep).join('/'), place, kind));
  });
}

/** The text between tags, cut where a tag parts it, and the attributes that are read or followed; scripts and styles are left out. */
function* textsOf(source: string, isMarkup: boolean): Generator<{ readonly place: string; readonly text: string }> {
  if (!isMarkup) {
    yield { place: 'text', text: source };
    return;
  }
  const shown = source.replace(/<(script|style)\b.*?<\/\1>/gs, '\n');
  for (const [tag] of shown.matchAll(/<[a-z][^>]*>/gi)) {
    for (const [, name = '', value = ''] of tag.matchAll(spoken)) {
      if (/\d(?:.{0,3}\d){6}/.test(value)) yield { place: name, text: decode(name === 'href' ? value.replace(/^(?:tel|sms):/, '') : value) };
    }
  }
  yield { place: 'text', text: decode(shown.replace(inWord, '').replace(/<[^>]*>/g, '\n')) };
}

function decode(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&nbsp;/g, ' ')
    .replace(/&(?:shy|zwnj|zwj);/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function problemOf(file: string, place: string, kind: PersonalKind): Problem {
  const { zh, en } = personalKindNames[kind];
  return {
    file, row: null, column: place, value: null, code: 'personal_data_on_page',
    message: { zh: `这一页上像是有${zh}，不能公布。`, en: `This page seems to hold ${en}, which may not be published.` },
    fix: {
      zh: '从它的数据、portal.json 或文章里删去号码。对外公布的电话写进 portal.json 的 contact 或站点表的电话列。',
      en: 'Delete the number from its data, portal.json or text. A public telephone belongs to "contact" in portal.json or to the phone column of the stations.',
    },
  };
}
