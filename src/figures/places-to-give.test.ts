import { expect, test } from 'vitest';
import { loadPortal } from '#src/datasets/load-portal.ts';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import { placesToGive } from './places-to-give.ts';

const { portal } = loadPortal({ dataDir: 'data', checks: [], keepDaily: false });

test('only fixed places that take the donation, in the words of the language', () => {
  if (portal === null) throw new Error('the demonstration has problems');
  const stations = portal.rows('stations');
  const fixed = stations.filter(({ kind }) => kind !== 'vehicle');
  const platelets = placesToGive(portal, 'apheresis_platelets', 'en');
  expect(placesToGive(portal, 'red_cells', 'zh').map(({ name }) => name)).toEqual(fixed.filter(({ services }) => services.includes('whole_blood')).map(({ nameZh }) => nameZh));
  expect(platelets.map(({ name }) => name)).toEqual(fixed.filter(({ services }) => services.includes('apheresis_platelets')).map(({ nameEn }) => nameEn));
  expect(platelets.length).toBeLessThan(fixed.length);
  expect(platelets.every(({ district }) => /^[\x20-\x7e]+$/.test(district))).toBe(true);
});

test('a portal without stations names none', () => {
  expect(placesToGive(fakePortal({}), 'red_cells', 'zh')).toEqual([]);
});
