/** English messages: the same sentences as zh.ts, key by key. */
import type { MessageKey } from './zh.ts';

export const en = {
  // common
  'common.demonstration': 'Demonstration',
  'common.demonstrationNotice':
    'Demonstration data (示例): Sample City does not exist; the stock, donations, money and places on this site are generated. Do not give blood or call a number because of it.',
  'common.skip': 'Skip to content',

  // not-found
  'notFound.title': 'There is no such page',
  'notFound.lead': 'The address may be mistyped, or the table this page rests on is not published.',
  'notFound.home': 'Back to the first page',
} as const satisfies Record<MessageKey, string>;
