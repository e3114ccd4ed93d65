/** Fee waivers at the finest level at which no count of claims could point at a person: districts, else the region above them, else not at all. */
import { isSmall } from '#src/domain/few-people.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Field } from '#src/tabular/data-package.ts';
import { publishedEntryRows } from './merged-entries.ts';
import { peopleIn, suppressedCode, yuanSum } from './small-counts.ts';

type Cells = readonly string[];

/** One published row and the raw rows that it sums. */
interface Level {
  readonly region: string;
  readonly members: readonly Cells[];
}

interface Places {
  readonly month: number;
  readonly region: number;
  readonly channel: number;
  readonly claims: number;
  readonly amount: number;
}

/**
 * The rows of `fee-waivers` as they are published, in order of month, region and channel. In a month and channel in which a district has from 1 to below
 * `small_count` claims, its districts stand as the region above them; no total stands beside its parts, so nothing can be taken from it. Where the portal's whole
 * region has too few, or an account would show a part of it, the row is `SUP` and so are a second month and a second channel, so that no sum gives it away.
 */
export function publishedWaiverRows(portal: Portal): readonly Cells[] {
  const { fields, rows } = portal.cells('fee-waivers');
  const at = placesOf(fields);
  const { smallCount } = portal.settings;
  const shown = accountRows(portal);
  const merged = accountRows(portal, 'merged');
  const groups = Map.groupBy(rows, (cells) => `${cells[at.month] ?? ''}|${cells[at.channel] ?? ''}`);
  const levels = [...groups.values()].flatMap((group): readonly { readonly level: Level; readonly isHidden: boolean }[] =>
    lifted(portal, group, at).map((level) => {
      const wasLifted = level.members.length > 1;
      const isHidden = isSmall(claimsOf(level, at), smallCount) || merged.has(keyOf(level.members, at)) || (wasLifted && level.members.some((cells) => shown.has(keyOf([cells], at))));
      return { level, isHidden };
    }),
  );
  const hidden = withCompanions(levels, at);
  return levels
    .map(({ level }) => publishedRow(level, hidden.has(level), at))
    .toSorted((a, b) => (sortKey(a, at) < sortKey(b, at) ? -1 : 1));
}

/** Regions of one month and channel, the small ones with their neighbours put into the region above, up to the portal's own. */
function lifted(portal: Portal, group: readonly Cells[], at: Places): readonly Level[] {
  const { smallCount, region: top } = portal.settings;
  const parents = new Map(portal.rows('regions').map(({ region, parent }) => [region, parent]));
  const above = (region: string): string | null => (region === top ? null : (parents.get(region) ?? (parents.has(region) ? null : top)));
  const isUnder = (region: string, ancestor: string): boolean => {
    for (let one: string | null = region, steps = 0; one !== null && steps < 20; one = above(one), steps += 1) if (one === ancestor) return true;
    return false;
  };
  let levels: readonly Level[] = group.map((cells) => ({ region: cells[at.region] ?? '', members: [cells] }));
  for (let small = smallOne(levels, at, smallCount, above); small !== null; small = smallOne(levels, at, smallCount, above)) {
    const target = small;
    const under = levels.filter(({ region }) => isUnder(region, target));
    // A row of the region itself is its total already: its parts go, nothing is added.
    const total = under.find(({ region }) => region === target);
    levels = [...levels.filter((level) => !under.includes(level)), { region: target, members: total?.members ?? under.flatMap(({ members }) => members) }];
  }
  return levels;
}

/** The region above one that is too small and has a region above. */
function smallOne(levels: readonly Level[], at: Places, smallCount: number, above: (region: string) => string | null): string | null {
  const small = levels.find((level) => isSmall(claimsOf(level, at), smallCount) && above(level.region) !== null);
  return small === undefined ? null : above(small.region);
}

