/** Runs axe on an open page. */
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The short form, without its value: that would be the whole program, member by member. */
const program = `${readFileSync('node_modules/axe-core/axe.min.js', 'utf8')};undefined`;

/** One line a finding: rule, what it wants, the first elements. Levels A and AA of WCAG 2.2 and axe's best practices. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  await page.evaluate(program);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], preload: false }));
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')})`);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
