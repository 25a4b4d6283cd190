// Times of an incident: time zones, hours skipped or repeated by DST, passing time and clock changes.

import assert from 'node:assert/strict';
import { TIMEOUT_MS, inBrowsers, nextFrames } from './helpers.mjs';

const INCIDENT_PATH = 'redis/premium/?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&hour=09:00';

const query = (page) => page.evaluate(() => decodeURIComponent(location.search));
const valueOf = (page, id) => page.$eval(`#${id}`, (field) => field.value);
const text = (page, selector) => page.$eval(selector, (element) => element.innerText.replace(/\s+/g, ' ').trim());

/** Waits until the URL has this query. */
async function waitForQuery(page, wanted) {
  await page.waitForFunction((query) => decodeURIComponent(location.search) === query, { timeout: TIMEOUT_MS }, wanted)
    .catch(async (error) => assert.fail(`the query is ${await query(page)}, not ${wanted}: ${error.message}`));
}

/** Waits until the text of an element matches. */
async function waitForText(page, selector, wanted) {
  const matches = (selector, source) => new RegExp(source).test(document.querySelector(selector)?.innerText);
  await page.waitForFunction(matches, { timeout: TIMEOUT_MS }, selector, wanted.source)
    .catch(async (error) => assert.fail(`the text of ${selector} is “${await text(page, selector).catch(() => '')}”, not ${wanted}: ${error.message}`));
}

const ZONES = [
  { timeZone: 'America/New_York', clock: '2026-11-21T09:37', restore: '2026-11-21T22:05', hour: /9:37/ },
  { timeZone: 'Asia/Kolkata', clock: '2026-11-21T20:07', restore: '2026-11-22T08:35', hour: /(8|20):07/ },
];

for (const { timeZone, clock, restore, hour } of ZONES) {
  inBrowsers(`an incident in ${timeZone}`, (test) => {
    test('has the same URL and verdict as anywhere, with local times', async ({ visit }) => {
      const page = await visit(INCIDENT_PATH);
      assert.equal(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone.replace('Calcutta', 'Kolkata')), timeZone);
      assert.equal(await page.$eval('.incident-verdict', ({ dataset }) => dataset.verdict), 'certain');
      assert.ok(INCIDENT_PATH.endsWith(await query(page)), 'the URL is unchanged');
      assert.equal(await valueOf(page, 'at-clock'), clock);
      assert.equal(await valueOf(page, 'restore-clock'), restore);
      assert.match(await text(page, '#at-message'), hour);
      assert.match(await text(page, '#at-message'), /\(2026-11-21 14:37 UTC\)$/, 'with UTC in addition');
      assert.match(await text(page, '#hour-message'), /^09:00 UTC$/);
      const facts = await page.$$eval('.incident-details dd', (all) => all.map((fact) => fact.innerText));
      assert.equal(facts[1], '5 hours 37 minutes of changes', 'durations do not depend on the time zone');
    });

    test('typed in local time gives the same URL', async ({ visit }) => {
      const page = await visit('redis/premium/');
      await page.type('#at', clock.replace('T', ' '));
      await waitForQuery(page, '?at=2026-11-21T14:37Z');
      await page.$eval('#restore-clock', (field, restore) => {
        field.value = restore;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, restore);
      await waitForQuery(page, '?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z');
    });
  }, { timeZone });
}

