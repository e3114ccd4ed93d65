/** Where the reader is, asked of the browser: the position goes into no address, no storage and no request, it stays with the part of the page that asked. */
import type { Point } from '#src/domain/distance.ts';

/** null where the reader refuses, the device does not know or does not say within a quarter of a minute. */
export function readPosition(): Promise<Point | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ longitude: coords.longitude, latitude: coords.latitude }),
      () => resolve(null),
      { maximumAge: 300_000, timeout: 15_000 },
    );
  });
}

/** Whether the reader has allowed this site the position before, so that asking disturbs nobody; false where the browser does not tell. */
export async function isPositionAllowed(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted';
  } catch {
    return false;
  }
}
