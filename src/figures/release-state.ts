/** Which release a site is, or that it is none, in words. */
import { buildNotes } from '#src/datasets/build-notes.ts';
import { formatInstant } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { currentLog } from '#src/releases/current-log.ts';

export interface ReleaseState {
  readonly isReleased: boolean;
  /** The release that the site is, or the newest before it; null before the first. */
  readonly release: number | null;
  readonly words: string;
}

/** Of the running build. */
export function releaseState(locale: Locale): ReleaseState {
  const { own, current } = currentLog();
  if (own !== null) return { isReleased: true, release: own.release, words: t(locale, 'releases.state.released', { release: own.release, instant: formatInstant(own.at, locale) }) };
  const { differing } = buildNotes();
  if (current === null || differing === null) return { isReleased: false, release: current?.release ?? null, words: t(locale, 'releases.state.none') };
  const { release } = current;
  return { isReleased: false, release, words: differing.length === 0 ? t(locale, 'releases.state.same', { release }) : t(locale, 'releases.state.differs', { release, tables: differing.length }) };
}
