/**
 * The list of places to give, alive: what is open by the region's clock, the filters, the order by distance. Reads the page's own list
 * (`[data-place]`), keeps the query in the address, and the reader's position only in its own memory.
 */
import type { Point } from '#src/domain/distance.ts';
import { decodeSchedule } from '#src/domain/schedule.ts';
import { parseWallMinute, wallMinuteAt } from '#src/domain/wall-clock.ts';
import type { WallMinute } from '#src/domain/wall-clock.ts';
import { isLocale } from '#src/i18n/locales.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { readClock } from './clock.ts';
import { controlOf, fillForm, offered, readForm } from './place-form.ts';
import { byDistance, firstToOpen, fits, folded, judge, openFirst, startPoint } from './place-order.ts';
import type { JudgedPlace, PlaceItem } from './place-order.ts';
import { emptyQuery, queryOf, withQuery } from './place-query.ts';
import type { PlaceQuery } from './place-query.ts';
import { distanceText, filled, stateWords, timeWords } from './place-words.ts';
import type { PlaceWords } from './place-words.ts';

interface Listed {
  readonly item: PlaceItem;
  readonly element: HTMLElement;
  /** Where the page itself has it. */
  readonly home: Element | null;
  readonly group: Element | null;
  readonly badge: Element | null;
  readonly far: Element | null;
}

