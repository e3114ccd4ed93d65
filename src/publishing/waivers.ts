/** The fee waivers as they are published, as records, so that a page shows nothing that the file does not. */
import { oncePerPortal } from '#src/datasets/once-per-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { waiverChannels } from '#src/indicators/fee-waivers.ts';
import type { PublishedWaiver } from '#src/indicators/fee-waivers.ts';
import { publishedTable } from './published-table.ts';
import { peopleIn } from './small-counts.ts';

/** In the order of the file; none where the table is absent. */
export const publishedWaivers: (portal: Portal) => readonly PublishedWaiver[] = oncePerPortal((portal) => {
  if (!portal.has('fee-waivers')) return [];
  const { fields, rows } = publishedTable(portal, 'fee-waivers');
  const places = new Map(fields.map(({ name }, index) => [name, index]));
  return rows.map((cells) => {
    const at = (name: string): string => cells[places.get(name) ?? -1] ?? '';
    const amount = at('amount_yuan');
    return {
      month: at('month'),
      region: at('region'),
      channel: waiverChannels.find((channel) => channel === at('channel')) ?? 'counter',
      claims: peopleIn(at('claims')),
      amountFen: /^\d+\.\d{2}$/.test(amount) ? Number(amount.replace('.', '')) : null,
    };
  });
});
