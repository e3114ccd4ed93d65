/** Holds the table of allowed imports between the layers of src/ and names file, import and rule when one is broken. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

const root = process.cwd();

/** layer → layers it may import from (besides itself). */
const allowed: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  charts: [],
  search: [],
  tabular: ['domain'],
  i18n: ['domain'],
  policies: ['domain', 'tabular', 'datasets'],
  datasets: ['domain', 'tabular'],
  indicators: ['domain', 'datasets'],
  releases: ['domain', 'tabular', 'datasets'],
  publishing: ['domain', 'tabular', 'datasets', 'indicators', 'policies', 'releases', 'charts', 'i18n', 'search'],
  figures: ['domain', 'datasets', 'indicators', 'policies', 'publishing', 'releases', 'charts', 'i18n'],
  islands: ['domain', 'charts', 'i18n', 'search'],
  components: ['domain', 'datasets', 'i18n', 'figures', 'islands', 'policies', 'styles'],
  layouts: ['domain', 'datasets', 'i18n', 'figures', 'components', 'islands', 'styles'],
  pages: ['domain', 'tabular', 'datasets', 'indicators', 'policies', 'releases', 'publishing', 'charts', 'i18n', 'figures', 'components', 'layouts', 'styles'],
};
/** Only these may import from astro. */
const astroLayers = new Set(['components', 'layouts', 'pages']);
/** Packages that only one place may use. */
const packageHomes: Readonly<Record<string, string>> = {
  papaparse: 'tabular', 'node:fs': 'datasets', opening_hours: 'domain', gcoord: 'domain', 'pinyin-pro': 'policies', 'opencc-js/t2cn': 'policies',
};

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join(posix.sep))
  .filter((path) => /\.(ts|astro)$/.test(path));

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, 'src', path), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
}

test('every folder of src/ is a layer with a rule', () => {
  const layers = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
  expect([...layers].filter((layer) => layer !== undefined && !(layer in allowed))).toEqual([]);
  expect(files.length).toBeGreaterThan(0);
});

test('imports point one way', () => {
  const broken: string[] = [];
  for (const path of files) {
    const layer = path.split('/')[0] ?? '';
    if (!(layer in allowed) || path.endsWith('.test.ts')) continue;
    for (const name of importsOf(path)) {
      const target = name.startsWith('#src/')
        ? name.slice('#src/'.length).split('/')[0]
        : name.startsWith('.')
          ? relative('src', posix.join('src', posix.dirname(path), name)).split(sep)[0]
          : undefined;
      if (target !== undefined && target !== layer && !allowed[layer]?.includes(target)) {
        broken.push(`${path} imports ${name}: ${layer} may import ${allowed[layer]?.join(', ') || 'nothing'}`);
      }
      if (/^astro(:|\/|$)/.test(name) && !astroLayers.has(layer)) {
        broken.push(`${path} imports ${name}: only ${[...astroLayers].join(', ')} may import astro`);
      }
      const home = packageHomes[name];
      if (home !== undefined && home !== layer && !(name === 'node:fs' && layer === 'tabular')) {
        broken.push(`${path} imports ${name}: only ${home} may`);
      }
    }
  }
  expect(broken).toEqual([]);
});
