// The clocks of an incident: the reader's zone, the hours that are skipped and repeated, time that passes and jumps.

import assert from 'node:assert/strict';
import { PATIENCE, frames, inBrowsers } from './support.mjs';

const ASKED = 'redis/premium/?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z&hour=02:30';

const query = (page) => page.evaluate(() => decodeURIComponent(location.search));
const value = (page, id) => page.$eval(`#${id}`, (field) => field.value);
const text = (page, selector) => page.$eval(selector, (element) => element.innerText.replace(/\s+/g, ' ').trim());

/** Waits until the address has this query. */
async function untilQuery(page, wanted) {
  await page.waitForFunction((query) => decodeURIComponent(location.search) === query, { timeout: PATIENCE }, wanted)
    .catch(async (error) => assert.fail(`the query is ${await query(page)}, not ${wanted}: ${error.message}`));
}

/** Waits until an element says this. */
async function untilSaid(page, selector, wanted) {
  const says = (selector, source) => new RegExp(source).test(document.querySelector(selector)?.innerText);
  await page.waitForFunction(says, { timeout: PATIENCE }, selector, wanted.source)
    .catch(async (error) => assert.fail(`${selector} says “${await text(page, selector).catch(() => '')}”, not ${wanted}: ${error.message}`));
}

const ZONES = [
  { timeZone: 'America/New_York', clock: '2026-11-21T09:37', restore: '2026-11-21T22:05', hour: /9:37/ },
  { timeZone: 'Asia/Kolkata', clock: '2026-11-21T20:07', restore: '2026-11-22T08:35', hour: /(8|20):07/ },
];

for (const { timeZone, clock, restore, hour } of ZONES) {
  inBrowsers(`an incident read in ${timeZone}`, (test) => {
    test('has the same address and the same verdict as anywhere, in the words of the place', async ({ visit }) => {
      const page = await visit(ASKED);
      assert.equal(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone.replace('Calcutta', 'Kolkata')), timeZone);
      assert.equal(await page.$eval('.incident-answer', ({ dataset }) => dataset.answer), 'certain');
      assert.ok(ASKED.endsWith(await query(page)), 'the address stays as it is');
      assert.equal(await value(page, 'at-clock'), clock);
      assert.equal(await value(page, 'restore-clock'), restore);
      assert.match(await text(page, '#at-reading'), hour);
      assert.match(await text(page, '#at-reading'), /\(2026-11-21 14:37 UTC\)$/, 'UTC stands beside it');
      assert.match(await text(page, '#hour-reading'), /^02:30 UTC$/);
      const facts = await page.$$eval('.incident dd', (all) => all.map((fact) => fact.innerText));
      assert.equal(facts[1], '7 minutes of changes', 'lengths do not depend on the place');
    });

    test('typed as its clocks show it gives the same address', async ({ visit }) => {
      const page = await visit('redis/premium/');
      await page.type('#at', clock.replace('T', ' '));
      await untilQuery(page, '?at=2026-11-21T14:37Z');
      await page.$eval('#restore-clock', (field, restore) => {
        field.value = restore;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, restore);
      await untilQuery(page, '?at=2026-11-21T14:37Z&restore=2026-11-22T03:05Z');
    });
  }, { timeZone });
}

