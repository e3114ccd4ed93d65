/** Whether what is given covers what is used: whole blood collected against red cells issued, and requests against what was issued, by year. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { components } from '#src/domain/blood.ts';
import type { Component } from '#src/domain/blood.ts';
import { lastDayOfMonth, monthOf } from '#src/domain/calendar.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { donationYear, redCellsIssued } from './donation-year.ts';

/** One unit of whole blood, in millilitres. */
export const unitMl = 200;

export interface BalanceYear {
  readonly year: number;
  /** Whole blood, in U of 200 ml. */
  readonly collected: number;
  /** Red cells issued, in U. */
  readonly issued: number;
  /** Collected less issued. */
  readonly difference: number;
}

/** The years of which both are complete, in order. */
export const supplyBalance: (portal: Portal) => readonly BalanceYear[] = oncePerPortal((portal) => {
  const years = new Set(portal.rows('donations').map(({ month }) => Number(month.slice(0, 4))));
  return [...years].toSorted((a, b) => a - b).flatMap((year) => {
    const ml = donationYear(portal, year)?.wholeBloodMl ?? null;
    const issued = ml === null ? null : redCellsIssued(portal, year);
    return ml === null || issued === null ? [] : [{ year, collected: ml / unitMl, issued, difference: ml / unitMl - issued }];
  });
});

export interface RequestsYear {
  readonly component: Component;
  readonly unit: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly requested: number;
  readonly issued: number;
}

/**
 * What hospitals asked for and what they got, by component and year, over the rows that state both. Only whole months count: the month of the
 * last date is left out unless it is over. Sums of quantities that the publisher states for a total (`all`) beside its stations are not added twice: only stations count where there are any.
 */
export const requestsMet: (portal: Portal) => readonly RequestsYear[] = oncePerPortal((portal) => {
  const issues = portal.rows('issues');
  const last = issues.reduce((latest, { date }) => (date > latest ? date : latest), '');
  const openMonth = last === '' || lastDayOfMonth(monthOf(last)) === last ? null : monthOf(last);
  const stations = new Set(issues.filter(({ station }) => station !== 'all').map(({ component }) => component));
  const years = new Map<string, { component: Component; unit: string; year: number; from: string; to: string; requested: number; issued: number }>();
  for (const { date, station, component, unit, requested, quantity } of issues) {
    if (!isMeasured(requested) || !isMeasured(quantity) || monthOf(date) === openMonth || (station === 'all' && stations.has(component))) continue;
    const key = `${component}|${unit}|${date.slice(0, 4)}`;
    const sum = years.get(key) ?? { component, unit, year: Number(date.slice(0, 4)), from: date, to: date, requested: 0, issued: 0 };
    sum.from = date < sum.from ? date : sum.from;
    sum.to = date > sum.to ? date : sum.to;
    sum.requested += Math.round(requested * 100);
    sum.issued += Math.round(quantity * 100);
    years.set(key, sum);
  }
  return [...years.values()]
    .map((sum) => ({ ...sum, requested: sum.requested / 100, issued: sum.issued / 100 }))
    .toSorted((a, b) => components.indexOf(a.component) - components.indexOf(b.component) || a.year - b.year);
});
