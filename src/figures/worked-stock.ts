/** Worked examples about stock, from the entry that the first page speaks about. */
import { formatDate, formatInstant, formatNumber } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { stockNow } from '#src/indicators/stock-now.ts';
import type { StockEntry } from '#src/indicators/stock-now.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { capitalised, componentName, groupName, levelWord, listOf, stockQuantity } from './blood-words.ts';
import { shownQuantity } from './stock-value.ts';
import { graceHours } from './table-words.ts';
import type { ExampleLine, WorkedExample } from './worked-example.ts';

type CountedEntry = StockEntry & { readonly quantity: number };

export function asOfExample(portal: Portal, locale: Locale): WorkedExample {
  return {
    subject: t(locale, 'about.example.site'),
    lines: [{ label: t(locale, 'about.example.asOf'), text: formatInstant(portal.asOf, locale) }],
  };
}

export function groupsExample(portal: Portal, locale: Locale): WorkedExample | null {
  const { groups, headlineComponent } = stockNow(portal);
  if (headlineComponent === null) return null;
  const names = groups.map((group) => groupName(group, groups, locale));
  return {
    subject: capitalised(componentName(headlineComponent, locale)),
    lines: [{ label: t(locale, 'about.example.groups'), text: listOf(names, locale), value: names.length }],
  };
}

export function totalExample(portal: Portal, locale: Locale): WorkedExample | null {
  const total = chosenEntry(portal, () => true);
  if (total === null) return null;
  const stations = stockNow(portal).entries.filter((one) => isSameSeries(one, total) && one.station !== 'all');
  if (stations.length < 2) return null;
  const names = new Map(portal.rows('stations').map((row) => [row.station, locale === 'zh' ? row.nameZh : row.nameEn]));
  return {
    subject: subjectOf(portal, total, locale),
    lines: [
      ...stations.map((one) => quantityLine(names.get(one.station) ?? one.station, one, locale)),
      quantityLine(t(locale, 'blood.region'), total, locale),
    ],
  };
}

export function demandExample(portal: Portal, locale: Locale): WorkedExample | null {
  const entry = chosenEntry(portal, ({ demand }) => demand !== null);
  if (entry === null || entry.demand === null) return null;
  const { demand, unit } = entry;
  const from = formatDate(demand.from, locale);
  const to = formatDate(demand.to, locale);
  return {
    subject: subjectOf(portal, entry, locale),
    lines: [
      { label: t(locale, 'about.example.window'), text: t(locale, 'about.example.windowDays', { from, to, days: demand.windowDays }) },
      { label: t(locale, demand.kind === 'requested' ? 'about.example.sumRequested' : 'about.example.sumIssues'), text: stockQuantity(demand.sum, unit, locale), value: demand.sum },
      ...(demand.restrictedDays === 0 ? [] : [dayCount(locale, 'about.example.restrictedDays', demand.restrictedDays)]),
      ...(demand.missingDays === 0 ? [] : [dayCount(locale, 'about.example.missingDays', demand.missingDays)]),
      dayCount(locale, 'about.example.countedDays', demand.daysCounted),
      { label: t(locale, 'about.example.mean'), text: stockQuantity(demand.mean, unit, locale), value: demand.mean },
    ],
  };
}

export function daysExample(portal: Portal, locale: Locale): WorkedExample | null {
  const entry = chosenEntry(portal, ({ demand, daysOfSupply }) => demand !== null && daysOfSupply !== null);
  if (entry === null || entry.demand === null || entry.daysOfSupply === null) return null;
  return {
    subject: subjectOf(portal, entry, locale),
    lines: [
      quantityLine(t(locale, 'about.example.stock'), entry, locale),
      { label: t(locale, 'about.example.mean'), text: stockQuantity(entry.demand.mean, entry.unit, locale), value: entry.demand.mean },
      daysLine(t(locale, 'about.example.days'), entry, entry.daysOfSupply, locale),
    ],
  };
}

