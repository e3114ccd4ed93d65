import { expect, test } from 'vitest';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import { declaredAlerts } from './declared-alerts.ts';

test('dates are kept, instants become dates of the portal’s time zone, an open end stays open', () => {
  const alerts = [
    { alert: 'a', from: '2026-02-01', until: '2026-02-10' },
    { alert: 'b', from: '2026-02-01T20:00:00Z', until: '2026-02-10T08:00:00+08:00' },
    { alert: 'c', from: '2026-02-01' },
  ];
  expect(declaredAlerts(fakePortal({ tables: { alerts } })).map(({ alert, from, firstDate, lastDate }) => [alert, from, firstDate, lastDate])).toEqual([
    ['a', '2026-02-01', '2026-02-01', '2026-02-10'],
    ['b', '2026-02-01T20:00:00Z', '2026-02-02', '2026-02-10'],
    ['c', '2026-02-01', '2026-02-01', null],
  ]);
});
