/** What others have published that blood costs: their tariffs as the source states them, beside the portal's own. */
import type { Portal } from '#src/datasets/portal.ts';
import { formatDate, formatNumber, thinSpace } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { districtName } from './districts.ts';
import type { TableExhibit } from './fund-tables.ts';
import { sourceRow, sourceWords } from './published-source.ts';

/** Every published price of another region, by region and period; null without one. The finding names the first region and its date. */
export function pricesElsewhere(portal: Portal, locale: Locale): TableExhibit | null {
  const rows = portal.rows('figures').filter(({ indicator, status, region }) => indicator === 'tariff_amount' && status !== 'superseded' && region !== portal.settings.region);
  const [first] = rows;
  if (first === undefined) return null;
  const sets = Map.groupBy(rows, ({ region, period }) => `${region} ${period}`);
  const params = { region: districtName(portal, first.region, locale), period: formatDate(first.period, locale), count: sets.get(`${first.region} ${first.period}`)?.length ?? 0 };
  return {
    finding: t(locale, 'prices.elsewhere.finding', params),
    notes: [t(locale, portal.settings.demonstration === null ? 'prices.elsewhere.note' : 'prices.elsewhere.noteReal')],
    table: {
      caption: t(locale, 'prices.elsewhere.caption'),
      columns: [
        { title: t(locale, 'prices.elsewhere.what') },
        { title: t(locale, 'prices.column.price'), numeric: true },
        { title: t(locale, 'prices.elsewhere.region') },
        { title: t(locale, 'prices.column.from') },
      ],
      rows: rows.map(({ region, period, value, unit, noteZh, noteEn }) => [
        withoutStop((locale === 'zh' ? noteZh : (noteEn ?? noteZh)) ?? ''),
        { text: `${formatNumber(value, 2)}${thinSpace}${unit === '元' && locale === 'en' ? t(locale, 'prices.elsewhere.yuan') : unit}`, value },
        districtName(portal, region, locale),
        formatDate(period, locale),
      ]),
    },
    source: sourceWords(portal, rows.map(({ source }) => source), locale),
    asOf: sourceRow(portal, first.source).date ?? first.period,
  };
}

/** A note stands as the name of its row. */
function withoutStop(note: string): string {
  return note.replace(/[。.]$/, '');
}
