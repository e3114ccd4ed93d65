/** What the pages say of published figures: each with its source, none that was worked out as if it had been published. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check as unknownId } from '#src/datasets/checks/unknown-id.ts';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { portalOf } from '#src/datasets/portal.ts';
import { parseSettings } from '#src/datasets/settings.ts';
import type { DataPackage } from '#src/tabular/data-package.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { readTable } from '#src/tabular/read-table.ts';
import { resourceNamed, runChecks } from '../../tests/support/run-checks.ts';
import { nationalFigures } from './published-series.ts';
import { sourceNames } from './published-source.ts';
import { ratesElsewhereFigure } from './rates-elsewhere.ts';

const dataPackage = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;
const { settings } = parseSettings('{"title":"x","publisher":"x","region":"city","site":"https://x.example/"}', 'portal.json');
const regions = ['china,,country,中国,China', 'province,china,province,甲省,Province A', 'city,province,city,市,City'];
const sources = ['paper,报道,某报,2020,https://paper.example/,high'];

/** Lines of figures as in the CSV, without a quoted cell. */
function portalWith(figures: readonly string[], known = sources) {
  const cells = (lines: readonly string[]) => lines.map((line) => line.split(','));
  return portalOf(settings!, '2024-05-01T00:00:00+08:00', dataPackage, new Map([['regions', cells(regions)], ['figures', cells(figures)], ['sources', cells(known)]]));
}
const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell : (cell as { text: string }).text);

const figures = [
  'a,china,2019,donation_rate,10,‰,about,,published,paper,,',
  'b,china,2020,donation_rate,11,‰,exact,,derived,paper,,',
  'c,china,2021,donation_rate,12,‰,exact,,published,paper,,',
  'd,china,2021,donation_rate,13,‰,exact,,superseded,paper,,',
  'e,china,2022,donation_rate,14,‰,exact,resident,published,paper,,',
  'f,province,2021,donation_rate,9,‰,exact,,published,paper,,',
  'g,china,2020,volume,4000,吨,exact,,published,paper,,',
  'h,china,2021,volume,2500,万单位,exact,,published,paper,,',
];

test('every figure of the demonstration shows its source, its exactness and its status', () => {
  const { portal } = loadPortal({ dataDir: 'data' });
  const exhibits = (['zh', 'en'] as const).flatMap((locale) => [...nationalFigures(portal!, locale), ratesElsewhereFigure(portal!, locale)!]);
  expect(exhibits).toHaveLength(10);
  for (const { table, source, asOf } of exhibits) {
    const column = table.columns.findIndex(({ title }) => title === '来源' || title === 'Source');
    expect(column).toBeGreaterThan(0);
    for (const row of table.rows) for (const at of [column, column - 1, column - 2, column - 3]) expect(textOf(row[at])).not.toBe('');
    expect(source).toMatch(/来源|Source/);
    expect(asOf).toMatch(/^\d{4}$/);
  }
  const shown = exhibits.slice(0, 5).reduce((count, { table }) => count + table.rows.length, 0);
  const lines = readFileSync('data/figures.csv', 'utf8').split('\n');
  const national = lines.filter((line) => /^[^,]+,china,\d{4},(donation_rate|donations|volume),/.test(line)).length;
  const elsewhere = lines.filter((line) => /^[^,]+,(?!china,)[^,]+,\d{4},donation_rate,/.test(line)).length;
  expect(shown).toBe(national + elsewhere);
});

test('a published figure without a source, or with one that is not in the table of sources, does not pass the check', () => {
  const check = (source: string): readonly string[] => {
    const sink = collectProblems();
    const header = resourceNamed('figures').schema.fields.map(({ name }) => name).join(',');
    const folder = mkdtempSync(join(tmpdir(), 'figures-'));
    writeFileSync(join(folder, 'figures.csv'), `${header}\na,china,2019,donation_rate,10,‰,about,,published,${source},,\n`);
    readTable({ path: join(folder, 'figures.csv'), name: 'figures' }, resourceNamed('figures'), { latestDate: null }, sink, () => undefined);
    rmSync(folder, { recursive: true });
    return sink.findings().errors.map(({ column }) => String(column));
  };
  expect(check('paper')).toEqual([]);
  for (const none of ['', 'NP', 'NC']) expect(check(none)).toEqual(['source']);
  const rows = ['a,china,2019,donation_rate,10,‰,about,,published,nowhere,,'].map((line) => line.split(','));
  expect(runChecks([unknownId], { figures: rows, regions: regions.map((line) => line.split(',')), sources: sources.map((line) => line.split(',')) }).map(({ column, value }) => [column, value])).toEqual([['source', 'nowhere']]);
});

