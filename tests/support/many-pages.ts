/** A site of twelve pages and one style, each telling its turn. */

/** Pages that each name the style of their own site. */
export function manyPages(turn: number): Record<string, string> {
  const pages = Object.fromEntries(Array.from({ length: 12 }, (_, page) => [`p${page}/index.html`, `<link href="/_astro/style.${turn}.css"><p>${turn}`]));
  return { ...pages, 'index.html': `<link href="/_astro/style.${turn}.css">`, '404.html': 'missing', 'robots.txt': '', [`_astro/style.${turn}.css`]: `/* ${turn} */`, 'data/v1/stock.csv': `a\r\n${turn}\r\n` };
}
