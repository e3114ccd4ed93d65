/**
 * The list of coming drives: filters in the address, within a day the nearest first. The reader's position stays in the page's memory.
 */
import { distanceM, middleOf } from '#src/domain/distance.ts';
import type { Point } from '#src/domain/distance.ts';
import { choiceOf, replaceAddress, withChoice } from './address-choice.ts';
import { distanceText, said } from './place-words.ts';
import type { PlaceWords } from './place-words.ts';
import { readPosition } from './reader-position.ts';

interface Listed {
  readonly element: HTMLElement;
  readonly day: HTMLElement | null;
  readonly district: string;
  readonly organiser: string;
  readonly services: readonly string[];
  readonly isCancelled: boolean;
  readonly point: Point | null;
  readonly far: Element | null;
}

class DriveFinder extends HTMLElement {
  #listed: readonly Listed[] = [];
  #words: PlaceWords = {};
  #position: Point | null = null;
  #sortedBy = '';

  connectedCallback(): void {
    this.#words = JSON.parse(this.querySelector('[data-words]')?.textContent ?? '{}') as PlaceWords;
    this.#listed = [...this.querySelectorAll<HTMLElement>('[data-drive]')].map(listedOf);
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
      if (target.closest('[data-locate]') !== null) void this.#locate();
      else if (target.closest('[data-clear]') !== null) this.#clear();
    } else if (target instanceof HTMLSelectElement) {
      // Another start, or none, takes the place of the position.
      if (target.name === 'from') this.#position = null;
      replaceAddress((address) => withChoice(address, target.name, target.value));
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
      replaceAddress((address) => withChoice(address, select.name, ''));
    }
    this.#say('');
    this.#show();
  }

  async #locate(): Promise<void> {
    this.#say('locating');
    this.#position = await readPosition();
    this.#say(this.#position === null ? 'refused' : 'located');
    if (this.#position === null) this.#selects().find(({ name }) => name === 'from')?.focus();
    else this.#show();
  }

  #say(key: string): void {
    const place = this.querySelector('[data-position]');
    if (place !== null) place.textContent = said(this.#words, key);
  }

  #start(): Point | null {
    if (this.#position !== null) return this.#position;
    const from = this.#value('from');
    return from === '' ? null : middleOf(this.#listed.flatMap(({ district, point }) => (district === from && point !== null ? [point] : [])));
  }

  #show(): void {
    const [district, organiser, service] = [this.#value('district'), this.#value('organiser'), this.#value('service')];
    this.#sort(this.#start());
    const days = new Set<Element | null>();
    let count = 0;
    for (const one of this.#listed) {
      const fits = (district === '' || one.district === district) && (organiser === '' || one.organiser === organiser) && (service === '' || one.services.includes(service));
      if (one.element.hidden === fits) one.element.hidden = !fits;
      if (!fits) continue;
      days.add(one.day);
      if (!one.isCancelled) count += 1;
    }
    // A week without a drive that fits goes; with a filter all that fit are seen at once.
    for (const week of this.querySelectorAll('details')) {
      const all = [...week.querySelectorAll<HTMLElement>('.drive-day')];
      for (const day of all) day.hidden = !days.has(day);
      week.hidden = all.every((day) => day.hidden);
      if (district !== '' || organiser !== '' || service !== '') week.open = true;
    }
    const status = this.querySelector('[data-status][role]');
    if (status !== null) status.textContent = count === 0 ? said(this.#words, 'none') : said(this.#words, 'found', { count });
  }

  /** Says how far each is, and puts the nearest of each day first; a start that has not changed leaves all as it is. */
  #sort(start: Point | null): void {
    const by = start === null ? '' : `${start.longitude} ${start.latitude}`;
    if (by === this.#sortedBy) return;
    this.#sortedBy = by;
    const distances = new Map(this.#listed.map(({ element, point }) => [element, start === null || point === null ? Infinity : distanceM(start, point)]));
    const distance = ({ element }: Listed): number => distances.get(element) ?? Infinity;
    for (const one of this.#listed) {
      const metres = distance(one);
      if (one.far !== null) one.far.textContent = metres === Infinity ? '' : distanceText(this.#words, metres);
    }
    for (const [day, listed] of Map.groupBy(this.#listed, (one) => one.day)) {
      const order = start === null ? listed : listed.toSorted((a, b) => distance(a) - distance(b) || 0);
      const list = day?.querySelector('ul');
      if (list && order.some(({ element }, index) => list.children[index] !== element)) list.append(...order.map(({ element }) => element));
    }
  }
}

function listedOf(element: HTMLElement): Listed {
  const { district = '', organiser = '', services = '', status, lon, lat } = element.dataset;
  return {
    element,
    day: element.closest<HTMLElement>('.drive-day'),
    district,
    organiser,
    services: services.split(' '),
    isCancelled: status === 'cancelled',
    point: lon === undefined || lat === undefined ? null : { longitude: Number(lon), latitude: Number(lat) },
    far: element.querySelector('[data-distance]'),
  };
}

customElements.define('drive-finder', DriveFinder);
