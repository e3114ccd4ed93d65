/**
 * The list of places to give, alive: what is open by the region's clock, the filters, the order by distance. Reads the page's own list
 * (`[data-place]`), keeps the query in the address, and the reader's position only in its own memory.
 */
import type { Point } from '#src/domain/distance.ts';
import { decodeSchedule } from '#src/domain/schedule.ts';
import { dateOfWallMinute, parseWallMinute, wallMinuteAt } from '#src/domain/wall-clock.ts';
import type { WallMinute } from '#src/domain/wall-clock.ts';
import type { HoursLine } from '#src/i18n/hours-words.ts';
import { isLocale } from '#src/i18n/locales.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { replaceAddress } from './address-choice.ts';
import { readClock } from './clock.ts';
import { conditionsOf, controlOf, fillForm, offered, readForm } from './place-form.ts';
import { byDistance, fits, folded, judge, measured, openFirst, startPoint } from './place-order.ts';
import type { JudgedPlace, PlaceItem } from './place-order.ts';
import { emptyQuery, queryOf, withQuery } from './place-query.ts';
import type { PlaceQuery } from './place-query.ts';
import { judgedWords, listedWords } from './place-status.ts';
import { weekFrom } from './place-week.ts';
import { distanceText, said, stateWords } from './place-words.ts';
import type { PlaceWords } from './place-words.ts';
import { isPositionAllowed, readPosition } from './reader-position.ts';

interface Listed {
  readonly item: PlaceItem;
  readonly element: HTMLElement;
  /** Where the page itself has it. */
  readonly home: Element | null;
  readonly group: Element | null;
  readonly badge: Element | null;
  readonly far: Element | null;
  /** The list of its hours, and the lines that the page printed in it. */
  readonly week: HTMLElement | null;
  readonly printed: readonly HoursLine[];
}

