// The stack page: building by mouse and keyboard, URL, incident, accessibility.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  TIMEOUT_MS, clickLink, focusedId, inBrowsers, isSameDocument, link, markWindow, nextFrames, titleOf, waitForApp,
  waitForPath,
} from './helpers.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const TWO = 'stack/?services=postgresql.business,redis.startup';
const THREE = 'stack/?services=postgresql.business,opensearch.premium,redis.startup';
const HEADLINE_OF_TWO = 'Both services cover at least 1 day. Redis Startup sets the limit';
/** Certain for Redis Startup, independent of the current time. */
const INCIDENT = 'at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z';

const headline = (page) => page.$eval('#headline', (element) => element.innerText);
const members = (page) => page.$$eval('.stack-members li > a:not(.stack-remove)', (links) => links.map((link) => link.innerText));
const selectedIds = (page) => page.$$eval('.matrix [aria-current=true]', (links) => links.map(({ id }) => id));
const verdictOf = (page) => page.$eval('.stack-verdict', (element) => element.dataset.verdict);
const notices = (page) => page.$$eval('.notice p', (lines) => lines.map((line) => line.innerText));

/** Waits until the URL is `path` and the page shows `count` services. */
async function waitForStack(page, path, count) {
  const isThere = ({ path, count }) =>
    location.href.endsWith(`/${path}`) && document.querySelectorAll('.stack-members > li').length === count;
  await page.waitForFunction(isThere, { timeout: TIMEOUT_MS }, { path, count }).catch(async (error) => {
    throw new Error(`Expected ${path} with ${count} services, but got ${page.url()} with ${await members(page)}: ${error.message}`);
  });
  await nextFrames(page);
}

/** Replaces the text of a field by typing. */
async function type(page, id, text) {
  await page.focus(`#${id}`);
  await page.$eval(`#${id}`, (field) => field.select());
  await page.keyboard.type(text);
}

inBrowsers('building a stack', (test) => {
  test('by clicks: each cell adds its service, headline and URL are updated, same document', async ({ visit, site }) => {
    const page = await visit();
    await markWindow(page);
    await clickLink(page, '#nav-stack', 'stack/');
    await page.click(link('redis/startup/'));
    await waitForStack(page, 'stack/?services=redis.startup', 1);
    await page.click(link('postgresql/business/'));
    await waitForStack(page, TWO, 2);
    assert.equal(page.url(), site.url + TWO);
    assert.equal(await headline(page), HEADLINE_OF_TWO);
    assert.ok((await page.title()).startsWith(HEADLINE_OF_TWO.split('. ')[0]), await page.title());
    assert.deepEqual(await members(page), ['PostgreSQL Business', 'Redis Startup']);
    assert.deepEqual(await selectedIds(page), ['cell-postgresql-business', 'cell-redis-startup']);
    assert.ok(await isSameDocument(page));
  });

  test('a second click removes the service', async ({ visit }) => {
    const page = await visit(TWO);
    await page.click(link('postgresql/business/'));
    await waitForStack(page, 'stack/?services=redis.startup', 1);
    await page.click(link('redis/startup/'));
    await waitForStack(page, 'stack/', 0);
    assert.equal(await page.title(), titleOf('stack/'));
    assert.deepEqual(await selectedIds(page), []);
  });

  test('by keyboard alone: header link, matrix, adding and removing, without losing the focus', async ({ visit }) => {
    const page = await visit();
    await page.focus('#nav-stack');
    await page.keyboard.press('Enter');
    await waitForPath(page, 'stack/');
    await page.focus('#cell-redis-hobbyist');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await waitForStack(page, 'stack/?services=redis.startup', 1);
    assert.equal(await focusedId(page), 'cell-redis-startup', 'the focus stays on the cell');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await waitForStack(page, 'stack/?services=redis.startup,redis.business', 2);
    await page.focus('.stack-members > li:last-child .stack-remove');
    await page.keyboard.press('Enter');
    await waitForStack(page, 'stack/?services=redis.startup', 1);
    assert.notEqual(await focusedId(page), 'BODY', 'the focus is not lost with the removed link');
  });

  test('any order of clicks or in a URL gives the same URL', async ({ visit, site }) => {
    const paths = ['postgresql/business/', 'opensearch/premium/', 'redis/startup/'];
    for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0]]) {
      const page = await visit('stack/');
      for (const [step, index] of order.entries()) {
        await page.click(link(paths[index]));
        await page.waitForFunction((count) => document.querySelectorAll('.stack-members > li').length === count, { timeout: TIMEOUT_MS }, step + 1);
      }
      assert.equal(page.url(), site.url + THREE);
      await page.close();
    }
    const page = await visit('stack/?services=redis.startup,opensearch.premium,postgresql.business');
    const url = await page.$eval('#nav-stack', (element) => element.href);
    assert.equal(url, site.url + THREE, 'links have the order of the policy');
  });

  test('an answer page adds itself, and the stack links back to it', async ({ visit, site }) => {
    const page = await visit('postgresql/business/?services=redis.startup');
    await markWindow(page);
    await page.click('.stack-add');
    await waitForStack(page, TWO, 2);
    await page.click('.stack-members > li:first-child > a');
    await page.waitForSelector('[data-answer]', { timeout: TIMEOUT_MS });
    assert.ok(page.url().startsWith(`${site.url}postgresql/business/`), page.url());
    assert.equal(await page.$eval('.stack-add', (element) => element.innerText), 'In your stack');
    assert.ok(await isSameDocument(page));
  });

  test('a suggestion adds its services, and each can be removed', async ({ visit }) => {
    const page = await visit('stack/');
    assert.doesNotMatch(await page.$eval('main', (element) => element.innerText), /Turn on JavaScript/, 'it is on');
    await page.click('.stack-suggestions li a');
    await page.waitForSelector('.stack-members', { timeout: TIMEOUT_MS });
    const before = await members(page);
    assert.deepEqual(before.length, 2, `${before}`);
    await page.click('.stack-members > li:first-child .stack-remove');
    await page.waitForFunction((count) => document.querySelectorAll('.stack-members > li').length === count, { timeout: TIMEOUT_MS }, before.length - 1);
    assert.deepEqual(await members(page), before.slice(1));
  });
});

