/** Where a component can be given: the fixed places of the stations table, by district, with their hours as they were stated. */
import type { Component } from '#src/domain/blood.ts';
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';

export interface PlaceToGive {
  readonly name: string;
  readonly district: string;
  readonly address: string;
  /** In opening_hours syntax, as stated; empty where none are. Whether it is open today is not decided here. */
  readonly hours: string;
}

/** Centres and houses that take the donation from which a component is made; vehicles move and are not places. None without a stations table. */
export function placesToGive(portal: Portal, component: Component, locale: Locale): readonly PlaceToGive[] {
  const service = component === 'apheresis_platelets' ? 'apheresis_platelets' : 'whole_blood';
  const regions = portal.rows('regions');
  const inWords = (zh: string | null, en: string | null): string => (locale === 'zh' ? zh : (en ?? zh)) ?? '';
  return portal
    .rows('stations')
    .filter(({ kind, services }) => kind !== 'vehicle' && services.includes(service))
    .map((station) => {
      const region = regions.find((row) => row.region === station.region);
      return {
        name: inWords(station.nameZh, station.nameEn),
        district: region === undefined ? '' : inWords(region.nameZh, region.nameEn),
        address: inWords(station.addressZh, station.addressEn),
        hours: station.hours ?? '',
      };
    });
}
