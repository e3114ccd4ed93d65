/** What a reader has to know before reckoning with a table: what is missing in it, put together, provisional or corrected. */
import type { Portal } from '#src/datasets/portal.ts';
import { href } from '#src/i18n/addresses.ts';
import { formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { publishedTable } from '#src/publishing/published-table.ts';
import { correctedCells } from '#src/releases/release-log.ts';
import type { ReleaseLog } from '#src/releases/release-log.ts';

export interface Caveat {
  readonly text: string;
  /** Where more is said of it. */
  readonly more: { readonly address: string; readonly text: string } | null;
}

/** The caveats of a table that is present, in the order of their weight; none where nothing is to be said. Numbers are counted in the published rows. */
export function tableCaveats(portal: Portal, log: ReleaseLog, table: string, locale: Locale): readonly Caveat[] {
  const { resource, fields, rows } = publishedTable(portal, table);
  const raw = portal.cells(table).rows;
  const why = (address: string) => ({ address: href(address, locale), text: t(locale, 'data.caveats.rareLink') });
  const caveat = (text: string, more: Caveat['more'] = null): Caveat => ({ text, more });
  const caveats: Caveat[] = [];

  if (resource.daily === true) {
    if (rows.length !== raw.length) caveats.push(caveat(t(locale, 'data.caveats.rare'), why('/about/methods/#rare-groups')));
    const absent = portal.settings.tables[table]?.absentRow ?? 'missing';
    caveats.push(caveat(t(locale, absent === 'zero' ? 'data.caveats.absentZero' : 'data.caveats.absentMissing'), why('/about/methods/#absent-row')));
  }
  if ((table === 'fund-entries' || table === 'fee-waivers') && rows.length !== raw.length) caveats.push(caveat(t(locale, 'data.caveats.few'), why('/about/methods/#small-count')));

  const status = fields.findIndex(({ name }) => name === 'status');
  const provisional = rows.filter((cells) => cells[status] === 'provisional').length;
  if (provisional > 0) caveats.push(caveat(t(locale, 'data.caveats.provisional', { rows: formatNumber(provisional) })));
  const corrected = correctedCells(log, table).size;
  if (corrected > 0) caveats.push(caveat(t(locale, 'data.caveats.corrected', { cells: formatNumber(corrected) }), { address: href('/data/corrections/', locale), text: t(locale, 'corrections.name') }));

  const missing = resource.schema.missingValues.filter(({ value }) => value !== '').flatMap((code) => {
    const cells = rows.reduce((sum, one) => sum + one.filter((cell) => cell === code.value).length, 0);
    return cells === 0 ? [] : [t(locale, 'data.caveats.reason', { reason: locale === 'zh' ? code.title : code['title@en'], code: code.value, cells: formatNumber(cells) })];
  });
  if (missing.length > 0) caveats.push(caveat(t(locale, 'data.caveats.missing', { reasons: missing.join(locale === 'zh' ? '、' : ', ') }), why('/about/methods/#missing')));
  if (fields.some(({ name }) => name === 'crs')) caveats.push(caveat(t(locale, 'data.caveats.crs')));
  return caveats;
}