class PlaceFinder extends HTMLElement {
  #listed: readonly Listed[] = [];
  #byStation = new Map<string, Listed>();
  #words: PlaceWords = {};
  #query: PlaceQuery = emptyQuery;
  #position: Point | null = null;
  #judged: readonly JudgedPlace[] = [];
  /** The time and the start of what is judged. */
  #judgedAt = '';
  #judgedFrom = '';
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
      ...weekOf(element),
    }));
    this.#byStation = new Map(this.#listed.map((listed) => [listed.item.station, listed]));
    this.#query = offered(this.#form, queryOf(location.search));
    fillForm(this.#form, this.#query);
    for (const type of ['input', 'submit', 'reset', 'click', 'places-wanted']) this.addEventListener(type, this);
    document.addEventListener('visibilitychange', this);
    window.addEventListener('pageshow', this);
    this.#show();
    void this.#locateIfAllowed();
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
      if (target instanceof Element && target.closest('[data-locate]') !== null) void this.#locate();
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
    replaceAddress((address) => withQuery(address, query));
    this.#show();
  }

  async #locate(): Promise<void> {
    this.#say('finder.locating');
    const position = await readPosition();
    if (position === null) {
      this.#say('finder.refused');
      controlOf(this.#form, 'start')?.focus();
    } else this.#startAt(position);
  }

  /** Where the nearest open place is the answer, a reader who has allowed the position before need not ask for it again. */
  async #locateIfAllowed(): Promise<void> {
    if (this.#order !== 'open-first' || this.#query.start !== '' || this.querySelector('[data-locate]') === null || !(await isPositionAllowed())) return;
    const position = await readPosition();
    // Meanwhile the reader may have chosen a start.
    if (position !== null && this.#query.start === '') this.#startAt(position);
  }

  #startAt(position: Point): void {
    this.#position = position;
    this.#say('finder.located');
    const control = controlOf(this.#form, 'start');
    if (control !== null) control.value = '';
    this.#ask({ ...this.#query, start: '' });
  }

  #say(key: string): void {
    this.#put('[data-position]', said(this.#words, key));
  }

  #show(): void {
    clearTimeout(this.#timer);
    const clock = readClock(this.getAttribute('clock'), location.search, Date.now());
    const chosen = parseWallMinute(this.#query.open);
    const minute = chosen ?? wallMinuteAt(clock.now, this.dataset['zone'] ?? 'UTC');
    const start = this.#position ?? startPoint(this.#query.start, this.#listed.map(({ item }) => item));
    this.#judge(minute, chosen !== null, start);
    const fitting = this.#judged.filter(({ item }) => fits(item, this.#query));
    const open = fitting.filter(({ now }) => now.state === 'open');
    // Where nothing is open, what opens next is more use than an empty list.
    const instead = this.#query.open !== '' && open.length === 0;
    const shown = this.#query.open === '' || instead ? fitting : open;
    this.#arrange(shown, start !== null, instead || this.#order === 'open-first');
    this.#status(fitting, minute);
    this.dispatchEvent(new CustomEvent('places', { detail: { start, shown: new Set(shown.map(({ item }) => item.station)) } }));
    if (clock.runs) this.#timer = setTimeout(() => this.#show(), 60_000 - (clock.now % 60_000) + 50);
    this.toggleAttribute('data-judged', true);
  }

  get #order(): string | undefined {
    return this.dataset['order'];
  }

  get #locale(): Locale {
    const language = this.closest('[lang]')?.getAttribute('lang')?.slice(0, 2) ?? 'zh';
    return isLocale(language) ? language : 'zh';
  }

  /** State and distance of every place: the one changes with the minute, the other with the start, neither with the filter. */
  #judge(minute: WallMinute, isChosen: boolean, start: Point | null): void {
    const [time, from] = [`${minute} ${isChosen}`, start === null ? '' : `${start.longitude} ${start.latitude}`];
    if (time !== this.#judgedAt) {
      this.#judged = judge(this.#listed.map(({ item }) => item), minute, start);
      for (const { item, now } of this.#judged) {
        const { element, badge } = this.#byStation.get(item.station) ?? {};
        // Hours that could not be read have no badge, not even one that says so: their text stands below.
        const words = item.schedule === null ? '' : stateWords(this.#words, now, minute, this.#locale, isChosen);
        if (badge && badge.textContent !== words) badge.textContent = words;
        this.#rollWeek(item, dateOfWallMinute(minute));
        if (element && element.dataset['state'] !== now.state) element.dataset['state'] = now.state;
      }
    } else if (from !== this.#judgedFrom) this.#judged = measured(this.#judged, start);
    if (from !== this.#judgedFrom) {
      for (const { item, distance } of this.#judged) {
        const far = this.#byStation.get(item.station)?.far;
        if (far) far.textContent = distance === null ? '' : distanceText(this.#words, distance);
      }
    }
    [this.#judgedAt, this.#judgedFrom] = [time, from];
  }

  /** Hours are listed from the day on which the place is judged, so that they say the same as its badge. */
  #rollWeek({ station, schedule }: PlaceItem, today: string): void {
    const { week, printed } = this.#byStation.get(station) ?? {};
    const [first] = printed ?? [];
    if (!week || !printed || first === undefined || schedule === null) return;
    const since = today < first.from ? first.from : today;
    if (week.dataset['since'] === since || (week.dataset['since'] === undefined && since === first.from)) return;
    week.dataset['since'] = since;
    week.replaceChildren(...weekFrom(printed, schedule, since, this.#words, this.#locale).map(lineElement));
  }

  /** Hides what does not fit; puts the list into one order, or back into its districts. */
  #arrange(shown: readonly JudgedPlace[], hasStart: boolean, opensFirst: boolean): void {
    const visible = new Set(shown.map(({ item }) => item.station));
    const flat = this.querySelector('[data-flat]');
    const isFlat = flat !== null && (opensFirst || hasStart);
    if (isFlat) {
      const ordered = opensFirst ? openFirst(this.#judged, hasStart) : byDistance(this.#judged);
      const elements = ordered.flatMap(({ item }) => this.#byStation.get(item.station)?.element ?? []);
      const rest = this.querySelector('[data-rest]');
      // As many stay above the closed rest as the page has put there.
      const count = rest === null ? elements.length : flat.children.length;
      for (const [list, own] of [[flat, elements.slice(0, count)], [rest, elements.slice(count)]] as const) {
        if (list !== null && own.some((element, index) => list.children[index] !== element)) list.append(...own);
      }
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

  #status(fitting: readonly JudgedPlace[], minute: WallMinute): void {
    const { open } = this.#query;
    const conditions = conditionsOf(this.#form, this.#query);
    this.#put('[data-status]', listedWords(this.#words, { fitting, conditions, minute, asked: open === '' ? 'any' : open === 'now' ? 'now' : 'at' }, this.#locale));
    // The minute stands outside what is read aloud at every change.
    this.#put('[data-judged-at]', judgedWords(this.#words, minute, this.#locale));
  }

  #put(selector: string, text: string): void {
    const place = this.querySelector(selector);
    if (place !== null && place.textContent !== text) place.textContent = text;
  }
}

/** The hours of a place stand in its item, or elsewhere on its own page. */
function weekOf(element: HTMLElement): Pick<Listed, 'week' | 'printed'> {
  const week = element.querySelector<HTMLElement>('dl.hours') ?? document.querySelector<HTMLElement>(`dl.hours[data-week-of="${element.dataset['place'] ?? ''}"]`);
  const printed = [...(week?.querySelectorAll<HTMLElement>('[data-from]') ?? [])].map((line) => ({
    from: line.dataset['from'] ?? '',
    until: line.dataset['until'] ?? '',
    dates: line.querySelector('dt')?.textContent ?? '',
    hours: line.querySelector('dd')?.textContent ?? '',
  }));
  return { week, printed };
}

function lineElement({ from, until, dates, hours }: HoursLine): HTMLElement {
  const [line, name, words] = [document.createElement('div'), document.createElement('dt'), document.createElement('dd')];
  [line.dataset['from'], line.dataset['until'], name.textContent, words.textContent] = [from, until, dates, hours];
  line.append(name, words);
  return line;
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
