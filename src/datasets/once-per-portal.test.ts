import { expect, test } from 'vitest';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import { oncePerPortal } from './once-per-portal.ts';

test('one call for each portal and key, also where it gives nothing', () => {
  const calls: string[] = [];
  const remembered = oncePerPortal((portal, key) => {
    calls.push(`${portal.asOf} ${key}`);
    return key === 'none' ? undefined : { key };
  });
  const [first, second] = [fakePortal({ asOf: '1' }), fakePortal({ asOf: '2' })];
  expect(remembered(first, 'a')).toBe(remembered(first, 'a'));
  expect([remembered(first, 'none'), remembered(first, 'none'), remembered(second)]).toEqual([undefined, undefined, { key: '' }]);
  expect(calls).toEqual(['1 a', '1 none', '2 ']);
});
