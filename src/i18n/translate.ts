/** Looks up a message in a language and fills in its parameters. */
import type { Locale } from './locales.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';
import type { MessageKey } from './messages/zh.ts';

const messages: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { zh, en };

export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * The message `key` in `locale` with each `{name}` replaced by `params.name`.
 * A placeholder without a value is a programmer's mistake and throws.
 */
export function t(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  return messages[locale][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`message ${key} (${locale}) wants a value for {${name}}`);
    return String(value);
  });
}

/** A text of both languages, or one that stands for both, as a reader of `locale` sees it. */
export function inLocale(locale: Locale, text: string | Readonly<Record<Locale, string>>): string {
  return typeof text === 'string' ? text : text[locale];
}