inBrowsers('a stack by its URL', (test) => {
  test('is shown on load and after a reload', async ({ visit }) => {
    const page = await visit(TWO);
    assert.equal(await headline(page), HEADLINE_OF_TWO);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await waitForApp(page);
    assert.equal(await headline(page), HEADLINE_OF_TWO);
    assert.deepEqual(await members(page), ['PostgreSQL Business', 'Redis Startup']);
  });

  test('follows back and forward', async ({ visit }) => {
    const page = await visit('stack/');
    await page.click(link('redis/startup/'));
    await waitForStack(page, 'stack/?services=redis.startup', 1);
    await page.click(link('postgresql/business/'));
    await waitForStack(page, TWO, 2);
    await page.evaluate(() => history.back());
    await waitForStack(page, 'stack/?services=redis.startup', 1);
    await page.evaluate(() => history.back());
    await waitForStack(page, 'stack/', 0);
    await page.evaluate(() => history.go(2));
    await waitForStack(page, TWO, 2);
    assert.equal(await headline(page), HEADLINE_OF_TWO);
  });

  test('shows an incident for the stack and each member, and keeps it while members change', async ({ visit }) => {
    const page = await visit(`stack/?${INCIDENT}&services=postgresql.business,redis.startup`);
    assert.equal(await verdictOf(page), 'certain');
    const verdicts = () => page.$$eval('.ladder b', (results) => results.map(({ dataset }) => dataset.verdict));
    assert.deepEqual(await verdicts(), ['certain', 'certain']);
    await page.click(link('kafka/business/'));
    await waitForStack(page, `stack/?${INCIDENT}&services=kafka.business,postgresql.business,redis.startup`, 3);
    assert.equal(await verdictOf(page), 'impossible');
    assert.deepEqual(await verdicts(), ['impossible', 'certain', 'certain']);
    await page.click('.stack-members > li:first-child .stack-remove');
    await waitForStack(page, `stack/?${INCIDENT}&services=postgresql.business,redis.startup`, 2);
    assert.equal(await verdictOf(page), 'certain');
  });

  test('accepts a typed incident and updates the URL', async ({ visit }) => {
    const page = await visit(TWO);
    await type(page, 'at', '2 h ago');
    await page.waitForSelector('.stack-verdict[data-verdict=certain]', { timeout: TIMEOUT_MS });
    await page.waitForFunction(() => new URLSearchParams(location.search).has('at'), { timeout: TIMEOUT_MS });
    assert.equal(await focusedId(page), 'at');
    await type(page, 'at', '40 d');
    await page.waitForSelector('.stack-verdict[data-verdict=impossible]', { timeout: TIMEOUT_MS });
    await type(page, 'at', 'sometime');
    await page.waitForSelector('#at[aria-invalid]', { timeout: TIMEOUT_MS });
    assert.equal(await page.$('[data-verdict]'), null, 'no verdict for invalid text');
  });

  test('reports an invalid member list in a notice and shows the empty stack', async ({ visit }) => {
    for (const query of ['services=redis.gold', 'services=redis', 'services=']) {
      const page = await visit(`stack/?${query}`);
      const [notice, ...others] = await notices(page);
      assert.ok(notice.includes('services='), notice);
      assert.deepEqual(others, []);
      assert.equal(await page.title(), titleOf('stack/'));
      await page.click(link('redis/startup/'));
      await waitForStack(page, 'stack/?services=redis.startup', 1);
      assert.deepEqual(await notices(page), [], 'the notice is removed with the URL');
      await page.close();
    }
  });
});

for (const colorScheme of ['light', 'dark']) {
  inBrowsers(`no axe violations on a stack, ${colorScheme}`, (test) => {
    for (const width of [360, 1280]) {
      const stacks = {
        empty: 'stack/', certain: `stack/?${INCIDENT}&services=postgresql.business,redis.startup`,
        impossible: `stack/?${INCIDENT}&services=kafka.business,redis.hobbyist,redis.startup,influxdb.premium`,
      };
      test(`at ${width} px, with all clauses open, without horizontal scrolling`, async ({ visit }) => {
        for (const [name, path] of Object.entries(stacks)) {
          const page = await visit(path, { width });
          await page.evaluate(AXE); // a script element would violate the Content-Security-Policy
          const found = await page.evaluate(axe, TAGS);
          assert.deepEqual(found, [], name);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is too wide`);
          await page.close();
        }
      });
    }
  }, { colorScheme });
}

/** Runs in the page. Returns the violations that axe finds with all clauses open. */
async function axe(values) {
  document.querySelectorAll('details:not(.share > details)').forEach((details) => (details.open = true));
  const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}