/** To each hidden row a second month of its channel, a second channel of its month, and where these two meet. */
function withCompanions(levels: readonly { readonly level: Level; readonly isHidden: boolean }[], at: Places): ReadonlySet<Level> {
  const hidden = new Set(levels.filter(({ isHidden }) => isHidden).map(({ level }) => level));
  const cellOf = ({ members, region }: Level) => ({ month: members[0]?.[at.month] ?? '', channel: members[0]?.[at.channel] ?? '', region });
  for (const one of [...hidden]) {
    const { month, channel, region } = cellOf(one);
    const others = levels.map(({ level }) => level).filter((level) => cellOf(level).region === region && (claimsOf(level, at) ?? 0) > 0);
    const inYear = others.filter((level) => cellOf(level).channel === channel && cellOf(level).month !== month && cellOf(level).month.slice(0, 4) === month.slice(0, 4));
    const inMonth = others.filter((level) => cellOf(level).month === month && cellOf(level).channel !== channel);
    const fewest = (candidates: readonly Level[]): Level | undefined => candidates.toSorted((a, b) => Number(hidden.has(b)) - Number(hidden.has(a)) || (claimsOf(a, at) ?? 0) - (claimsOf(b, at) ?? 0))[0];
    const [secondMonth, secondChannel] = [fewest(inYear), fewest(inMonth)];
    for (const level of [secondMonth, secondChannel]) if (level !== undefined) hidden.add(level);
    if (secondMonth === undefined || secondChannel === undefined) continue;
    const corner = others.find((level) => cellOf(level).month === cellOf(secondMonth).month && cellOf(level).channel === cellOf(secondChannel).channel);
    if (corner !== undefined) hidden.add(corner);
  }
  return hidden;
}

/** People and amount of the entries in the published accounts, as `keyOf` writes them: of rows as they stand, or of raw entries that were merged. */
function accountRows(portal: Portal, which?: 'merged'): ReadonlySet<string> {
  if (!portal.has('fund-entries')) return new Set();
  const { fields, rows } = portal.cells('fund-entries');
  const [people, amount] = ['beneficiaries', 'amount_yuan'].map((name) => fields.findIndex((field) => field.name === name));
  const key = (cells: Cells): string => `${cells[people ?? -1] ?? ''}|${cells[amount ?? -1] ?? ''}`;
  const published = new Set(publishedEntryRows(portal).map(key));
  return which === undefined ? published : new Set(rows.map(key).filter((one) => !published.has(one) && /^[1-9]/.test(one)));
}

function keyOf(members: readonly Cells[], at: Places): string {
  const claims = members.reduce((sum, cells) => sum + (peopleIn(cells[at.claims]) ?? 0), 0);
  return `${claims}|${yuanSum(members.map((cells) => cells[at.amount] ?? '').filter((amount) => /^\d/.test(amount)))}`;
}

/** null where a member has no number. */
function claimsOf({ members }: Level, at: Places): number | null {
  return members.reduce<number | null>((sum, cells) => {
    const claims = peopleIn(cells[at.claims]);
    return sum === null || claims === null ? null : sum + claims;
  }, 0);
}

function publishedRow(level: Level, isHidden: boolean, at: Places): Cells {
  const [first = []] = level.members;
  if (level.members.length === 1 && !isHidden) return first.map((cell, index) => (index === at.region ? level.region : cell));
  const claims = claimsOf(level, at);
  const amounts = level.members.map((cells) => cells[at.amount] ?? '');
  const isWhole = claims !== null && amounts.every((amount) => /^\d/.test(amount));
  const cells = [...first];
  cells[at.region] = level.region;
  cells[at.claims] = isHidden || !isWhole ? suppressedCode : String(claims);
  cells[at.amount] = isHidden || !isWhole ? suppressedCode : yuanSum(amounts);
  return cells;
}

function placesOf(fields: readonly Field[]): Places {
  const place = (name: string): number => fields.findIndex((field) => field.name === name);
  return { month: place('month'), region: place('region'), channel: place('channel'), claims: place('claims'), amount: place('amount_yuan') };
}

function sortKey(cells: Cells, at: Places): string {
  return [at.month, at.region, at.channel].map((place) => cells[place] ?? '').join('|');
}
