/** What the page of all places to give says and draws. */
import { announcedYears } from '#src/domain/holidays.ts';
import { distanceM, middleOf, offsetM, shownDistance } from '#src/domain/distance.ts';
import type { Point } from '#src/domain/distance.ts';
import { isMainlandZone } from '#src/domain/opening-hours.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { drawPointPlot, layoutPointPlot } from '#src/charts/point-plot.ts';
import type { PlotShape, PointPlotInput } from '#src/charts/point-plot.ts';
import { inOneLine } from './source-line.ts';
import { formatDate, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { inLocale, t } from '#src/i18n/translate.ts';
import { drawingWidths } from './figure.ts';
import type { Figure } from './figure.ts';
import { hoursDates, places } from './place.ts';
import type { Place } from './place.ts';
import { regionName } from './region.ts';

/** Whether the portal has places to give. */
export function hasStations(portal: Portal): boolean {
  return portal.rows('stations').length > 0;
}

/** `示例市有 17 处献血地点，其中 4 处可以献血小板`. */
export function stationsHeading(portal: Portal, locale: Locale): string {
  const list = places(portal, locale);
  const platelets = list.filter(({ services }) => services.includes('apheresis_platelets')).length;
  const params = { region: regionName(portal, locale), count: list.length, platelets };
  return t(locale, platelets === 0 ? 'stations.title' : 'stations.titlePlatelets', params);
}

export function stationsDateline(portal: Portal, locale: Locale): string {
  const { from, until } = hoursDates(portal);
  const params = { from: formatDate(from, locale), until: formatDate(until, locale) };
  if (!isMainlandZone(portal.settings.timeZone)) return t(locale, 'stations.datelinePlain', params);
  return t(locale, 'stations.dateline', { ...params, years: announcedYears.join(t(locale, 'stations.hours.separator')) });
}

const plotShapes: Readonly<Record<Place['kind'], PlotShape>> = { centre: 'square', house: 'circle', vehicle: 'triangle' };

type Placed = Place & { readonly point: Point };

/** Centres first, then houses, then vehicles: in that order their names find room. */
function placed(list: readonly Place[]): readonly Placed[] {
  const order = Object.keys(plotShapes);
  return list.flatMap((place) => (place.point === null ? [] : [{ ...place, point: place.point }])).toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The two that lie farthest apart; null of fewer than two. */
function farthestPair(list: readonly Placed[]): { readonly a: Placed; readonly b: Placed; readonly metres: number } | null {
  let best: { readonly a: Placed; readonly b: Placed; readonly metres: number } | null = null;
  for (const [index, a] of list.entries()) {
    for (const b of list.slice(index + 1)) {
      const metres = distanceM(a.point, b.point);
      if (best === null || metres > best.metres) best = { a, b, metres };
    }
  }
  return best;
}

/** `23.4 公里`, `350 米`. */
export function distanceWords(metres: number, locale: Locale): string {
  const { unit, value, decimals } = shownDistance(metres);
  return t(locale, `stations.distance.${unit}`, { number: formatNumber(value, decimals) });
}

/** What the browser needs to draw the sketch again; the places it reads from the list. */
export interface SketchSettings extends Pick<PointPlotInput, 'label' | 'north' | 'units' | 'emptyLabel' | 'source'> {
  readonly origin: Point;
  /** Name of the start. */
  readonly start: string;
  /** By kind, in the order in which names find room. */
  readonly shapes: Readonly<Record<Place['kind'], PlotShape>>;
}

export interface Sketch {
  readonly figure: Figure;
  readonly settings: SketchSettings;
}

/** The sketch of where the places lie; null where none has coordinates. */
export function stationsSketch(portal: Portal, locale: Locale): Sketch | null {
  const all = places(portal, locale);
  const list = placed(all);
  const origin = middleOf(list.map(({ point }) => point));
  if (origin === null) return null;
  const offsets = list.map((place) => ({ place, ...offsetM(origin, place.point) }));
  const pair = farthestPair(list);
  const { from } = hoursDates(portal);
  const settings: SketchSettings = {
    label: t(locale, 'stations.plot.label', { count: list.length }),
    north: t(locale, 'stations.plot.north'),
    units: { km: t(locale, 'stations.plot.km'), m: t(locale, 'stations.plot.m') },
    emptyLabel: t(locale, 'stations.finder.none', { what: '' }),
    source: sourceWords(portal, all.length - list.length, from, locale),
    origin,
    start: t(locale, 'stations.plot.start'),
    shapes: plotShapes,
  };
  const input: PointPlotInput = { ...settings, points: offsets.map(({ place, east, north }) => ({ id: place.station, east, north, name: place.name, shape: plotShapes[place.kind] })), start: null };
  const draw = (width: number): string => drawPointPlot(layoutPointPlot(input, width));
  const km = (metres: number): string => formatNumber(metres / 1000, 1, { fixed: true, sign: true });
  const columns = ['place', 'kind', 'district', 'east', 'north'] as const;
  return {
    settings,
    figure: {
      id: 'station-sketch',
      finding:
        pair === null
          ? t(locale, 'stations.plot.finding', { count: list.length })
          : t(locale, 'stations.plot.findingFar', { distance: distanceWords(pair.metres, locale), a: pair.a.name, b: pair.b.name }),
      subtitle: t(locale, 'stations.plot.subtitle'),
      drawing: { narrow: draw(drawingWidths.narrow), wide: draw(drawingWidths.wide) },
      table: {
        caption: t(locale, 'stations.plot.table'),
        columns: columns.map((column) => ({ title: t(locale, `stations.plot.column.${column}`), numeric: column === 'east' || column === 'north' })),
        rows: offsets.map(({ place, east, north }) => [place.name, place.kindName, place.district, km(east), km(north)]),
      },
      source: settings.source,
      asOf: from,
    },
  };
}

function sourceWords(portal: Portal, missing: number, date: string, locale: Locale): string {
  const params = { publisher: inLocale(locale, portal.settings.publisher), date: formatDate(date, locale), missing };
  const source = t(locale, missing === 0 ? 'stations.plot.sourceAll' : 'stations.plot.source', params);
  return portal.settings.demonstration === null ? source : inOneLine([source, t(locale, 'stock.sourceDemonstration')], locale);
}
