/** English messages: the frame of the handbook. */
import type { zh } from '../zh/handbook.ts';

export const en = {
  'handbook.title': 'Handbook',
  'handbook.chapters': 'Chapters of the handbook',
  'handbook.turn': 'Chapters before and after',
  'handbook.previous': 'Previous: {title}',
  'handbook.next': 'Next: {title}',
  'handbook.template': 'template of {title}',
  'handbook.templates.caption': 'The template of each table',
  'handbook.templates.table': 'Table',
  'handbook.templates.columns': 'Required columns',
  'handbook.templates.file': 'Template',
  'handbook.settings.caption': 'The settings of this site now',
  'handbook.settings.name': 'Entry',
  'handbook.settings.value': 'Value',
} as const satisfies Record<keyof typeof zh, string>;
