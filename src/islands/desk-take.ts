/** Takes a view away: as CSV, as a picture, as a link, as a citation, as code for another page. Loaded when the reader first asks for one of them. */
import { csvOf } from './desk-csv.ts';
import { findingOf } from './desk-facts.ts';
import { sentenceOf } from './desk-numbers.ts';
import { say } from './desk-settings.ts';
import type { DeskSettings } from './desk-settings.ts';
import { chosenOf, searchOf } from './desk-state.ts';
import type { DeskState } from './desk-state.ts';
import type { ShownView } from './desk-view.ts';
import { filled } from './filled.ts';
import { pngFile, svgFile } from './picture-file.ts';

export type FileKind = 'csv' | 'svg' | 'png';

/** Hands over a view as a file; `drawing` is the one on the page. Nothing where the browser cannot make a picture. */
export async function saveView(kind: FileKind, view: ShownView, drawing: SVGSVGElement): Promise<void> {
  const file = await fileOf(kind, view, drawing);
  if (file === null) return;
  const { state, settings } = view.numbers;
  const name = [...(settings.demonstration === '' ? [] : ['demonstration']), 'stock', state.component, ...(state.station === 'all' ? [] : [state.station]), ...(state.view === 'panels' ? [] : [state.view]), state.from, state.to];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${name.join('-')}.${kind}`;
  link.click();
  // The browser has taken the address over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function fileOf(kind: FileKind, view: ShownView, drawing: SVGSVGElement): Promise<Blob | null> {
  if (kind === 'csv') return new Blob([csvOf(view)], { type: 'text/csv' });
  const picture = svgFile(drawing, findingOf(view.numbers) ?? '', sentenceOf(view.numbers));
  return kind === 'svg' ? new Blob([picture.text], { type: 'image/svg+xml' }) : pngFile(picture);
}

/** Puts a text on the clipboard and says whether that was possible. */
export async function copyText(text: string, settings: DeskSettings): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return say(settings, 'copied');
  } catch {
    return say(settings, 'notCopied');
  }
}

/** The address of a view. */
export function addressOf(state: DeskState, { page }: DeskSettings): string {
  return new URL(page + searchOf(state), location.href).href;
}

/** Two lines for another page: the view in a frame, and the script that gives it its height. */
export function embedCode(state: DeskState, settings: DeskSettings): string {
  const absolute = (path: string): string => new URL(path, location.href).href;
  const title = say(settings, 'embedTitle', { component: chosenOf(state, settings)?.component.name ?? '' });
  return [
    `<iframe data-open-blood-portal src="${absolute(settings.embed + searchOf(state)).replaceAll('&', '&amp;')}" title="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" width="100%" height="720" loading="lazy"></iframe>`,
    `<script src="${absolute(settings.embedScript)}" async></script>`,
  ].join('\n');
}

/** In Chinese after GB/T 7714 and in English, with the day on which the page was read. */
export function citationsOf(state: DeskState, settings: DeskSettings): readonly string[] {
  const chosen = chosenOf(state, settings);
  const now = new Date();
  const accessed = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  const values = { from: state.from, to: state.to, accessed, address: addressOf(state, settings) };
  return (chosen?.component.citations ?? []).map((citation, index) => filled(citation, { ...values, station: chosen?.station.cited[index] ?? '' }));
}
