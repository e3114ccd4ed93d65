/** Opens a page of a built site in the browser and keeps everything that went wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../../scripts/serve.ts';
import type { StaticServer } from '../../scripts/serve.ts';
import { findTag, tagsOf } from './html.ts';
import type { BuiltPortal } from './portals.ts';

/** Serves a built portal under its base; with `policy` each page's own policy is sent as a header too. */
export function servePortal({ folder, base }: BuiltPortal, policy = false): Promise<StaticServer> {
  return serve({
    folder,
    base,
    ...(policy
      ? {
          headers: (file: string): Record<string, string> => {
            if (!file.endsWith('.html')) return {};
            const own = findTag(tagsOf(readFileSync(join(folder, file), 'utf8')), 'meta', { 'http-equiv': 'content-security-policy' });
            return { 'content-security-policy': `${own?.attributes['content'] ?? ''};frame-ancestors 'self'` };
          },
        }
      : {}),
  });
}

export interface Visit {
  readonly page: Page;
  /** Console errors, exceptions, refused or failed or off-origin requests, policy violations. */
  readonly trouble: string[];
}

/** A browser profile whose pages report every policy violation, also those that do not reach the console. */
export async function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return context;
}

/** How long nothing may be under way before a page counts as loaded; Playwright's own `networkidle` waits half a second. */
const quietMilliseconds = 80;

/** A tab that goes from page to page; each visit begins with an empty list of trouble. */
export interface Tab {
  readonly page: Page;
  readonly goTo: (address: string) => Promise<Visit>;
}

/** A new tab for pages of `origin`. */
export async function openTab(context: BrowserContext, origin: string): Promise<Tab> {
  const page = await context.newPage();
  let trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`exception: ${error.message}`));
  let underWay = 0;
  page.on('requestfinished', () => (underWay -= 1));
  page.on('request', (request) => {
    underWay += 1;
    const url = new URL(request.url());
    if (url.origin !== origin && !/^(data|blob|about):$/.test(url.protocol)) trouble.push(`asks another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    underWay -= 1;
    trouble.push(`request failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`);
  });
  const goTo = async (address: string): Promise<Visit> => {
    trouble = [];
    await page.goto(origin + address, { waitUntil: 'load' });
    do await page.waitForTimeout(quietMilliseconds);
    while (underWay > 0);
    return { page, trouble };
  };
  return { page, goTo };
}

/** A new tab at `address`, loaded until the network is quiet. */
export async function visit(context: BrowserContext, origin: string, address: string): Promise<Visit> {
  const tab = await openTab(context, origin);
  return tab.goTo(address);
}
