// The site works in any folder without rewrite rules: all links and files resolve, and unknown paths get a clear message.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import {
  CELLS, DIST, PATHS, SERVICES, clickCell, clickLink, inBrowsers, isSameDocument, link, markWindow, prerendered, serve,
  titleOf,
} from './helpers.mjs';

const BASE = '/docs/tools/backup/';
/** Expected failures of an error page: the page itself, and its attempts to load boot.js from other depths. */
const LOADER_ATTEMPTS = [/\/boot-[0-9a-f]+\.js/, /^(status 404|console error: Failed to load).*\/(nonsense|postgres|postgresql\/gold|a\/b\/c)\/\)?$/];
/** Browsers also request favicon.ico if a page names no icon; that is tested separately. */
const ALLOW = [...LOADER_ATTEMPTS, /\/favicon\.ico/];

describe('in a subfolder', () => {
  let site;
  before(async () => (site = await serve({ dir: DIST, base: BASE })));
  after(() => site.close());

  it('there are pages for home, all services, all cells and the stack', () => {
    assert.equal(PATHS.length, 1 + SERVICES.length + CELLS.length + 1);
    assert.equal(new Set(PATHS).size, PATHS.length);
  });

  it('every link, script, style and icon of every page resolves inside the folder', async () => {
    const urls = new Map();
    for (const path of PATHS) {
      const html = prerendered(path);
      for (const [, attribute, value] of html.matchAll(/<(?!meta)[^>]*?\s(href|src)="([^"]*)"/g)) {
        if (value.startsWith('#') || /^https:/.test(value)) continue;
        assert.doesNotMatch(value, /^(\/|http:|javascript:|data:)/, `/${path}: ${attribute}="${value}" is not relative`);
        urls.set(new URL(value, site.url + path).href, path);
      }
      for (const [, file] of html.matchAll(/data-(?:app|wasm)="([^"]*)"/g)) urls.set(new URL(file, site.url).href, path);
    }
    assert.ok(urls.size >= PATHS.length, `only ${urls.size} links`);
    const failures = [];
    for (const [url, path] of urls) {
      const response = await fetch(url, { redirect: 'manual' });
      await response.arrayBuffer();
      if (response.status !== 200 || !url.startsWith(site.url)) failures.push(`/${path}: ${url} has status ${response.status}`);
    }
    assert.deepEqual(failures, []);
  });

  it('each page is reachable by links from the home page', () => {
    const reached = new Set(['']);
    for (const path of reached) {
      for (const [, href] of prerendered(path).matchAll(/<a [^>]*?href="([^"#][^"]*)"/g)) {
        const { origin, pathname } = new URL(href, `http://site/${path}`);
        if (origin === 'http://site' && pathname.endsWith('/')) reached.add(pathname.slice(1));
      }
    }
    const isLater = (path) => path.startsWith('2026-03/') || path.startsWith('changes/');
    assert.deepEqual([...reached].filter((path) => !isLater(path)).sort(), [...PATHS, 'api/', 'embed/'].sort());
    const later = JSON.parse(readFileSync(`${DIST}/2026-03/api/v1/index.json`, 'utf8'));
    assert.equal(later.length, 50);
    assert.deepEqual(later.filter(({ page }) => !reached.has(`2026-03${page}`)), []);
    assert.equal([...reached].filter((path) => path.startsWith('changes/')).length, 16, 'all changes, and those of 15 services');
  });

  it('the sitemap and the data files exist', async () => {
    for (const file of ['sitemap.xml', 'icon.svg', 'api/v1/index.json', ...readdirSync(`${DIST}/policy`).map((name) => `policy/${name}`)]) {
      assert.equal((await fetch(site.url + file)).status, 200, file);
    }
    for (const { page } of CELLS) {
      const response = await fetch(`${site.url}api/v1${page.slice(0, -1)}.json`);
      assert.equal(response.status, 200, page);
      assert.deepEqual(await response.json(), CELLS.find((cell) => cell.page === page));
    }
  });

  for (const path of ['nonsense/', 'nonsense', 'postgresql/gold/', 'a/b/c/', 'postgresql/business/extra/']) {
    it(`/${path} returns the error page with status 404`, async () => {
      const response = await fetch(site.url + path);
      assert.equal(response.status, 404);
      assert.match(await response.text(), /<h1[^>]*>Page not found<\/h1>/);
    });
  }
});

