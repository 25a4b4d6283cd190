// Parts around an incident: the ladder, table of restore points, accessibility.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { TIMEOUT_MS, focusedId, inBrowsers, isSameDocument, markWindow, nextFrames, waitForPath } from './helpers.mjs';

const INCIDENT = '?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&hour=02:30';

const query = (page) => page.evaluate(() => decodeURIComponent(location.search));
const lines = (page, selector) => page.$$eval(selector, (all) => all.map((line) => line.innerText.replace(/\s+/g, ' ').trim()));
const rows = (page) => page.$$eval('.restore-points tbody tr', (all) => all.map((row) => [...row.children].map((cell) => cell.innerText)));

inBrowsers('the ladder', (test) => {
  test('has a verdict for each plan, and a click on a row chooses its plan and keeps the incident', async ({ visit }) => {
    const page = await visit(`postgresql/business/${INCIDENT}`);
    await markWindow(page);
    assert.deepEqual(await lines(page, '.ladder li'), ['Hobbyist Not stated', 'Startup Yes', 'Business Yes', 'Premium Yes']);
    assert.deepEqual(await lines(page, '.ladder a[aria-current]'), ['Business Yes']);
    await page.click('.ladder li:nth-child(2) a'); // in the middle, on the picture
    await waitForPath(page, 'postgresql/startup/');
    assert.equal(await query(page), INCIDENT);
    assert.deepEqual(await lines(page, '.ladder a[aria-current]'), ['Startup Yes']);
    await page.focus('.ladder li:nth-child(4) a');
    await page.keyboard.press('Enter');
    await waitForPath(page, 'postgresql/premium/');
    assert.match(await page.evaluate(() => document.activeElement.textContent), /Premium/, 'the focus is kept');
    assert.ok(await isSameDocument(page));
  });

  test('an old address with a comparison leads to its answer, in silence', async ({ visit }) => {
    const page = await visit('opensearch/startup/?with=premium');
    assert.deepEqual(await lines(page, '.notice p'), []);
    assert.deepEqual(await lines(page, '.ladder a[aria-current]'), ['Startup 3 days']);
  });

  test('dragging its flag changes the verdicts of all rows within a frame', async ({ visit }) => {
    for (const path of ['postgresql/business/', 'postgresql/', 'stack/?services=postgresql.premium,redis.startup']) {
      const page = await visit(path, { width: 1280, height: 1200 });
      const thumb = await page.evaluate(() => {
        const slider = document.getElementById('at-slider');
        slider.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { right, top, width, height } = slider.getBoundingClientRect();
        return { x: right - 12, y: top + height / 2, left: right - 12 - (width - 24) * 0.8 };
      });
      await page.evaluate(() => {
        window.__frames = [];
        document.getElementById('at-slider').addEventListener('input', () => requestAnimationFrame(() => {
          window.__frames.push([...document.querySelectorAll('.ladder b')].every((result) => result.dataset.verdict));
        }));
      });
      await page.mouse.move(thumb.x, thumb.y);
      await page.mouse.down();
      for (let step = 1; step <= 8; step += 1) await page.mouse.move(thumb.x + (thumb.left - thumb.x) * step / 8, thumb.y);
      await page.mouse.up();
      await nextFrames(page);
      const frames = await page.evaluate(() => window.__frames);
      assert.ok(frames.length > 0 && frames.every(Boolean), `${path}: ${frames}`);
      assert.ok((await lines(page, '.ladder b')).includes('No'), `${path}: ${await lines(page, '.ladder b')}`);
      await page.close();
    }
  });
});

inBrowsers('the table of restore points', (test) => {
  test('counts all, newest first, with the retention rule of each, also for a future restore', async ({ visit }) => {
    const page = await visit(`opensearch/premium/${INCIDENT}`);
    await page.click('#retention');
    const all = await rows(page);
    const count = (rows) => rows.reduce((sum, [taken]) => sum + (/^(\d+) more, /.test(taken) ? parseInt(taken, 10) : 1), 0);
    assert.equal(count(all), 53);
    assert.deepEqual([all[0][2], all.at(-1)[2]], ['those younger than 30 days, taken every day', 'those younger than 30 days, taken every day']);
    assert.equal(all[1][2], 'those younger than 24 hours, taken every hour');
    const caption = await lines(page, '.restore-points caption');
    await page.evaluate(() => document.querySelector('#restore').focus());
    await page.keyboard.type('2026-11-25 09:00');
    await page.waitForFunction((previous) => document.querySelector('.restore-points caption').innerText !== previous, { timeout: TIMEOUT_MS }, caption[0]);
    assert.equal(await page.$eval('.disclosure:has(.restore-points)', ({ open }) => open), true, 'it stays open');
    assert.equal(count(await rows(page)), 53);
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
  `redis/premium/${INCIDENT}`, 'opensearch/premium/?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z',
  'postgresql/business/?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z', 'redis/startup/?at=2026-11-20T21:00Z&restore=2026-11-22T03:05Z',
  'cassandra/startup/?at=2020-01-01T00:00Z', 'mysql/hobbyist/?at=2020-01-01T00:00Z', 'kafka/premium/?at=2100-01-01T00:00Z', 'm3db/business/?at=x',
];
for (const colorScheme of ['light', 'dark']) {
  inBrowsers(`no axe violations with an incident, ${colorScheme},`, (test) => {
    for (const width of [1280, 360]) {
      test(`with all details open, ${width} px wide`, async ({ visit }) => {
        for (const path of INCIDENT_PATHS) {
          const page = await visit(path, { width });
          await page.evaluate(() => document.querySelectorAll('details:not(.share > details)').forEach((details) => (details.open = true)));
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
