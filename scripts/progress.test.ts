/** Checks that progress shows on a terminal only. */
import { expect, test } from 'vitest';
import { showProgress } from './progress.ts';

function fakeStream(isTTY: boolean): { stream: NodeJS.WriteStream; written: string[] } {
  const written: string[] = [];
  return { stream: { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream, written };
}

test('shows each step on a terminal and leaves an empty line', () => {
  const { stream, written } = fakeStream(true);
  const progress = showProgress(stream, {});
  progress.step('检查');
  progress.step('生成');
  progress.done();
  expect(written).toEqual(['\r\u001B[K检查', '\r\u001B[K生成', '\r\u001B[K']);
});

test.each([
  { isTTY: false, environment: {} },
  { isTTY: true, environment: { CI: 'true' } },
])('is quiet with $isTTY, $environment', ({ isTTY, environment }) => {
  const { stream, written } = fakeStream(isTTY);
  const progress = showProgress(stream, environment);
  progress.step('检查');
  progress.done();
  expect(written).toEqual([]);
});
