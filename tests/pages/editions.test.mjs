// Editions: the links between them keep the visitor's case, in each browser.
import assert from 'node:assert/strict';
import { inBrowsers, TIMEOUT_MS, waitForApp } from './helpers.mjs';

const headline = (page) => page.$eval('.answer h1, .panel h1', (element) => element.textContent);
const address = (page) => page.evaluate(() => location.href);

/** Follows the link to the other edition, and waits for its app. */
const follow = async (page) => {
  const before = await address(page);
  await page.click('.site-header p a');
  await page.waitForFunction(
    (before) => location.href !== before && document.documentElement.hasAttribute('data-app-ready'),
    { timeout: TIMEOUT_MS },
    before,
  );
};

inBrowsers('editions', (test) => {
  test('a switch keeps the incident, and back again', async ({ visit, site }) => {
    const page = await visit('mysql/premium/?at=2026-11-20T10:00Z&restore=2026-11-25T10:00Z');
    await waitForApp(page);
    assert.match(await headline(page), /^Yes/);
    await follow(page);
    assert.equal(await address(page), `${site.url}2026-03/mysql/premium/?at=2026-11-20T10:00Z&restore=2026-11-25T10:00Z`);
    assert.match(await headline(page), /^Yes/);
    assert.match(await page.$eval('.site-header p', (element) => element.textContent), /March 2026 · January 2023/);
    await follow(page);
    assert.equal(await address(page), `${site.url}mysql/premium/?at=2026-11-20T10:00Z&restore=2026-11-25T10:00Z`);
  });

  test('the app of an edition in a folder stays in it, and knows its services', async ({ visit, site }) => {
    const page = await visit('2026-03/');
    await waitForApp(page);
    await page.click('#cell-valkey-premium');
    await page.waitForFunction(() => /13 days/.test(document.querySelector('.panel h1')?.textContent));
    assert.equal(await address(page), `${site.url}2026-03/valkey/premium/`);
  });

  test('what the other edition does not know is named', async ({ visit }) => {
    const page = await visit('stack/?services=postgresql.business,influxdb.startup');
    await waitForApp(page);
    await follow(page);
    assert.match(await page.$eval('.notices, [class*=notice]', (element) => element.textContent), /influxdb/);
    // What it knows is kept.
    assert.match(await page.$eval('.panel', (element) => element.textContent), /PostgreSQL Business/);
  });

  test('what differs leads to the changes of the service, and these to those of the others', async ({ visit, site }) => {
    const page = await visit('kafka/premium/?at=2026-11-20T10:00Z');
    await waitForApp(page);
    await page.click('.site-header p a:nth-of-type(2)');
    await page.waitForSelector('.changes-list');
    assert.match(await page.$eval('h1', (element) => element.textContent), /for Apache Kafka$/);
    assert.equal(new URL(await address(page)).pathname, `${new URL(site.url).pathname}changes/kafka/`);
    await page.click('.changes-filter a:nth-child(4)');
    await page.waitForFunction(() => /for MySQL$/.test(document.querySelector('h1').textContent));
    assert.equal(await page.$eval('.changes-filter [aria-current]', (element) => element.textContent), 'MySQL');
  });

  test('a service that ended after the edition is not offered', async ({ visit }) => {
    const page = await visit('2026-03/dragonfly/business/');
    await waitForApp(page);
    assert.equal(await headline(page), 'Dragonfly ended on September 30, 2026');
    assert.equal(await page.$('.incident-form'), null);
    const index = await visit('2026-03/?pitr=no&back=1d');
    await waitForApp(index);
    assert.doesNotMatch(await index.$eval('.plan-offers', (element) => element.textContent), /Dragonfly|Caching/);
  });

  test('a service that ended has no backups to restore', async ({ visit }) => {
    const page = await visit('2026-03/redis/premium/?at=2026-11-20T10:00Z&restore=2026-11-20T12:00Z');
    await waitForApp(page);
    assert.match(await headline(page), /^No\. Caching ended on March 31, 2025/);
  });

  test('an embedded page says what the other edition says, and its links leave the iframe', async ({ visit }) => {
    const footnote = (page) => page.evaluate(() =>
      [...document.querySelectorAll('.site-header p, .open-full-link')].filter((element) => element.checkVisibility()).map((element) => element.innerText.replace(/\s*in a new tab\s*/g, '')).join(' | '));
    const cases = [
      ['influxdb/startup/?embed', 'Aiven’s backup policy, January 2023 · March 2026: ended April 30, 2025 | Open full calculator'],
      ['mysql/premium/?embed=all', 'Aiven’s backup policy, January 2023 · March 2026: same table, 5 rules differ | Open full calculator'],
      // One line has no room for it, unless the service is gone.
      ['influxdb/startup/?embed=line', 'Aiven’s backup policy, January 2023 · March 2026: ended April 30, 2025 | Open full calculator'],
      ['mysql/premium/?embed=line', 'Aiven’s backup policy, January 2023 · Open full calculator'],
    ];
    for (const [path, expected] of cases) {
      const page = await visit(path, { width: 1000 });
      assert.equal(await footnote(page), expected, path);
      const links = '.site-header p a, .open-full-link a';
      assert.ok(await page.$$eval(links, (links) => links.every(({ target, textContent }) => target === '_blank' && / in a new tab$/.test(textContent))), path);
    }
  });

  test('the line of a service, and of a stack, is low', async ({ visit }) => {
    for (const path of ['postgresql/?embed=line', 'influxdb/?embed=line', 'stack/?services=redis.startup,mysql.business&embed=line']) {
      const page = await visit(path, { width: 1000 });
      const bottom = await page.$eval('.shell', (shell) => Math.max(...[...shell.querySelectorAll('h1, .open-full-link')].map((element) => element.getBoundingClientRect().bottom)));
      assert.ok(bottom <= 48, `/${path} is ${bottom} px high`);
    }
  });
});
