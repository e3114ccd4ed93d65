/** Entries of a fund that helped so few people that they could point at one: several stand as one row, so that the account still adds up to the fen. */
import { isSmall } from '#src/domain/few-people.ts';
import { accountCategories } from '#src/indicators/account-categories.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Field } from '#src/tabular/data-package.ts';
import { peopleIn, suppressedCode, yuanSum } from './small-counts.ts';

type Cells = readonly string[];

/** How many entries a row stands for; the last column of its table. */
export const entriesField: Field = {
  name: 'entries',
  type: 'integer',
  title: '合并笔数',
  'title@en': 'Entries in this row',
  description: '1：这一行就是一笔。大于 1：受助人数少的几笔合成一行公布，金额和人数是它们的和，日期是其中最后一笔的日期。一类在一期里只帮助了很少的人的，与同期的另一类合并公布，类别写作两类的代码，中间是 -and-。',
  'description@en': '1: the row is one entry. More: entries that helped few people are published together; amount and people are their sums, the date is that of the last of them. A category that helped very few people in a period is published together with another of that period: its code is theirs with -and- between them.',
  example: '1',
};

/** The places of the raw entries that make each published row, in the order of the published table. */
export const entryBlocks: (portal: Portal) => readonly (readonly number[])[] = oncePerPortal((portal) => {
  const { fields, rows } = portal.cells('fund-entries');
  const at = columnsOf(fields);
  const { smallCount } = portal.settings;
  const periodOf = periods(portal);
  const people = rows.map((cells) => peopleIn(cells[at('beneficiaries')]));
  const categories = publishedCategories(portal);
  const groups = Map.groupBy(rows.keys(), (index) => {
    const cells = rows[index] ?? [];
    const [fund = '', date = ''] = [cells[at('fund')], cells[at('date')]];
    return [fund, date.slice(0, 4), periodOf(fund, date), cells[at('direction')], categories[index]].join('|');
  });
  const order = (index: number): string => `${rows[index]?.[at('date')] ?? ''} ${String(index).padStart(9, '0')}`;
  const blocks: (readonly number[])[] = [];
  for (const group of groups.values()) {
    const inOrder = group.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
    blocks.push(...blocksOf(inOrder, people, smallCount));
  }
  // A block stands where its last entry stood.
  return blocks.toSorted((a, b) => Math.max(...a) - Math.max(...b));
});

/**
 * The rows of `fund-entries` as they are published. Entries of one fund, year, period, direction and published category whose `beneficiaries` are from 1 to
 * below `small_count` are put together until there are enough people; what is left over joins the last of these, or the entry with the fewest people. A row that
 * is still about too few loses count and notes; it stands alone only where the fund paid for nobody else in the period, so that its amount is the period's.
 */
export function publishedEntryRows(portal: Portal): readonly Cells[] {
  const { fields, rows } = portal.cells('fund-entries');
  const at = columnsOf(fields);
  const { smallCount } = portal.settings;
  const categories = publishedCategories(portal);
  return entryBlocks(portal).map((block) => {
    const members = block.map((index) => rows[index] ?? []);
    const counts = members.map((cells) => peopleIn(cells[at('beneficiaries')]));
    const people = counts.reduce<number | null>((sum, count) => (count === null ? sum : (sum ?? 0) + count), null);
    const isHidden = isSmall(people, smallCount);
    const last = members.at(-1) ?? [];
    const shared = (name: string): string => (members.every((cells) => cells[at(name)] === last[at(name)]) ? (last[at(name)] ?? '') : '');
    const category = categories[block[0] ?? -1] ?? '';
    const own: Readonly<Record<string, string>> = members.length === 1 && !isHidden ? { category } : {
      category,
      ...(members.length === 1 ? {} : { entry: `${members[0]?.[at('entry')] ?? ''}-and-${members.length - 1}`, amount_yuan: yuanSum(members.map((cells) => cells[at('amount_yuan')] ?? '')), programme: shared('programme'), document: shared('document'), note_zh: '', note_en: '' }),
      beneficiaries: isHidden ? suppressedCode : String(people ?? ''),
      ...(isHidden ? { note_zh: suppressedCode, note_en: suppressedCode } : {}),
    };
    return [...fields.map(({ name }, index) => own[name] ?? last[index] ?? ''), String(members.length)];
  });
}

/**
 * The rows of `fund-category-totals` as they are published: the stated totals, those of categories that are published together as one sum.
 */
export function publishedTotalRows(portal: Portal): readonly Cells[] {
  const { fields, rows } = portal.cells('fund-category-totals');
  const at = columnsOf(fields);
  const categories = accountCategories(portal);
  const codes = portal.rows('fund-category-totals').map((row) => categories.ofTotal(row));
  const groups = Map.groupBy(rows.keys(), (index) => [...['fund', 'period_start', 'direction'].map((name) => rows[index]?.[at(name)]), codes[index]].join('|'));
  return [...groups.values()].map((group) => {
    const [first = 0] = group;
    const cells = [...(rows[first] ?? [])];
    cells[at('category')] = codes[first] ?? '';
    if (group.length > 1) cells[at('amount_yuan')] = yuanSum(group.map((index) => rows[index]?.[at('amount_yuan')] ?? ''));
    return cells;
  });
}

/** Of each raw entry, in the order of the table. */
function publishedCategories(portal: Portal): readonly string[] {
  const categories = accountCategories(portal);
  return portal.rows('fund-entries').map((entry) => categories.ofEntry(entry));
}

/** Of the entries of one group, in order of time. */
function blocksOf(group: readonly number[], people: readonly (number | null)[], smallCount: number): readonly (readonly number[])[] {
  const count = (index: number): number => people[index] ?? 0;
  const small = group.filter((index) => isSmall(people[index] ?? null, smallCount));
  if (small.length === 0) return group.map((index) => [index]);
  const blocks: number[][] = [];
  let open: number[] = [];
  for (const index of small) {
    open.push(index);
    if (open.reduce((sum, one) => sum + count(one), 0) < smallCount) continue;
    blocks.push(open);
    open = [];
  }
  const others = group.filter((index) => !small.includes(index));
  if (open.length > 0 && blocks.length > 0) blocks.at(-1)?.push(...open);
  else if (open.length > 0) {
    // The entry with the fewest people hides them best; without one, an entry that names no number of people.
    const companion = others.toSorted((a, b) => (people[a] === null ? 1 : 0) - (people[b] === null ? 1 : 0) || count(a) - count(b) || a - b)[0];
    if (companion !== undefined) others.splice(others.indexOf(companion), 1);
    blocks.push([...(companion === undefined ? [] : [companion]), ...open].toSorted((a, b) => a - b));
  }
  return [...blocks, ...others.map((index) => [index])];
}

/** First day of the stated period of a fund that holds a day; empty where none does. */
function periods(portal: Portal): (fund: string, date: string) => string {
  const stated = portal.rows('fund-balances');
  return (fund, date) => stated.find((row) => row.fund === fund && row.periodStart <= date && date <= row.periodEnd)?.periodStart ?? '';
}

function columnsOf(fields: readonly Field[]): (name: string) => number {
  const places = new Map(fields.map(({ name }, index) => [name, index]));
  return (name) => places.get(name) ?? -1;
}
