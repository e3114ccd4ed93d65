/** Worked examples about a year of donations: the rate, and what was collected against what was issued. */
import { formatNumber, formatQuantity } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { isMeasured } from '#src/domain/missing.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { latestDonationYear, redCellsIssued } from '#src/indicators/donation-year.ts';
import { categoryWord } from './dictionary.ts';
import type { WorkedExample } from './worked-example.ts';

/** One unit of whole blood. */
const unitMl = 200;

/** Of the latest complete year, on the first base whose population is published; null without one. */
export function rateExample(portal: Portal, locale: Locale): WorkedExample | null {
  const year = latestDonationYear(portal);
  const row = portal.rows('population').find((one) => one.year === year?.year && one.region === portal.settings.region);
  if (year === null || row === undefined || !isMeasured(row.population)) return null;
  const rate = (year.donations / row.population) * 1000;
  return {
    subject: yearWords(portal, year.year, locale),
    lines: [
      { label: t(locale, 'about.example.donations'), text: formatNumber(year.donations), value: year.donations },
      { label: categoryWord(portal, 'population', 'base', row.base, locale), text: formatNumber(row.population), value: row.population },
      { label: t(locale, 'about.example.rate'), text: `${formatNumber(rate, 1)}\u202F‰`, value: rate },
    ],
  };
}

/** Of the latest complete year of donations; null where the volume or the issues of that year are not complete. */
export function balanceExample(portal: Portal, locale: Locale): WorkedExample | null {
  const year = latestDonationYear(portal);
  if (year === null || year.wholeBloodMl === null) return null;
  const issued = redCellsIssued(portal, year.year);
  if (issued === null) return null;
  const collected = year.wholeBloodMl / unitMl;
  return {
    subject: yearWords(portal, year.year, locale),
    lines: [
      { label: t(locale, 'about.example.wholeBloodMl'), text: formatQuantity(year.wholeBloodMl, t(locale, 'blood.unit.ml')), value: year.wholeBloodMl },
      { label: t(locale, 'about.example.wholeBloodUnits'), text: formatQuantity(collected, 'U'), value: collected },
      { label: t(locale, 'about.example.redCellsIssued'), text: formatQuantity(issued, 'U'), value: issued },
      { label: t(locale, 'about.example.balance'), text: `${formatNumber(collected - issued, 0, { sign: true })}\u202FU`, value: collected - issued },
    ],
  };
}

function yearWords(portal: Portal, year: number, locale: Locale): string {
  const region = portal.rows('regions').find((row) => row.region === portal.settings.region);
  const name = locale === 'zh' ? region?.nameZh : (region?.nameEn ?? region?.nameZh);
  return [name, t(locale, 'about.example.year', { year })].filter(Boolean).join(locale === 'zh' ? '，' : ', ');
}
