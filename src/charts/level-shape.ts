/** A shape for each level, so that no level is told by colour alone: disc, half disc, triangle, square. */
import { drawing, element } from './svg.ts';
import type { Markup } from './svg.ts';

export type LevelShape = 'normal' | 'low' | 'short' | 'critical';

/** The shape in a square of 16 units with its upper left corner at (0, 0). */
export function levelShapeParts(level: LevelShape): readonly Markup[] {
  switch (level) {
    case 'normal':
      return [element('circle', { class: 'level-solid', cx: 8, cy: 8, r: 6.5 })];
    case 'low':
      return [
        element('circle', { class: 'level-outline', cx: 8, cy: 8, r: 5.75 }),
        element('path', { class: 'level-solid', d: 'M1.5 8a6.5 6.5 0 0 0 13 0Z' }),
      ];
    case 'short':
      return [element('path', { class: 'level-solid', d: 'M0.75 2.5H15.25L8 15Z' })];
    case 'critical':
      return [element('rect', { class: 'level-solid', x: 1.75, y: 1.75, width: 12.5, height: 12.5 }), element('path', { class: 'level-cut', d: 'M4.5 8H11.5' })];
  }
}

export function drawLevelShape(level: LevelShape): string {
  return drawing({ width: 16, height: 16, label: null, className: `level-shape level-shape-${level}` }, levelShapeParts(level));
}
