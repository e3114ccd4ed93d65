/** Alerts in force: what an authority declared, with its issuer and document; never a level of ours. */
import { addDays } from '#src/domain/calendar.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { components } from '#src/domain/blood.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { declaredAlerts } from '#src/indicators/declared-alerts.ts';
import { isInForce } from '#src/indicators/restrictions.ts';
import { formatDate, formatShare } from '#src/i18n/format.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { componentName } from './blood-words.ts';

export interface AlertWords {
  readonly alert: string;
  /** Who declared it; ends in a colon where a level follows. */
  readonly title: string;
  /** The level in the issuer's own words, in its own language. */
  readonly statedLevel: string | null;
  /** Sentences in order: scope, time, restriction, note. */
  readonly sentences: readonly string[];
  readonly document: string | null;
  /** Instant after which it is no longer shown; null: no end declared. */
  readonly shownUntil: string | null;
}

type AlertRow = ReturnType<typeof alertRows>[number];

function alertRows(portal: Portal) {
  return declaredAlerts(portal);
}

/** Alerts in force on a date, latest first. `abo` and `rhd` narrow them to those that concern a group. */
export function alertsInForce(portal: Portal, date: string, locale: Locale, group?: { readonly abo: string; readonly rhd: string }): readonly AlertWords[] {
  return alertRows(portal)
    .filter((row) => isInForce(row, date))
    .filter((row) => group === undefined || (overlaps(row.abo, group.abo) && overlaps(row.rhd, group.rhd)))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .map((row) => alertWords(portal, row, locale));
}

function overlaps(a: string | null, b: string): boolean {
  return a === null || a === 'all' || b === 'all' || a === b;
}

function alertWords(portal: Portal, row: AlertRow, locale: Locale): AlertWords {
  const issuer = locale === 'zh' ? row.issuerZh : (row.issuerEn ?? row.issuerZh);
  const note = locale === 'zh' ? row.noteZh : (row.noteEn ?? row.noteZh);
  const from = formatDate(row.from.slice(0, 10), locale);
  const restriction = isMeasured(row.restrictionPercent) && row.restrictionPercent > 0 ? row.restrictionPercent : null;
  return {
    alert: row.alert,
    title: t(locale, row.statedLevel === null ? 'alert.titlePlain' : 'alert.title', { issuer }),
    statedLevel: row.statedLevel,
    sentences: [
      t(locale, 'alert.scope', { scope: scopeWords(row, locale) }),
      row.until === null ? t(locale, 'alert.since', { from }) : t(locale, 'alert.between', { from, until: formatDate(row.until.slice(0, 10), locale) }),
      ...(restriction === null ? [] : [t(locale, 'alert.restriction', { percent: formatShare(restriction / 100, locale) })]),
      ...(note === null || note === '' ? [] : [note.replace(/[。.]?$/, locale === 'zh' ? '。' : '.')]),
    ],
    document: row.document,
    shownUntil: row.until === null ? null : endOf(row.until, portal.asOf.slice(19)),
  };
}

/** `A 型 RhD 阳性的悬浮红细胞`; a component that is not named is every one. */
function scopeWords(row: AlertRow, locale: Locale): string {
  const component = components.find((one) => one === row.component);
  const abo = row.abo === null || row.abo === 'all' ? null : t(locale, `blood.group.${row.abo.toLowerCase() as 'a' | 'b' | 'o' | 'ab'}`);
  const rhd = row.rhd === null || row.rhd === 'all' ? null : t(locale, `blood.group.rhd-${row.rhd}`);
  const words = [abo, rhd].filter((word) => word !== null).join(' ');
  const groups = words === '' ? t(locale, 'blood.group.all') : words;
  return component === undefined ? groups : t(locale, 'alert.scope.component', { groups, component: componentName(component, locale) });
}

/** A date ends with its last moment, an instant is its own end. */
function endOf(until: string, offset: string): string {
  return until.length > 10 ? until : `${addDays(until, 1)}T00:00:00${offset}`;
}
