/** English messages: the stock strip. */
import type { zh } from '../zh/strip.ts';

export const en = {
  'strip.label': 'Stock of each blood group',
  'strip.unit.days': 'days',
  'strip.negative.title': 'RhD-negative',
  'strip.negative.note': 'Little is used and little is kept, so there is no level; when it is needed, the service calls registered donors.',
  'strip.negative.contact': 'To register, and in an emergency',
  'strip.key.fill': 'days of supply',
  'strip.key.fillPercent': 'percentage of the target stock',
  'strip.key.fillQuantity': 'stock',
  'strip.key.band': 'same season in earlier years (10–90 %), dashes: the median',
  'strip.key.ticks': 'thresholds',
  'strip.until': 'valid until',
  'strip.expired': 'out of date since {instant}',
  'strip.missing': 'no number',
  'strip.scale': 'Scale of {group}: {number}',
  'strip.scale.ticks': '; thresholds {ticks}',
  'strip.scale.band': '; same season in earlier years {low}–{high}',
} as const satisfies Record<keyof typeof zh, string>;
