/** What the history page hands to its script, made from the portal. */
import { dateOfDay } from '#src/domain/calendar.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { componentsWithHistory, groupHistories } from '#src/indicators/group-histories.ts';
import { isNumber, lastDayOf } from '#src/indicators/series.ts';
import type { StockNow } from '#src/indicators/stock-now.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { inLocale, t } from '#src/i18n/translate.ts';
import { capitalised, componentName, groupName, unitWord } from './blood-words.ts';
import { datedNotes, legendWords, longSpanDays, restrictionBands, stepsOf } from './desk-context.ts';
import { stockSource } from './stock-dates.ts';

/** `pieceOf` is the address of the numbers of a component. */
export function deskSettings(portal: Portal, now: StockNow, locale: Locale, pieceOf: (component: string) => string) {
  const components = componentsWithHistory(portal).map((component) => {
    const groups = groupHistories(portal, component);
    const unit = groups[0]?.entry.unit ?? 'U';
    const to = Math.max(...groups.map(({ history }) => lastDayOf(history.quantity)));
    const bands = restrictionBands(portal, component, to);
    const slugs = groups.map(({ entry }) => entry.group);
    const notes = datedNotes(portal, groups, locale);
    const of = groups.map((group) => ({
      group: group.entry.group,
      name: groupName(group.entry.group, component === now.headlineComponent ? now.groups : slugs, locale),
      thresholds: { days: stepsOf(portal, group, locale, 'days'), stock: stepsOf(portal, group, locale, unit) },
    }));
    const legend = (measure: 'days' | 'stock') => legendWords({ thresholds: of.some(({ thresholds }) => thresholds[measure].length > 0), bands: bands.length > 0, breaks: notes.some(({ isBreak }) => isBreak) }, locale);
    return {
      component,
      name: capitalised(componentName(component, locale)),
      piece: pieceOf(component),
      unit,
      unitWord: unitWord(unit, locale),
      hasDays: groups.some((group) => unit !== 'days' && group.history.days.some(isNumber)),
      from: dateOfDay(Math.min(...groups.map(({ history }) => history.start))),
      to: dateOfDay(to),
      groups: of,
      bands,
      notes,
      legends: { days: legend('days'), stock: legend('stock') },
      citations: (['zh', 'en'] as const).map((language) =>
        t(language, language === 'zh' ? 'desk.cite.gbt' : 'desk.cite.en', {
          publisher: inLocale(language, portal.settings.publisher),
          title: inLocale(language, portal.settings.title),
          component: componentName(component, language),
          asOf: dateOfDay(to),
          from: '{from}',
          to: '{to}',
          accessed: '{accessed}',
          address: '{address}',
        }),
      ),
    };
  });
  const words = {
    sentence: 'desk.sentence', measureDays: 'desk.measure.days', measureStock: 'desk.measure.stock', daysUnit: 'blood.unit.days',
    averagedDay: 'desk.averaged.day', averagedWeek: 'desk.averaged.week', noGroup: 'desk.noGroup', badSpan: 'desk.badSpan', failed: 'desk.failed',
    missing: 'desk.missing', empty: 'history.empty', listComma: 'blood.listComma', copied: 'desk.copied', notCopied: 'desk.notCopied', reading: 'desk.reading',
  } as const;
  // The places in these are filled by the script, so each is handed on as it is.
  const places = Object.fromEntries(['component', 'groups', 'from', 'to', 'measure', 'unit', 'by'].map((name) => [name, `{${name}}`]));
  type Word = keyof typeof words;
  return {
    locale,
    components,
    source: now.date === null ? '' : stockSource(portal, now.date, locale),
    demonstration: portal.settings.demonstration === null ? '' : '示例 demonstration',
    longSpanDays,
    words: Object.fromEntries(Object.entries(words).map(([name, key]) => [name, t(locale, key, places)])) as Record<Word, string>,
  };
}
