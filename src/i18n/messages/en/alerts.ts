/** English messages: what an authority declared. */
import type { zh } from '../zh/alerts.ts';

export const en = {
  'alert.title': 'Declared by {issuer}: ',
  'alert.titlePlain': 'Declared by {issuer}',
  'alert.scope': 'Concerns {scope}.',
  'alert.scope.component': '{component}, {groups}',
  'alert.since': 'Since {from}.',
  'alert.between': 'From {from} to {until}.',
  'alert.restriction': 'Supply restricted by {percent}. Less is issued then, not less needed: the daily mean is taken of requests, or, where none are published, without the restricted days.',
  'alert.document': 'Document: ',
  'alert.heading': 'Declared',
  'alert.note': 'An alert is what an authority declares; the levels on this page are worked out from thresholds and are not alerts.',
} as const satisfies Record<keyof typeof zh, string>;