export function thresholdExample(portal: Portal, locale: Locale): WorkedExample | null {
  const entry = chosenEntry(portal, ({ thresholds }) => thresholds.length > 0);
  if (entry === null) return null;
  return {
    subject: subjectOf(portal, entry, locale),
    lines: entry.thresholds.map((threshold) => ({
      label: levelWord(threshold.level, locale),
      text: t(locale, threshold.clause === null ? 'about.example.ownThreshold' : 'about.example.clauseThreshold', {
        amount: stockQuantity(threshold.atOrAbove, threshold.unit, locale),
        from: formatDate(threshold.validFrom, locale),
        clause: threshold.clause ?? '',
      }),
      value: threshold.atOrAbove,
    })),
  };
}

export function levelExample(portal: Portal, locale: Locale): WorkedExample | null {
  const entry = chosenEntry(portal, ({ level }) => level !== null);
  if (entry === null || entry.level === null) return null;
  const level = levelWord(entry.level, locale);
  if (entry.levelBy === 'publisher') {
    return {
      subject: subjectOf(portal, entry, locale),
      lines: [quantityLine(t(locale, 'about.example.stock'), entry, locale), { label: t(locale, 'about.example.publisherLevel'), text: level }],
    };
  }
  const byDays = entry.thresholds[0]?.unit === 'days';
  const reached = entry.threshold;
  return {
    subject: subjectOf(portal, entry, locale),
    lines: [
      byDays && entry.daysOfSupply !== null
        ? daysLine(t(locale, 'about.example.days'), entry, entry.daysOfSupply, locale)
        : quantityLine(t(locale, 'about.example.stock'), entry, locale),
      {
        label: t(locale, 'about.example.reached'),
        text: reached === null ? t(locale, 'about.example.noneReached') : stockQuantity(reached.atOrAbove, reached.unit, locale),
        ...(reached === null ? {} : { value: reached.atOrAbove }),
      },
      { label: t(locale, 'about.example.portalLevel'), text: level },
    ],
  };
}

export function alertExample(portal: Portal, locale: Locale): WorkedExample | null {
  const alert = portal.rows('alerts').toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (alert === undefined) return null;
  const { restrictionPercent } = alert;
  return {
    subject: (locale === 'zh' ? alert.issuerZh : alert.issuerEn) ?? '',
    lines: [
      { label: t(locale, 'about.example.alertFrom'), text: formatDate(alert.from.slice(0, 10), locale) },
      { label: t(locale, 'about.example.alertUntil'), text: alert.until === null ? t(locale, 'about.example.alertOpen') : formatDate(alert.until.slice(0, 10), locale) },
      ...(alert.document === null ? [] : [{ label: t(locale, 'about.example.document'), text: alert.document }]),
      ...(typeof restrictionPercent === 'number'
        ? [{ label: t(locale, 'about.example.restriction'), text: t(locale, 'about.example.restrictionPercent', { percent: restrictionPercent }), value: restrictionPercent }]
        : []),
    ],
  };
}

export function rhdNegativeExample(portal: Portal, locale: Locale): WorkedExample | null {
  const entry = stockNow(portal).entries.find((one) => one.rhd === 'negative' && isCounted(one));
  if (entry === undefined || !isCounted(entry)) return null;
  return { subject: subjectOf(portal, entry, locale), lines: [quantityLine(t(locale, 'about.example.stock'), entry, locale)] };
}

export function rareExample(portal: Portal, locale: Locale): WorkedExample | null {
  const entry = stockNow(portal).entries.find(({ rare, lastMonth }) => rare !== null && lastMonth !== null);
  if (entry?.lastMonth == null) return null;
  const { month, quantity } = entry.lastMonth;
  return {
    subject: seriesWords(portal, entry, month, locale),
    lines: [{ label: t(locale, 'about.example.monthStock'), text: stockQuantity(quantity, entry.unit, locale), value: quantity }],
  };
}

