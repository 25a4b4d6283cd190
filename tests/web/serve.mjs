// A small static file server: what `make serve`, the page tests and the benchmark look at the site through.
// It knows the site's addresses, not its content: folders, one 404 page, any base path, and the file _headers as
// Cloudflare Pages reads it.
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

/** The rules of a file _headers: a path, which may end in `*`, and the headers below it. */
async function rulesOf(root) {
  const rules = [];
  for (const line of (await readFile(join(root, '_headers'), 'utf8').catch(() => '')).split('\n')) {
    const [, name, value] = /^\s+([^:]+): *(.*)$/.exec(line) ?? [];
    if (name) rules.at(-1).headers.push([name, value]);
    else if (line.startsWith('/')) rules.push({ path: line.trim(), headers: [] });
  }
  return rules;
}

/** What the rules say of a path. A header of two rules has both values, as on Cloudflare Pages. */
function headersOf(rules, path) {
  const found = {};
  for (const rule of rules) {
    if (rule.path.endsWith('*') ? !path.startsWith(rule.path.slice(0, -1)) : path !== rule.path) continue;
    for (const [name, value] of rule.headers) found[name] = found[name] ? `${found[name]}, ${value}` : value;
  }
  return found;
}

/**
 * Serves the folder `dir` under `base`. Port 0 takes any free port. `requests` lists the last answers.
 * A test's `before(request, response)` is called first: it may keep the request waiting, or answer it and return true.
 */
export async function serve({ dir, base = '/', port = 0, host = '127.0.0.1', brotli = false, headers = {}, before }) {
  const root = await realpath(resolve(dir));
  const prefix = `/${base}/`.replace(/\/{2,}/g, '/');
  const rules = await rulesOf(root);
  const requests = [];
  const compressed = new Map();

  async function body(file) {
    if (!brotli || COMPRESSED_ALREADY.has(extname(file))) return null;
    const { mtimeMs, size } = await stat(file);
    const key = `${file} ${mtimeMs} ${size}`;
    if (!compressed.has(key)) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: size };
      compressed.set(key, readFile(file).then((bytes) => compress(bytes, { params })));
    }
    return compressed.get(key);
  }

  /** The real path of a file inside the folder, or null: whatever the address or a link says, nothing outside is read. */
  async function inside(path) {
    const file = await realpath(path).catch(() => null);
    return file && (file === root || file.startsWith(root + sep)) ? file : null;
  }

  async function nearest404(path) {
    for (let folder = path; folder.startsWith(root) && folder !== sep; folder = dirname(folder)) {
      const file = await inside(join(folder, '404.html'));
      if (file) return file;
    }
    return null;
  }

  async function answer(request, response) {
    if (await before?.(request, response)) return;
    const [, pathname, query] = /^([^?#]*)([^#]*)/.exec(request.url);
    const say = (status, text, more = {}) => send(status, Buffer.from(`${text}\n`), '.txt', more);
    const redirect = () => say(301, 'This folder has a slash at its end.', { Location: `${pathname.replace(/^\/+/, '/')}/${query}` });

    function send(status, bytes, extension, more) {
      response.writeHead(status, {
        'Content-Type': TYPES[extension] ?? 'application/octet-stream',
        'Content-Length': bytes.length,
        'Cache-Control': 'no-cache',
        ...headersOf(rules, `/${pathname.slice(prefix.length)}`),
        ...more,
        ...headers,
      });
      response.end(request.method === 'HEAD' ? undefined : bytes);
      requests.push({ method: request.method, url: request.url, status, bytes: bytes.length });
      if (requests.length > 10_000) requests.shift();
    }

    async function sendFile(status, file) {
      const more = brotli ? { Vary: 'Accept-Encoding' } : {};
      const small = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') ? await body(file) : null;
      if (small) more['Content-Encoding'] = 'br';
      send(status, small ?? (await readFile(file)), extname(file).toLowerCase(), more);
    }

    if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
    if (`${pathname}/` === prefix) return redirect();
    if (!pathname.startsWith(prefix)) return say(404, `Nothing is served outside ${prefix}`);
    let name;
    try {
      name = decodeURIComponent(pathname.slice(prefix.length));
    } catch {
      return say(400, 'This address is not properly encoded.');
    }
    const wanted = resolve(root, `./${name}`);
    const found = await inside(wanted);
    const folder = found && (await stat(found)).isDirectory();
    if (folder && name !== '' && !name.endsWith('/')) return redirect();
    const file = folder ? await inside(join(found, 'index.html')) : name.endsWith('/') ? null : found;
    if (file) return sendFile(200, file);
    const missing = await nearest404(wanted);
    return missing ? sendFile(404, missing) : say(404, 'There is no such page.');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(`${error.message}\n`);
    });
  });
  await new Promise((listening, failed) => server.once('error', failed).listen(port, host, listening));
  const taken = server.address().port;
  const close = () => new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}${prefix}`, port: taken, close, requests };
}

async function main() {
  const text = (fallback) => ({ type: 'string', default: fallback });
  const { values } = parseArgs({ options: { dir: text('dist'), port: text('8080'), base: text('/'), host: text('127.0.0.1') } });
  const port = Number(values.port);
  const stop = (sentence) => {
    console.error(sentence);
    process.exit(1);
  };
  if (!/^\d+$/.test(values.port) || port > 65_535) stop(`"${values.port}" is no port: PORT= takes a number from 1 to 65535.`);
  if (!existsSync(join(values.dir, 'index.html'))) stop(`There is no page in ${values.dir} to serve yet: make build writes them.`);
  try {
    const { url, close } = await serve({ ...values, port });
    console.log(`\nBackup calculator: ${url}  (Ctrl+C stops)\n`);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => close().then(() => process.exit(0)));
  } catch (error) {
    const another = `choose another one, as with PORT=${Math.max(port, 8080) % 65_535 + 1}.`;
    if (error.code === 'EADDRINUSE') stop(`Port ${port} is taken by another program: stop it, or ${another}`);
    if (error.code === 'EACCES') stop(`Port ${port} is not open to this user: ${another}`);
    stop(`The site cannot be served: ${error.message}`);
  }
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) await main();
