/** Groups so rare that a daily number could point at a person: published by month and for the whole region only. */
import { groupSlug } from '#src/domain/blood.ts';
import type { Abo, Component, Rhd } from '#src/domain/blood.ts';
import type { DayNumber } from '#src/domain/calendar.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { leastDemand } from './demand.ts';
import { isNumber, valueOn } from './series.ts';
import type { KeyedSeries } from './series.ts';
import { stockRecords } from './stock-records.ts';
import type { SeriesTable, StockRecords } from './stock-records.ts';

export type Rarity =
  /** RhD-negative, and the publisher states no level for it. */
  | 'rhd_negative'
  /** Less than the least demand in the window. */
  | 'too_little_demand'
  /** A sum from which the others leave a rare group by subtraction. */
  | 'reveals_rare';

export interface BloodGroup {
  readonly component: Component;
  readonly abo: Abo;
  readonly rhd: Rhd;
}

/** A stated level or an issue that is older than this no longer speaks for a group. */
const statedDays = 28;
const quietDays = 365;

/** Why a group of a component is rare, null if it is not; judged once, on the latest date, for every table. */
export function rarityOf(portal: Portal, group: BloodGroup): Rarity | null {
  return rareGroups(portal).get(groupId(group)) ?? null;
}

const rareGroups = oncePerPortal((portal) => judge(stockRecords(portal), portal.settings.demandWindowDays, portal.settings.tables['issues']?.absentRow === 'zero'));

function groupId({ component, abo, rhd }: BloodGroup): string {
  return `${component}|${groupSlug(abo, rhd)}`;
}

function judge(records: StockRecords, windowDays: number, absentIsZero: boolean): ReadonlyMap<string, Rarity> {
  const groups = new Map<string, BloodGroup>();
  for (const table of [records.stock, records.issues, records.collections]) {
    for (const one of table.series) groups.set(groupId(one), one);
  }
  const rare = new Map<string, Rarity>();
  for (const [id, group] of groups) {
    if (isLevelStated(records, group)) continue;
    if (group.rhd === 'negative') rare.set(id, 'rhd_negative');
    else if (isDemandTooLittle(records, group, windowDays, absentIsZero)) rare.set(id, 'too_little_demand');
  }
  for (const [id, group] of groups) {
    const siblings = [...groups].filter(([other, { component }]) => component === group.component && other !== id);
    const hidden = siblings.filter(([other]) => rare.has(other)).map(([, one]) => members(one));
    const shown = siblings.filter(([other]) => !rare.has(other)).map(([, one]) => members(one));
    if (!rare.has(id) && hidden.some((part) => isLeftOver(members(group), part, shown))) rare.set(id, 'reveals_rare');
  }
  return rare;
}

function isLevelStated(records: StockRecords, group: BloodGroup): boolean {
  const latest = records.latestStockDay;
  if (latest === null) return false;
  return seriesOf(records.stock, group).some((one) => {
    for (let day = latest; day > latest - statedDays; day -= 1) if (records.statedLevel(one, day) !== null) return true;
    return false;
  });
}

/**
 * Whether the demand of the whole region in the latest window of the component is too little in every unit. Values that are there are added up
 * even where another station's is missing: what is known to be enough is enough. Where no issues of the group are published nothing is known, unless an absent row is zero.
 */
function isDemandTooLittle(records: StockRecords, group: BloodGroup, windowDays: number, absentIsZero: boolean): boolean {
  const issues = seriesOf(records.issues, group);
  const ofComponent = records.issues.series.filter((one) => one.component === group.component);
  if (issues.length === 0) {
    // Where an absent row is zero, a group of which nothing was ever issued has no demand; unless a sum of groups holds it.
    return absentIsZero && ofComponent.length > 0 && ofComponent.every((one) => (members(one) & members(group)) === 0);
  }
  const componentEnd = Math.max(...ofComponent.map((one) => one.lastRowDay));
  const groupEnd = Math.max(...issues.map((one) => one.lastRowDay));
  const end = groupEnd < componentEnd - quietDays ? groupEnd : componentEnd;
  return [...new Set(issues.map((one) => one.unit))].every((unit) => {
    const ofUnit = (table: SeriesTable) => seriesOf(table, group).filter((one) => one.unit === unit);
    const requested = knownSum(ofUnit(records.requested), end, windowDays);
    const demand = requested ?? knownSum(ofUnit(records.issues), end, windowDays);
    if (demand !== null) return demand < leastDemand[unit];
    return !ofUnit(records.issues).some((one) => hasReason(one, end, windowDays));
  });
}

/** Sum over the window: of each day the region's total, else what its stations have; null where no day has a value. */
function knownSum(series: readonly KeyedSeries[], end: DayNumber, windowDays: number): number | null {
  const total = series.find((one) => one.station === 'all');
  const stations = series.filter((one) => one.station !== 'all');
  let sum: number | null = null;
  for (let day = end - windowDays + 1; day <= end; day += 1) {
    const ofRegion = total === undefined ? 'gap' : valueOn(total.series, day);
    const values = isNumber(ofRegion) ? [ofRegion] : stations.map((one) => valueOn(one.series, day)).filter(isNumber);
    for (const value of values) sum = (sum ?? 0) + value;
  }
  return sum;
}

/** Whether a row of the window says why it has no value. Without any row, while other groups have some, nothing was issued. */
function hasReason(one: KeyedSeries, end: DayNumber, windowDays: number): boolean {
  for (let day = end - windowDays + 1; day <= end; day += 1) if (valueOn(one.series, day) !== 'gap') return true;
  return false;
}

function seriesOf(table: SeriesTable, group: BloodGroup): readonly KeyedSeries[] {
  return table.series.filter((one) => one.component === group.component && one.abo === group.abo && one.rhd === group.rhd);
}

/** A group as a set of the eight ABO and RhD combinations: one bit each. */
function members({ abo, rhd }: BloodGroup): number {
  const letters = abo === 'all' ? 0b1111 : 1 << ['A', 'B', 'O', 'AB'].indexOf(abo);
  return (rhd === 'negative' ? 0 : letters) | (rhd === 'positive' ? 0 : letters << 4);
}

/** Whether `whole` minus some of `shown`, which do not overlap, leaves exactly `part`. */
function isLeftOver(whole: number, part: number, shown: readonly number[]): boolean {
  if ((whole & part) !== part || whole === part) return whole === part;
  return shown.some((one, index) => (whole & one) === one && (one & part) === 0 && isLeftOver(whole & ~one, part, shown.slice(index + 1)));
}
