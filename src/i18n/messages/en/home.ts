/** English messages: the first page. */
import type { zh } from '../zh/home.ts';

export const en = {
  'home.description': 'Blood stock in {region}: how many days each group lasts, whether it is below its threshold, and how that compares with earlier years.',
  'home.choice.title': 'Your blood group',
  'home.choice.lead': 'Choose once; it is kept on this device and sent to nobody.',
  'home.choice.abo': 'ABO group',
  'home.choice.positive': 'Positive',
  'home.choice.negative': 'Negative',
  'home.choice.unknown': 'Don’t know',
  'home.choice.unknownRhd': 'If you do not know your RhD, read it as positive: by far most people are. It is tested when you donate, and the test decides.',
  'home.choice.more': '{group}: the arithmetic, the last 90 days and the season',
  'home.choice.clear': 'Forget it',
  'home.sections': 'What to read next',
  'home.share': 'Save as a picture',
  'home.share.hint': 'Press and hold the picture to save it, or',
  'home.share.download': 'download it',
} as const satisfies Record<keyof typeof zh, string>;
