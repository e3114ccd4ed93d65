/** Where a component can be given: the places of the stations table that take the donation, and the next drives that do. */
import type { Component } from '#src/domain/blood.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { nextDrives } from '#src/indicators/next-drives.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import { driveWords, places } from './place.ts';
import type { DriveWords, Place, Service } from './place.ts';

export interface PlacesToGive {
  readonly service: Service;
  readonly serviceName: string;
  /** By district; a vehicle counts at its usual place, where it is not on the dates of its drives. */
  readonly places: readonly Place[];
  /** The next that take this donation, at most five. */
  readonly drives: readonly DriveWords[];
}

/** What can be given, in the order in which it is offered. */
export const services: readonly Service[] = ['whole_blood', 'apheresis_platelets'];

const drivesShown = 5;

/** The donation from which a component is made. */
export function serviceFor(component: Component): Service {
  return component === 'apheresis_platelets' ? 'apheresis_platelets' : 'whole_blood';
}

/** Places and drives for a donation; both empty without the tables. */
export function placesToGive(portal: Portal, service: Service, locale: Locale): PlacesToGive {
  return {
    service,
    serviceName: t(locale, `stations.service.${service}`),
    places: places(portal, locale).filter(({ services }) => services.includes(service)),
    drives: nextDrives(portal)
      .filter(({ drive }) => drive.services.includes(service))
      .slice(0, drivesShown)
      .map((drive) => driveWords(portal, drive, locale)),
  };
}
