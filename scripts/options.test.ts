import { describe, expect, test } from 'vitest';
import { parseOptions, UsageError } from './options.ts';

const english = { LANG: 'en_GB.UTF-8' };
const chinese = { LANG: 'zh_CN.UTF-8' };

function complaint(args: readonly string[], environment: NodeJS.ProcessEnv = english): string {
  try {
    parseOptions(args, environment);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return '';
}

describe('a wrong call', () => {
  test.each([
    ['--nope'], ['stray'], ['--data'],
    ['--lang', 'fr'], ['--format', 'xml'],
    ['--as-of', 'yesterday'], ['--as-of', '2026-02-30T00:00:00Z'],
    ['--site', 'example.org'], ['--site', 'javascript:alert(1)'],
    ['--base', '/a b'], ['--base', '../up'], ['--base', 'https://example.org/a'], ['--base', '//example.org'],
    ['--data', '/no/such/folder'], ['--content', '/no/such/folder'], ['--data', 'package.json'],
  ])('%s %s is refused', (...args) => {
    expect(complaint(args)).not.toBe('');
  });

  test('is answered in the language of the reader, with the options that there are', () => {
    expect(complaint(['--content', '/no/such'], chinese)).toBe('--content /no/such：没有这个文件夹\n选项：--data 文件夹 --content 文件夹 --out 文件夹 --base /路径 --site 网址 --as-of 时刻 --lang zh|en --format text|json');
    expect(complaint(['--content', '/no/such', '--lang', 'en'], chinese)).toMatch(/there is no such folder\nOptions: /);
    expect(complaint(['--nope'], chinese)).toMatch(/选项：/);
  });
});

test('a folder to write to need not be there, and a base is a path with one slash before it', () => {
  expect(parseOptions(['--out', '/no/such/folder', '--base', 'sub/path/'], english)).toMatchObject({ out: '/no/such/folder', base: '/sub/path', lang: 'en', format: 'text' });
  expect(parseOptions(['--base', '/'], english).base).toBe('/');
});
