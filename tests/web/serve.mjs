// Static file server for `make serve`, the browser tests and the benchmark. Supports index.html of folders, 404.html, a base
// path, and the file _headers with the semantics of Cloudflare Pages.
//   node tests/web/serve.mjs --dir dist --port 8080 --base /

import { createServer } from 'node:http';
import { readFile, realpath, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
};
const COMPRESSED_ALREADY = new Set(['.ico', '.png']);

/** Parses the file _headers: each rule is a path, which may end in `*`, followed by headers. */
async function parseHeaderRules(root) {
  const rules = [];
  for (const line of (await readFile(join(root, '_headers'), 'utf8').catch(() => '')).split('\n')) {
    const [, name, value] = /^\s+([^:]+): *(.*)$/.exec(line) ?? [];
    if (name) rules.at(-1).headers.push([name, value]);
    else if (line.startsWith('/')) rules.push({ path: line.trim(), headers: [] });
  }
  return rules;
}

/** Returns the headers for a path. If several rules set a header, the values are joined, as on Cloudflare Pages. */
function headersForPath(rules, path) {
  const found = {};
  for (const rule of rules) {
    if (rule.path.endsWith('*') ? !path.startsWith(rule.path.slice(0, -1)) : path !== rule.path) continue;
    for (const [name, value] of rule.headers) found[name] = found[name] ? `${found[name]}, ${value}` : value;
  }
  return found;
}

/**
 * Serves the folder `dir` under `base`. Port 0 selects a free port. The returned `requests` lists the latest responses.
 * `before(request, response)` is called first: it may delay the request, or respond and return true.
 */
export async function serve({ dir, base = '/', port = 0, host = '127.0.0.1', brotli = false, headers = {}, before }) {
  const root = await realpath(resolve(dir));
  const prefix = `/${base}/`.replace(/\/{2,}/g, '/');
  const rules = await parseHeaderRules(root);
  const requests = [];
  const compressed = new Map();

  async function compressedBytes(file) {
    if (!brotli || COMPRESSED_ALREADY.has(extname(file))) return null;
    const { mtimeMs, size } = await stat(file);
    const key = `${file} ${mtimeMs} ${size}`;
    if (!compressed.has(key)) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: size };
      compressed.set(key, readFile(file).then((bytes) => compress(bytes, { params })));
    }
    return compressed.get(key);
  }

  /** Returns the real path of a file, or null if it is missing or outside the folder (path traversal, symbolic links). */
  async function resolveInside(path) {
    const file = await realpath(path).catch(() => null);
    return file && (file === root || file.startsWith(root + sep)) ? file : null;
  }

  async function findNotFoundPage(path) {
    for (let folder = path; folder.startsWith(root) && folder !== sep; folder = dirname(folder)) {
      const file = await resolveInside(join(folder, '404.html'));
      if (file) return file;
    }
    return null;
  }

  async function handle(request, response) {
    if (await before?.(request, response)) return;
    const [, pathname, query] = /^([^?#]*)([^#]*)/.exec(request.url);
    const sendText = (status, text, extraHeaders = {}) => send(status, Buffer.from(`${text}\n`), '.txt', extraHeaders);
    const redirect = () => sendText(301, 'Redirect to the path with a trailing slash.', { Location: `${pathname.replace(/^\/+/, '/')}/${query}` });

    function send(status, bytes, extension, extraHeaders) {
      response.writeHead(status, {
        'Content-Type': TYPES[extension] ?? 'application/octet-stream',
        'Content-Length': bytes.length,
        'Cache-Control': 'no-cache',
        ...headersForPath(rules, `/${pathname.slice(prefix.length)}`),
        ...extraHeaders,
        ...headers,
      });
      response.end(request.method === 'HEAD' ? undefined : bytes);
      requests.push({ method: request.method, url: request.url, status, bytes: bytes.length });
      if (requests.length > 10_000) requests.shift();
    }

    async function sendFile(status, file) {
      const extraHeaders = brotli ? { Vary: 'Accept-Encoding' } : {};
      const compressedBody = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') ? await compressedBytes(file) : null;
      if (compressedBody) extraHeaders['Content-Encoding'] = 'br';
      send(status, compressedBody ?? (await readFile(file)), extname(file).toLowerCase(), extraHeaders);
    }

    if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
    if (`${pathname}/` === prefix) return redirect();
    if (!pathname.startsWith(prefix)) return sendText(404, `Nothing is served outside ${prefix}`);
    let name;
    try {
      name = decodeURIComponent(pathname.slice(prefix.length));
    } catch {
      return sendText(400, 'The URL is not properly encoded.');
    }
    const target = resolve(root, `./${name}`);
    const found = await resolveInside(target);
    const folder = found && (await stat(found)).isDirectory();
    if (folder && name !== '' && !name.endsWith('/')) return redirect();
    const file = folder ? await resolveInside(join(found, 'index.html')) : name.endsWith('/') ? null : found;
    if (file) return sendFile(200, file);
    const notFoundPage = await findNotFoundPage(target);
    return notFoundPage ? sendFile(404, notFoundPage) : sendText(404, 'Not found.');
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(`${error.message}\n`);
    });
  });
  await new Promise((listening, failed) => server.once('error', failed).listen(port, host, listening));
  const actualPort = server.address().port;
  const close = () => new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}${prefix}`, port: actualPort, close, requests };
}

async function main() {
  const text = (fallback) => ({ type: 'string', default: fallback });
  const { values } = parseArgs({ options: { dir: text('dist'), port: text('8080'), base: text('/'), host: text('127.0.0.1') } });
  const port = Number(values.port);
  const exitWithError = (message) => {
    console.error(message);
    process.exit(1);
  };
  if (!/^\d+$/.test(values.port) || port > 65_535) exitWithError(`"${values.port}" is not a port: PORT= takes a number from 1 to 65535.`);
  if (!existsSync(join(values.dir, 'index.html'))) exitWithError(`No pages in ${values.dir}: run make build first.`);
  try {
    const { url, close } = await serve({ ...values, port });
    console.log(`\nBackup calculator: ${url}  (Ctrl+C stops)\n`);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => close().then(() => process.exit(0)));
  } catch (error) {
    const alternative = `choose another one, like PORT=${Math.max(port, 8080) % 65_535 + 1}.`;
    if (error.code === 'EADDRINUSE') exitWithError(`Port ${port} is in use by another program: stop it, or ${alternative}`);
    if (error.code === 'EACCES') exitWithError(`Port ${port} is not permitted for this user: ${alternative}`);
    exitWithError(`The site cannot be served: ${error.message}`);
  }
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) await main();
