// No third-party requests, no storage, no scripts other than the site's own fingerprinted files.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DIST, PATHS, SAMPLE_PATHS, clickCell, clickLink, inBrowsers, prerendered } from './helpers.mjs';

const ALL_PATHS = [...PATHS, '404.html'];

/** The script for host pages. It is not fingerprinted, because other sites refer to it. */
const EMBED_SCRIPT = 'embed.js';
const assetNames = () => readdirSync(DIST).filter((name) => /\.(js|wasm|css)$/.test(name) && name !== EMBED_SCRIPT).sort();

describe('the built files', () => {
  it('scripts and Wasm are fingerprinted by SHA-256', () => {
    const assets = assetNames();
    assert.ok(assets.length >= 3, `only ${assets}`);
    for (const name of assets) {
      const hash = createHash('sha256').update(readFileSync(join(DIST, name))).digest('hex').slice(0, 16);
      assert.match(name, new RegExp(`^[a-z]+-${hash}\\.[a-z]+$`), `${name} has the hash ${hash}`);
    }
  });

  it('pages refer to exactly these files, and there are no outdated versions', () => {
    const assets = assetNames();
    for (const path of ALL_PATHS) {
      const named = new Set(prerendered(path).match(/\b[a-z]+-[0-9a-f]{16}\.(js|wasm|css)\b/g));
      assert.deepEqual([...named].sort(), assets, `/${path}`);
    }
  });

  it('no page has an inline script, an event handler, a style attribute or a javascript: URL', () => {
    for (const path of ALL_PATHS) {
      const html = prerendered(path);
      const tags = html.replace(/<style>[^]*?<\/style>/, '').match(/<[a-z][^>]*>/g);
      for (const tag of tags) {
        assert.doesNotMatch(tag, /\s(style|on[a-z]+)=/, `/${path}: ${tag}`);
        assert.doesNotMatch(tag, /=\s*"?\s*javascript:/i, `/${path}: ${tag}`);
        if (tag.startsWith('<script')) assert.match(tag, /\ssrc="/, `/${path}: ${tag}`);
      }
      assert.match(html, /<script [^>]*><\/script>/, 'scripts have no content');
    }
  });

  it('every page has the same strict Content-Security-Policy before any loading element; styles are allowed by hash', () => {
    for (const path of ALL_PATHS) {
      const html = prerendered(path);
      const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html);
      const hashes = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style]) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
      assert.equal(hashes.length, 2, 'one for all pages, one for noscript');
      assert.deepEqual(policy.split('; ').sort(), [
        "base-uri 'none'", "connect-src 'self'", "default-src 'none'", "form-action 'none'", "img-src 'self' data:",
        "require-trusted-types-for 'script'", "script-src 'self' 'wasm-unsafe-eval'", `style-src 'self' ${hashes.join(' ')}`,
      ], `/${path}`);
      const before = html.slice(0, html.indexOf('Content-Security-Policy'));
      assert.doesNotMatch(before, /<(script|link|style|img)/, `/${path}`);
    }
  });

  it('pages refer to other hosts only in links', () => {
    for (const path of ALL_PATHS) {
      const htmlWithoutLinks = prerendered(path).replace(/<a href="https:[^"]*">/g, '');
      assert.doesNotMatch(htmlWithoutLinks, /(src|href|content|url\()\s*=?\s*["']?(https?:)?\/\//, `/${path}`);
    }
  });
});

inBrowsers('security', (test) => {
  /** A typical session: load, navigation in place, copy, clause. `visit` fails on a policy violation. */
  async function browse(visit, path) {
    const page = await visit(path);
    const urls = [];
    page.on('request', (request) => urls.push(request.url()));
    // On the stack page a click on a cell toggles a member instead.
    if (path === 'stack/') await clickLink(page, '.brand', '');
    await clickCell(page, 'postgresql/startup/');
    await page.click('button.copy');
    await page.waitForFunction(() => !/^Copy$/.test(document.querySelector('button.copy').innerText));
    await page.click('.answer summary');
    await clickCell(page, 'kafka/');
    await clickLink(page, '.brand', '');
    return { page, urls };
  }

  test('the policy is enforced: violations are blocked and reported', async ({ visit }) => {
    const page = await visit('', { allow: [/./] }); // violations are expected here
    const { scriptRan, fetched, violated } = await page.evaluate(async () => {
      const violated = [];
      const reports = (count) => new Promise((done) => {
        const record = ({ effectiveDirective }) => {
          violated.push(effectiveDirective);
          if (violated.length === count) done();
        };
        document.addEventListener('securitypolicyviolation', record);
      });
      const bothReports = reports(2);
      const script = document.createElement('script');
      script.append('window.__ran = true');
      document.head.append(script);
      const fetched = await fetch('http://localhost:9/').then(() => 'answered', () => 'blocked');
      await bothReports;
      return { scriptRan: window.__ran === true, fetched, violated: violated.sort() };
    });
    assert.equal(scriptRan, false, 'the inline script does not run');
    assert.equal(fetched, 'blocked', 'no request to another host');
    assert.deepEqual(violated, ['connect-src', 'require-trusted-types-for']);
  });

  for (const [name, path] of Object.entries(SAMPLE_PATHS)) {
    test(`${name}: no violation, no third-party request, no cookie, no storage`, async ({ visit, site }) => {
      const { page, urls } = await browse(visit, path);
      const requests = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      for (const url of [...urls, ...requests]) assert.ok(url.startsWith(site.url) || url.startsWith('data:'), `${url} is requested`);
      assert.ok(requests.some((url) => url.endsWith('.wasm')), 'requests were recorded');
      const stored = await page.evaluate(async () => ({
        cookie: document.cookie,
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
      assert.deepEqual(stored, { cookie: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
      const styled = await page.evaluate(() => document.querySelectorAll('[style]').length);
      assert.equal(styled, 0, 'no element has a style attribute');
    });
  }

  test('only the page and its five files are loaded, each once', async ({ visit, holdRequests }) => {
    const server = await holdRequests(/^$/);
    const page = await visit('postgresql/business/', { server });
    await clickCell(page, 'kafka/');
    await clickCell(page, 'kafka/premium/');
    const requested = server.requests.map(({ url }) => url.replace(/-[0-9a-f]{16}\./, '.')).filter((url) => url !== '/icon.svg');
    assert.deepEqual(requested.sort(), ['/app.css', '/app.js', '/app.wasm', '/boot.js', '/postgresql/business/']);
  });
});
