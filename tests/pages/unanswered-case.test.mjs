// A case in the URL before the app is there: the page says that it is not answered yet, and links carry it along.

import assert from 'node:assert/strict';
import { TIMEOUT_MS, inBrowsers, link, nextFrames, waitForApp } from './helpers.mjs';

const WASM = /\.wasm$/;
// Firefox reports what is still loading when the visitor leaves.
const ALLOW = [/preload/, /did not start/];
const CASES = [
  'redis/business/?persistence=off', 'redis/startup/?at=2026-01-01T00:00Z', 'postgresql/business/?off=2026-11-22', '?back=3d&utm_source=x',
  'stack/?services=postgresql.business',
];
const NO_CASES = ['redis/business/', 'redis/business/?embed&theme=dark', '?utm_source=slack&fbclid=x', 'redis/business/?attic=1'];

const isSaid = (page) => page.$eval('#case-unanswered', (line) => line.checkVisibility() && /has no result yet/.test(line.innerText));

inBrowsers('before the app is there', (test, kind) => {
  const open = async ({ visit, holdRequests }, path, options) => {
    const site = await holdRequests(WASM);
    const page = await visit(path, { server: site, awaitApp: false, allow: ALLOW, ...options });
    await page.waitForSelector('html[data-root]', { timeout: TIMEOUT_MS });
    return { page, site };
  };

  test('a case in the URL is said to be unanswered until the app answers it', async (given) => {
    for (const path of CASES) {
      const { page, site } = await open(given, path);
      assert.equal(await isSaid(page), true, `/${path}`);
      site.release();
      await waitForApp(page);
      assert.equal(await isSaid(page), false, `/${path}`);
      await page.close();
    }
  });

  test('without a case nothing is said', async (given) => {
    for (const path of NO_CASES) {
      const { page, site } = await open(given, path);
      assert.equal(await isSaid(page), false, `/${path}`);
      site.release();
      await page.close();
    }
  });

  test('if the app never comes, the case is said not to be answered', async ({ visit, holdRequests }) => {
    const site = await holdRequests(WASM);
    site.release({ status: 404 });
    for (const path of CASES) {
      const page = await visit(path, { server: site, awaitApp: false, allow: [...ALLOW, /app-/, /did not start/, /WebAssembly/i] });
      await page.waitForFunction(() => /case in the URL has no result/.test(document.getElementById('app-failed').innerText)
        && document.getElementById('app-failed').checkVisibility(), { timeout: TIMEOUT_MS });
      await page.close();
    }
  });

  if (kind === 'chromium') test('the line shifts nothing, neither when it comes nor when it goes', async (given) => {
    const { page, site } = await open(given, '?back=3d', { setUp: (page) => page.evaluateOnNewDocument(() => {
      window.__shifts = [];
      new PerformanceObserver((list) => window.__shifts.push(...list.getEntries().flatMap(({ sources }) => sources.map(({ node }) => node?.id)))).observe({ type: 'layout-shift', buffered: true });
    }) });
    await nextFrames(page);
    site.release();
    await waitForApp(page);
    await nextFrames(page);
    assert.equal((await page.evaluate(() => window.__shifts)).includes('case-unanswered'), false);
  });
});

/** A page with its query, a link on it, and the path and query that the link leads to. */
const INCIDENT = 'at=2026-11-20T10:00Z&restore=2026-11-26T12:00Z';
const LINKS = [
  [`postgresql/business/?${INCIDENT}`, link('redis/business/'), `redis/business/?${INCIDENT}`],
  [`postgresql/business/?${INCIDENT}&embed&theme=dark`, link('postgresql/startup/'), `postgresql/startup/?${INCIDENT}&embed&theme=dark`],
  ['postgresql/business/?at=2026-11-20T12%3A00Z&utm_source=x', link('kafka/'), 'kafka/?at=2026-11-20T12%3A00Z'],
  ['redis/business/?persistence=off&off=2026-11-22&back=3d', link('redis/premium/'), 'redis/premium/?back=3d'],
  ['?back=3d&lose=12h&pitr=yes', link('redis/premium/'), 'redis/premium/?back=3d&lose=12h&pitr=yes'],
  [`postgresql/business/?${INCIDENT}`, '.brand', `?${INCIDENT}`],
  ['stack/?services=postgresql.business', link('redis/business/'), 'stack/?services=postgresql.business,redis.business'],
  [`stack/?${INCIDENT}&services=postgresql.business,redis.startup`, link('redis/startup/'), `stack/?${INCIDENT}&services=postgresql.business`],
  ['stack/?services=redis.startup', link('redis/startup/'), 'stack/'],
  [`stack/?services=redis.startup&${INCIDENT}`, link('kafka/'), `kafka/?services=redis.startup&${INCIDENT}`],
  ['redis/business/?services=postgresql.business', '.stack-add', 'stack/?services=postgresql.business,redis.business'],
  ['redis/business/?services=postgresql.business,redis.business', '.stack-add', 'stack/?services=postgresql.business,redis.business'],
];

inBrowsers('a click before the app is there', (test) => {
  for (const [path, selector, expected] of LINKS) {
    test(`from /${path} leads to /${expected}`, async ({ visit, holdRequests }) => {
      const site = await holdRequests(WASM);
      const page = await visit(path, { server: site, awaitApp: false, allow: ALLOW });
      await page.waitForSelector('html[data-root]', { timeout: TIMEOUT_MS });
      const pair = (url) => new URL(url).search.slice(1).split('&').sort().join('&');
      await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.$eval(selector, (element) => element.click())]);
      assert.equal(new URL(page.url()).pathname, new URL(expected, site.url).pathname);
      assert.equal(pair(page.url()), pair(new URL(expected, site.url)));
      site.release();
      await waitForApp(page);
      assert.equal(await page.$('.notice'), null, 'the app reads all of it');
    });
  }

  test('in an embedded page the link to the full page has the case, without the display options', async ({ visit, holdRequests }) => {
    const site = await holdRequests(WASM);
    const page = await visit('redis/business/?embed&theme=dark&at=2026-11-20T10:00Z&persistence=off', { server: site, awaitApp: false, allow: ALLOW });
    await page.waitForSelector('html[data-root]', { timeout: TIMEOUT_MS });
    assert.equal(await page.$eval('.open-full-link a', ({ href }) => href), `${site.url}redis/business/?at=2026-11-20T10:00Z&persistence=off`);
    site.release();
    await waitForApp(page);
  });
});