class PlaceFinder extends HTMLElement {
  #listed: readonly Listed[] = [];
  #byStation = new Map<string, Listed>();
  #words: PlaceWords = {};
  #query: PlaceQuery = emptyQuery;
  #position: Point | null = null;
  #said = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#words = JSON.parse(this.querySelector('[data-words]')?.textContent ?? '{}') as PlaceWords;
    this.#listed = [...this.querySelectorAll<HTMLElement>('[data-place]')].map((element) => ({
      item: itemOf(element),
      element,
      home: element.parentElement,
      group: element.closest('[data-group]'),
      badge: element.querySelector('[data-badge]'),
      far: element.querySelector('[data-distance]'),
    }));
    this.#byStation = new Map(this.#listed.map((listed) => [listed.item.station, listed]));
    this.#query = offered(this.#form, queryOf(location.search));
    fillForm(this.#form, this.#query);
    for (const type of ['input', 'submit', 'reset', 'click', 'places-wanted']) this.addEventListener(type, this);
    document.addEventListener('visibilitychange', this);
    window.addEventListener('pageshow', this);
    this.#show();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this);
    window.removeEventListener('pageshow', this);
  }

  handleEvent(event: Event): void {
    const { target } = event;
    if (['visibilitychange', 'pageshow', 'places-wanted'].includes(event.type)) this.#show();
    else if (event.type === 'submit') {
      // The list has answered already; the button leads to it.
      event.preventDefault();
      this.querySelector('[data-status]')?.scrollIntoView();
    }
    else if (event.type === 'reset') {
      this.#position = null;
      this.#ask(emptyQuery);
      this.#say('');
      // The form empties itself after this event.
      queueMicrotask(() => fillForm(this.#form, this.#query));
    } else if (event.type === 'click') {
      if (target instanceof Element && target.closest('[data-locate]') !== null) this.#locate();
    } else if (target instanceof Element && target.closest('form') !== null) {
      // Another start, or none, takes the place of the position.
      if (target === controlOf(this.#form, 'start')) this.#position = null;
      this.#ask(readForm(this.#form));
    }
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector('form');
  }

  #ask(query: PlaceQuery): void {
    this.#query = query;
    history.replaceState(history.state, '', withQuery(location.href, query));
    this.#show();
  }

  /** The position goes into no address, no storage and no request. */
  #locate(): void {
    this.#say('finder.locating');
    const refused = (): void => {
      this.#say('finder.refused');
      controlOf(this.#form, 'start')?.focus();
    };
    if (!('geolocation' in navigator)) {
      refused();
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.#position = { longitude: coords.longitude, latitude: coords.latitude };
        this.#say('finder.located');
        const control = controlOf(this.#form, 'start');
        if (control !== null) control.value = '';
        this.#ask({ ...this.#query, start: '' });
      },
      refused,
      { maximumAge: 300_000, timeout: 15_000 },
    );
  }

  #say(key: string): void {
    const place = this.querySelector('[data-position]');
    if (place !== null) place.textContent = filled(this.#words, key);
  }

  #show(): void {
    clearTimeout(this.#timer);
    const clock = readClock(this.getAttribute('clock'), location.search, Date.now());
    const now = wallMinuteAt(clock.now, this.dataset['zone'] ?? 'UTC');
    const chosen = parseWallMinute(this.#query.open);
    const start = this.#position ?? startPoint(this.#query.start, this.#listed.map(({ item }) => item));
    const judged = judge(this.#listed.map(({ item }) => item), chosen ?? now, start);
    const fitting = judged.filter(({ item }) => fits(item, this.#query));
    const open = fitting.filter((place) => place.now.state === 'open');
    // Where nothing is open, what opens next is more use than an empty list.
    const instead = this.#query.open !== '' && open.length === 0;
    const shown = this.#query.open === '' || instead ? fitting : open;
    // What a place's state is called changes with the minute and the start, not with the filter.
    const said = [chosen ?? now, chosen !== null, start?.longitude, start?.latitude].join();
    if (said !== this.#said) this.#badges(judged, chosen ?? now, chosen !== null);
    this.#said = said;
    this.#arrange(judged, shown, start !== null, instead || this.dataset['order'] === 'open-first');
    this.#status(fitting, open.length, chosen ?? now, chosen !== null);
    this.dispatchEvent(new CustomEvent('places', { detail: { start, shown: new Set(shown.map(({ item }) => item.station)) } }));
    if (clock.runs) this.#timer = setTimeout(() => this.#show(), 60_000 - (clock.now % 60_000) + 50);
    this.toggleAttribute('data-judged', true);
  }

  get #locale(): Locale {
    const language = this.closest('[lang]')?.getAttribute('lang')?.slice(0, 2) ?? 'zh';
    return isLocale(language) ? language : 'zh';
  }

  #badges(judged: readonly JudgedPlace[], minute: WallMinute, isChosen: boolean): void {
    const locale = this.#locale;
    for (const { item, now, distance } of judged) {
      const { element, badge, far } = this.#byStation.get(item.station) ?? {};
      // Hours that could not be read have no badge, not even one that says so: their text stands below.
      const words = item.schedule === null ? '' : stateWords(this.#words, now, minute, locale, isChosen);
      if (badge && badge.textContent !== words) badge.textContent = words;
      if (element && element.dataset['state'] !== now.state) element.dataset['state'] = now.state;
      const text = distance === null ? '' : distanceText(this.#words, distance);
      if (far && far.textContent !== text) far.textContent = text;
    }
  }

  /** Hides what does not fit; puts the list into one order, or back into its districts. */
  #arrange(judged: readonly JudgedPlace[], shown: readonly JudgedPlace[], hasStart: boolean, opensFirst: boolean): void {
    const visible = new Set(shown.map(({ item }) => item.station));
    const flat = this.querySelector('[data-flat]');
    const isFlat = flat !== null && (opensFirst || hasStart);
    if (isFlat) {
      const ordered = opensFirst ? openFirst(judged, hasStart) : byDistance(judged);
      const elements = ordered.flatMap(({ item }) => this.#byStation.get(item.station)?.element ?? []);
      if (elements.some((element, index) => flat.children[index] !== element)) flat.append(...elements);
    } else {
      for (const { element, home } of this.#listed) if (element.parentElement !== home) home?.append(element);
    }
    const groups = new Set<Element | null>();
    for (const { item, element, group } of this.#listed) {
      const hidden = !visible.has(item.station);
      if (element.hidden !== hidden) element.hidden = hidden;
      if (!hidden) groups.add(group);
    }
    flat?.toggleAttribute('hidden', !isFlat);
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
      group.hidden = isFlat || !groups.has(group);
    }
  }

  #status(fitting: readonly JudgedPlace[], open: number, minute: WallMinute, isChosen: boolean): void {
    const status = this.querySelector('[data-status]');
    if (status === null) return;
    const text = this.#sentence(fitting, open, minute, isChosen);
    if (status.textContent !== text) status.textContent = text;
  }

  #sentence(fitting: readonly JudgedPlace[], open: number, minute: WallMinute, isChosen: boolean): string {
    const locale = this.#locale;
    const next = firstToOpen(fitting);
    if (fitting.length === 0) return filled(this.#words, 'finder.none');
    if (isChosen) return filled(this.#words, 'finder.foundAt', { count: fitting.length, open, time: timeWords(minute, minute - 1440, locale) });
    if (open > 0) return filled(this.#words, 'finder.found', { count: fitting.length, open });
    if (next === null) return filled(this.#words, 'finder.nothingOpenUnknown');
    return filled(this.#words, 'finder.nothingOpen', { place: next.item.name, time: timeWords(next.now.opensAt ?? minute, minute, locale) });
  }
}

function itemOf(element: HTMLElement): PlaceItem {
  const { place = '', name = '', district = '', kind = '', services = '', hours = '', lon, lat } = element.dataset;
  return {
    station: place,
    name,
    text: folded(`${name} ${element.querySelector('[data-address]')?.textContent ?? ''}`),
    district,
    kind,
    services: services.split(' '),
    schedule: decodeSchedule(hours),
    point: lon === undefined || lat === undefined ? null : { longitude: Number(lon), latitude: Number(lat) },
  };
}

customElements.define('place-finder', PlaceFinder);
