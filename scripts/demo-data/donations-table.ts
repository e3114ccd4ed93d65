/** Donations by month, district, kind, donor and channel: every cell of the cross once, so that a plain sum is right. */
import { lastDate } from './city.ts';
import type { Donors } from './donors.ts';
import type { Row, Table } from './table.ts';

/** Whole months only; what does not apply to a kind of donation is `NA`. */
export function donationsTable({ counts }: Donors): Table {
  const order = ['month', 'region', 'donation', 'donor', 'channel'] as const;
  const lines = [...counts.values()].filter(({ month }) => month >= '2016-12' && month < lastDate.slice(0, 7));
  const keyed = lines.map((line) => ({ key: order.map((name) => line[name]).join(' '), line }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const rows = keyed.map(({ line }): Row => ({
    month: line.month, region: line.region, donation: line.donation, donor: line.donor, channel: line.channel,
    donations: line.donations,
    volume_ml: line.donation === 'whole_blood' ? line.volumeMl : 'NA',
    doses: line.donation === 'whole_blood' ? 'NA' : line.halfDoses / 2,
  }));
  return { name: 'donations', rows };
}
