// The recipes of HOSTING.md, run: the CloudFront function in Node, nginx with the built site.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DIST } from './helpers.mjs';

const text = readFileSync(fileURLToPath(new URL('../../static/HOSTING.md', import.meta.url)), 'utf8');
const recipe = (language, beginning) => {
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].filter(([, name, body]) => name === language && body.startsWith(beginning));
  assert.equal(blocks.length, 1, `one block of ${language}`);
  return blocks[0][2];
};

/** Paths that a redirect must not take to another host. */
const HOSTILE = ['//evil.com/x', '///evil.com/x', '/\\evil.com/x', '/\\/evil.com', '//evil.com//', '//evil.com/%2e%2e', '/redis//evil.com//x'];
/** Asserts that a redirect stays on the host. */
const assertSameHost = (location, path) => assert.equal(new URL(location, 'https://site.example/').host, 'site.example', `${path} leads to ${location}`);

describe('the function for CloudFront', () => {
  const handler = new Function(`${recipe('js', 'function handler')}; return handler;`)();
  const call = (uri, querystring = {}) => handler({ request: { uri, querystring } });
  const location = (...given) => call(...given).headers?.location.value;

  it('gives a folder its index, and leaves files alone', () => {
    assert.equal(call('/').uri, '/index.html');
    assert.equal(call('/redis/business/').uri, '/redis/business/index.html');
    for (const file of ['/embed.js', '/api/v1/index.json', '/app-0123456789abcdef.wasm']) assert.equal(call(file).uri, file);
  });

  it('adds the slash of a folder, with all that the address asks', () => {
    assert.equal(location('/redis'), '/redis/');
    assert.equal(location('/redis/business', { at: { value: '2026-11-21T16:37%2B02:00' }, embed: { value: '' } }), '/redis/business/?at=2026-11-21T16:37%2B02:00&embed');
    const twice = { back: { value: '3d', multiValue: [{ value: '3d' }, { value: '7d' }] }, theme: { value: 'dark' } };
    assert.equal(location('/redis', twice), '/redis/?back=3d&back=7d&theme=dark');
  });

  it('leaves one slash between folders', () => {
    assert.equal(location('/postgresql//business/', { at: { value: '2026-11-21T14:37Z' } }), '/postgresql/business/?at=2026-11-21T14:37Z');
    assert.equal(location('//'), '/');
    assert.equal(location('/docs///api//v1/index.json'), '/docs/api/v1/index.json');
  });

  it('leads to no other host', () => {
    for (const path of HOSTILE) assertSameHost(location(path) ?? '/', path);
  });
});

const program = ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0);
describe('the configuration for nginx', { skip: program ? false : 'nginx is not installed' }, () => {
  let folder;
  let server;
  let port;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nginx-'));
    chmodSync(folder, 0o755);
    port = await freePort();
    const types = '/etc/nginx/mime.types';
    const site = recipe('nginx', 'map $uri')
      .replace('listen 80;', `listen 127.0.0.1:${port};`).replace('root /srv/backup;', `root ${DIST};`).replace('include mime.types;', `include ${types};`);
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n');
    writeFileSync(join(folder, 'nginx.conf'), `daemon off; master_process off; pid ${folder}/pid; error_log stderr;\nevents {}\nhttp { access_log off;\n${paths}\n${site}}\n`);
    server = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    server.stderr.on('data', (data) => (said += data));
    for (let tries = 0; !(await fetch(`http://127.0.0.1:${port}/`).catch(() => null)); tries += 1) {
      assert.ok(tries < 100 && server.exitCode === null, said);
      await new Promise((done) => setTimeout(done, 50));
    }
  });
  after(() => {
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const get = (path) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });

  it('serves pages, files and the error page with their headers', async () => {
    const page = await get('/redis/business/?at=2026-11-21T14:37Z');
    assert.deepEqual([page.status, page.headers.get('cache-control')], [200, 'no-cache']);
    assert.deepEqual([page.headers.get('access-control-allow-origin'), page.headers.get('cross-origin-resource-policy')], ['*', 'cross-origin']);
    const [wasm] = /app-[0-9a-f]{16}\.wasm/.exec(await page.text());
    const program = await get(`/${wasm}`);
    assert.deepEqual([program.status, program.headers.get('content-type'), program.headers.get('cache-control')], [200, 'application/wasm', 'public, max-age=31536000, immutable']);
    assert.equal((await get('/embed.js')).headers.get('cache-control'), 'public, max-age=3600');
    const missing = await get('/nonsense/');
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), /data-boot|data-app/);
  });

  it('adds the slash of a folder, and leaves one between folders', async () => {
    const cases = [
      ['/redis', '/redis/'], ['/postgresql//business/?at=2026-11-21T14:37Z&u=//x', '/postgresql/business/?at=2026-11-21T14:37Z&u=//x'],
      ['//', '/'], ['/redis///startup/', '/redis/startup/'],
    ];
    for (const [path, expected] of cases) {
      const answer = await rawGet(port, path);
      assert.deepEqual([answer.status, answer.location], [301, expected], path);
    }
    assert.equal((await get('/redis/startup/?u=https://example.com//x')).status, 200, 'slashes of the query are left alone');
  });

  it('leads to no other host', async () => {
    for (const path of HOSTILE) {
      const { location } = await rawGet(port, path);
      if (location) assertSameHost(location, path);
    }
  });
});

/** Requests a path as it is written: `fetch` would make it another one. */
function rawGet(port, path) {
  return new Promise((done, failed) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: site.example\r\nConnection: close\r\n\r\n`));
    socket.on('data', (data) => (answer += data));
    socket.on('error', failed);
    socket.on('end', () => done({ status: Number(answer.split(' ')[1]), location: /^Location: (.*)\r$/im.exec(answer)?.[1] }));
  });
}

async function freePort() {
  const probe = createServer();
  await new Promise((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}
