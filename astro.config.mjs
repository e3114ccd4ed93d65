/** How Astro builds the site; folder, address and base of one build come from the environment that scripts/ set. */
import { createHash } from 'node:crypto';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { ownCopy } from './scripts/own-copy.ts';
import { displayScript } from './src/layouts/display-script.ts';
import { refuseCode } from './src/policies/refuse-code.ts';

const { OBP_SITE, OBP_BASE, OBP_OUT, OBP_CACHE } = process.env;

export default defineConfig({
  output: 'static',
  site: OBP_SITE || 'https://example.invalid',
  base: OBP_BASE || '/',
  outDir: OBP_OUT || './dist',
  ...(OBP_CACHE ? { cacheDir: OBP_CACHE } : {}),
  trailingSlash: 'always',
  // A style sheet of its own would hold up the first paint of the first page by a round trip; in the page it is 4 KB.
  build: { format: 'directory', inlineStylesheets: 'always' },
  integrations: [mdx()],
  vite: {
    plugins: [ownCopy('/src/islands/history-desk.ts')],
    // Astro's own marker in every text; the warning names nothing that an operator could mend.
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
  devToolbar: { enabled: false },
  // The check refuses texts that could run; so does the compiler, for who starts it without the check.
  markdown: { syntaxHighlight: false, processor: satteri({ mdastPlugins: [refuseCode] }) },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "base-uri 'self'",
        "object-src 'none'",
        "form-action 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types portal',
      ],
      // Search reads its index with WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [`sha256-${createHash('sha256').update(displayScript).digest('base64')}`] },
      styleDirective: { resources: ["'self'"] },
    },
  },
});
