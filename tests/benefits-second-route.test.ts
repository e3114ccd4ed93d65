/** The benefits and the waiver rules of the demonstration: what the facts say is there with status and basis, and the worked example is worked out again by hand. */
import { beforeAll, expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { feeWaiver } from '#src/domain/fee-waiver.ts';
import { awardsTable, benefitRegions, benefitsHeading } from '#src/figures/benefits.ts';
import { presentSections } from '#src/figures/sections.ts';
import { waiverExample, waiverRules, waiverTemplates } from '#src/figures/waiver-rules.ts';
import { tableCsv } from '#src/publishing/table-csv.ts';
import { fakePortal } from './support/fake-portal.ts';

let portal: Portal;
beforeAll(() => {
  const loaded = loadPortal({ dataDir: 'data', keepDaily: false });
  if (loaded.portal === null) throw new Error(JSON.stringify(loaded.findings.errors[0]));
  portal = loaded.portal;
}, 60_000);

test('every row of the table stands on the page once, under its region, with its status and its basis', () => {
  const regions = benefitRegions(portal, 'zh');
  const published = tableCsv(portal, 'benefits').split('\r\n').slice(1, -1);
  expect(regions.flatMap(({ lines }) => lines)).toHaveLength(published.length);
  for (const { region, lines } of regions) {
    for (const line of lines) {
      expect(published.some((row) => row.startsWith(`${line.benefit},${region},`))).toBe(true);
      expect(line.status).not.toBe('');
      expect(line.authority.words).not.toBe('—');
    }
  }
  expect(regions.slice(0, 2).map(({ region }) => region)).toEqual(['sample-city', 'china']);
  expect(regions.find(({ region }) => region === 'zibo')?.chain).toEqual(['zibo', 'shandong', 'china']);
});

test('the facts: awards at 20, 30 and 40, three exemptions and a proposed fourth in Zibo, a draft in Yuxi', () => {
  const linesOf = (region: string) => benefitRegions(portal, 'zh').find((one) => one.region === region)?.lines ?? [];
  expect(awardsTable(portal, 'en')?.table.rows.map((cells) => cells[0])).toEqual([20, 30, 40].map((value) => ({ text: `Donations: ${value}`, value })));
  for (const [, what] of awardsTable(portal, 'zh')?.table.rows ?? []) expect(what).toMatch(/200毫升计1次/);
  expect(linesOf('zibo').filter(({ benefit }) => benefit.startsWith('zibo-three')).map(({ isInForce, donations }) => [isInForce, donations])).toEqual([[true, 20], [true, 20], [true, 20]]);
  const fourth = linesOf('zibo').find(({ benefit }) => benefit === 'zibo-proposed-fourth');
  expect([fourth?.isInForce, fourth?.authority.path]).toEqual([false, '/policies/zibo-proposal/#c-2-1']);
  expect(linesOf('yuxi').every(({ isInForce, authority }) => !isInForce && authority.path === '/policies/yuxi-opinion/#c-4')).toBe(true);
});

test('the heading counts what holds in the region and above it on the day of the data', () => {
  const held = portal.rows('benefits').filter(({ region, status }) => ['sample-city', 'china'].includes(region) && status === 'in_force').length;
  expect(benefitsHeading(portal, 'zh')).toBe(`示例市有 ${held} 项现行优待：献血 1 次起，最高一档 40 次`);
});

test('rules are rows: below 1,000 ml five times as much within five years, then as much, from 1,000 ml without limit; a dose is 800 ml', () => {
  const [first, ...others] = waiverRules(portal, 'zh');
  expect(first?.rule).toBe('sample-waiver');
  expect(others.map(({ rule }) => rule)).toEqual(['shandong-2024', 'kunming-2018', 'henan-2024', 'beijing-2009']);
  const given = (volumeMl: number) => [{ date: '2024-01-01', volumeMl, doses: null }];
  for (const rule of [first, others[0]]) {
    if (rule?.tiers == null) throw new Error('the rule can be worked out');
    const free = (volumeMl: number, on: string) => feeWaiver(rule.tiers ?? [], given(volumeMl), on).entitled.donor?.high.freeMl;
    expect([free(999, '2029-01-01'), free(999, '2029-01-02'), free(1000, '2060-01-01')]).toEqual([4995, 999, Number.POSITIVE_INFINITY]);
    expect(feeWaiver(rule.tiers, [{ date: '2024-01-01', volumeMl: null, doses: 1 }], '2024-02-01').volumeMl).toBe(800);
  }
});

test('the worked example is 400 × 1 + 400 × 5', () => {
  const rules = waiverRules(portal, 'zh');
  const example = waiverExample(portal, rules, 'zh');
  expect(example?.question).toContain('2019年11月21日');
  expect(example?.sentences[0]).toBe('献血者本人：可免 2,400 毫升。400 × 1 + 400 × 5 = 2,400');
  expect(example?.sentences[1]).toBe('家人：可免 800 毫升。400 × 1 + 400 × 1 = 800');
  expect(example?.table.rows.map((cells) => cells[4])).toEqual(['400 毫升', '2,000 毫升']);
  for (const template of Object.values(waiverTemplates('en'))) expect(template).not.toContain('undefined');
});

test('a rule whose number is not published cannot be worked out and says so; a portal without the tables has no section', () => {
  const hidden = fakePortal({});
  const rules = waiverRules({ ...hidden, rows: ((table: string) => (table === 'waiver-tiers' ? [{ rule: 'r', tier: 1, region: 'sample-city', beneficiary: 'donor', minVolumeMl: 'not_reported', maxVolumeMl: 'not_reported', minDonations: 'not_reported', withinYears: 'not_reported', multiplier: 'not_published', doseMl: 'not_reported', countedFrom: null, validFrom: null, validUntil: null, status: 'in_force', clause: null, source: null }] : [])) as Portal['rows'] }, 'en');
  expect(rules[0]?.tiers).toBeNull();
  expect(rules[0]?.table.rows).toEqual([['1', 'The donor', 'not published', 'not published', 'not published']]);
  expect(waiverExample(hidden, rules, 'en')).toBeNull();
  const ids = presentSections(fakePortal({ tables: { stock: [{ date: '2026-11-21', quantity: '5' }] } })).map(({ id }) => id);
  for (const id of ['benefits', 'waivers', 'fund', 'prices']) expect(ids).not.toContain(id);
});
