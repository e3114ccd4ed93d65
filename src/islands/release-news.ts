/** Names the records that the release log has gained after the release a page belongs to: a rollback brings back pages that do not know of it. */
import { filled } from './filled.ts';
import { fetchLog } from './release-log.ts';
import type { LogRecord } from './release-log.ts';

class ReleaseNews extends HTMLElement {
  connectedCallback(): void {
    void this.#look();
  }

  async #look(): Promise<void> {
    const own = Number(this.dataset['release']);
    let records: readonly LogRecord[];
    try {
      records = await fetchLog(this.dataset['log'] ?? '');
    } catch {
      // The page itself is whole without the news.
      return;
    }
    const newer = records.filter(({ release }) => release > own);
    const place = this.querySelector<HTMLElement>('[data-news]');
    if (newer.length === 0 || place === null) return;
    const list = newer.map(({ release, of, at }) =>
      filled((of === null ? this.dataset['newerRelease'] : this.dataset['newerRollback']) ?? '', { release: String(release), of: String(of), at: at.slice(0, 16).replace('T', ' ') }),
    );
    place.textContent = filled(this.dataset['newer'] ?? '', { count: String(newer.length), list: list.join(document.documentElement.lang.startsWith('zh') ? '；' : '; ') });
    place.hidden = false;
  }
}

customElements.define('release-news', ReleaseNews);