inBrowsers('in a subfolder', (test) => {
  test('the app mounts and navigates in place at every depth', async ({ visit, site }) => {
    for (const path of ['', 'postgresql/', 'postgresql/business/']) {
      const page = await visit(path);
      await markWindow(page);
      for (const next of ['kafka/premium/', 'redis/', 'redis/startup/']) {
        await clickCell(page, next);
        assert.equal(page.url(), site.url + next);
      }
      await clickLink(page, '.brand', '');
      assert.equal(page.url(), site.url);
      assert.ok(await isSameDocument(page));
    }
  });

  test('after navigation in place, every link still resolves', async ({ visit, site }) => {
    const page = await visit('postgresql/business/');
    await clickCell(page, 'kafka/');
    await clickCell(page, 'redis/premium/');
    const urls = await page.evaluate(() => [...document.querySelectorAll('#app a[href]')].map(({ href }) => href));
    const internal = [...new Set(urls)].filter((url) => url.startsWith(site.url));
    assert.ok(internal.length > PATHS.length, `${internal.length} links`);
    for (const url of internal) {
      const response = await fetch(url, { redirect: 'manual' });
      await response.arrayBuffer();
      assert.equal(response.status, 200, url);
    }
    const unexpected = urls.filter((url) => !url.startsWith(site.url) && !url.startsWith('https://'));
    assert.deepEqual(unexpected, []);
  });

  const cases = [
    ['nonsense/', 1, /No service named “nonsense”/],
    ['postgresql/gold/', 2, /PostgreSQL has no plan named “gold”/],
    ['postgres/', 1, /No service named “postgres”/],
    ['a/b/c/', 3, /Page not found/],
  ];
  for (const [path, depth, pattern] of cases) {
    test(`/${path}, at depth ${depth}, is explained, and its links work`, async ({ visit, site }) => {
      const page = await visit(path, { allow: ALLOW });
      const [headline, advice] = await page.evaluate(() => ['h1', '.lead'].map((selector) => document.querySelector(selector).innerText));
      assert.match(headline, pattern);
      assert.match(await page.title(), /^Page not found/);
      assert.ok(advice.length > 20, 'with advice');
      const urls = await page.evaluate(() => [...document.querySelectorAll('#app a[href]:not(.skip)')].map(({ href }) => href));
      for (const url of new Set(urls)) {
        if (url.startsWith('https://')) continue; // the document
        assert.ok(url.startsWith(site.url), `${url} is in the folder`);
        const response = await fetch(url, { redirect: 'manual' });
        await response.arrayBuffer();
        assert.equal(response.status, 200, url);
      }
      await markWindow(page);
      await clickCell(page, 'redis/startup/');
      assert.equal(page.url(), `${site.url}redis/startup/`);
      assert.ok(await isSameDocument(page), 'the matrix of the error page navigates in place');
    });
  }

  test('a common alias links to the intended service', async ({ visit }) => {
    const page = await visit('postgres/', { allow: ALLOW });
    await clickLink(page, '.not-found a[href$="postgresql/"]', 'postgresql/');
  });

  test('names of the platform lead to the answer, which says so once', async ({ visit }) => {
    const page = await visit('pg/business-4/?at=2026-11-21T14:37:05.123%2B02:00&restore=1795694400&utm_source=chat', { allow: [...ALLOW, /pg\/business-4/] });
    assert.match(await page.title(), /^Yes: PostgreSQL Business/);
    assert.match(await page.$eval('.incident-verdict', (verdict) => verdict.innerText), /12:37 PM/);
    assert.match(await page.$eval('.notices', (notices) => notices.innerText), /This link says pg\/business-4\/\. It was read as postgresql\/business\/\./);
    await page.waitForFunction(() => location.pathname.endsWith('/postgresql/business/'), { timeout: 10_000 });
    assert.equal(await page.evaluate(() => decodeURIComponent(location.search)), '?at=2026-11-21T12:37Z&restore=2026-11-26T12:00Z');
  });

  test('an unknown plan links to the service', async ({ visit }) => {
    const page = await visit('postgresql/gold/', { allow: ALLOW });
    await clickLink(page, '.not-found a[href$="postgresql/"]', 'postgresql/');
    assert.equal(await page.title(), titleOf('postgresql/'));
    await clickCell(page, 'postgresql/startup/');
    assert.ok(await page.$(`${link('postgresql/startup/')}[aria-current]`));
  });

  test('going back to an unknown path shows the error again', async ({ visit }) => {
    const page = await visit('nonsense/', { allow: ALLOW });
    await clickCell(page, 'redis/startup/');
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => /No service named “nonsense”/.test(document.querySelector('h1').innerText));
  });

  test('the error page requests no missing files except boot.js at other depths', async ({ visit, holdRequests }) => {
    const server = await holdRequests(/^$/, { base: BASE }); // another port, so that no failure is cached
    await visit('nonsense/', { server, allow: LOADER_ATTEMPTS });
  });
}, { base: BASE });
