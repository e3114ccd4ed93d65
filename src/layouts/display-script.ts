/** The one script that stands in the page itself and runs before the first paint: it says that scripts run, and applies what the reader chose on this device. */

/**
 * As a file it would hold up the first paint by a round trip; src/islands/display-switches.ts writes what it reads. Where storage is forbidden, every page
 * opens as the device is set. The policy in astro.config.mjs names its hash.
 */
export const displayScript =
  "(r=>{r.setAttribute('data-script','');try{var t=localStorage.getItem('portal-theme');if(t==='light'||t==='dark')r.setAttribute('data-theme',t);if(localStorage.getItem('portal-reading')==='elder')r.setAttribute('data-reading','elder')}catch(e){}})(document.documentElement)";
