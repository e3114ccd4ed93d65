/** A station as schema.org describes a place: address, hours by date, and in a demonstration that it is none. */
import type { Portal } from '#src/datasets/portal.ts';
import { daysOf } from '#src/domain/schedule.ts';
import { clockTime } from '#src/domain/wall-clock.ts';
import { isMeasured } from '#src/domain/missing.ts';
import { hoursWindowDays, stationHours } from '#src/indicators/station-hours.ts';
import { languageTags } from '#src/i18n/locales.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { inLocale, t } from '#src/i18n/translate.ts';
import { hoursDates } from './place.ts';
import type { Place } from './place.ts';
import { regionName } from './region.ts';

/** Dated `OpeningHoursSpecification`s: only spans that are known and open to everybody; a closed day has opens = closes = 00:00. */
function hoursSpecification(portal: Portal, station: string): readonly Readonly<Record<string, string>>[] {
  const schedule = stationHours(portal).get(station)?.schedule ?? null;
  if (schedule === null) return [];
  return daysOf(schedule, hoursDates(portal).from, hoursWindowDays).flatMap(({ date, spans }) => {
    const isClosed = spans.length === 0;
    const times = isClosed ? [{ opens: '00:00', closes: '00:00' }] : spans.filter(({ state }) => state === 'open').map(({ from, until }) => ({ opens: clockTime(from), closes: until - from === 1440 ? '23:59' : clockTime(until) }));
    return times.map((time) => ({ '@type': 'OpeningHoursSpecification', validFrom: date, validThrough: date, ...time }));
  });
}

/** `address` is the absolute address of the page. */
export function stationJsonLd(portal: Portal, place: Place, address: string, locale: Locale): Readonly<Record<string, unknown>> {
  const isDemonstration = portal.settings.demonstration !== null;
  const row = portal.rows('stations').find(({ station }) => station === place.station);
  const isGeographic = row !== undefined && (row.crs === 'WGS84' || row.crs === 'CGCS2000') && isMeasured(row.longitude) && isMeasured(row.latitude);
  return {
    '@context': 'https://schema.org',
    '@type': 'Place',
    '@id': address,
    url: address,
    inLanguage: languageTags[locale],
    name: isDemonstration ? `[${t(locale, 'common.demonstration')}] ${place.name}` : place.name,
    description: [isDemonstration ? t(locale, 'common.demonstrationNotice') : '', `${place.kindName}${place.serviceNames === '' ? '' : `${locale === 'zh' ? '：' : ': '}${place.serviceNames}`}`].filter((part) => part !== '').join(' '),
    ...(place.address === '' ? {} : { address: { '@type': 'PostalAddress', streetAddress: place.address, addressLocality: place.district, addressRegion: regionName(portal, locale) } }),
    ...(isGeographic && !isDemonstration ? { geo: { '@type': 'GeoCoordinates', longitude: row.longitude, latitude: row.latitude } } : {}),
    ...(place.phone === null || isDemonstration ? {} : { telephone: place.phone }),
    openingHoursSpecification: hoursSpecification(portal, place.station),
    publicAccess: true,
    containedInPlace: { '@type': 'AdministrativeArea', name: place.district },
    additionalProperty: [
      { '@type': 'PropertyValue', name: 'publisher', value: inLocale(locale, portal.settings.publisher) },
      ...(isDemonstration ? [{ '@type': 'PropertyValue', name: 'demonstration', value: true }] : []),
    ],
  };
}
