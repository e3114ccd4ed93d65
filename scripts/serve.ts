/** A small static server for a built site: what preview and the browser tests look at. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
  '.parquet': 'application/vnd.apache.parquet',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface ServeOptions {
  readonly folder: string;
  /** Path the site is published under, `/` if not given. */
  readonly base?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Further headers of one answer, by the file that is sent (with `/`, relative to the folder). */
  readonly headers?: (file: string) => Readonly<Record<string, string>>;
}

export interface StaticServer {
  /** `http://127.0.0.1:PORT`, without the base. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves `folder` on this machine only. A missing file gets 404.html, a folder without its slash a redirect. */
export async function serve(options: ServeOptions): Promise<StaticServer> {
  const base = `/${(options.base ?? '').replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/');

  function send(response: ServerResponse, status: number, file: string): void {
    response.writeHead(status, {
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      ...options.headers?.(file.split(sep).join('/')),
    });
    createReadStream(join(options.folder, file)).pipe(response);
  }

  function isFile(file: string): boolean {
    return statSync(join(options.folder, file), { throwIfNoEntry: false })?.isFile() ?? false;
  }

  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    if (path?.startsWith(base)) {
      const file = normalize(path.slice(base.length) + (path.endsWith('/') ? 'index.html' : ''));
      if (!file.startsWith('..')) {
        if (isFile(file)) return send(response, 200, file);
        if (isFile(join(file, 'index.html'))) {
          return void response.writeHead(301, { location: `${path}/` }).end();
        }
      }
    }
    if (isFile('404.html')) return send(response, 404, '404.html');
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : options.port;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** The base that a site was built for, with a slash at both ends: the path in the canonical address of its first page. */
export function builtBase(folder: string): string {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[1];
  return canonical === undefined ? '/' : new URL(canonical).pathname;
}

/** The decoded path of an address; null where it is malformed. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
}
