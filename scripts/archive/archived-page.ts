/** A page of a built site as it reads from disk: links lead to files beside it, and nothing has to run. */
import { posix } from 'node:path';

/** The site that a page belongs to. */
export interface ArchivedSite {
  /** With a slash at both ends. */
  readonly base: string;
  /** Address of its first page. */
  readonly address: string;
  /** Paths of all files, with `/`. */
  readonly files: ReadonlySet<string>;
}

const tags = /<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/**
 * The page at `path` of the site. Scripts go (a browser loads no module from disk; every page can be read without), and with them the rule about scripts
 * and the wrapping of what stands in their place. An address that the site has no file for leads to the site on the web.
 */
export function archivedPage(html: string, path: string, site: ArchivedSite): string {
  return html
    .replaceAll(/<script\b(?![^>]*application\/ld\+json)(?:[^>"']|"[^"]*"|'[^']*')*>.*?<\/script>/gis, '')
    .replaceAll(/<meta\b[^>]*http-equiv="content-security-policy"(?:[^>"']|"[^"]*"|'[^']*')*>/gi, '')
    .replaceAll(/<link\b[^>]*rel="(?:modulepreload|preload)"[^>]*>/gi, '')
    .replaceAll(/<\/?noscript[^>]*>/gi, '')
    .replaceAll(tags, (tag) => tag.replaceAll(/(\s(?:href|src|action|poster|data))="(\/[^"]*)"/gi, (_, name: string, address: string) => `${name}="${relativeAddress(address, path, site)}"`));
}

/** A style sheet with its addresses made relative. */
export function archivedStyles(css: string, path: string, site: ArchivedSite): string {
  return css.replaceAll(/url\((["']?)(\/[^"')]*)\1\)/g, (_, quote: string, address: string) => `url(${quote}${relativeAddress(address, path, site)}${quote})`);
}

/** `/stock/?x#a` seen from `en/index.html` → `../stock/index.html?x#a`. Not for addresses of other hosts. */
function relativeAddress(address: string, from: string, site: ArchivedSite): string {
  const [, page = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const file = fileOf(page, site);
  if (address.startsWith('//')) return address;
  if (file === null) return new URL(address, site.address).href.replaceAll('"', '%22');
  return `${posix.relative(posix.dirname(`/${from}`), `/${file}`).split('/').map((part) => encodeURIComponent(part)).join('/')}${rest}`;
}

function fileOf(address: string, { base, files }: ArchivedSite): string | null {
  if (!`${address}/`.startsWith(base)) return null;
  const path = decoded(address.slice(base.length));
  const candidates = path === '' || path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`];
  return candidates.find((one) => files.has(one)) ?? null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
