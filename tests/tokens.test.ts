/** The colours keep their promises: contrast in both themes, levels apart for every eye, one set of dark values, the same light ones in pictures. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const blocks = [...css.matchAll(/\{\s*color-scheme: (light|dark);([^}]*)\}/g)].map(([, scheme, body]) => ({
  scheme: scheme ?? '',
  colours: Object.fromEntries([...(body ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name ?? '', value ?? ''])),
}));
const levels = ['normal', 'low', 'short', 'critical'];

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
}
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(a: string | undefined, b: string | undefined): number {
  const [dark = 0, light = 0] = [luminance(a ?? '#000000'), luminance(b ?? '#000000')].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test('there is one light set and the dark one stands twice, the same', () => {
  expect(blocks.map(({ scheme }) => scheme)).toEqual(['light', 'dark', 'dark']);
  expect(blocks[2]?.colours).toEqual(blocks[1]?.colours);
  expect(Object.keys(blocks[1]?.colours ?? {})).toEqual(Object.keys(blocks[0]?.colours ?? {}));
});

test.each(blocks.slice(0, 2))('$scheme: words at 7:1, marks at 3:1', ({ colours }) => {
  for (const paper of [colours['paper'], colours['sheet']]) {
    // Large type (长辈版) uses the same words, so all of them stand at 7:1 on paper.
    for (const word of ['ink', 'ink-soft', ...levels.map((level) => `level-${level}-word`)]) {
      expect(contrast(colours[word], paper), word).toBeGreaterThanOrEqual(paper === colours['paper'] ? 7 : 4.5);
    }
    for (const mark of ['rule', 'blood', 'context', ...levels.map((level) => `level-${level}`), ...[1, 2, 3, 4].map((one) => `series-${one}`)]) {
      expect(contrast(colours[mark], paper), mark).toBeGreaterThanOrEqual(3);
    }
  }
});

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const blindness: Readonly<Record<string, readonly (readonly number[])[]>> = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
/** CIELAB of linear RGB (D65). */
function lab([red = 0, green = 0, blue = 0]: readonly number[]): readonly number[] {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);
  const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

test.each(blocks.slice(0, 2))('$scheme: neighbouring levels differ for the three colour-blindnesses', ({ colours }) => {
  for (const [name, matrix] of Object.entries(blindness)) {
    const seen = levels.map((level) => lab(matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (channels(colours[`level-${level}`] ?? '')[index] ?? 0), 0))));
    for (const [index, one] of seen.entries()) {
      const next = seen[index + 1];
      if (next === undefined) continue;
      const difference = Math.hypot(...one.map((value, axis) => value - (next[axis] ?? 0)));
      expect(difference, `${name}: ${levels[index]} and ${levels[index + 1]}`).toBeGreaterThan(12);
    }
  }
});

test('the picture that stands alone has the light colours', () => {
  const picture = readFileSync('src/charts/stock-strip-picture.ts', 'utf8');
  const light = new Set(Object.values(blocks[0]?.colours ?? {}));
  const used = [...picture.matchAll(/#[0-9a-f]{6}\b/g)].map(([colour]) => colour);
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((colour) => !light.has(colour))).toEqual([]);
});
