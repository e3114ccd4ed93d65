/**
 * What the reader of the history page has chosen, as the address says it: the one schema of its parameters.
 *
 * | parameter | values | left out or asked for in vain |
 * |---|---|---|
 * | `view` | `panels` one chart a group, `together` one chart (four groups at most), `years` years laid over each other, `levels` a calendar of levels, `flow` what came in and went out below the stock | `panels` |
 * | `component` | a component of the data | the headline component |
 * | `station` | `all` or a station with a history of its own | the first |
 * | `groups` | groups of the component, between commas | all |
 * | `from`, `to` | dates in order; the part of the station's history between them is shown | its first, its last; where nothing lies between them, all of it |
 * | `by` | `day` each day's number, `week` the mean of the seven days that end on it | `week` |
 * | `unit` | `days` of supply, `stock` in its own unit | `days` where there are any |
 * | `align` | `calendar` or `festival`, for `years` | `calendar` |
 * | `season` | `on` or `off`: the range of earlier years, for `panels` in days or percent | `off` |
 */
import { addDays, isIsoDate } from '#src/domain/calendar.ts';
import type { DeskComponent, DeskSettings, DeskStation } from './desk-settings.ts';

export const views = ['panels', 'together', 'years', 'levels', 'flow'] as const;
export type View = (typeof views)[number];
/** More lines than these cannot be told apart in one chart. */
export const mostTogether = 4;

export interface DeskState {
  readonly view: View;
  readonly component: string;
  readonly station: string;
  /** Of the station, in its order; never empty. */
  readonly groups: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly by: 'day' | 'week';
  readonly unit: 'days' | 'stock';
  readonly align: 'calendar' | 'festival';
  readonly season: 'on' | 'off';
}

/** What is asked for, in words; what is missing or empty is not asked for. */
export type AskedState = Readonly<Partial<Record<keyof DeskState, string>>>;

export interface Chosen {
  readonly component: DeskComponent;
  readonly station: DeskStation;
}

/** The component and station of a state; null where the page has none. */
export function chosenOf(asked: Pick<AskedState, 'component' | 'station'>, { components }: DeskSettings): Chosen | null {
  const component = components.find((one) => one.component === asked.component) ?? components[0];
  const station = component?.stations.find((one) => one.station === asked.station) ?? component?.stations[0];
  return component === undefined || station === undefined ? null : { component, station };
}

/** The state that comes nearest to what is asked for; null where the page has no data. */
export function nearestState(asked: AskedState, settings: DeskSettings): DeskState | null {
  const chosen = chosenOf(asked, settings);
  if (chosen === null) return null;
  const { component, station } = chosen;
  const wanted = new Set((asked.groups ?? '').split(','));
  const all = station.groups.map(({ group }) => group);
  const some = all.filter((group) => wanted.has(group));
  const groups = some.length === 0 ? all : some;
  const unit = station.hasDays && asked.unit !== 'stock' ? 'days' : 'stock';
  const view = views.find((one) => one === asked.view && canShow(one, station, groups.length)) ?? 'panels';
  return {
    view,
    component: component.component,
    station: station.station,
    groups,
    ...nearestSpan(asked, station),
    by: asked.by === 'day' ? 'day' : 'week',
    unit,
    align: asked.align === 'festival' ? 'festival' : 'calendar',
    season: asked.season === 'on' && canHaveSeason({ view, unit }, component) ? 'on' : 'off',
  };
}

/** Whether a view can be drawn of a station's data. */
export function canShow(view: View, station: DeskStation, groups: number): boolean {
  if (view === 'together') return groups <= mostTogether;
  if (view === 'levels') return station.hasLevels;
  return view !== 'flow' || station.flow !== null;
}

/** The season is a range of days of supply or of percent; amounts grow with a service and are not compared. */
export function canHaveSeason({ view, unit }: Pick<DeskState, 'view' | 'unit'>, component: Pick<DeskComponent, 'unit'>): boolean {
  return view === 'panels' && (unit === 'days' || component.unit === 'percent' || component.unit === 'days');
}

/** The part of a station's history that lies between the dates asked for; all of it where there is none. */
function nearestSpan(asked: AskedState, station: Pick<DeskStation, 'from' | 'to'>): Pick<DeskState, 'from' | 'to'> {
  const dateOf = (date: string | undefined, other: string): string => (date !== undefined && isIsoDate(date) ? date : other);
  const [from, to] = [dateOf(asked.from, station.from), dateOf(asked.to, station.to)];
  if (from > to || from > station.to || to < station.from) return { from: station.from, to: station.to };
  return { from: from < station.from ? station.from : from, to: to > station.to ? station.to : to };
}

/** The state an address asks for. */
export function stateOf(search: string, settings: DeskSettings): DeskState | null {
  return nearestState(askedIn(search), settings);
}

function askedIn(search: string): AskedState {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Whether an address asks for something that the state it leads to does not show. */
export function isInVain(search: string, state: DeskState): boolean {
  const asked = askedIn(search);
  const names = (list: string): string => list.split(',').toSorted().join();
  return (Object.keys(state) as (keyof DeskState)[]).some((name) => {
    const wanted = asked[name] ?? '';
    return wanted !== '' && (name === 'groups' ? names(wanted) !== names(state.groups.join()) : wanted !== state[name]);
  });
}

/** Whether a state is the one that the page shows by itself. */
export function isFirstView(state: DeskState, settings: DeskSettings): boolean {
  const first = nearestState({}, settings);
  return first !== null && searchOf(first) === searchOf(state);
}

/** Whether both are dates of the station's history and in order. */
export function isSpan(from: string, to: string, station: Pick<DeskStation, 'from' | 'to'>): boolean {
  return isIsoDate(from) && isIsoDate(to) && station.from <= from && from <= to && to <= station.to;
}

/** `?view=panels&component=red_cells&…`: the whole state, always all of it. */
export function searchOf({ view, component, station, groups, from, to, by, unit, align, season }: DeskState): string {
  return `?view=${view}&component=${component}&station=${station}&groups=${groups.join(',')}&from=${from}&to=${to}&by=${by}&unit=${unit}&align=${align}&season=${season}`;
}

/** The last `days` days of a station, or all of them. */
export function presetSpan(days: number | null, station: Pick<DeskStation, 'from' | 'to'>): { readonly from: string; readonly to: string } {
  const from = days === null ? station.from : addDays(station.to, 1 - days);
  return { from: from < station.from ? station.from : from, to: station.to };
}
