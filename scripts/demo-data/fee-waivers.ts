/** Fees given back to donors by month, district and way; the waiver fund pays exactly these. */
import { monthsFrom } from '#src/domain/calendar.ts';
import { districts } from './city.ts';
import { between } from './curve.ts';
import { randomStream } from './random.ts';
import type { Row, Table } from './table.ts';
import { yuan } from './table.ts';

export interface FeeWaivers {
  readonly month: string;
  readonly region: string;
  readonly channel: 'direct' | 'counter' | 'online';
  readonly claims: number;
  readonly amountFen: number;
}

/** Every month from 2019 to the last whole one. Waiving at the hospital begins at the end of 2019, claims online in 2021. */
export function feeWaivers(): readonly FeeWaivers[] {
  const random = randomStream('fee waivers');
  const result: FeeWaivers[] = [];
  for (const month of monthsFrom('2019-01', '2026-10')) {
    const years = Number(month.slice(0, 4)) - 2019 + Number(month.slice(5, 7)) / 12;
    const direct = month < '2019-12' ? 0 : between(0, 0.08 + 0.125 * years, 0.86);
    const online = month < '2021-01' ? 0 : (1 - direct) * 0.45;
    for (const district of districts) {
      const claims = (district.residents / 26_000) * (1 + 0.05 * years);
      for (const [channel, share] of [['direct', direct], ['counter', 1 - direct - online], ['online', online]] as const) {
        const count = random.count(claims * share);
        if (count === 0) continue;
        let amountFen = 0;
        for (let i = 0; i < count; i += 1) amountFen += random.integer(1, 9) * 21_000 + (random.uniform() < 0.3 ? random.integer(1, 60) * 50 : 0);
        result.push({ month, region: district.region, channel, claims: count, amountFen });
      }
    }
  }
  return result;
}

export function feeWaiversTable(waivers: readonly FeeWaivers[]): Table {
  return {
    name: 'fee-waivers',
    rows: waivers.map(({ month, region, channel, claims, amountFen }): Row => ({ month, region, channel, claims, amount_yuan: yuan(amountFen) })),
  };
}
