/** What stands at an address that is published no longer: a note of what became of it, in the form in which the address answered. */
import { posix } from 'node:path';
import { Feed } from 'feed';
import ICAL from 'ical.js';
import { drawing, element, escaped } from '#src/charts/svg.ts';
import { textWidth } from '#src/charts/text-width.ts';
import { t } from '#src/i18n/translate.ts';
import { formatCsv } from '#src/tabular/format-csv.ts';

export interface GoneAddress {
  /** Path in the site. */
  readonly path: string;
  /** The last release that had it. */
  readonly release: number;
  /** Date of the data that have nothing for it any more, `YYYY-MM-DD`. */
  readonly date: string;
}

export interface NotingPortal {
  readonly title: { readonly zh: string; readonly en: string };
  readonly demonstration: boolean;
  /** Full address of the catalogue of data. */
  readonly catalogue: string;
}

/** The note; null for a kind of file that cannot hold one (pictures, zips). The same input gives the same bytes. */
export async function goneNote(gone: GoneAddress, portal: NotingPortal): Promise<string | Uint8Array | null> {
  const say = wordsOf(gone, portal);
  const fact = { gone: true, path: gone.path, last_release: gone.release, date: gone.date, demonstration: portal.demonstration, note: say, see: portal.catalogue };
  const lines = [say.zh, say.en, portal.catalogue];
  switch (posix.extname(gone.path)) {
    case '.html':
      return page(gone, portal);
    case '.csv':
      return `\uFEFF${formatCsv(['gone_since_release', 'note_zh', 'note_en', 'see'], [[String(gone.release + 1), say.zh, say.en, portal.catalogue]])}`;
    case '.json':
    case '.jsonld':
      return `${JSON.stringify(fact, null, 2)}\n`;
    case '.geojson':
      return `${JSON.stringify({ type: 'FeatureCollection', features: [], ...fact }, null, 2)}\n`;
    case '.xml':
      return feed(gone, portal, say);
    case '.ics':
      return calendar(gone, portal, say);
    case '.svg':
      return picture(lines.slice(0, 2));
    case '.txt':
      return `${lines.join('\n')}\n`;
    case '.js':
    case '.mjs':
      return lines.map((line) => `// ${line}\n`).join('');
    case '.xlsx':
      return workbook(lines);
    case '.parquet':
      return parquet(fact);
    default:
      return null;
  }
}

type Words = Readonly<Record<'zh' | 'en', string>>;

function wordsOf({ release, date }: GoneAddress, { demonstration }: NotingPortal): Words {
  const say = (locale: 'zh' | 'en'): string => `${demonstration ? t(locale, 'gone.demonstration') : ''}${t(locale, 'gone.file', { release, date })}`;
  return { zh: say('zh'), en: say('en') };
}

function page({ path, release, date }: GoneAddress, { title, demonstration }: NotingPortal): string {
  const locale = path.startsWith('en/') ? 'en' : 'zh';
  const home = `${posix.relative(posix.dirname(`/${path}`), '/') || '.'}/`;
  const root = `${home}${locale === 'en' ? 'en/' : ''}`;
  const heading = `${demonstration ? t(locale, 'gone.demonstration') : ''}${t(locale, 'gone.title')}`;
  return `<!doctype html>
<html lang="${locale === 'en' ? 'en' : 'zh-Hans'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(`${heading} · ${title[locale]}`)}</title>
</head>
<body>
<main>
<h1>${escaped(heading)}</h1>
<p>${escaped(t(locale, 'gone.page', { release, date }))}</p>
<p><a href="${root}data/">${escaped(t(locale, 'gone.data'))}</a></p>
<p><a href="${root}">${escaped(title[locale])}</a></p>
</main>
</body>
</html>
`;
}

/** A feed with one entry, which its readers are shown. */
function feed({ path, date }: GoneAddress, { title, catalogue }: NotingPortal, say: Words): string {
  const name = `${title.zh} · ${title.en}`;
  const id = `${catalogue}#${encodeURIComponent(path)}`;
  const updated = new Date(`${date}T00:00:00Z`);
  const made = new Feed({ id, title: name, updated, generator: false, link: catalogue, author: { name } });
  made.addItem({ id: `${id}-gone`, title: `${say.zh} ${say.en}`, link: catalogue, date: updated });
  return `${made.atom1()}\n`;
}

/** A calendar with one entry on the day from which there are no others. */
function calendar({ path, date }: GoneAddress, { title, catalogue }: NotingPortal, say: Words): string {
  const made = new ICAL.Component('vcalendar');
  made.addPropertyWithValue('version', '2.0');
  made.addPropertyWithValue('prodid', '-//Open Blood Portal//Drives//ZH');
  made.addPropertyWithValue('x-wr-calname', `${title.zh} · ${title.en}`);
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', `gone/${path}@${new URL(catalogue).host}`);
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${date}T00:00:00Z`));
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(date));
  event.addPropertyWithValue('summary', `${t('zh', 'gone.title')} · ${t('en', 'gone.title')}`);
  event.addPropertyWithValue('description', `${say.zh}\n${say.en}`);
  event.addPropertyWithValue('url', catalogue);
  made.addSubcomponent(event);
  return `${made.toString()}\r\n`;
}

const size = 14;

function picture(lines: readonly string[]): string {
  const width = Math.ceil(Math.max(...lines.map((line) => textWidth(line, size)))) + 24;
  const texts = lines.map((line, index) => element('text', { x: 12, y: 22 + index * 22, fill: '#1d1d1b', 'font-size': size }, line));
  return drawing({ width, height: 22 * lines.length + 12, label: lines.join(' '), className: 'stock-badge', standsAlone: true }, [element('rect', { width, height: 22 * lines.length + 12, fill: '#fff' }), ...texts]);
}

// The writers are loaded where a file of their kind is gone, which is rare: a rollback has no time to lose.
async function workbook(lines: readonly string[]): Promise<Uint8Array> {
  const [{ default: writeExcelFile }, { unzipSync }, { fixedZip }] = await Promise.all([import('write-excel-file/node'), import('fflate'), import('./fixed-zip.ts')]);
  const made = await writeExcelFile([{ sheet: 'gone', data: lines.map((value) => [{ value, type: String }]), columns: [{ width: 80 }] }]).toBuffer();
  return fixedZip(Object.entries(unzipSync(made)));
}

async function parquet({ note, last_release: release, date, see }: { readonly note: Words; readonly last_release: number; readonly date: string; readonly see: string }): Promise<Uint8Array> {
  const { ByteWriter, parquetWrite } = await import('hyparquet-writer');
  const writer = new ByteWriter();
  void parquetWrite({
    writer,
    createdBy: 'open-blood-portal',
    columnData: [
      { name: 'last_release', data: [release], type: 'INT32' },
      ...Object.entries({ date, note_zh: note.zh, note_en: note.en, see }).map(([name, value]) => ({ name, data: [value], type: 'STRING' as const })),
    ],
  });
  return new Uint8Array(writer.getBytes().slice());
}