test('a value of the publisher without a source says that the publisher names none', () => {
  expect(sourceNames(portalWith([]), [null], 'zh')).toBe('x自报，没有写明出处');
  expect(sourceNames(portalWith([]), ['paper', null], 'en')).toMatch(/某报.*2020; x, which names no source/);
});

test('a figure whose source is unknown is not shown at all: the build stops', () => {
  expect(() => nationalFigures(portalWith(figures, []), 'zh')).toThrow('paper');
  expect(() => ratesElsewhereFigure(portalWith(figures, []), 'zh')).toThrow('paper');
});

test('what was worked out is called that, stands for no year in a sentence, and is joined to nothing', () => {
  const [rate] = nationalFigures(portalWith(figures), 'zh');
  // 2022 rests on another base than the years before it: it is compared with none of them.
  expect(rate!.finding).toContain('：2022 年 14');
  const [oneBase] = nationalFigures(portalWith(figures.map((line) => line.replace(',resident,', ',,'))), 'zh');
  expect(oneBase!.finding).toContain('2019 年 约 10');
  expect(oneBase!.finding).toContain('，2022 年 14');
  expect(rate!.table.rows.map((row) => [row[0], textOf(row[1]), row[3]])).toEqual([
    ['2022', '14‰', '公布值'], ['2021', '13‰', '已被取代'], ['2021', '12‰', '公布值'], ['2020', '11‰', '推算值'], ['2019', '10‰', '公布值'],
  ]);
  // 2021 and 2022 are published on different bases, 2020 was worked out: no line at all.
  expect(rate!.drawing.wide).not.toContain('year-line ');
});

test('tonnes and units are two series; a year without a figure is said', () => {
  const [, tonnes, units] = nationalFigures(portalWith(figures), 'zh');
  expect([tonnes!.id, units!.id]).toEqual(['national-tonnes', 'national-units']);
  expect(tonnes!.table.rows).toHaveLength(1);
  expect(units!.finding).toContain('2021 年以后没有查到');
  expect(nationalFigures(portalWith(figures.map((line) => line.replace('2022', '2023'))), 'zh')[0]!.finding).not.toContain('没有查到');
  expect(nationalFigures(portalWith(figures), 'zh')[0]!.finding).toContain('2023 年的全国数还没有查到');
  expect(nationalFigures(portalWith(figures), 'zh')[0]!.subtitle).toContain('不含香港、澳门和台湾');
});

test('a change of base is marked in the drawing, and what a source reserves stands beside it, without what the subtitle says once', () => {
  const noted = [
    'a,china,2020,donation_rate,10,‰,exact,registered,published,paper,原文为接近10。不含港澳台。,Close to 10.5 in the source. Mainland only.',
    'b,china,2021,donation_rate,11,‰,exact,registered,published,paper,不含港澳台。,Mainland only.',
    'c,china,2022,donation_rate,12,‰,exact,resident,published,paper,不含港澳台。,Mainland only.',
  ];
  const [zh] = nationalFigures(portalWith(noted), 'zh');
  expect(zh!.reservations).toEqual(['2020 年（10‰）：原文为接近10。']);
  expect(zh!.drawing.wide.match(/口径改变/g)).toHaveLength(1);
  expect(zh!.drawing.narrow.match(/口径改变/g)).toHaveLength(1);
  expect(nationalFigures(portalWith(noted), 'en')[0]!.reservations).toEqual(['2020 (10\u202F‰): Close to 10.5 in the source.']);
  expect(nationalFigures(portalWith(noted.slice(0, 2)), 'zh')[0]!.drawing.wide).not.toContain('口径改变');
});

test('of other places only what was published is counted as published, and only rates per 1,000 are shown', () => {
  const places = [...figures, 'i,province,2022,donation_rate,15,‰,about,,derived,paper,,', 'j,city,2022,donation_rate,1.5,%,exact,,published,paper,,', 'k,city,2022,donation_rate,16,‰,exact,,superseded,paper,,'];
  const place = ratesElsewhereFigure(portalWith(places), 'zh');
  expect(place!.finding).toContain('1 个省市公布过 1 个献血率');
  expect(place!.table.rows.map((row) => [row[0], textOf(row[2]), row[4]])).toEqual([['2022', '15‰', '推算值'], ['2021', '9‰', '公布值']]);
  expect(place!.source).toContain('全国公布值');
});

test('a base that was not published is said to be unknown', () => {
  const place = ratesElsewhereFigure(portalWith(figures), 'en');
  expect(place!.finding).toContain('1 of them');
  expect(place!.table.rows[0]).toContain('base not published');
});
