/** The stock strip as an exhibit: a column for each group, the RhD-negative line, and the whole as one picture. */
import type { GroupSlug, Level, StockUnit } from '#src/domain/blood.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { StockEntry, StockNow } from '#src/indicators/stock-now.ts';
import { drawLevelShape } from '#src/charts/level-shape.ts';
import { drawStockScale, layoutStockScale, stockScaleTop } from '#src/charts/stock-scale.ts';
import type { StockScaleInput } from '#src/charts/stock-scale.ts';
import { drawStripPicture, layoutStripPicture } from '#src/charts/stock-strip-picture.ts';
import { formatInstant, formatNumber, formatShortInstant } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { componentName, groupName, groupShortName, levelWord, listOf, stockNumber, stockQuantity, unitWord } from './blood-words.ts';
import type { Figure } from './figure.ts';
import { datelineWords, stockSource } from './stock-dates.ts';
import { findingSentence, stripEntries } from './stock-finding.ts';
import { countedQuantity, missingWord, shownValue, stockValue } from './stock-value.ts';

export interface StripColumn {
  readonly group: GroupSlug;
  readonly component: string;
  readonly name: string;
  readonly shortName: string;
  /** `3.2`; null where the number is missing. */
  readonly number: string | null;
  /** Unrounded, for `data-value`. */
  readonly value: number | null;
  readonly unit: string;
  /** The stock behind the number of days, or why the number is missing. */
  readonly note: string | null;
  readonly level: Level | null;
  readonly levelWord: string | null;
  readonly shape: string | null;
  readonly date: string;
  readonly shortDate: string;
  readonly validUntil: string | null;
  readonly shortUntil: string | null;
  readonly scale: string;
}

/** A line of the RhD-negative panel. */
export interface StripLine {
  readonly group: GroupSlug;
  readonly component: string;
  readonly name: string;
  readonly quantity: string;
  readonly value: number | null;
  readonly validUntil: string | null;
  readonly shortUntil: string | null;
}

export interface StockStrip extends Figure {
  readonly columns: readonly StripColumn[];
  readonly negative: readonly StripLine[];
  readonly hasBand: boolean;
  readonly hasTicks: boolean;
  readonly unit: StockUnit;
}

/** The unit all scales of the strip share: days where any group has them. */
export function stripUnit(columns: readonly StockEntry[]): StockUnit {
  if (columns.some((entry) => entry.daysOfSupply !== null)) return 'days';
  return columns[0]?.unit ?? 'U';
}

function scaleInput(entry: StockEntry, unit: StockUnit, top: number, locale: Locale): StockScaleInput {
  // The season is one of days, or of percent where the publisher states percent.
  const season = unit === 'days' || unit === 'percent' ? entry.season : null;
  return {
    value: stockValue(entry, unit)?.value ?? null,
    top,
    ticks: entry.thresholds
      .filter((threshold) => threshold.unit === unit && threshold.atOrAbove > 0)
      .map(({ atOrAbove, level }) => ({ at: atOrAbove, number: formatNumber(atOrAbove, 2), word: levelWord(level, locale) })),
    band: season === null ? null : { low: season.p10, median: season.median, high: season.p90 },
  };
}

/** Upper end of the scales of these entries. */
export function scaleTop(entries: readonly StockEntry[], unit: StockUnit): number {
  const numbers = entries.flatMap((entry) => {
    const input = scaleInput(entry, unit, 0, 'zh');
    return [...(input.value === null ? [] : [input.value]), ...input.ticks.map(({ at }) => at), ...(input.band === null ? [] : [input.band.high])];
  });
  return stockScaleTop(numbers, unit === 'percent');
}

/** The scale of one entry with its description; says no level, because a drawing does not expire. */
export function entryScale(entry: StockEntry, name: string, unit: StockUnit, top: number, locale: Locale): string {
  const input = scaleInput(entry, unit, top, locale);
  const number = input.value === null ? missingWord(entry, locale) : stockQuantity(shownValue({ value: input.value, unit }, entry), unit, locale);
  const ticks = listOf(input.ticks.map(({ number: at, word }) => `${at} ${word}`), locale);
  const words = [
    t(locale, 'strip.scale', { group: name, number }),
    ticks === '' ? '' : t(locale, 'strip.scale.ticks', { ticks }),
    input.band === null ? '' : t(locale, 'strip.scale.band', { low: stockNumber(input.band.low, unit), high: stockQuantity(input.band.high, unit, locale) }),
  ];
  return drawStockScale(layoutStockScale(input), words.join(''));
}

