// Parts around an incident: plan comparison, table of restore points, accessibility.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { TIMEOUT_MS, focusedId, inBrowsers, isSameDocument, markWindow } from './helpers.mjs';

const INCIDENT = '?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&hour=02:30';

const query = (page) => page.evaluate(() => decodeURIComponent(location.search));
const lines = (page, selector) => page.$$eval(selector, (all) => all.map((line) => line.innerText.replace(/\s+/g, ' ').trim()));
const rows = (page) => page.$$eval('.restore-points tbody tr', (all) => all.map((row) => [...row.children].map((cell) => cell.innerText)));

inBrowsers('the plan comparison', (test) => {
  test('is toggled by a link; shows the differences as text and in the timeline, and keeps the incident', async ({ visit }) => {
    const page = await visit(`postgresql/business/${INCIDENT}`);
    await markWindow(page);
    assert.deepEqual(await lines(page, '.plan-comparison a'), ['Hobbyist', 'Startup', 'Premium']);
    await page.focus('.plan-comparison a:last-of-type');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.timeline [data-part=window-gained]', { timeout: TIMEOUT_MS });
    assert.equal(await query(page), `${INCIDENT}&with=premium`);
    assert.deepEqual(await lines(page, '.plan-comparison [aria-live] p'), [
      'On Premium: 16 more days and 16 more base backups.',
      'The policy is silent on what happens to existing backups when you change plans.',
    ]);
    assert.deepEqual(await lines(page, '.plan-comparison a[aria-current]'), ['Premium']);
    assert.ok((await lines(page, '.timeline [data-part=legend-compared-plan]')).includes('Premium: 30 days'));
    assert.ok(await page.$('.timeline [data-part=incident-line]'), 'the incident is still in the timeline');
    assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Premium', 'the focus is kept');
    await page.click('.plan-comparison a:nth-of-type(2)');
    await page.waitForSelector('.timeline [data-part=window-lost]', { timeout: TIMEOUT_MS });
    assert.match((await lines(page, '.plan-comparison [aria-live] p'))[0], /^On Startup: 12 days less/);
    await page.click('.plan-comparison a[aria-current]');
    await page.waitForFunction(() => !document.querySelector('.timeline [data-part=window-lost], .timeline [data-part=window-gained]'), { timeout: TIMEOUT_MS });
    assert.equal(await query(page), INCIDENT);
    await page.evaluate(() => history.go(-2));
    await page.waitForSelector('.timeline [data-part=window-gained]', { timeout: TIMEOUT_MS });
    assert.ok(await isSameDocument(page));
  });

  test('is read from the URL; the plan itself and plans not offered are ignored', async ({ visit }) => {
    const page = await visit('opensearch/startup/?with=premium');
    assert.ok(await page.$('.timeline [data-part=window-gained]'));
    for (const path of ['opensearch/startup/?with=startup', 'flink/startup/?with=premium']) {
      const page = await visit(path);
      assert.equal(await page.$('.timeline :is([data-part=window-gained], [data-part=window-lost]), .plan-comparison a[aria-current]'), null, path);
      assert.deepEqual(await lines(page, '.notice p'), [], path);
    }
  });
});

inBrowsers('the table of restore points', (test) => {
  test('lists all, newest first, with the retention rule of each, also for a future restore', async ({ visit }) => {
    const page = await visit(`opensearch/premium/${INCIDENT}`);
    await page.click('#retention');
    const all = await rows(page);
    assert.equal(all.length, 53);
    assert.deepEqual([all[0][2], all[52][2]], ['those younger than 30 days, taken every day', 'those younger than 30 days, taken every day']);
    assert.equal(all[1][2], 'those younger than 24 hours, taken every hour');
    const caption = await lines(page, '.restore-points caption');
    await page.evaluate(() => document.querySelector('#restore').focus());
    await page.keyboard.type('2026-11-25 09:00');
    await page.waitForFunction((previous) => document.querySelector('.restore-points caption').innerText !== previous, { timeout: TIMEOUT_MS }, caption[0]);
    assert.equal(await page.$eval('.disclosure:has(.restore-points)', ({ open }) => open), true, 'it stays open');
    assert.equal((await rows(page)).length, 53);
    assert.notDeepEqual(await rows(page), all);
    assert.equal(await focusedId(page), 'restore');
  });

  test('shows ranges if the backup time is unknown', async ({ visit }) => {
    const page = await visit('cassandra/startup/?restore=2026-11-22T03:05Z');
    await page.click('#retention');
    const [[taken, expires]] = await rows(page);
    assert.ok(/ to /.test(taken) && / to /.test(expires), `${taken} | ${expires}`);
    assert.equal((await rows(page)).length, 1);
  });
});

const INCIDENT_PATHS = [
  `redis/premium/${INCIDENT}`, 'opensearch/premium/?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&with=startup',
  'postgresql/business/?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&with=premium', 'redis/startup/?at=2026-11-20T21:00Z&restore=2026-11-22T03:05Z',
  'cassandra/startup/?at=2020-01-01T00:00Z', 'mysql/hobbyist/?at=2020-01-01T00:00Z', 'kafka/premium/?at=2100-01-01T00:00Z', 'm3db/business/?at=x',
];
for (const colorScheme of ['light', 'dark']) {
  inBrowsers(`no axe violations with an incident, ${colorScheme},`, (test) => {
    for (const width of [1280, 360]) {
      test(`with all details open, ${width} px wide`, async ({ visit }) => {
        for (const path of INCIDENT_PATHS) {
          const page = await visit(path, { width });
          await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
          assert.deepEqual(await violations(page), [], `/${path}`);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `/${path}: no horizontal scrolling`);
          await page.close();
        }
        const page = await visit('redis/premium/', { width });
        await page.type('#at', 'soon');
        await page.waitForSelector('#at[aria-invalid=true]', { timeout: TIMEOUT_MS });
        assert.deepEqual(await violations(page), [], 'with invalid text');
      });
    }
  }, { colorScheme });
}
