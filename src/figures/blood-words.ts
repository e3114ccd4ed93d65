/** Groups, components, units, levels and missing values in the reader's language. */
import type { Component, GroupSlug, Level, StockUnit } from '#src/domain/blood.ts';
import { decimalsOf } from '#src/domain/shown-value.ts';
import { formatNumber, thinSpace } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';

/**
 * Name of a group among the groups that are published with it: where only one group carries an ABO letter, the letter is its name
 * (`A 型`), else RhD belongs to it (`A 型 RhD 阳性`).
 */
export function groupName(group: GroupSlug, among: readonly GroupSlug[], locale: Locale): string {
  const letters = aboOf(group);
  if (letters === null || isAmbiguous(letters, among)) return t(locale, `blood.group.${group}`);
  return t(locale, `blood.group.${letters}`);
}

/** Shortest name, for narrow columns: `A 型`, `A+`, `A−`; always beside or inside the full one. */
export function groupShortName(group: GroupSlug, among: readonly GroupSlug[], locale: Locale): string {
  const letters = aboOf(group);
  if (letters === null || !isAmbiguous(letters, among)) return groupName(group, among, locale);
  return `${letters.toUpperCase()}${group.endsWith('-negative') ? '−' : group.endsWith('-positive') ? '+' : ''}`;
}

function aboOf(group: GroupSlug): 'a' | 'b' | 'o' | 'ab' | null {
  const [letters] = group.split('-');
  return letters === 'a' || letters === 'b' || letters === 'o' || letters === 'ab' ? letters : null;
}

function isAmbiguous(letters: string, among: readonly GroupSlug[]): boolean {
  return among.filter((other) => aboOf(other) === letters).length > 1;
}

export function componentName(component: Component, locale: Locale): string {
  return t(locale, `blood.component.${component}`);
}

export function levelWord(level: Level, locale: Locale): string {
  return t(locale, `blood.level.${level}`);
}

export function unitWord(unit: StockUnit, locale: Locale): string {
  return t(locale, `blood.unit.${unit}`);
}

/** The number alone; days always with one decimal, others where `isFixed`. */
export function stockNumber(value: number, unit: StockUnit, isFixed = unit === 'days'): string {
  return formatNumber(value, decimalsOf(unit), { fixed: isFixed });
}

/** Number and unit: `3.2 天`, `418 U`, `78%`. */
export function stockQuantity(value: number, unit: StockUnit, locale: Locale, isFixed = unit === 'days'): string {
  const space = unit === 'percent' && locale === 'zh' ? '' : thinSpace;
  return `${stockNumber(value, unit, isFixed)}${space}${unitWord(unit, locale)}`;
}

/** A threshold as it is set, without a decimal that it does not have: `7 天`. */
export function thresholdQuantity(value: number, unit: StockUnit, locale: Locale): string {
  return `${formatNumber(value, 2)}${unit === 'percent' && locale === 'zh' ? '' : thinSpace}${unitWord(unit, locale)}`;
}

/** Names in one sentence: `A 型、B 型` / `A, B`. */
export function listOf(names: readonly string[], locale: Locale): string {
  return names.join(t(locale, 'blood.listComma'));
}

/** Groups as the subject or object of a sentence: `A 型、B 型` / `group A`, `groups A and O`; `RhD-negative` and the like stand as they are. */
export function groupsInWords(names: readonly string[], locale: Locale): string {
  const isLetter = names.length > 0 && names.every((name) => /^(?:A|B|O|AB)(?:[+−\s]|$)/.test(name));
  if (locale === 'zh' || !isLetter) return listOf(names, locale);
  const [last = ''] = names.slice(-1);
  return names.length === 1 ? t(locale, 'blood.groupNamed', { name: last }) : t(locale, 'blood.groupsNamed', { names: listOf(names.slice(0, -1), locale), last });
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
