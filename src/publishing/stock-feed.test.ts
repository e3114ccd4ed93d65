import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#src/domain/calendar.ts';
import { everyDay, fakePortal } from '../../tests/support/fake-portal.ts';
import type { FakePortal, TextRecord } from '../../tests/support/fake-portal.ts';
import { parseXml } from '../../tests/support/parse-xml.ts';
import type { XmlElement } from '../../tests/support/parse-xml.ts';
import { feedGroups, stockFeed } from './stock-feed.ts';

const address = (path: string) => `https://blood.example.org/portal${path}`;
const from = '2026-06-01';
const thresholds = [{ level: 'normal', valid_from: '2016-01-01', at_or_above: '7' }, { level: 'low', valid_from: '2016-01-01', at_or_above: '3' }];

/** Issues of 20 a day; the stock is given by date. */
function portalWith(stock: (date: string) => string, until: string, more: Partial<FakePortal> = {}, row: TextRecord = {}) {
  const tables = {
    stock: everyDay(from, until, (date) => ({ ...row, quantity: stock(date) })),
    issues: everyDay(from, until, () => ({ ...row, quantity: '20' })),
    thresholds,
    ...more.tables,
  };
  return fakePortal({ ...more, tables });
}
const waves = (date: string) => (daysBetween(from, date) % 10 < 5 ? '200' : '80');

function entriesOf(feed: string | null): readonly XmlElement[] {
  return parseXml(feed ?? '').children.filter((child) => child.name === 'entry');
}
const childText = (element: XmlElement | undefined, name: string) => element?.children.find((child) => child.name === name)?.text;

/** The rules of RFC 4287 that apply to such a feed. */
function checkAtom(feed: string): void {
  const root = parseXml(feed);
  expect([root.name, root.attributes['xmlns']]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
  const date = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
  const one = (element: XmlElement, name: string) => {
    const found = element.children.filter((child) => child.name === name);
    expect([name, found.length]).toEqual([name, 1]);
    return found[0]!.text;
  };
  expect(() => new URL(one(root, 'id'))).not.toThrow();
  expect(one(root, 'title')).not.toBe('');
  expect(one(root, 'updated')).toMatch(date);
  expect(root.children.find((child) => child.name === 'author')?.children.map((child) => child.name)).toContain('name');
  const relations = root.children.filter((child) => child.name === 'link').map((link) => link.attributes['rel']);
  expect(relations.toSorted()).toEqual(['alternate', 'self']);
  const entries = root.children.filter((child) => child.name === 'entry');
  const ids = entries.map((entry) => one(entry, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  const updated = entries.map((entry) => one(entry, 'updated'));
  for (const [index, entry] of entries.entries()) {
    expect(() => new URL(ids[index] ?? '')).not.toThrow();
    expect(one(entry, 'title')).not.toBe('');
    expect(updated[index]).toMatch(date);
    expect(entry.children.some((child) => child.name === 'link' || child.name === 'content')).toBe(true);
  }
  expect(updated.toSorted().toReversed()).toEqual(updated);
  expect(one(root, 'updated') >= (updated[0] ?? '')).toBe(true);
}

test('one entry for each change of level, newest first, at most fifty', () => {
  const feed = stockFeed(portalWith(waves, '2026-11-21'), 'a-positive', address);
  checkAtom(feed ?? '');
  // Normal and low take turns every five days; the first level is no change.
  const days = daysBetween(from, '2026-11-21');
  expect(entriesOf(feed)).toHaveLength(Math.floor(days / 5));
  const [newest] = entriesOf(feed);
  expect(childText(newest, 'id')).toBe('tag:blood.example.org,2026:stock/a-positive/2026-11-18/normal');
  expect(childText(newest, 'updated')).toBe('2026-11-18T01:00:00.000Z');
  expect(childText(newest, 'title')).toContain('A 型 RhD 阳性悬浮红细胞：偏少 → 正常（2026年11月18日）');
  expect(childText(newest, 'summary')).toContain('正常');
  expect(childText(newest, 'summary')).toMatch(/10\.0\s天/);
  const long = portalWith(waves, '2027-11-21');
  expect(entriesOf(stockFeed(long, 'a-positive', address))).toHaveLength(50);
});

test('a day without a change of level leaves the feed as it was, one with a change adds one entry', () => {
  const on = (until: string) => stockFeed(portalWith(waves, until), 'a-positive', address);
  for (let date = '2026-07-01'; date < '2026-07-20'; date = addDays(date, 1)) {
    const [before, after] = [on(date), on(addDays(date, 1))];
    const changes = daysBetween(from, addDays(date, 1)) % 5 === 0;
    expect(after === before, date).toBe(!changes);
    expect(entriesOf(after).slice(changes ? 1 : 0)).toEqual(entriesOf(before));
  }
});

test('a level that never changes gives a valid feed without entries', () => {
  const feed = stockFeed(portalWith(() => '200', '2026-07-20'), 'a-positive', address);
  checkAtom(feed ?? '');
  expect(entriesOf(feed)).toEqual([]);
});

test('rare groups, groups without levels and unknown groups have no feed', () => {
  const negative = portalWith(waves, '2026-07-20', {}, { rhd: 'negative' });
  expect([stockFeed(negative, 'a-negative', address), feedGroups(negative)]).toEqual([null, []]);
  const few = portalWith(waves, '2026-07-20', { tables: { issues: everyDay(from, '2026-07-20', (date) => ({ quantity: date > '2026-07-16' ? '1' : '0' })) } });
  expect([stockFeed(few, 'a-positive', address), feedGroups(few)]).toEqual([null, []]);
  const bare = portalWith(waves, '2026-07-20', { tables: { thresholds: [] } });
  expect([stockFeed(bare, 'a-positive', address), feedGroups(bare)]).toEqual([null, []]);
  const usual = portalWith(waves, '2026-07-20');
  expect([stockFeed(usual, 'b-positive', address), feedGroups(usual)]).toEqual([null, ['a-positive']]);
});

test('RhD-negative has a feed where the publisher states its level, in the publisher’s words', () => {
  const stock = everyDay(from, '2026-07-20', (date) => ({ station: 'all', rhd: 'negative', unit: 'percent', quantity: '40', level: date < '2026-07-01' ? 'normal' : 'short' }));
  const feed = stockFeed(fakePortal({ tables: { stock } }), 'a-negative', address);
  checkAtom(feed ?? '');
  expect(entriesOf(feed).map((entry) => childText(entry, 'id'))).toEqual(['tag:blood.example.org,2026:stock/a-negative/2026-07-01/short']);
  expect(childText(entriesOf(feed)[0], 'summary')).toContain('等级由发布单位公布');
});

test('a demonstration says so in the title and in every entry', () => {
  const feed = stockFeed(portalWith(waves, '2026-07-20', { settings: { demonstration: { clock: '2026-07-20T21:00:00+08:00' } } }), 'a-positive', address);
  expect(childText(parseXml(feed ?? ''), 'title')).toContain('示例');
  for (const entry of entriesOf(feed)) expect(childText(entry, 'title')).toMatch(/示例.*demonstration/);
});

test('names with markup stay text', () => {
  const settings = { title: { zh: '血液 <b>&', en: 'Blood & <i>' }, publisher: { zh: ']]> & "', en: '<x>' } };
  const feed = stockFeed(portalWith(waves, '2026-07-20', { settings }), 'a-positive', address);
  checkAtom(feed ?? '');
  expect(childText(parseXml(feed ?? ''), 'title')).toContain('血液 <b>&');
});