export function seasonExample(portal: Portal, locale: Locale): WorkedExample | null {
  const entry = chosenEntry(portal, ({ season }) => season !== null);
  if (entry === null || entry.season === null) return null;
  const { season } = entry;
  const unit = entry.unit === 'percent' ? 'percent' : 'days';
  const below = season.earlier.filter(({ value }) => value < season.value).length;
  return {
    subject: subjectOf(portal, entry, locale),
    lines: [
      { label: t(locale, 'about.example.sevenDays'), text: stockQuantity(season.value, unit, locale), value: season.value },
      ...season.earlier.map(({ date, value }) => ({ label: formatDate(date, locale), text: stockQuantity(value, unit, locale), value })),
      { label: t(locale, 'about.example.yearsBelow'), text: t(locale, 'about.example.yearsBelowOf', { below, years: season.years }), value: below },
      { label: t(locale, 'about.example.percentile'), text: formatNumber(season.percentile), value: season.percentile },
    ],
  };
}

export function validUntilExample(portal: Portal, locale: Locale): WorkedExample | null {
  const { date, validUntil } = stockNow(portal);
  const timing = portal.settings.tables['stock'];
  if (date === null || validUntil === null || timing === undefined) return null;
  const hours = graceHours(timing.grace);
  return {
    subject: t(locale, 'about.example.stockOf', { date: formatDate(date, locale) }),
    lines: [
      { label: t(locale, 'about.example.due'), text: timing.due },
      { label: t(locale, 'about.example.grace'), text: hours === null ? timing.grace : t(locale, 'about.example.hours', { hours }) },
      { label: t(locale, 'about.example.validUntil'), text: formatInstant(validUntil, locale) },
    ],
  };
}

export function roundingExample(portal: Portal, locale: Locale): WorkedExample | null {
  const entry = chosenEntry(portal, ({ daysOfSupply }) => daysOfSupply !== null);
  if (entry === null || entry.daysOfSupply === null) return null;
  return {
    subject: subjectOf(portal, entry, locale),
    lines: [
      { label: t(locale, 'about.example.full'), text: String(entry.daysOfSupply), value: entry.daysOfSupply },
      daysLine(t(locale, 'about.example.shown'), entry, entry.daysOfSupply, locale),
    ],
  };
}

/** The region's entry of the headline component, of the first group that fits; null where none has a number that fits. */
function chosenEntry(portal: Portal, fits: (entry: StockEntry) => boolean): CountedEntry | null {
  const { entries, headlineComponent } = stockNow(portal);
  return entries.filter(isCounted).find((one) => one.component === headlineComponent && one.station === 'all' && one.rare === null && fits(one)) ?? null;
}

function isCounted(entry: StockEntry): entry is CountedEntry {
  return typeof entry.quantity === 'number';
}

function isSameSeries(a: StockEntry, b: StockEntry): boolean {
  return a.component === b.component && a.group === b.group && a.unit === b.unit;
}

function quantityLine(label: string, { quantity, unit }: StockEntry, locale: Locale): ExampleLine {
  return typeof quantity === 'number'
    ? { label, text: stockQuantity(quantity, unit, locale), value: quantity }
    : { label, text: t(locale, `blood.missing.${quantity}`) };
}

function daysLine(label: string, entry: StockEntry, value: number, locale: Locale): ExampleLine {
  return { label, text: shownQuantity({ value, unit: 'days' }, entry, locale), value };
}

function dayCount(locale: Locale, label: 'about.example.restrictedDays' | 'about.example.missingDays' | 'about.example.countedDays', days: number): ExampleLine {
  return { label: t(locale, label), text: t(locale, 'about.example.dayCount', { days }), value: days };
}

function subjectOf(portal: Portal, entry: StockEntry, locale: Locale): string {
  return seriesWords(portal, entry, entry.date, locale);
}

/** `A 型，悬浮红细胞，2026年11月21日`. */
function seriesWords(portal: Portal, { group, component }: StockEntry, date: string, locale: Locale): string {
  return [groupName(group, stockNow(portal).groups, locale), componentName(component, locale), formatDate(date, locale)].join(locale === 'zh' ? '，' : ', ');
}
