/** The sketch beside the list of places: drawn again around the chosen start, its points faded with the filter, list and points lighting each other up. */
import { drawPointPlot, layoutPointPlot } from '#src/charts/point-plot.ts';
import type { PlotShape, PointPlotInput } from '#src/charts/point-plot.ts';
import { offsetM } from '#src/domain/distance.ts';
import type { Point } from '#src/domain/distance.ts';
import { putDrawing } from './trusted-markup.ts';

interface PlacesDetail {
  readonly start: Point | null;
  readonly shown: ReadonlySet<string>;
}

/** What the page brings of the drawing besides the places themselves. */
interface SketchWords extends Pick<PointPlotInput, 'label' | 'north' | 'units' | 'emptyLabel' | 'source'> {
  readonly origin: Point;
  readonly start: string;
  readonly shapes: Readonly<Record<string, PlotShape>>;
}

type SketchPoint = PointPlotInput['points'][number] & {
  /** Of its kind. */
  readonly rank: number;
};

class PlaceSketch extends HTMLElement {
  #words: SketchWords | null = null;
  #points: readonly SketchPoint[] = [];
  #last: PlacesDetail | null = null;
  /** The start around which each of the drawings, for narrow and for wide places, was drawn. */
  #drawn = new WeakMap<Element, string>();
  #lit: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const finder = this.#finder;
    finder?.addEventListener('places', this);
    for (const type of ['pointerover', 'pointerout', 'focusin', 'focusout', 'click']) finder?.addEventListener(type, this);
    window.addEventListener('resize', this);
    this.dispatchEvent(new CustomEvent('places-wanted', { bubbles: true }));
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    window.removeEventListener('resize', this);
  }

  get #finder(): HTMLElement | null {
    return this.closest('place-finder');
  }

  handleEvent(event: Event): void {
    if (event instanceof CustomEvent) this.#follow(event.detail as PlacesDetail);
    else if (event.type === 'resize') this.#follow(this.#last);
    else if (event.target instanceof Element) this.#point(event.type, event.target);
  }

  /** After the list, so that nobody who types waits for the drawing; only the drawing that is to be seen. */
  #follow(places: PlacesDetail | null): void {
    this.#last = places;
    clearTimeout(this.#timer);
    if (places === null) return;
    this.#timer = setTimeout(() => {
      for (const frame of this.querySelectorAll('.figure-narrow, .figure-wide')) if (isSeen(frame)) this.#draw(frame, places);
    }, 100);
  }

  #draw(frame: Element, { start, shown }: PlacesDetail): void {
    const around = start === null ? '' : `${start.longitude} ${start.latitude}`;
    if ((this.#drawn.get(frame) ?? '') !== around) {
      const svg = frame.querySelector('svg');
      this.#words ??= JSON.parse(this.querySelector('[data-sketch]')?.textContent ?? 'null') as SketchWords | null;
      if (svg === null || this.#words === null) return;
      if (this.#points.length === 0) this.#points = pointsOf(this.#finder, this.#words);
      const from = start === null ? null : { ...offsetM(this.#words.origin, start), name: this.#words.start };
      const input = { ...this.#words, points: from === null ? this.#points : nearestFirst(this.#points, from), start: from };
      putDrawing(frame, drawPointPlot(layoutPointPlot(input, svg.viewBox.baseVal.width)));
      this.#drawn.set(frame, around);
    }
    for (const point of frame.querySelectorAll<SVGElement>('[data-point]')) point.classList.toggle('plot-faded', !shown.has(point.dataset['point'] ?? ''));
  }

  /** Pointer or focus on a place of the list lights its point, and the other way round; a point that is pressed leads to its place. */
  #point(type: string, target: Element): void {
    const id = target.closest<SVGElement>('[data-point]')?.dataset['point'] ?? target.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? null;
    if (type === 'click') {
      if (target.closest('[data-point]') === null || id === null) return;
      const place = this.#place(id);
      place?.scrollIntoView({ block: 'center' });
      place?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
      return;
    }
    this.#light(type === 'pointerover' || type === 'focusin' ? id : null);
  }

  #place(id: string): HTMLElement | null {
    return this.#finder?.querySelector<HTMLElement>(`[data-place="${CSS.escape(id)}"]`) ?? null;
  }

  #light(id: string | null): void {
    if (id === this.#lit) return;
    for (const [one, on] of [[this.#lit, false], [id, true]] as const) {
      if (one === null) continue;
      this.#place(one)?.classList.toggle('place-lit', on);
      for (const point of this.querySelectorAll(`[data-point="${CSS.escape(one)}"]`)) point.classList.toggle('plot-lit', on);
    }
    this.#lit = id;
  }
}

function isSeen(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** The places of the list that have coordinates, those whose kind comes first in the order of kinds at the front. */
function pointsOf(finder: Element | null, { origin, shapes }: SketchWords): readonly SketchPoint[] {
  const kinds = Object.keys(shapes);
  const points = [...(finder?.querySelectorAll<HTMLElement>('[data-place][data-lon]') ?? [])].map(({ dataset: { place = '', name = '', kind = '', lon, lat } }) => ({
    id: place,
    name,
    shape: shapes[kind] ?? 'circle',
    rank: kinds.indexOf(kind),
    ...offsetM(origin, { longitude: Number(lon), latitude: Number(lat) }),
  }));
  return points.toSorted((a, b) => a.rank - b.rank);
}

/** Within each kind: names find room in this order. */
function nearestFirst(points: readonly SketchPoint[], start: { readonly east: number; readonly north: number }): readonly SketchPoint[] {
  const far = new Map(points.map((point) => [point, Math.hypot(point.east - start.east, point.north - start.north)]));
  return points.toSorted((a, b) => a.rank - b.rank || (far.get(a) ?? 0) - (far.get(b) ?? 0));
}

customElements.define('place-sketch', PlaceSketch);