function stripColumn(entry: StockEntry, now: StockNow, unit: StockUnit, top: number, locale: Locale): StripColumn {
  const name = groupName(entry.group, now.groups, locale);
  const value = stockValue(entry, unit);
  const counted = countedQuantity(entry);
  const instead = value === null ? stockValue(entry) : null;
  return {
    group: entry.group,
    component: entry.component,
    name,
    shortName: groupShortName(entry.group, now.groups, locale),
    number: value === null ? null : stockNumber(shownValue(value, entry), unit),
    value: value?.value ?? null,
    unit: unit === 'days' ? t(locale, 'strip.unit.days') : unitWord(unit, locale),
    note:
      value === null
        ? instead === null ? missingWord(entry, locale) : stockQuantity(instead.value, instead.unit, locale)
        : counted === null ? null : stockQuantity(counted, entry.unit, locale),
    level: entry.level,
    levelWord: entry.level === null ? null : levelWord(entry.level, locale),
    shape: entry.level === null ? null : drawLevelShape(entry.level),
    date: entry.date,
    shortDate: formatShortInstant(entry.date),
    validUntil: entry.validUntil,
    shortUntil: entry.validUntil === null ? null : formatShortInstant(entry.validUntil),
    scale: entryScale(entry, name, unit, top, locale),
  };
}

/** The strip of the portal's latest date; null without stock. */
export function stockStrip(portal: Portal, now: StockNow, locale: Locale): StockStrip | null {
  const { columns, negative } = stripEntries(now);
  if (now.date === null || now.headlineComponent === null || columns.length + negative.length === 0) return null;
  const unit = stripUnit(columns);
  const top = scaleTop(columns, unit);
  const drawn = columns.map((entry) => stripColumn(entry, now, unit, top, locale));
  const inputs = columns.map((entry) => scaleInput(entry, unit, top, locale));
  const negativeRows = negative.map((entry) => ({
    group: entry.group,
    component: entry.component,
    name: negative.length === 1 ? t(locale, 'stock.column.quantity') : groupShortName(entry.group, now.groups, locale),
    value: typeof entry.quantity === 'number' ? entry.quantity : null,
    quantity: typeof entry.quantity === 'number' ? stockQuantity(entry.quantity, entry.unit, locale) : missingWord(entry, locale),
    validUntil: entry.validUntil,
    shortUntil: entry.validUntil === null ? null : formatShortInstant(entry.validUntil),
  }));
  const keys = keyWords(unit, inputs, locale);
  const source = stockSource(portal, now.date, locale);
  const picture = drawStripPicture(
    layoutStripPicture({
      title: findingSentence(now, locale),
      dateline: datelineWords(portal, now, locale),
      groups: drawn.map((column, index) => ({
        name: column.shortName,
        number: column.number ?? '—',
        unit: column.number === null ? '' : column.unit,
        quantity: column.note ?? '',
        scale: inputs[index] ?? { value: null, top, ticks: [], band: null },
        level: column.level === null || column.levelWord === null ? null : { shape: column.level, word: column.levelWord },
      })),
      negative:
        negativeRows.length === 0
          ? null
          : {
              name: t(locale, 'strip.negative.title'),
              values: negativeRows.map((row) => (negativeRows.length === 1 ? row.quantity : `${row.name} ${row.quantity}`)),
              note: t(locale, 'strip.negative.note'),
            },
      key: keys.join(locale === 'zh' ? '；' : '; '),
      source: `${source} ${portal.settings.site}`,
      demonstration: portal.settings.demonstration === null ? null : t(locale, 'common.demonstrationNotice'),
    }),
  );
  return {
    id: 'stock-strip',
    finding: findingSentence(now, locale),
    subtitle: datelineWords(portal, now, locale),
    drawing: { narrow: picture, wide: picture },
    table: {
      caption: t(locale, 'stock.table.caption', { component: componentName(now.headlineComponent, locale), date: formatShortInstant(now.date) }),
      columns: [
        { title: t(locale, 'stock.column.group') },
        { title: unit === 'days' ? t(locale, 'stock.column.days') : t(locale, 'stock.column.quantity'), numeric: true },
        { title: t(locale, 'stock.column.level') },
        { title: t(locale, 'stock.column.validUntil') },
      ],
      rows: drawn.map((column) => [
        column.name,
        column.number === null ? (column.note ?? '') : `${column.number} ${column.unit}`,
        column.levelWord ?? '',
        column.validUntil === null ? '' : formatInstant(column.validUntil, locale),
      ]),
    },
    source,
    asOf: now.date,
    columns: drawn,
    negative: negativeRows,
    hasBand: inputs.some((input) => input.band !== null),
    hasTicks: inputs.some((input) => input.ticks.length > 0),
    unit,
  };
}

function keyWords(unit: StockUnit, inputs: readonly StockScaleInput[], locale: Locale): string[] {
  const fill = unit === 'days' ? 'strip.key.fill' : unit === 'percent' ? 'strip.key.fillPercent' : 'strip.key.fillQuantity';
  return [t(locale, fill), ...(inputs.some(({ band }) => band !== null) ? [t(locale, 'strip.key.band')] : [])];
}
