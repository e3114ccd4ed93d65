/** A link with `?release=N` to the page of a table: lists what was corrected in the table since, with the values of that time. */
import { correctedSince } from './corrected-since.ts';
import type { ListedCorrection } from './corrected-since.ts';
import { filled } from './filled.ts';

class PinnedRelease extends HTMLElement {
  connectedCallback(): void {
    const asked = new URLSearchParams(location.search).get('release') ?? '';
    if (/^\d{1,6}$/.test(asked)) void this.#show(Number(asked));
  }

  async #show(release: number): Promise<void> {
    this.hidden = false;
    const words = (name: string): string => this.dataset[name] ?? '';
    const zh = document.documentElement.lang.startsWith('zh');
    try {
      const response = await fetch(words('corrections'), { cache: 'no-cache' });
      if (!response.ok) throw new Error(String(response.status));
      const found = correctedSince((await response.json()) as readonly ListedCorrection[], words('table'), release);
      const counts = { release: String(release), count: String(found.length) };
      const heading = document.createElement('p');
      heading.textContent = filled(found.length === 0 ? words('none') : words('some'), counts);
      const list = document.createElement('ul');
      for (const one of found) {
        const item = document.createElement('li');
        item.textContent = filled(words('line'), {
          key: one.key.join(' · '), column: one.column ?? '', old: one.old === '' || one.old === null ? words('empty') : one.old, new: one.column === null ? words('removed') : one.new || words('empty'),
          release: String(one.release), class: one.class, reason: zh ? one.reason.zh : one.reason.en,
        });
        list.append(item);
      }
      this.replaceChildren(heading, ...(found.length === 0 ? [] : [list]));
    } catch {
      this.textContent = words('failed');
    }
  }
}

customElements.define('pinned-release', PinnedRelease);
