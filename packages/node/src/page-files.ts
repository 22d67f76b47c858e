// The built page's files. Only names that the build made exist; there is no path to walk out of.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Fonts are compressed already. */
const COMPRESSIBLE = /javascript|css|html|json|svg/;

type PageFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  /** Compressed when first asked for. */
  gzipped?: Uint8Array<ArrayBuffer>;
};
const folders = new Map<string, ReadonlyMap<string, PageFile>>();

/**
 * The page's file at a path; the page itself for `/`, `/enrol` and any seat; else 404. `accepted`
 * is the request's Accept-Encoding.
 */
export function pageFile(folder: string, path: string, accepted: string): Response {
  const files = folders.get(folder) ?? readFolder(folder);
  const isPage = path === '/' || path === '/enrol' || /^\/seat\/[0-9a-f]+\/$/.test(path);
  const file = files.get(isPage ? '/index.html' : path);
  if (file === undefined) {
    const text = isPage ? 'The page was not built: npm run build.' : 'There is nothing here.';
    return new Response(text, { status: 404, headers: { 'content-type': 'text/plain' } });
  }
  const headers = new Headers({
    'content-type': file.type,
    etag: file.etag,
    'cache-control': path.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    vary: 'accept-encoding',
  });
  if (!COMPRESSIBLE.test(file.type) || !/\bgzip\b/.test(accepted)) {
    return new Response(file.bytes, { headers });
  }
  file.gzipped ??= new Uint8Array(gzipSync(file.bytes));
  headers.set('content-encoding', 'gzip');
  return new Response(file.gzipped, { headers });
}

function readFolder(folder: string): ReadonlyMap<string, PageFile> {
  // A page that was not built yet is no fault of the disk, and is looked for again.
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = new Map(
    names
      .filter((name) => name.isFile())
      .map((name): [string, PageFile] => {
        const path = join(name.parentPath, name.name);
        const bytes = new Uint8Array(readFileSync(path));
        const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
        const type = TYPES[extname(name.name)] ?? 'application/octet-stream';
        return [path.slice(folder.length).replaceAll('\\', '/'), { bytes, type, etag }];
      }),
  );
  folders.set(folder, files);
  return files;
}
