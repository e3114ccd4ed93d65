/** Looks up a message in a language and fills in its parameters. */
import type { Locale } from './locales.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';
import type { MessageKey } from './messages/zh.ts';

const messages: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { zh, en };

export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * The message `key` in `locale` with each `{name}` replaced by `params.name`.
 * An unknown key and a placeholder without a value are a programmer's mistakes and throw.
 */
export function t(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  return template(locale, key).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`message ${key} (${locale}) wants a value for {${name}}`);
    return String(value);
  });
}

/** Whether a message of this name exists, for names that are put together from data. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(messages.zh, key);
}

/** The message as it is written, its placeholders not filled: for scripts, which fill them in the browser. An unknown key throws. */
export function template(locale: Locale, key: MessageKey): string {
  const message: string | undefined = messages[locale][key];
  if (message === undefined) throw new Error(`there is no message ${key} (${locale})`);
  return message;
}

/** A text of both languages, or one that stands for both, as a reader of `locale` sees it. */
export function inLocale(locale: Locale, text: string | Readonly<Record<Locale, string>>): string {
  return typeof text === 'string' ? text : text[locale];
}
