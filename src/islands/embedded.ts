/** Tells the page around an embed how high it is, whenever that changes; public/embed.js listens there. */

if (window.parent !== window) {
  const tell = (): void => {
    // The height of what is shown is no secret, so any page may hear it.
    window.parent.postMessage({ openBloodPortal: 'height', height: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
}
