/**
 * The list of coming drives: filters in the address, within a day the nearest first. The reader's position stays in the page's memory.
 */
import { distanceM, middleOf, shownDistance } from '#src/domain/distance.ts';
import type { Point } from '#src/domain/distance.ts';
import { formatNumber } from '#src/i18n/format.ts';
import { choiceOf, withChoice } from './address-choice.ts';
import { filled } from './filled.ts';

type Words = Readonly<Record<'found' | 'none' | 'locating' | 'located' | 'refused' | 'km' | 'm', string>>;

interface Listed {
  readonly element: HTMLElement;
  readonly day: Element | null;
  readonly point: Point | null;
  readonly far: Element | null;
}

class DriveFinder extends HTMLElement {
  #listed: readonly Listed[] = [];
  #words: Words | undefined;
  #position: Point | null = null;

  connectedCallback(): void {
    this.#words = JSON.parse(this.querySelector('[data-words]')?.textContent ?? '{}') as Words;
    this.#listed = [...this.querySelectorAll<HTMLElement>('[data-drive]')].map((element) => ({ element, day: element.closest('.drive-day'), point: pointOf(element), far: element.querySelector('[data-distance]') }));
    for (const select of this.#selects()) select.value = choiceOf(location.search, select.name, [...select.options].map(({ value }) => value)) ?? '';
    for (const type of ['change', 'click']) this.addEventListener(type, this);
    this.#show();
    this.#openTarget();
    window.addEventListener('hashchange', this);
  }

  disconnectedCallback(): void {
    window.removeEventListener('hashchange', this);
  }

  handleEvent(event: Event): void {
    const { target } = event;
    if (event.type === 'hashchange') this.#openTarget();
    else if (event.type === 'click' && target instanceof Element) {
      if (target.closest('[data-locate]') !== null) this.#locate();
      else if (target.closest('[data-clear]') !== null) this.#clear();
    } else if (target instanceof HTMLSelectElement) {
      // Another start, or none, takes the place of the position.
      if (target.name === 'from') this.#position = null;
      history.replaceState(history.state, '', withChoice(location.href, target.name, target.value));
      this.#show();
    }
  }

  /** A day or a drive that the address names stands in an open week. */
  #openTarget(): void {
    const week = document.getElementById(location.hash.slice(1))?.closest('details');
    if (week && this.contains(week) && !week.open) {
      week.open = true;
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    }
  }

  #selects(): readonly HTMLSelectElement[] {
    return [...this.querySelectorAll<HTMLSelectElement>('.finder select')];
  }

  #value(name: string): string {
    return this.#selects().find((select) => select.name === name)?.value ?? '';
  }

  #clear(): void {
    this.#position = null;
    for (const select of this.#selects()) {
      select.value = '';
      history.replaceState(history.state, '', withChoice(location.href, select.name, ''));
    }
    this.#say('');
    this.#show();
  }

  /** The position goes into no address, no storage and no request. */
  #locate(): void {
    this.#say(this.#words?.locating ?? '');
    const refused = (): void => {
      this.#say(this.#words?.refused ?? '');
      this.#selects().find(({ name }) => name === 'from')?.focus();
    };
    if (!('geolocation' in navigator)) {
      refused();
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.#position = { longitude: coords.longitude, latitude: coords.latitude };
        this.#say(this.#words?.located ?? '');
        this.#show();
      },
      refused,
      { maximumAge: 300_000, timeout: 15_000 },
    );
  }

  #say(text: string): void {
    const place = this.querySelector('[data-position]');
    if (place !== null) place.textContent = text;
  }

  #start(): Point | null {
    if (this.#position !== null) return this.#position;
    const district = this.#value('from');
    return district === '' ? null : middleOf(this.#listed.flatMap(({ element, point }) => (element.dataset['district'] === district && point !== null ? [point] : [])));
  }

  #show(): void {
    const start = this.#start();
    const [district, organiser, service] = [this.#value('district'), this.#value('organiser'), this.#value('service')];
    let count = 0;
    const distances = new Map<HTMLElement, number>();
    for (const { element, point, far } of this.#listed) {
      const { district: own, organiser: by, services = '' } = element.dataset;
      element.hidden = (district !== '' && own !== district) || (organiser !== '' && by !== organiser) || (service !== '' && !services.split(' ').includes(service));
      if (!element.hidden && element.dataset['status'] !== 'cancelled') count += 1;
      const metres = start === null || point === null ? null : distanceM(start, point);
      if (metres !== null) distances.set(element, metres);
      if (far !== null) far.textContent = metres === null ? '' : this.#distanceWords(metres);
    }
    for (const [day, listed] of Map.groupBy(this.#listed, (one) => one.day)) {
      if (!(day instanceof HTMLElement)) continue;
      day.hidden = listed.every(({ element }) => element.hidden);
      const order = start === null ? listed : listed.toSorted((a, b) => (distances.get(a.element) ?? Infinity) - (distances.get(b.element) ?? Infinity) || 0);
      const list = day.querySelector('ul');
      if (list !== null && order.some(({ element }, index) => list.children[index] !== element)) list.append(...order.map(({ element }) => element));
    }
    // A week without a drive that fits goes; with a filter all that fit are seen at once.
    for (const week of this.querySelectorAll('details')) {
      week.hidden = [...week.querySelectorAll<HTMLElement>('.drive-day')].every((day) => day.hidden);
      if (district !== '' || organiser !== '' || service !== '') week.open = true;
    }
    const status = this.querySelector('[data-status][role]');
    if (status !== null && this.#words !== undefined) status.textContent = count === 0 ? this.#words.none : filled(this.#words.found, { count: String(count) });
  }

  #distanceWords(metres: number): string {
    const { unit, value, decimals } = shownDistance(metres);
    return filled(this.#words?.[unit] ?? '', { number: formatNumber(value, decimals) });
  }
}

function pointOf({ dataset: { lon, lat } }: HTMLElement): Point | null {
  return lon === undefined || lat === undefined ? null : { longitude: Number(lon), latitude: Number(lat) };
}

customElements.define('drive-finder', DriveFinder);
