/** Checks that both languages say the same with the same parameters, and that a forgotten parameter does not reach a page. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { localeRoutes, publishedLocales } from './locales.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';
import type { MessageKey } from './messages/zh.ts';
import { inLocale, t } from './translate.ts';

const keys = Object.keys(zh) as MessageKey[];
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

test('English has every message, none left in Chinese, with the placeholders of the Chinese one', () => {
  expect(Object.keys(en).sort()).toEqual([...keys].sort());
  const different = keys.filter((key) => placeholders(en[key]).join() !== placeholders(zh[key]).join());
  expect(different).toEqual([]);
});

test('no message stands in two files', () => {
  for (const locale of ['zh', 'en']) {
    const folder = `src/i18n/messages/${locale}`;
    const written = readdirSync(folder).flatMap((file) => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^  '([^']+)':/gm)].map(([, key]) => key));
    expect(written.filter((key, index) => written.indexOf(key) !== index)).toEqual([]);
    expect(written.length).toBe(keys.length);
  }
});

test('no message is empty or exclaims', () => {
  const odd = keys.filter((key) => [zh[key], en[key]].some((text) => text.trim() === '' || /[!！]/.test(text)));
  expect(odd).toEqual([]);
});

test('fills placeholders and refuses to leave one open', () => {
  const key = keys.find((name) => placeholders(zh[name]).length === 1);
  if (key === undefined) throw new Error('no message with one placeholder is left to test with');
  const [placeholder = ''] = placeholders(zh[key]);
  expect(t('zh', key, { [placeholder.slice(1, -1)]: '四十二' })).toBe(zh[key].replaceAll(placeholder, '四十二'));
  expect(() => t('en', key)).toThrow(`${key} (en) wants a value for ${placeholder}`);
});

test('texts of the operator stand for both languages where only one is given', () => {
  expect(inLocale('en', '示例市')).toBe('示例市');
  expect(inLocale('en', { zh: '示例市', en: 'Sample City' })).toBe('Sample City');
});

test('Chinese is always published, at the root', () => {
  expect(publishedLocales(['en'])).toEqual(['zh', 'en']);
  expect(publishedLocales(['zh', 'fr'])).toEqual(['zh']);
  expect(localeRoutes(['zh', 'en'])).toEqual([
    { params: { locale: undefined }, props: { locale: 'zh' } },
    { params: { locale: 'en' }, props: { locale: 'en' } },
  ]);
});
