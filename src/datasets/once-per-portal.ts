/** Remembers what is computed from a portal, which never changes, for as long as the portal lives. */
import type { Portal } from './portal.ts';

/** `make`, called once for each portal and key; a function of the portal alone has no key. */
export function oncePerPortal<T>(make: (portal: Portal, key: string) => T): (portal: Portal, key?: string) => T {
  const known = new WeakMap<Portal, Map<string, T>>();
  return (portal, key = '') => {
    const ofPortal = known.get(portal) ?? new Map<string, T>();
    known.set(portal, ofPortal);
    const found = ofPortal.get(key);
    if (found !== undefined || ofPortal.has(key)) return found as T;
    const made = make(portal, key);
    ofPortal.set(key, made);
    return made;
  };
}
