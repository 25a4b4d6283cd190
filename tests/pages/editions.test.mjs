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

  });

  test('a service that ended has no backups to restore', async ({ visit }) => {
    const page = await visit('2026-03/redis/premium/?at=2026-11-20T10:00Z&restore=2026-11-20T12:00Z');
    await waitForApp(page);
    assert.match(await headline(page), /^No\. Caching ended on March 31, 2025/);
  });
});
