/** Text and labels find their place: escaping, line breaks, spreading, rows of notes, hatching. */
import fc from '../../tests/support/properties.ts';
import { expect, test } from 'vitest';
import { placeNotes } from './event-lanes.ts';
import { hatchPath } from './hatch.ts';
import { spread } from './spread.ts';
import { stockScaleTop } from './stock-scale.ts';
import { drawing, element, escaped } from './svg.ts';
import { textLines, textWidth } from './text-width.ts';

test('text never becomes markup', () => {
  const hostile = '</text><script>alert("1")</script>&\u0000';
  const svg = drawing({ width: 10, height: 10, label: hostile, className: 'x' }, element('text', { 'data-name': hostile }, hostile));
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('\u0000');
  expect(svg.match(/<[a-z]+/g)).toEqual(['<svg', '<text']);
  expect(escaped('a"<&>')).toBe('a&quot;&lt;&amp;&gt;');
});

test('a coordinate that is no number throws instead of being drawn', () => {
  expect(() => element('rect', { x: Number.NaN })).toThrow(/coordinate/);
});

test('no line ends on an opening mark or begins with a closing one', () => {
  const text = '警戒线（天）：正常 6（2016-11-22 起）、7（2024-01-01 起），见《办法》“说明”和「附件」；level(“low”) (a) ‘b’';
  for (let width = 24; width <= 300; width += 1) {
    const lines = textLines(text, 12, width);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const one of lines) {
      expect(one, String(width)).not.toMatch(/[（《「“‘]$/);
      expect(one, String(width)).not.toMatch(/^[）》」”，、；：]/);
    }
  }
});

test('where the font is known its own widths decide', () => {
  expect(textLines('one two three', 12, 60, (part) => part.length * 10)).toEqual(['one', 'two', 'three']);
  expect(textLines('one two three', 12, 130, (part) => part.length * 10)).toEqual(['one two three']);
});

test('lines are no wider than their place and lose no character', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('库', '存，', '量。', 'A ', 'blood ', '3.2 ', '天'), { maxLength: 60 }), (pieces) => {
      const text = pieces.join('').trim();
      const lines = textLines(text, 12, 120);
      expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      for (const line of lines) {
        expect(line).not.toMatch(/^[，。]/);
        expect(textWidth(line, 12)).toBeLessThanOrEqual(120);
      }
    }),
  );
});

test('spread keeps order and distance, and leaves alone what is apart', () => {
  expect(spread([10, 50, 90], 15, 0, 100)).toEqual([10, 50, 90]);
  expect(spread([50, 50], 10, 0, 100)).toEqual([45, 55]);
  expect(spread([98, 99], 10, 0, 100)).toEqual([90, 100]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 8 }), (positions) => {
      const placed = spread(positions.toSorted((a, b) => a - b), 14, 0, 300);
      expect(placed).toHaveLength(positions.length);
      placed.forEach((position, index) => {
        expect(position).toBeGreaterThanOrEqual(-1e-9);
        if (index > 0) expect(position - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9);
      });
    }),
  );
});

test('notes share a row only where they do not touch', () => {
  const notes = placeNotes([{ x: 10, label: '暴雨' }, { x: 20, label: '校园献血周' }, { x: 290, label: '国庆节' }], 12, 0, 300);
  expect(notes.map(({ lane, anchor }) => [lane, anchor])).toEqual([[0, 'start'], [1, 'start'], [0, 'end']]);
});

test('hatching stays inside its rectangle', () => {
  const numbers = [...hatchPath({ x: 5, y: 7, width: 20, height: 30 }, 6).matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  expect(numbers.length).toBeGreaterThan(4);
  for (const [x, y] of numbers) {
    expect(x).toBeGreaterThanOrEqual(5);
    expect(x).toBeLessThanOrEqual(25);
    expect(y).toBeGreaterThanOrEqual(7);
    expect(y).toBeLessThanOrEqual(37);
  }
});

test('the scales of a strip end above every number on them', () => {
  expect(stockScaleTop([3.2, 9.1], false)).toBe(10);
  expect(stockScaleTop([12.2], false)).toBe(13);
  expect(stockScaleTop([31], false)).toBe(35);
  expect(stockScaleTop([78], true)).toBe(100);
  expect(stockScaleTop([], false)).toBe(2);
});