inBrowsers('an incident at a DST change, in Europe/Berlin,', (test) => {
  test('reports a local time that was skipped', async ({ visit }) => {
    const page = await visit('redis/premium/');
    await page.type('#at', '2026-03-29 02:30');
    await waitForText(page, '#at-message', /^This time doesn’t exist because clocks went forward\. Enter a time one hour earlier or later\.$/);
    assert.equal(await page.$eval('#at', (field) => field.getAttribute('aria-invalid')), 'true');
    assert.equal(await page.$('.incident-verdict'), null);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('3:30');
    await waitForQuery(page, '?at=2026-03-29T01:30Z');
    assert.equal(await page.$eval('#at', (field) => field.getAttribute('aria-invalid')), null);
  });

  test('takes the earlier of two ambiguous times and names the later one', async ({ visit }) => {
    const page = await visit('redis/premium/');
    await page.type('#at', '2026-10-25 02:30');
    await waitForQuery(page, '?at=2026-10-25T00:30Z');
    await waitForText(page, '#at-message', /\(2026-10-25 00:30 UTC\)\. This time occurred twice\. The earlier one is used\. The later one is 2026-10-25 01:30 UTC\.$/);
    const laterPage = await visit('redis/premium/?at=2026-10-25T01:30Z');
    assert.match(await text(laterPage, '#at-message'), /\(2026-10-25 01:30 UTC\)$/, 'the later one is distinguished');
    assert.equal(await valueOf(laterPage, 'at-clock'), '2026-10-25T02:30');
  });

  test('says so, too, if the ambiguous time comes from the calendar', async ({ visit }) => {
    const page = await visit('redis/premium/');
    await page.$eval('#at-clock', (field) => {
      field.value = '2026-10-25T02:30';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await waitForText(page, '#at-message', /\(2026-10-25 00:30 UTC\)\. This time occurred twice\. .* The later one is 2026-10-25 01:30 UTC\.$/);
  });

  test('tells apart the two times of a repeated hour in the verdict', async ({ visit }) => {
    const verdict = async (at) => text(await visit(`postgresql/startup/?at=${at}&restore=2026-10-26T12:00Z`), '.incident-verdict');
    const [earlier, later] = [await verdict('2026-10-25T00:30Z'), await verdict('2026-10-25T01:30Z')];
    assert.match(earlier, /02:30 AM GMT\+2/);
    assert.match(later, /02:30 AM GMT\+1/);
  });

  test('accepts leap days and the bounds of the supported years', async ({ visit }) => {
    for (const [at, clock] of [['2024-02-29T12:00Z', '2024-02-29T13:00'], ['1970-01-01T00:00Z', '1970-01-01T01:00'], ['2100-12-31T22:59Z', '2100-12-31T23:59']]) {
      const page = await visit(`redis/premium/?at=${at}`);
      assert.equal(await valueOf(page, 'at-clock'), clock);
      assert.match(await text(page, '#at-message'), /\d{4}/);
      await page.close();
    }
    const page = await visit('redis/premium/');
    await page.type('#at', '2101-01-01 12:00');
    await waitForText(page, '#at-message', /^Enter a year from 1970 to 2100\.$/);
  });
}, { timeZone: 'Europe/Berlin' });

/** Mocks the clock: adds `window.__ahead` milliseconds to the system time. */
const mockClock = (page) => page.evaluateOnNewDocument(() => {
  const systemNow = Date.now;
  window.__ahead = 0;
  Date.now = () => systemNow() + window.__ahead;
});

/** Advances the clock to 15 s after a full minute, so that no minute ends meanwhile. */
const advance = (page, minutes) => page.evaluate((minutes) => {
  window.__ahead += minutes * 60_000 + 15_000 - (Date.now() % 60_000);
}, minutes);

inBrowsers('passing time', (test, kind) => {
  test('updates the countdown without a layout shift', async ({ visit }) => {
    const page = await visit('redis/premium/', { setUp: mockClock });
    await advance(page, 0);
    await page.type('#at', '2 h ago');
    await page.waitForSelector('.time-left b', { timeout: TIMEOUT_MS });
    const boxes = () => page.evaluate(() => [...document.querySelectorAll('#app *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return element.closest('svg, .time-left b') ? '' : [element.localName, x, y, width, height].join(' ');
    }));
    await waitForText(page, '.time-left', /^Time left: 12/);
    await page.waitForFunction(() => location.search !== '', { timeout: TIMEOUT_MS }); // the debounce has ended and everything is rendered
    await nextFrames(page);
    const before = { timeLeft: await text(page, '.time-left b'), boxes: await boxes() };
    await page.evaluate((observes) => {
      window.__shifts = [];
      if (observes) new PerformanceObserver((list) => window.__shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift' });
    }, kind === 'chromium');
    assert.match(before.timeLeft, /^12 days 22 hours( 1 minute)?$/);
    await advance(page, 3);
    await waitForText(page, '.time-left', /12 days 21 hours 5\d minutes/);
    await nextFrames(page);
    assert.deepEqual(await boxes(), before.boxes);
    assert.deepEqual(await page.evaluate(() => window.__shifts), []);
    assert.equal(await page.$eval('.time-left', (element) => element.getAttribute('role')), 'timer', 'not announced every minute');
  });

  test('updates the verdict when the clock jumps forward or back', async ({ visit }) => {
    const page = await visit('redis/premium/', { setUp: mockClock });
    await advance(page, 0);
    await page.type('#at', '2 h ago');
    await waitForText(page, '.incident-verdict', /^Yes\. /);
    const initialQuery = await query(page);
    await advance(page, 40 * 24 * 60);
    await waitForText(page, '.incident-verdict', /^No\. All backups from before the incident have expired\.$/);
    await advance(page, -41 * 24 * 60);
    await waitForText(page, '.incident-verdict', /^This time is in the future\.$/);
    await advance(page, 24 * 60);
    await waitForText(page, '.incident-verdict', /^Yes\. /);
    await advance(page, 13 * 24 * 60 - 2 * 60 + 60);
    await waitForText(page, '.incident-verdict', /^Maybe\. It depends on your backup time/);
    assert.equal(await page.$('.time-left'), null, 'no countdown without a certain deadline');
    if (initialQuery) assert.equal(await query(page), initialQuery, 'the URL is unchanged');
  });
});

// A browser that hides its zone claims UTC; an unknown zone is taken for UTC. The page says so.
for (const timeZone of ['UTC', 'Etc/Unknown', 'No/Such_Zone']) {
  inBrowsers(`the zone ${timeZone}`, (test) => {
    test('stands beside each time', async ({ visit }) => {
      const page = await visit('redis/business/?at=2026-11-25T14:37Z&restore=2026-11-26T12:00Z');
      const times = await page.$eval('.answer', (answer) => answer.innerText.match(/2026, \d\d:\d\d [AP]M.{0,4}/g));
      assert.ok(times.length >= 3);
      for (const time of times) assert.match(time, /(AM|PM) (UTC|GMT)/, timeZone);
    });
  }, { timeZone });
}
