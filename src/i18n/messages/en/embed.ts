/** English messages: the embed. */
import type { zh } from '../zh/embed.ts';

export const en = {
  'embed.title': 'The stock strip to embed',
  'embed.link': '{portal}: all numbers and how they are worked out',
  'embed.how': 'Put the strip on another site',
  'embed.how.lead': 'Put these two lines into a page. The strip finds its own height, states its dates, drops its levels when they expire, and links back here.',
  'embed.how.picture': 'The picture alone',
} as const satisfies Record<keyof typeof zh, string>;
