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

class PlaceSketch extends HTMLElement {
  #drawn: Point | null = null;
  #lit: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const finder = this.#finder;
    finder?.addEventListener('places', this);
    for (const type of ['pointerover', 'pointerout', 'focusin', 'focusout', 'click']) finder?.addEventListener(type, this);
    this.dispatchEvent(new CustomEvent('places-wanted', { bubbles: true }));
  }

  get #finder(): HTMLElement | null {
    return this.closest('place-finder');
  }

  handleEvent(event: Event): void {
    if (event instanceof CustomEvent) this.#follow(event.detail as PlacesDetail);
    else if (event.target instanceof Element) this.#point(event.type, event.target);
  }

  /** After the list, so that nobody who types waits for the drawing. */
  #follow({ start, shown }: PlacesDetail): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (start?.longitude !== this.#drawn?.longitude || start?.latitude !== this.#drawn?.latitude) this.#draw(start);
      for (const point of this.querySelectorAll<SVGElement>('[data-point]')) point.classList.toggle('plot-faded', !shown.has(point.dataset['point'] ?? ''));
    }, 100);
  }

  #draw(start: Point | null): void {
    this.#drawn = start;
    const words = JSON.parse(this.querySelector('[data-sketch]')?.textContent ?? 'null') as SketchWords | null;
    if (words === null) return;
    const rank = Object.keys(words.shapes);
    const places = [...(this.#finder?.querySelectorAll<HTMLElement>('[data-place][data-lon]') ?? [])].toSorted((a, b) => rank.indexOf(a.dataset['kind'] ?? '') - rank.indexOf(b.dataset['kind'] ?? ''));
    const at = (point: Point): { readonly east: number; readonly north: number } => offsetM(words.origin, point);
    const input: PointPlotInput = {
      ...words,
      points: places.map(({ dataset }) => ({
        id: dataset['place'] ?? '',
        name: dataset['name'] ?? '',
        shape: words.shapes[dataset['kind'] ?? ''] ?? 'circle',
        ...at({ longitude: Number(dataset['lon']), latitude: Number(dataset['lat']) }),
      })),
      start: start === null ? null : { ...at(start), name: words.start },
    };
    for (const svg of [...this.querySelectorAll<SVGSVGElement>('svg.point-plot')]) {
      if (svg.parentElement !== null) putDrawing(svg.parentElement, drawPointPlot(layoutPointPlot(input, svg.viewBox.baseVal.width)));
    }
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

customElements.define('place-sketch', PlaceSketch);
