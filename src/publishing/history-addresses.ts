/** Where the history page finds its files and the pages that go with it. */
import type { Portal } from '#src/datasets/portal.ts';
import { fileHref, href } from '#src/i18n/addresses.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { historyPieces } from './history-piece.ts';
import type { HistoryPiece } from './history-piece.ts';

export function historyAddresses(portal: Portal, locale: Locale) {
  const pieces = historyPieces(portal);
  return {
    /** Of the numbers of a component at a station; null where that kind is not published. */
    pieceOf(kind: HistoryPiece['kind'], component: string, station: string): string | null {
      const piece = pieces.find((one) => one.kind === kind && one.component === component && one.station === station);
      return piece === undefined ? null : fileHref(`stock/history/data/${piece.path}.json`);
    },
    page: href('/stock/history/', locale),
    embed: href('/embed/history/', locale),
    embedScript: fileHref('embed.js'),
  };
}
