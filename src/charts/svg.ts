/** The one door through which text becomes SVG markup: whatever passes it is escaped. */

/** Markup that has passed the door. */
export interface Markup {
  readonly markup: string;
}

export type Child = Markup | string | null | readonly Child[];

/** A number is printed with at most two decimals; null leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

const special = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF&<>"]/;

/** Text between tags or inside quotes; control characters, which XML forbids, are dropped. */
export function escaped(text: string): string {
  // Most of a drawing are paths, which are long and hold nothing of that.
  if (!special.test(text)) return text;
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A coordinate as text: two decimals, no trailing zeros, no `-0`. Not for NaN or infinity: those throw. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a drawing was given the coordinate ${value}`);
  return String(Math.round(value * 100) / 100 + 0);
}

/** Texts of the tenths that drawings are made of, as far as they were asked for. */
const tenthsTexts = new Array<string | undefined>(16_384);

/** A coordinate with one decimal, which is finer than any screen shows: for paths of many points. */
export function tenth(value: number): string {
  const tenths = Math.round(value * 10);
  if (!(tenths >= 0 && tenths < tenthsTexts.length)) return coordinate(tenths / 10);
  return (tenthsTexts[tenths] ??= coordinate(tenths / 10));
}

/** An element; strings among the children are text, never markup. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  // Added up and not joined level by level: a path of ten years would be copied at each.
  let written = '';
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) written += ` ${key}="${typeof value === 'number' ? coordinate(value) : escaped(value)}"`;
  }
  const inner = inside(children);
  return { markup: inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>` };
}

function inside(child: Child): string {
  if (child === null) return '';
  if (typeof child === 'string') return escaped(child);
  if ('markup' in child) return child.markup;
  let inner = '';
  for (const one of child) inner += inside(one);
  return inner;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** What the drawing is, for those who do not see it; a drawing that repeats the text beside it has none and is hidden from them. */
  readonly label: string | null;
  readonly className: string;
  /** A file of its own, which needs a natural size; inside a page the place gives it. */
  readonly standsAlone?: boolean;
  /** Marks lead somewhere, so that the drawing is a group of them and not one picture. */
  readonly holdsLinks?: boolean;
}

/** Where a mark leads, and what that is called. */
export interface MarkLink {
  readonly address: string;
  readonly label: string;
}

/** A mark that leads somewhere by pointer; the keyboard has the same link in the table of the figure. */
export function linked(link: MarkLink | undefined, mark: Markup): Markup {
  return link === undefined ? mark : element('a', { class: 'mark-link', href: link.address, 'aria-label': link.label, tabindex: '-1' }, mark);
}

/** A whole drawing: scales to its place by its viewBox. */
export function drawing({ width, height, label, className, standsAlone = false, holdsLinks = false }: Frame, ...children: readonly Child[]): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: className,
      width: standsAlone ? width : null,
      height: standsAlone ? height : null,
      viewBox: `0 0 ${coordinate(width)} ${coordinate(height)}`,
      role: label === null ? null : holdsLinks ? 'group' : 'img',
      'aria-label': label,
      'aria-hidden': label === null ? 'true' : null,
      focusable: 'false',
    },
    ...children,
  ).markup;
}

/** `M x y L x y …` through the points. */
export function polyline(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join('');
}

/** A rectangle as part of a path: many of one colour are one element. */
export function rectanglePath({ x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): string {
  return `M${coordinate(x)} ${coordinate(y)}h${coordinate(width)}v${coordinate(height)}h${coordinate(-width)}z`;
}

/** A circle as part of a path. */
export function circlePath(x: number, y: number, radius: number): string {
  const [r, across] = [coordinate(radius), coordinate(2 * radius)];
  return `M${coordinate(x - radius)} ${coordinate(y)}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 -${across} 0z`;
}
