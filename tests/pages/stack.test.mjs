// Several services together: built by clicks and by keys, kept by the address, with an incident, and read by axe.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TIMEOUT_MS, focusedId, clickLink, nextFrames, inBrowsers, isSameDocument, link, markWindow, titleOf, waitForPath, waitForApp } from './helpers.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const TWO = 'stack/?services=postgresql.business,redis.startup';
const THREE = 'stack/?services=postgresql.business,opensearch.premium,redis.startup';
const OF_TWO = 'Both can surely go back 24 hours; Redis Startup is the weakest link';
/** Certain for Redis Startup, whatever the clock says. */
const INCIDENT = 'at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z';

const headline = (page) => page.$eval('#headline', (element) => element.innerText);
const members = (page) => page.$$eval('.stack-members h3 a', (links) => links.map((each) => each.innerText));
const chosen = (page) => page.$$eval('.matrix [aria-current=true]', (links) => links.map(({ id }) => id));
const verdict = (page) => page.$eval('.stack-verdict', (element) => element.dataset.verdict);
const notices = (page) => page.$$eval('.notice p', (lines) => lines.map((line) => line.innerText));

/** Waits until the page is at an address below the root and shows so many services. */
async function waitForStack(page, path, count) {
  const there = ({ path, count }) =>
    location.href.endsWith(`/${path}`) && document.querySelectorAll('.stack-members > li').length === count;
  await page.waitForFunction(there, { timeout: TIMEOUT_MS }, { path, count }).catch(async (error) => {
    throw new Error(`Not at ${path} with ${count} services, but at ${page.url()} with ${await members(page)}: ${error.message}`);
  });
  await nextFrames(page);
}

/** Types into a field in place of what stands in it. */
async function type(page, id, text) {
  await page.focus(`#${id}`);
  await page.$eval(`#${id}`, (field) => field.select());
  await page.keyboard.type(text);
}

inBrowsers('building a stack', (test) => {
  test('by clicks: each cell takes its service in, the answer and the address follow, nothing is loaded', async ({ visit, site }) => {
    const page = await visit();
    await markWindow(page);
    await clickLink(page, '#nav-stack', 'stack/');
    await page.click(link('redis/startup/'));
    await waitForStack(page, 'stack/?services=redis.startup', 1);
    await page.click(link('postgresql/business/'));
    await waitForStack(page, TWO, 2);
    assert.equal(page.url(), site.url + TWO);
    assert.equal(await headline(page), OF_TWO);
    assert.ok((await page.title()).startsWith(OF_TWO), await page.title());
    assert.deepEqual(await members(page), ['PostgreSQL Business', 'Redis Startup']);
    assert.deepEqual(await chosen(page), ['cell-postgresql-business', 'cell-redis-startup']);
    assert.ok(await isSameDocument(page));
  });

  test('a second click takes the service out again', async ({ visit }) => {
    const page = await visit(TWO);
    await page.click(link('postgresql/business/'));
    await waitForStack(page, 'stack/?services=redis.startup', 1);
    await page.click(link('redis/startup/'));
    await waitForStack(page, 'stack/', 0);
    assert.equal(await page.title(), titleOf('stack/'));
    assert.deepEqual(await chosen(page), []);
  });

  test('by keyboard alone: to the link, through the matrix, in and out, and the focus is never lost', async ({ visit }) => {
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
    assert.notEqual(await focusedId(page), 'BODY', 'the link that was pressed is gone, the focus is not');
  });

  test('any order of clicks, and any order in an address, leads to one address', async ({ visit, site }) => {
    const paths = ['postgresql/business/', 'opensearch/premium/', 'redis/startup/'];
    for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0]]) {
      const page = await visit('stack/');
      for (const [index, place] of order.entries()) {
        await page.click(link(paths[place]));
        await page.waitForFunction((count) => document.querySelectorAll('.stack-members > li').length === count, { timeout: TIMEOUT_MS }, index + 1);
      }
      assert.equal(page.url(), site.url + THREE);
      await page.close();
    }
    const page = await visit('stack/?services=redis.startup,opensearch.premium,postgresql.business');
    const own = await page.$eval('#nav-stack', (element) => element.href);
    assert.equal(own, site.url + THREE, 'the links of the page write it in the order of the policy');
  });

  test('an answer is added from its own page, and the stack leads back to it', async ({ visit, site }) => {
    const page = await visit('postgresql/business/?services=redis.startup');
    await markWindow(page);
    await page.click('.stack-add');
    await waitForStack(page, TWO, 2);
    await page.click('.stack-members > li:first-child h3 a');
    await page.waitForSelector('[data-answer]', { timeout: TIMEOUT_MS });
    assert.ok(page.url().startsWith(`${site.url}postgresql/business/`), page.url());
    assert.equal(await page.$eval('.stack-add', (element) => element.innerText), 'In your stack');
    assert.ok(await isSameDocument(page));
  });

  test('an offer begins with all services of a plan, and each can be removed', async ({ visit }) => {
    const page = await visit('stack/');
    await page.click('.stack-suggestions li a');
    await page.waitForSelector('.stack-members', { timeout: TIMEOUT_MS });
    const before = await members(page);
    assert.ok(before.length > 2, `${before}`);
    await page.click('.stack-members > li:first-child .stack-remove');
    await page.waitForFunction((count) => document.querySelectorAll('.stack-members > li').length === count, { timeout: TIMEOUT_MS }, before.length - 1);
    assert.deepEqual(await members(page), before.slice(1));
  });
});

