/** Draws the published picture of the strip as a PNG that a long press, or a link, saves. */

class SharePicture extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => this.#toggle());
  }

  #toggle(): void {
    const place = this.querySelector<HTMLElement>('[data-picture]');
    const button = this.querySelector('button');
    if (place === null || button === null) return;
    if (!place.hidden) {
      place.hidden = true;
      button.setAttribute('aria-expanded', 'false');
      return;
    }
    const source = new Image();
    source.addEventListener('load', () => {
      const address = drawn(source);
      if (address === null) return;
      show(place, address);
      place.hidden = false;
      button.setAttribute('aria-expanded', 'true');
    });
    source.src = this.getAttribute('src') ?? '';
  }
}

/** Puts the picture and the link that saves it into their place, where they are not yet. */
function show(place: HTMLElement, address: string): void {
  if (place.querySelector('img') !== null) return;
  const { name = '', label = '', save = '' } = place.dataset;
  const picture = new Image();
  picture.src = address;
  picture.alt = label;
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.textContent = save;
  place.querySelector('p')?.append(link);
  place.append(picture);
}

/** The picture at twice its size, for sharp screens; a data address, because WeChat saves nothing else. */
function drawn(source: HTMLImageElement): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = source.naturalWidth * 2;
  canvas.height = source.naturalHeight * 2;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

customElements.define('share-picture', SharePicture);