inBrowsers('an incident where the clocks change, in Europe/Berlin,', (test) => {
  test('at a time that never was says so, and asks nothing', async ({ visit }) => {
    const page = await visit('redis/premium/');
    await page.type('#at', '2026-03-29 02:30');
    await untilSaid(page, '#at-reading', /^That time never was: the clocks were put forward over it\. Choose one an hour earlier or later\.$/);
    assert.equal(await page.$eval('#at', (field) => field.getAttribute('aria-invalid')), 'true');
    assert.equal(await page.$('.incident-answer'), null);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('3:30');
    await untilQuery(page, '?at=2026-03-29T01:30Z');
    assert.equal(await page.$eval('#at', (field) => field.getAttribute('aria-invalid')), null);
  });

  test('at a time that was twice takes the earlier one and names the later', async ({ visit }) => {
    const page = await visit('redis/premium/');
    await page.type('#at', '2026-10-25 02:30');
    await untilQuery(page, '?at=2026-10-25T00:30Z');
    await untilSaid(page, '#at-reading', /\(2026-10-25 00:30 UTC\)\. The clocks showed this time twice; this is the earlier one\. The later one is 2026-10-25 01:30 UTC\.$/);
    const page2 = await visit('redis/premium/?at=2026-10-25T01:30Z');
    assert.match(await text(page2, '#at-reading'), /\(2026-10-25 01:30 UTC\)$/, 'the later one is told apart, too');
    assert.equal(await value(page2, 'at-clock'), '2026-10-25T02:30');
  });

  test('on a leap day, and at the ends of the calendar, is read', async ({ visit }) => {
    for (const [at, clock] of [['2024-02-29T12:00Z', '2024-02-29T13:00'], ['1970-01-01T00:00Z', '1970-01-01T01:00'], ['2100-12-31T22:59Z', '2100-12-31T23:59']]) {
      const page = await visit(`redis/premium/?at=${at}`);
      assert.equal(await value(page, 'at-clock'), clock);
      assert.match(await text(page, '#at-reading'), /\d{4}/);
      await page.close();
    }
    const page = await visit('redis/premium/');
    await page.type('#at', '2101-01-01 12:00');
    await untilSaid(page, '#at-reading', /^The calculator knows the years from 1970 to 2100 only\.$/);
  });
}, { timeZone: 'Europe/Berlin' });

/** A clock that a test can set: `window.__ahead` is added to the machine's. */
const ownClock = (page) => page.evaluateOnNewDocument(() => {
  const machine = Date.now;
  window.__ahead = 0;
  Date.now = () => machine() + window.__ahead;
});

/** Time passes at once, to a quarter past a minute, so that no other minute begins meanwhile. */
const pass = (page, minutes) => page.evaluate((minutes) => {
  window.__ahead += minutes * 60_000 + 15_000 - (Date.now() % 60_000);
}, minutes);

inBrowsers('time that passes', (test, kind) => {
  test('makes the countdown tick, and moves nothing', async ({ visit }) => {
    const page = await visit('redis/premium/', { setUp: ownClock });
    await pass(page, 0);
    await page.type('#at', '2 h ago');
    await page.waitForSelector('.incident-left b', { timeout: PATIENCE });
    const places = () => page.evaluate(() => [...document.querySelectorAll('#app *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return element.closest('svg, .incident-left b') ? '' : [element.localName, x, y, width, height].join(' ');
    }));
    await untilSaid(page, '.incident-left', /^Left to act: 12/);
    await page.waitForFunction(() => location.search !== '', { timeout: PATIENCE }); // typing has paused, and all is drawn
    await frames(page);
    const before = { left: await text(page, '.incident-left b'), places: await places() };
    await page.evaluate((observes) => {
      window.__shifts = [];
      if (observes) new PerformanceObserver((list) => window.__shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift' });
    }, kind === 'chromium');
    assert.match(before.left, /^12 days 22 hours( 1 minute)?$/);
    await pass(page, 3);
    await untilSaid(page, '.incident-left', /12 days 21 hours 5\d minutes/);
    await frames(page);
    assert.deepEqual(await places(), before.places);
    assert.deepEqual(await page.evaluate(() => window.__shifts), []);
    assert.equal(await page.$eval('.incident-left', (left) => left.getAttribute('role')), 'timer', 'it is not read out each minute');
  });

  test('and jumps, forward and back, changes the answer as it should', async ({ visit }) => {
    const page = await visit('redis/premium/', { setUp: ownClock });
    await pass(page, 0);
    await page.type('#at', '2 h ago');
    await untilSaid(page, '.incident-answer', /^Yes, for certain/);
    const asked = await query(page);
    await pass(page, 40 * 24 * 60);
    await untilSaid(page, '.incident-answer', /^No: every backup from before the incident is gone\.$/);
    await pass(page, -41 * 24 * 60);
    await untilSaid(page, '.incident-answer', /^That moment has not come yet\.$/);
    await pass(page, 24 * 60);
    await untilSaid(page, '.incident-answer', /^Yes, for certain/);
    await pass(page, 13 * 24 * 60 - 2 * 60 + 60);
    await untilSaid(page, '.incident-answer', /^Perhaps: it depends on the time of day/);
    assert.equal(await page.$('.incident-left'), null, 'where nothing is sure no time is left to count');
    if (asked) assert.equal(await query(page), asked, 'the address stays');
  });
});
