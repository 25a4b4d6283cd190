// What stands around the answer to an incident: the plan to compare with, the table of restore points, and axe over all.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { PATIENCE, focused, inBrowsers, isSameDocument, markWindow } from './support.mjs';

const ASKED = '?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&hour=02:30';

const query = (page) => page.evaluate(() => decodeURIComponent(location.search));
const lines = (page, selector) => page.$$eval(selector, (all) => all.map((line) => line.innerText.replace(/\s+/g, ' ').trim()));
const rows = (page) => page.$$eval('details.points tbody tr', (all) => all.map((row) => [...row.children].map((cell) => cell.innerText)));

inBrowsers('another plan to compare with', (test) => {
  test('is chosen and left by a link; what it changes is said and drawn, and the incident stays', async ({ visit }) => {
    const page = await visit(`postgresql/business/${ASKED}`);
    await markWindow(page);
    assert.deepEqual(await lines(page, '.change a'), ['Hobbyist', 'Startup', 'Premium']);
    await page.focus('.change a:last-of-type');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.timeline .gained', { timeout: PATIENCE });
    assert.equal(await query(page), `${ASKED}&with=premium`);
    assert.deepEqual(await lines(page, '.change [aria-live] p'), [
      'On Premium: 16 more days and 16 more base backups.',
      'The policy is silent on what becomes of existing backups when you change the plan.',
    ]);
    assert.deepEqual(await lines(page, '.change a[aria-current]'), ['Premium']);
    assert.ok((await lines(page, '.timeline .key-other')).includes('Premium: 30 days'));
    assert.ok(await page.$('.timeline .case .at'), 'the incident is still on the picture');
    assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Premium', 'the focus stays');
    await page.click('.change a:nth-of-type(2)');
    await page.waitForSelector('.timeline .given-up', { timeout: PATIENCE });
    assert.match((await lines(page, '.change [aria-live] p'))[0], /^On Startup: 12 days less/);
    await page.click('.change a[aria-current]');
    await page.waitForFunction(() => !document.querySelector('.timeline .given-up, .timeline .gained'), { timeout: PATIENCE });
    assert.equal(await query(page), ASKED);
    await page.evaluate(() => history.go(-2));
    await page.waitForSelector('.timeline .gained', { timeout: PATIENCE });
    assert.ok(await isSameDocument(page));
  });

  test('of an address is drawn at once; the plan itself and one that is not offered change nothing', async ({ visit }) => {
    const page = await visit('opensearch/startup/?with=premium');
    assert.ok(await page.$('.timeline .gained'));
    for (const address of ['opensearch/startup/?with=startup', 'flink/startup/?with=premium']) {
      const page = await visit(address);
      assert.equal(await page.$('.timeline :is(.gained, .given-up), .change a[aria-current]'), null, address);
      assert.deepEqual(await lines(page, '.notice p'), [], address);
    }
  });
});

inBrowsers('the table of restore points', (test) => {
  test('has them all, newest first, with the rule that keeps each; the restore may lie in the future', async ({ visit }) => {
    const page = await visit(`opensearch/premium/${ASKED}`);
    assert.deepEqual(await lines(page, 'details.points > summary'), ['All restore points: 53']);
    await page.click('details.points > summary');
    const all = await rows(page);
    assert.equal(all.length, 53);
    assert.deepEqual([all[0][2], all[52][2]], ['those younger than 30 days, taken every 24 hours', 'those younger than 30 days, taken every 24 hours']);
    assert.equal(all[1][2], 'those younger than 24 hours, taken every hour');
    const now = await lines(page, 'details.points caption');
    await page.evaluate(() => document.querySelector('#restore').focus());
    await page.keyboard.type('2026-11-25 09:00');
    await page.waitForFunction((caption) => document.querySelector('details.points caption').innerText !== caption, { timeout: PATIENCE }, now[0]);
    assert.equal(await page.$eval('details.points', ({ open }) => open), true, 'it stays open');
    assert.equal((await rows(page)).length, 53);
    assert.notDeepEqual(await rows(page), all);
    assert.equal(await focused(page), 'restore');
  });

  test('shows spans where the time of day is not known', async ({ visit }) => {
    const page = await visit('cassandra/startup/?restore=2026-11-22T03:05Z');
    await page.click('details.points > summary');
    const [[taken, gone]] = await rows(page);
    assert.ok(/ to /.test(taken) && / to /.test(gone), `${taken} | ${gone}`);
    assert.deepEqual(await lines(page, 'details.points > summary'), ['All restore points: 1']);
  });
});

const ANSWERED = [
  `redis/premium/${ASKED}`, 'opensearch/premium/?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&with=startup',
  'postgresql/business/?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&with=premium', 'redis/startup/?at=2026-11-20T21:00Z&restore=2026-11-22T03:05Z',
  'cassandra/startup/?at=2020-01-01T00:00Z', 'mysql/hobbyist/?at=2020-01-01T00:00Z', 'kafka/premium/?at=2100-01-01T00:00Z', 'm3db/business/?at=x',
];
for (const colorScheme of ['light', 'dark']) {
  inBrowsers(`axe finds nothing with an incident answered, ${colorScheme},`, (test) => {
    for (const width of [1280, 360]) {
      test(`with all details open, ${width} px wide`, async ({ visit }) => {
        for (const address of ANSWERED) {
          const page = await visit(address, { width });
          await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
          assert.deepEqual(await violations(page), [], `/${address}`);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `/${address}: no sideways scrolling`);
          await page.close();
        }
        const page = await visit('redis/premium/', { width });
        await page.type('#at', 'soon');
        await page.waitForSelector('#at[aria-invalid=true]', { timeout: PATIENCE });
        assert.deepEqual(await violations(page), [], 'with a text that cannot be read');
      });
    }
  }, { colorScheme });
}
