// Nothing leaves the page, nothing is kept, nothing runs but the site's own files, and those are what their names say.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { PATHS, DIST, SAMPLE_PATHS, clickLink, inBrowsers, clickCell, prerendered } from './helpers.mjs';

const PAGES = [...PATHS, '404.html'];

/** The script for pages of other sites, which name it, so that it cannot be named by its bytes. */
const EMBED = 'embed.js';
const program = () => readdirSync(DIST).filter((name) => /\.(js|wasm|css)$/.test(name) && name !== EMBED).sort();

describe('the written files', () => {
  it('scripts and Wasm are named by the SHA-256 of their bytes', () => {
    const assets = program();
    assert.ok(assets.length >= 3, `${assets} are all there are`);
    for (const name of assets) {
      const hash = createHash('sha256').update(readFileSync(join(DIST, name))).digest('hex').slice(0, 16);
      assert.match(name, new RegExp(`^[a-z]+-${hash}\\.[a-z]+$`), `${name} has the hash ${hash}`);
    }
  });

  it('pages name exactly these files, and no other version lies about', () => {
    const assets = program();
    for (const path of PAGES) {
      const named = new Set(prerendered(path).match(/\b[a-z]+-[0-9a-f]{16}\.(js|wasm|css)\b/g));
      assert.deepEqual([...named].sort(), assets, `/${path}`);
    }
  });

  it('no page has an inline script, an event handler, a style attribute or a link that is a script', () => {
    for (const path of PAGES) {
      const html = prerendered(path);
      const tags = html.replace(/<style>[^]*?<\/style>/, '').match(/<[a-z][^>]*>/g);
      for (const tag of tags) {
        assert.doesNotMatch(tag, /\s(style|on[a-z]+)=/, `/${path}: ${tag}`);
        assert.doesNotMatch(tag, /=\s*"?\s*javascript:/i, `/${path}: ${tag}`);
        if (tag.startsWith('<script')) assert.match(tag, /\ssrc="/, `/${path}: ${tag}`);
      }
      assert.match(html, /<script [^>]*><\/script>/, 'and scripts have no content');
    }
  });

  it('every page has the same strict policy, first of what can load anything, and its styles are allowed by their hashes alone', () => {
    for (const path of PAGES) {
      const html = prerendered(path);
      const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html);
      const hashes = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style]) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
      assert.equal(hashes.length, 2, 'one for all, and one without scripts');
      assert.deepEqual(policy.split('; ').sort(), [
        "base-uri 'none'", "connect-src 'self'", "default-src 'none'", "form-action 'none'", "img-src 'self' data:",
        "require-trusted-types-for 'script'", "script-src 'self' 'wasm-unsafe-eval'", `style-src 'self' ${hashes.join(' ')}`,
      ], `/${path}`);
      const before = html.slice(0, html.indexOf('Content-Security-Policy'));
      assert.doesNotMatch(before, /<(script|link|style|img)/, `/${path}`);
    }
  });

  it('pages and scripts name no other host, but in links for people to follow', () => {
    for (const path of PAGES) {
      const rest = prerendered(path).replace(/<a href="https:[^"]*">/g, '');
      assert.doesNotMatch(rest, /(src|href|content|url\()\s*=?\s*["']?(https?:)?\/\//, `/${path}`);
    }
  });
});

inBrowsers('security', (test) => {
  /** Loads, changes in place, a copy, a clause, a missing page: what a visit consists of. The watch of `visit` fails on a violation. */
  async function wander(visit, path) {
    const page = await visit(path);
    const urls = [];
    page.on('request', (request) => urls.push(request.url()));
    // on the page of several services, a click on a cell takes it into the stack
    if (path === 'stack/') await clickLink(page, '.brand', '');
    await clickCell(page, 'postgresql/startup/');
    await page.click('button.copy');
    await page.waitForFunction(() => !/^Copy$/.test(document.querySelector('button.copy').innerText));
    await page.click('.answer summary');
    await clickCell(page, 'kafka/');
    await clickLink(page, '.brand', '');
    return { page, urls };
  }

  test('the policy really holds: what it forbids is refused and reported', async ({ visit }) => {
    const page = await visit('', { allow: [/./] }); // here, violations are what is wanted
    const { ran, fetched, violated } = await page.evaluate(async () => {
      const violated = [];
      const reports = (count) => new Promise((done) => {
        const note = ({ effectiveDirective }) => {
          violated.push(effectiveDirective);
          if (violated.length === count) done();
        };
        document.addEventListener('securitypolicyviolation', note);
      });
      const both = reports(2);
      const script = document.createElement('script');
      script.append('window.__ran = true');
      document.head.append(script);
      const fetched = await fetch('http://localhost:9/').then(() => 'answered', () => 'refused');
      await both;
      return { ran: window.__ran === true, fetched, violated: violated.sort() };
    });
    assert.equal(ran, false, 'an inline script does not run');
    assert.equal(fetched, 'refused', 'another host is not asked');
    assert.deepEqual(violated, ['connect-src', 'require-trusted-types-for']);
  });

  for (const [name, path] of Object.entries(SAMPLE_PATHS)) {
    test(`${name}: no violation, no request to another host, no cookie, nothing stored`, async ({ visit, site }) => {
      const { page, urls } = await wander(visit, path);
      const requests = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      for (const url of [...urls, ...requests]) assert.ok(url.startsWith(site.url) || url.startsWith('data:'), `${url} is asked for`);
      assert.ok(requests.some((url) => url.endsWith('.wasm')), 'the requests were really seen');
      const kept = await page.evaluate(async () => ({
        cookie: document.cookie,
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
      assert.deepEqual(kept, { cookie: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
      const styled = await page.evaluate(() => document.querySelectorAll('[style]').length);
      assert.equal(styled, 0, 'no element has a style attribute');
    });
  }

  test('nothing is loaded twice, and nothing more than the page and its four files', async ({ visit, holdRequests }) => {
    const fresh = await holdRequests(/^$/);
    const page = await visit('postgresql/business/', { server: fresh });
    await clickCell(page, 'kafka/');
    await clickCell(page, 'kafka/premium/');
    const asked = fresh.requests.map(({ url }) => url.replace(/-[0-9a-f]{16}\./, '.')).filter((url) => url !== '/icon.svg');
    assert.deepEqual(asked.sort(), ['/app.js', '/app.wasm', '/boot.js', '/postgresql/business/']);
  });
});
