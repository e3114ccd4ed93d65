import { expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import { placesToGive, serviceFor } from './places-to-give.ts';

const { portal } = loadPortal({ dataDir: 'data', checks: [], keepDaily: false });

test('every place that takes the donation, by district, in the words of the language', () => {
  if (portal === null) throw new Error('the demonstration has problems');
  for (const service of ['whole_blood', 'apheresis_platelets'] as const) {
    const wanted = portal.rows('stations').filter(({ services }) => services.includes(service));
    const given = placesToGive(portal, service, 'en').places;
    expect(given.map(({ station }) => station).toSorted()).toEqual(wanted.map(({ station }) => station).toSorted());
    expect(given.every(({ name, district }) => /^[\x20-\x7e]+$/.test(name + district))).toBe(true);
    const districts = given.map(({ region }) => region);
    expect(districts).toEqual(districts.toSorted());
  }
  expect(placesToGive(portal, 'apheresis_platelets', 'zh').places.length).toBeLessThan(placesToGive(portal, 'whole_blood', 'zh').places.length);
});

test('the drives are the next ones of that donation', () => {
  if (portal === null) throw new Error('the demonstration has problems');
  const next = portal.rows('drives').filter(({ date, status, services }) => date >= '2026-11-21' && status === 'planned' && services.includes('whole_blood'));
  const first = next.toSorted((a, b) => (`${a.date} ${a.start} ${a.drive}` < `${b.date} ${b.start} ${b.drive}` ? -1 : 1)).slice(0, 5);
  const given = placesToGive(portal, 'whole_blood', 'zh').drives;
  expect(given.map(({ drive }) => drive)).toEqual(first.map(({ drive }) => drive));
  expect(given[0]?.sentence).toContain(first[0]?.placeZh);
  expect(given[0]?.until).toBe(`${first[0]?.date}T${first[0]?.end}:00+08:00`);
});

test('a component is made from one donation', () => {
  expect(serviceFor('red_cells')).toBe('whole_blood');
  expect(serviceFor('apheresis_platelets')).toBe('apheresis_platelets');
});

test('a portal without stations names none', () => {
  expect(placesToGive(fakePortal({}), 'whole_blood', 'zh')).toMatchObject({ places: [], drives: [] });
});
