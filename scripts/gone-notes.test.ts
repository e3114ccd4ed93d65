import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { parseXml } from '../tests/support/parse-xml.ts';
import { goneList, writeGoneNotes } from './gone-notes.ts';
import type { LastRelease, NotedSite } from './gone-notes.ts';
import { filesBelow } from './swap.ts';
import { manifestText, siteFiles } from './site-files.ts';

const folder = mkdtempSync(join(tmpdir(), '旧网址 open-blood-portal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function site(name: string, paths: readonly string[]): string {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), `of ${name}: ${path}`);
  }
  return join(folder, name);
}

const portal = (date: string): NotedSite => ({ settings: { title: { zh: '血液 <信息>', en: 'Blood' }, demonstration: { clock: null } as never }, address: 'https://blood.example/city/', date });
const last = (release: number, from: string, gone: LastRelease['gone'] = []): LastRelease => ({ release, manifest: manifestText(siteFiles(from)), gone });
const text = (name: string, path: string): string => readFileSync(join(folder, name, path), 'utf8');

describe('over five releases', () => {
  const kinds = ['funds.csv', 'funds.json', 'funds.xlsx', 'funds.parquet'].map((name) => `data/v1/${name}`);
  const others = ['feeds/stock-a.xml', 'calendar/east.ics', 'badges/stock-a.svg', 'stations/stations.geojson', 'old.txt', 'old.js'];
  const first = site('1', ['index.html', 'fund/index.html', 'en/fund/old/index.html', ...kinds, ...others, '_astro/a.js', 'pagefind/x.pf_meta', 'photo.png']);

  test('every address of the former one answers, with the page or a note, which keeps its own release and date', async () => {
    const second = site('2', ['index.html', 'fund/index.html']);
    const gone = await writeGoneNotes(second, last(1, first), portal('2026-11-21'));
    expect(gone.map(({ path }) => path)).toEqual([...kinds, ...others, 'en/fund/old/index.html'].toSorted());
    expect(gone.every(({ release, date }) => release === 1 && date === '2026-11-21')).toBe(true);
    const third = site('3', ['index.html', 'stock/index.html']);
    const later = await writeGoneNotes(third, last(2, second, gone), portal('2026-11-22'));
    expect(later.find(({ path }) => path === 'fund/index.html')).toEqual({ path: 'fund/index.html', release: 2, date: '2026-11-22' });
    expect(later.filter(({ path }) => path !== 'fund/index.html')).toEqual(gone);
    expect(JSON.parse(text('3', goneList))).toEqual(later);
    for (const former of [first, second]) {
      for (const path of filesBelow(former).filter((one) => !/^(?:_astro|pagefind)\/|\.png$/.test(one))) expect(filesBelow(third), path).toContain(path);
    }
    expect(text('3', 'index.html')).toBe('of 3: index.html');
    expect(text('3', 'en/fund/old/index.html')).toContain('Up to release 1 ');
  });

  test('a page that comes back has no note; one that goes again has a new one', async () => {
    const gone = JSON.parse(text('3', goneList)) as LastRelease['gone'];
    const fourth = site('4', ['index.html', 'stock/index.html', 'fund/index.html', 'en/fund/old/index.html', ...kinds, ...others]);
    expect(await writeGoneNotes(fourth, last(3, join(folder, '3'), gone), portal('2026-11-23'))).toEqual([]);
    expect(filesBelow(fourth)).not.toContain(goneList);
    expect(text('4', 'fund/index.html')).toBe('of 4: fund/index.html');
    const fifth = site('5', ['index.html', 'stock/index.html', ...kinds, ...others, 'en/fund/old/index.html']);
    expect(await writeGoneNotes(fifth, last(4, fourth), portal('2026-11-24'))).toEqual([{ path: 'fund/index.html', release: 4, date: '2026-11-24' }]);
  });

  test('a kept site that is published again does not bring notes about what has come back since', async () => {
    const again = join(folder, '3');
    const gone = await writeGoneNotes(again, last(5, join(folder, '5'), JSON.parse(text('5', goneList)) as LastRelease['gone']), portal('2026-11-22'));
    expect(gone.find(({ path }) => path === 'en/fund/old/index.html')).toEqual({ path: 'en/fund/old/index.html', release: 5, date: '2026-11-22' });
    expect(gone.find(({ path }) => path === 'fund/index.html')).toEqual({ path: 'fund/index.html', release: 4, date: '2026-11-24' });
    expect(filesBelow(again)).toEqual(expect.arrayContaining([...filesBelow(join(folder, '5'))]));
  });
});

describe('a note', () => {
  const zh = '[示例] 到第 5 次发布为止，这个地址有一个文件。2026-11-22 的数据里已经没有它的内容。';
  const en = '[Demonstration] Up to release 5 there was a file at this address. The data of 2026-11-22 have nothing for it any more.';
  const catalogue = 'https://blood.example/city/data/';
  const place = (path: string): string => join(folder, '3', path);

  test('on a page is in its language and leads on', () => {
    const english = text('3', 'en/fund/old/index.html');
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('[Demonstration] This address is no longer published');
    expect(english).toContain('href="../../../en/data/"');
    expect(text('3', 'fund/index.html')).toContain('[示例] 这个地址不再公布 · 血液 &lt;信息&gt;');
    expect(text('3', 'fund/index.html')).toContain('href="../data/"');
  });

  test('of a table is read in each format by a library that did not write it', async () => {
    expect(Papa.parse(text('3', 'data/v1/funds.csv').slice(1), { header: true, skipEmptyLines: true }).data).toEqual([{ gone_since_release: '6', note_zh: zh, note_en: en, see: catalogue }]);
    expect(JSON.parse(text('3', 'data/v1/funds.json'))).toEqual({ gone: true, path: 'data/v1/funds.json', last_release: 5, date: '2026-11-22', demonstration: true, note: { zh, en }, see: catalogue });
    expect(await readSheet(readFileSync(place('data/v1/funds.xlsx')), 'gone')).toEqual([[zh], [en], [catalogue]]);
    const file = new Uint8Array(readFileSync(place('data/v1/funds.parquet'))).buffer;
    expect(await parquetReadObjects({ file })).toEqual([{ last_release: 5, date: '2026-11-22', note_zh: zh, note_en: en, see: catalogue }]);
  });

  test('of a feed, a calendar, a picture, a map and a text is what their readers can show', () => {
    parseXml(text('3', 'feeds/stock-a.xml'));
    expect(text('3', 'feeds/stock-a.xml')).toContain(en);
    const [event] = new ICAL.Component(ICAL.parse(text('3', 'calendar/east.ics'))).getAllSubcomponents('vevent');
    expect([event!.getFirstPropertyValue('dtstart')!.toString(), event!.getFirstPropertyValue('description')]).toEqual(['2026-11-22', `${zh}\n${en}`]);
    parseXml(text('3', 'badges/stock-a.svg'));
    expect(text('3', 'badges/stock-a.svg')).toContain(zh);
    expect(JSON.parse(text('3', 'stations/stations.geojson'))).toMatchObject({ type: 'FeatureCollection', features: [], note: { zh, en } });
    expect(text('3', 'old.txt').split('\n').slice(0, 2)).toEqual([zh, en]);
    expect(text('3', 'old.js').split('\n').slice(0, 2)).toEqual([`// ${zh}`, `// ${en}`]);
  });
});
