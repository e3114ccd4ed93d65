/** Tells whether a file, or its SHA-256, was published here: computed in the browser, compared with the release log; nothing is sent. */
import { filled } from './filled.ts';
import { fetchLog, pathInList, whereFound } from './release-log.ts';
import type { LogRecord } from './release-log.ts';

class FileVerifier extends HTMLElement {
  connectedCallback(): void {
    for (const type of ['submit', 'change', 'dragover', 'dragleave', 'drop']) this.addEventListener(type, this);
  }

  handleEvent(event: Event): void {
    const zone = this.querySelector<HTMLElement>('[data-drop]');
    if (event.type === 'submit') {
      event.preventDefault();
      const pasted = this.querySelector<HTMLInputElement>('input[name="hash"]')?.value.trim().toLowerCase().replace(/^sha256:/, '') ?? '';
      if (/^[0-9a-f]{64}$/.test(pasted)) void this.#answer(pasted);
      else this.#say(this.#words('notHash'));
    } else if (event.type === 'change' && event.target instanceof HTMLInputElement && event.target.type === 'file') void this.#verify(event.target.files?.[0]);
    else if (event instanceof DragEvent) {
      event.preventDefault();
      zone?.toggleAttribute('data-over', event.type === 'dragover');
      if (event.type === 'drop') void this.#verify(event.dataTransfer?.files[0]);
    }
  }

  async #verify(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    // Only a secure context computes; localhost and https are.
    const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
    if (subtle === undefined) return this.#say(this.#words('noCrypto'));
    this.#say(this.#words('computing'));
    const digest = new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()));
    await this.#answer([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  }

  async #answer(hash: string): Promise<void> {
    this.#say(this.#words('computing'));
    const address = this.dataset['log'] ?? '';
    let records: readonly LogRecord[];
    try {
      records = await fetchLog(address);
    } catch {
      return this.#say(this.#words('failed'));
    }
    const found = whereFound(records, hash);
    const lines = found.map((one) => {
      const { path, release, at } = one;
      const later = one.state === 'current' ? {} : { later: String(one.later), laterAt: day(one.laterAt) };
      return filled(this.#words(one.state), { path, release: String(release), at: day(at), ...later });
    });
    const last = records.at(-1);
    if (lines.length === 0 && last !== undefined) {
      // Pages change with every release: only those of now are asked for.
      const path = pathInList(await textOf(new URL(`releases/${last.release}.txt`, new URL(address, location.href))), hash);
      if (path !== null) lines.push(filled(this.#words('page'), { path, release: String(last.release) }));
    }
    this.#say(...(lines.length === 0 ? [this.#words('unknown')] : lines), filled(this.#words('hashOf'), { hash }));
    this.dataset['result'] = found[0]?.state ?? (lines.length === 0 ? 'unknown' : 'page');
  }

  #words(name: string): string {
    return this.dataset[`words${name.charAt(0).toUpperCase()}${name.slice(1)}`] ?? '';
  }

  #say(...lines: readonly string[]): void {
    delete this.dataset['result'];
    const place = this.querySelector('[data-answer]');
    place?.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        return paragraph;
      }),
    );
  }
}

/** Date and minute of an instant in its own zone, as the log states it. */
function day(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

async function textOf(address: URL): Promise<string> {
  try {
    const response = await fetch(address, { cache: 'no-cache' });
    return response.ok ? await response.text() : '';
  } catch {
    return '';
  }
}

customElements.define('file-verifier', FileVerifier);
