// The site works in any folder, with no rewrite rules: every link and file resolves, and a wrong address gets clear words.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import {
  PATHS, CELLS, DIST, SERVICES, clickLink, inBrowsers, isSameDocument, link, markWindow, clickCell, serve, titleOf, prerendered,
} from './helpers.mjs';

const BASE = '/docs/tools/backup/';
/** What may fail on an error page: the page itself, and its tries for the loader at other depths. */
const TRIES = [/\/boot-[0-9a-f]+\.js/, /^(status 404|console error: Failed to load).*\/(nonsense|pg|postgresql\/gold|a\/b\/c)\/\)?$/];
/** A browser looks there where a page names no icon; that has a test of its own. */
const ALLOW = [...TRIES, /\/favicon\.ico/];

describe('in a sub-folder', () => {
  let site;
  before(async () => (site = await serve({ dir: DIST, base: BASE })));
  after(() => site.close());

  it('there are the pages of the index, all services, all cells and the stack', () => {
    assert.equal(PATHS.length, 1 + SERVICES.length + CELLS.length + 1);
    assert.equal(new Set(PATHS).size, PATHS.length);
  });

  it('every link, script, style and icon of every page resolves within the folder', async () => {
    const wanted = new Map();
    for (const path of PATHS) {
      const html = prerendered(path);
      for (const [, attribute, value] of html.matchAll(/<(?!meta)[^>]*?\s(href|src)="([^"]*)"/g)) {
        if (value.startsWith('#') || /^https:/.test(value)) continue;
        assert.doesNotMatch(value, /^(\/|http:|javascript:|data:)/, `/${path}: ${attribute}="${value}" is not relative`);
        wanted.set(new URL(value, site.url + path).href, path);
      }
      for (const [, file] of html.matchAll(/data-(?:app|wasm)="([^"]*)"/g)) wanted.set(new URL(file, site.url).href, path);
    }
    assert.ok(wanted.size >= PATHS.length, `only ${wanted.size} links were found`);
    const broken = [];
    for (const [url, path] of wanted) {
      const response = await fetch(url, { redirect: 'manual' });
      await response.arrayBuffer();
      if (response.status !== 200 || !url.startsWith(site.url)) broken.push(`/${path}: ${url} is answered with ${response.status}`);
    }
    assert.deepEqual(broken, []);
  });

  it('each page is reached by links from the index', () => {
    const reached = new Set(['']);
    for (const path of reached) {
      for (const [, href] of prerendered(path).matchAll(/<a [^>]*?href="([^"#][^"]*)"/g)) {
        const { origin, pathname } = new URL(href, `http://site/${path}`);
        if (origin === 'http://site' && pathname.endsWith('/')) reached.add(pathname.slice(1));
      }
    }
    assert.deepEqual([...reached].sort(), [...PATHS, 'api/', 'embed/'].sort());
  });

  it('the sitemap and the data are there', async () => {
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
    it(`/${path} is answered with the error page and status 404`, async () => {
      const response = await fetch(site.url + path);
      assert.equal(response.status, 404);
      assert.match(await response.text(), /<h1[^>]*>There is no such page<\/h1>/);
    });
  }
});

inBrowsers('in a sub-folder', (test) => {
  test('the app goes live, and pages change in place at every depth', async ({ visit, site }) => {
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

  test('after changes in place, every link of the page still leads to a page that is there', async ({ visit, site }) => {
    const page = await visit('postgresql/business/');
    await clickCell(page, 'kafka/');
    await clickCell(page, 'redis/premium/');
    const urls = await page.evaluate(() => [...document.querySelectorAll('#app a[href]')].map(({ href }) => href));
    const inside = [...new Set(urls)].filter((url) => url.startsWith(site.url));
    assert.ok(inside.length > PATHS.length, `${inside.length} links`);
    for (const url of inside) {
      const response = await fetch(url, { redirect: 'manual' });
      await response.arrayBuffer();
      assert.equal(response.status, 200, url);
    }
    const others = urls.filter((url) => !url.startsWith(site.url) && !url.startsWith('https://'));
    assert.deepEqual(others, []);
  });

  const wrong = [
    ['nonsense/', 1, /no service “nonsense”/],
    ['postgresql/gold/', 2, /PostgreSQL has no plan “gold”/],
    ['pg/', 1, /no service “pg”/],
    ['a/b/c/', 3, /no such page/],
  ];
  for (const [path, depth, words] of wrong) {
    test(`/${path}, at depth ${depth}, says what is wrong, and its links work`, async ({ visit, site }) => {
      const page = await visit(path, { allow: ALLOW });
      const [headline, advice] = await page.evaluate(() => ['h1', '.lead'].map((each) => document.querySelector(each).innerText));
      assert.match(headline, words);
      assert.match(await page.title(), words);
      assert.ok(advice.length > 20, 'and what to do');
      const urls = await page.evaluate(() => [...document.querySelectorAll('#app a[href]:not(.skip)')].map(({ href }) => href));
      for (const url of new Set(urls)) {
        assert.ok(url.startsWith(site.url), `${url} lies in the folder`);
        const response = await fetch(url, { redirect: 'manual' });
        await response.arrayBuffer();
        assert.equal(response.status, 200, url);
      }
      await markWindow(page);
      await clickCell(page, 'redis/startup/');
      assert.equal(page.url(), `${site.url}redis/startup/`);
      assert.ok(await isSameDocument(page), 'the matrix of the error page works in place');
    });
  }

  test('a name in use elsewhere leads to the service that was meant', async ({ visit }) => {
    const page = await visit('pg/', { allow: ALLOW });
    await clickLink(page, '.not-found a[href$="postgresql/"]', 'postgresql/');
  });

  test('an unknown plan leads to the service', async ({ visit }) => {
    const page = await visit('postgresql/gold/', { allow: ALLOW });
    await clickLink(page, '.not-found a[href$="postgresql/"]', 'postgresql/');
    assert.equal(await page.title(), titleOf('postgresql/'));
    await clickCell(page, 'postgresql/startup/');
    assert.ok(await page.$(`${link('postgresql/startup/')}[aria-current]`));
  });

  test('going back to a wrong address says again what is wrong', async ({ visit }) => {
    const page = await visit('nonsense/', { allow: ALLOW });
    await clickCell(page, 'redis/startup/');
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => /no service “nonsense”/.test(document.querySelector('h1').innerText));
  });

  test('the error page asks for nothing that is not there, but for the loader at other depths', async ({ visit, holdRequests }) => {
    const fresh = await holdRequests(/^$/, { base: BASE }); // another port: nothing that failed before is remembered
    await visit('nonsense/', { server: fresh, allow: TRIES });
  });
}, { base: BASE });
