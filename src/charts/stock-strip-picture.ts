/** The whole stock strip as one picture that stands alone: to share, to embed, to print. In ink, because a picture cannot expire. */
import { levelShapeParts } from './level-shape.ts';
import type { LevelShape } from './level-shape.ts';
import { layoutStockScale, stockScaleParts } from './stock-scale.ts';
import type { StockScaleInput, StockScaleLayout } from './stock-scale.ts';
import { drawing, element } from './svg.ts';
import type { Markup } from './svg.ts';
import { textLines, textWidth } from './text-width.ts';

export interface StripPictureGroup {
  readonly name: string;
  /** `3.2`, or what stands for a missing number. */
  readonly number: string;
  readonly unit: string;
  readonly quantity: string;
  readonly scale: StockScaleInput;
  readonly level: { readonly shape: LevelShape; readonly word: string } | null;
}

export interface StripPictureInput {
  /** The finding, dated. */
  readonly title: string;
  /** When it was counted and until when it is valid. */
  readonly dateline: string;
  readonly groups: readonly StripPictureGroup[];
  /** The RhD-negative line, if the publisher has one. */
  readonly negative: { readonly name: string; readonly values: readonly string[]; readonly note: string } | null;
  /** What the band and the ticks are. */
  readonly key: string;
  readonly source: string;
  /** `示例数据…` in a demonstration. */
  readonly demonstration: string | null;
}

interface PlacedText {
  readonly className: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface StripPictureLayout {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly rules: readonly { readonly x: number; readonly y: number; readonly width: number }[];
  readonly scales: readonly { readonly x: number; readonly y: number; readonly factor: number; readonly layout: StockScaleLayout }[];
  readonly shapes: readonly { readonly x: number; readonly y: number; readonly level: LevelShape }[];
}

const width = 720;
const padding = 32;
const gap = 20;
const scaleFactor = 1.25;

/** Geometry: the groups in one row, more than five of them in rows of four; the height follows. */
export function layoutStripPicture(input: StripPictureInput): StripPictureLayout {
  const texts: PlacedText[] = [];
  const rules: { x: number; y: number; width: number }[] = [];
  const scales: { x: number; y: number; factor: number; layout: StockScaleLayout }[] = [];
  const shapes: { x: number; y: number; level: LevelShape }[] = [];
  const inner = width - 2 * padding;
  let y = padding;
  const write = (className: string, text: string, size: number, lineHeight: number): void => {
    for (const line of textLines(text, size, inner)) {
      texts.push({ className, x: padding, y: y + size, text: line });
      y += lineHeight;
    }
  };

  if (input.demonstration !== null) write('picture-demonstration', input.demonstration, 14, 22);
  write('picture-title', input.title, 30, 40);
  write('picture-small', input.dateline, 15, 22);
  y += 18;

  const perRow = input.groups.length > 5 ? 4 : Math.max(1, input.groups.length);
  const column = (inner - gap * (perRow - 1)) / perRow;
  for (let start = 0; start < input.groups.length; start += perRow) {
    let bottom = y;
    input.groups.slice(start, start + perRow).forEach((group, index) => {
      const x = padding + index * (column + gap);
      const layout = layoutStockScale(group.scale);
      rules.push({ x, y, width: column });
      texts.push({ className: 'picture-name', x, y: y + 24, text: group.name });
      texts.push({ className: 'picture-number', x, y: y + 68, text: group.number });
      texts.push({ className: 'picture-small', x: x + textWidth(group.number, 42) + 8, y: y + 68, text: group.unit });
      texts.push({ className: 'picture-small', x, y: y + 92, text: group.quantity });
      scales.push({ x, y: y + 104, factor: scaleFactor, layout });
      const foot = y + 104 + layout.height * scaleFactor;
      if (group.level !== null) {
        shapes.push({ x, y: foot + 8, level: group.level.shape });
        texts.push({ className: 'picture-name', x: x + 24, y: foot + 22, text: group.level.word });
      }
      bottom = Math.max(bottom, foot + 40);
    });
    y = bottom + 8;
  }

  if (input.negative !== null) {
    rules.push({ x: padding, y, width: inner });
    texts.push({ className: 'picture-name', x: padding, y: y + 24, text: input.negative.name });
    input.negative.values.forEach((value, index) => texts.push({ className: 'picture-text', x: padding + (index + 1) * (inner / 5), y: y + 24, text: value }));
    y += 34;
    write('picture-small', input.negative.note, 15, 22);
    y += 8;
  }

  rules.push({ x: padding, y, width: inner });
  y += 10;
  write('picture-small', input.key, 15, 22);
  write('picture-small', input.source, 15, 22);
  return { label: `${input.title} ${input.dateline}`, width, height: y + padding - 8, texts, rules, scales, shapes };
}

/** The light colours of the portal, written out: a picture has no style sheet of its own page. */
const style = `
svg{background:#fbf9f4}
text{font-family:"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif;fill:#1b1a17;font-variant-numeric:tabular-nums}
.picture-paper,.scale-tube,.level-cut{fill:#fbf9f4}
.picture-title{font-size:30px;font-weight:600}
.picture-name{font-size:18px;font-weight:600}
.picture-number{font-size:42px;font-weight:600}
.picture-text{font-size:18px}
.picture-small{font-size:15px;fill:#4c4840}
.picture-demonstration{font-size:14px;font-weight:600}
.picture-rule{stroke:#1b1a17;stroke-width:1.5}
.scale-band{fill:#e6dfcf}
.scale-median{fill:none;stroke:#857f72;stroke-dasharray:2 2}
.scale-graduation,.scale-tube{stroke:#857f72;stroke-width:.75}
.scale-fill,.level-solid{fill:#1b1a17}
.scale-mark{stroke:#1b1a17;stroke-width:2.5}
.scale-tick{fill:none;stroke:#1b1a17;stroke-width:.75}
.scale-label{font-size:12px}
.scale-hatch{display:none}
.scale-missing{display:inline;stroke:#857f72}
.level-outline{fill:none;stroke:#1b1a17;stroke-width:1.5}
.level-cut{stroke:#fbf9f4;stroke-width:2}`;

export function drawStripPicture(layout: StripPictureLayout): string {
  const moved = (x: number, y: number, factor: number, parts: readonly Markup[]): Markup =>
    element('g', { transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}) scale(${factor})` }, parts);
  return drawing(
    { width: layout.width, height: layout.height, label: layout.label, className: 'strip-picture', standsAlone: true },
    element('style', {}, style),
    element('rect', { class: 'picture-paper', x: 0, y: 0, width: layout.width, height: layout.height }),
    layout.rules.map(({ x, y, width: length }) => element('path', { class: 'picture-rule', d: `M${x} ${y}h${length}` })),
    layout.scales.map(({ x, y, factor, layout: scale }) => moved(x, y, factor, stockScaleParts(scale))),
    layout.shapes.map(({ x, y, level }) => moved(x, y, 1, levelShapeParts(level))),
    layout.texts.map(({ className, x, y, text }) => element('text', { class: className, x, y }, text)),
  );
}
