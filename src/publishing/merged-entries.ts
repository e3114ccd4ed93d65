/** Entries of a fund that helped so few people that they could point at one: several stand as one row, so that the account still adds up to the fen. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Field } from '#src/tabular/data-package.ts';
import { isSmall, peopleIn, suppressedCode, yuanSum } from './small-counts.ts';

type Cells = readonly string[];

/** How many entries a row stands for; the last column of its table. */
export const entriesField: Field = {
  name: 'entries',
  type: 'integer',
  title: '合并笔数',
  'title@en': 'Entries in this row',
  description: '1：这一行就是一笔。大于 1：受助人数少的几笔合成一行公布，金额和人数是它们的和，日期是其中最后一笔的日期。',
  'description@en': '1: the row is one entry. More: entries that helped few people are published together; amount and people are their sums, the date is that of the last of them.',
  example: '1',
};

/** The places of the raw entries that make each published row, in the order of the published table. */
export const entryBlocks: (portal: Portal) => readonly (readonly number[])[] = oncePerPortal((portal) => {
  const { fields, rows } = portal.cells('fund-entries');
  const at = columnsOf(fields);
  const { smallCount } = portal.settings;
  const periodOf = periods(portal);
  const people = rows.map((cells) => peopleIn(cells[at('beneficiaries')]));
  const groups = Map.groupBy(rows.keys(), (index) => {
    const cells = rows[index] ?? [];
    const [fund = '', date = ''] = [cells[at('fund')], cells[at('date')]];
    return [fund, date.slice(0, 4), periodOf(fund, date), cells[at('direction')], cells[at('category')]].join('|');
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
 * The rows of `fund-entries` as they are published. Entries of one fund, year, period, direction and category whose `beneficiaries` are from 1 to below
 * `small_count` are put together until there are enough people; what is left over joins the last of these, or the entry with the fewest people. A row that is
 * still about too few loses count and notes; where it stands alone its amount is what the accounts state for the category anyway.
 */
export function publishedEntryRows(portal: Portal): readonly Cells[] {
  const { fields, rows } = portal.cells('fund-entries');
  const at = columnsOf(fields);
  const { smallCount } = portal.settings;
  return entryBlocks(portal).map((block) => {
    const members = block.map((index) => rows[index] ?? []);
    const counts = members.map((cells) => peopleIn(cells[at('beneficiaries')]));
    const people = counts.reduce<number | null>((sum, count) => (count === null ? sum : (sum ?? 0) + count), null);
    const isHidden = isSmall(people, smallCount);
    const last = members.at(-1) ?? [];
    const shared = (name: string): string => (members.every((cells) => cells[at(name)] === last[at(name)]) ? (last[at(name)] ?? '') : '');
    if (members.length === 1 && !isHidden) return [...last, '1'];
    const own: Readonly<Record<string, string>> = {
      ...(members.length === 1 ? {} : { entry: `${members[0]?.[at('entry')] ?? ''}-and-${members.length - 1}`, amount_yuan: yuanSum(members.map((cells) => cells[at('amount_yuan')] ?? '')), programme: shared('programme'), document: shared('document'), note_zh: '', note_en: '' }),
      beneficiaries: isHidden ? suppressedCode : String(people ?? ''),
      ...(isHidden ? { note_zh: suppressedCode, note_en: suppressedCode } : {}),
    };
    return [...fields.map(({ name }, index) => own[name] ?? last[index] ?? ''), String(members.length)];
  });
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
