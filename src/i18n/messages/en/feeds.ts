/** English messages: feeds and badges: what stands by itself outside the pages. */
import type { zh } from '../zh/feeds.ts';

export const en = {
  'feed.demonstration': 'demonstration data, not a real stock',
  'feed.stock.title': 'Stock level of {group} {component} · {portal}',
  'feed.stock.subtitle': 'One entry when the level changes, none otherwise. A level speaks about its day; for later days see how long the page is valid.',
  'feed.stock.entry': '{group} {component}: {from} → {to} ({date})',
  'feed.stock.change': 'On {date} {group} {component} went from “{from}” to “{to}”.',
  'feed.stock.days': '{days} of supply, {quantity} in stock.',
  'feed.stock.quantity': '{quantity} in stock.',
  'feed.stock.byPublisher': 'The level is stated by the publisher.',
  'feed.stock.byPortal': 'The level is computed by the portal from the thresholds of that day; it is not an alert.',
  'badge.validUntil': 'valid until {until}',
  'badge.month': 'end of {month}',
  'badge.unknown': 'no number',
} as const satisfies Record<keyof typeof zh, string>;