inBrowsers('a stack by its address', (test) => {
  test('is there at once, and after a reload', async ({ visit }) => {
    const page = await visit(TWO);
    assert.equal(await headline(page), OF_TWO);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await waitForApp(page);
    assert.equal(await headline(page), OF_TWO);
    assert.deepEqual(await members(page), ['PostgreSQL Business', 'Redis Startup']);
  });

  test('comes back step by step, and forward again', async ({ visit }) => {
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
    assert.equal(await headline(page), OF_TWO);
  });

  test('answers an incident for all and for each, and keeps it while services come and go', async ({ visit }) => {
    const page = await visit(`stack/?${INCIDENT}&services=postgresql.business,redis.startup`);
    assert.equal(await verdict(page), 'certain');
    const facts = await page.$$eval('.stack-members dt', (terms) => terms.map((term) => term.innerText));
    assert.equal(facts.filter((term) => term === 'Comes back to').length, 2);
    await page.click(link('kafka/business/'));
    await waitForStack(page, `stack/?${INCIDENT}&services=kafka.business,postgresql.business,redis.startup`, 3);
    assert.equal(await verdict(page), 'impossible');
    await page.click('.stack-members > li:first-child .stack-remove');
    await waitForStack(page, `stack/?${INCIDENT}&services=postgresql.business,redis.startup`, 2);
    assert.equal(await verdict(page), 'certain');
  });

  test('takes an incident that is typed, and the address follows', async ({ visit }) => {
    const page = await visit(TWO);
    await type(page, 'at', '2 h ago');
    await page.waitForSelector('.stack-verdict[data-verdict=certain]', { timeout: TIMEOUT_MS });
    await page.waitForFunction(() => new URLSearchParams(location.search).has('at'), { timeout: TIMEOUT_MS });
    assert.equal(await focusedId(page), 'at');
    await type(page, 'at', '40 d');
    await page.waitForSelector('.stack-verdict[data-verdict=impossible]', { timeout: TIMEOUT_MS });
    await type(page, 'at', 'sometime');
    await page.waitForSelector('#at[aria-invalid]', { timeout: TIMEOUT_MS });
    assert.equal(await page.$('[data-verdict]'), null, 'nothing is claimed of a time that cannot be read');
  });

  test('that is damaged is named in a notice, and the page asks which services', async ({ visit }) => {
    for (const query of ['services=redis.gold', 'services=redis', 'services=']) {
      const page = await visit(`stack/?${query}`);
      const [line, ...others] = await notices(page);
      assert.ok(line.includes('services='), line);
      assert.deepEqual(others, []);
      assert.equal(await page.title(), titleOf('stack/'));
      await page.click(link('redis/startup/'));
      await waitForStack(page, 'stack/?services=redis.startup', 1);
      assert.deepEqual(await notices(page), [], 'the notice is gone with the address');
      await page.close();
    }
  });
});

for (const colorScheme of ['light', 'dark']) {
  inBrowsers(`axe finds nothing on a stack, ${colorScheme}`, (test) => {
    for (const width of [360, 1280]) {
      const stacks = {
        empty: 'stack/', certain: `stack/?${INCIDENT}&services=postgresql.business,redis.startup`,
        impossible: `stack/?${INCIDENT}&services=kafka.business,redis.hobbyist,redis.startup,influxdb.premium`,
      };
      test(`on ${width} px, with every clause open, and nothing is too wide`, async ({ visit }) => {
        for (const [name, path] of Object.entries(stacks)) {
          const page = await visit(path, { width });
          await page.evaluate(AXE); // a script element would violate the policy
          const found = await page.evaluate(axe, TAGS);
          assert.deepEqual(found, [], name);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is too wide`);
          await page.close();
        }
      });
    }
  }, { colorScheme });
}

/** In the page: what axe finds. */
async function axe(values) {
  document.querySelectorAll('details').forEach((details) => (details.open = true));
  const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}
