/** The alerts that authorities have declared, with the local dates on which they hold. */
import type { IsoDate } from '#src/domain/calendar.ts';
import { localDateOfMoment } from '#src/domain/instant.ts';
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { AlertsRow } from '#src/datasets/rows.ts';

export interface DeclaredAlert extends AlertsRow {
  /** First and last date of the alert in the portal's time zone, whether a date or an instant was declared; null: no end declared. */
  readonly firstDate: IsoDate;
  readonly lastDate: IsoDate | null;
}

/** Every alert, in the order of the table. */
export const declaredAlerts: (portal: Portal) => readonly DeclaredAlert[] = oncePerPortal((portal) =>
  portal.rows('alerts').map((alert) => ({
    ...alert,
    firstDate: localDateOfMoment(alert.from, portal.settings.timeZone),
    lastDate: alert.until === null ? null : localDateOfMoment(alert.until, portal.settings.timeZone),
  })),
);
