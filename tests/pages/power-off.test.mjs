// The power-off clock and the switch of the setting on which backups depend, in the page: fields, address, file, history.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TIMEOUT_MS, inBrowsers, isSameDocument, markWindow } from './helpers.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATH = 'redis/premium/';

/** A day so many days from today, as the page's own clock has it. */
const day = (page, days) => page.evaluate((days) => {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}, days);
const left = (page) => page.$eval('.power-off-countdown', (line) => line.textContent);
const query = (page) => page.evaluate(() => location.search);
const headline = (page) => page.$eval('[data-answer]', (answer) => answer.textContent);
const valueOf = (page, id) => page.$eval(`#${id}`, (field) => field.value);

/** Waits until an expression of the page holds; says what there is instead. */
const until = (page, what, holds, ...args) => page.waitForFunction(holds, { timeout: TIMEOUT_MS }, ...args)
  .catch(async () => assert.fail(`${what}: "${await left(page).catch(() => 'no clock')}" at ${page.url()}`));
const untilLeft = (page, words) => until(page, `the clock does not say "${words}"`, (words) =>
  document.querySelector('.power-off-countdown')?.textContent.startsWith(words), words);
const waitForQuery = (page, search) => until(page, `the address does not end with "${search}"`, (search) => location.search === search, search);
const untilChosen = (page, value) => until(page, `${value} is not chosen`, (value) =>
  document.querySelector('.setting-toggle [aria-current]')?.textContent === value, value);

/** The calendar file that the link holds, its folded lines joined. */
const file = async (page) => {
  const href = await page.$eval('.power-off a[download]', (link) => link.getAttribute('href'));
  const start = 'data:text/calendar;charset=utf-8,';
  assert.ok(href.startsWith(start), href.slice(0, 60));
  return decodeURIComponent(href.slice(start.length)).replaceAll('\r\n ', '');
};

/** What axe finds on the page as it is shown. */
const violations = async (page) => {
  await page.evaluate(AXE); // a script element would violate the policy
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
  });
};

inBrowsers('the power-off clock', (test) => {
  test('asks for the day and offers no file while none is named', async ({ visit }) => {
    const page = await visit(PATH);
    assert.equal(await left(page), '');
    assert.equal(await page.$('.power-off a[download]'), null);
    assert.deepEqual(await violations(page), []);
  });

  test('counts the days from a day that is typed, which stands in the address', async ({ visit }) => {
    const page = await visit(PATH);
    const off = await day(page, -10);
    await page.type('#off', '10 days ago');
    await page.$eval('#off', (field) => { field.select(); });
    await page.type('#off', off);
    await untilLeft(page, '170 days left: reset the clock by ');
    await waitForQuery(page, `?off=${off}`);
    assert.equal(await valueOf(page, 'off-clock'), off, 'the browser’s own field follows');
    assert.equal(await valueOf(page, 'off'), off, 'and what was typed stays');
    assert.deepEqual(await violations(page), []);
  });

  test('takes a day from the browser’s own field, too', async ({ visit }) => {
    const page = await visit(PATH);
    const off = await day(page, -1);
    await page.$eval('#off-clock', (field, off) => {
      field.value = off;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, off);
    await untilLeft(page, '179 days left: reset the clock by ');
    await waitForQuery(page, `?off=${off}`);
    assert.equal(await valueOf(page, 'off'), off);
  });

  test('an address brings the day along, through a reload as well', async ({ visit }) => {
    const page = await visit(`${PATH}?off=2026-01-01`);
    for (const again of [false, true]) {
      if (again) {
        await page.reload({ waitUntil: 'domcontentloaded' });
        await page.waitForSelector('html[data-app-ready]', { timeout: TIMEOUT_MS });
      }
      assert.equal(await valueOf(page, 'off-clock'), '2026-01-01');
      assert.notEqual(await left(page), '');
      assert.equal(await query(page), '?off=2026-01-01');
    }
  });

  test('days that are over say so and offer no file', async ({ visit }) => {
    const page = await visit(`${PATH}?off=2001-02-03`);
    assert.match(await left(page), /^The 180 days are over: since .* it may be deleted any time\.$/);
    assert.equal(await page.$('.power-off a[download]'), null);
    assert.match(await page.$eval('.power-off', (clock) => clock.textContent), /check the year/);
    assert.deepEqual(await violations(page), []);
  });

  test('the link holds the calendar file of the case', async ({ visit }) => {
    const page = await visit(PATH);
    const [off, last] = [await day(page, -10), await day(page, 170)];
    await page.type('#off', off);
    await untilLeft(page, '170 days left');
    const lines = (await file(page)).split('\r\n');
    assert.equal(lines[0], 'BEGIN:VCALENDAR');
    assert.ok(lines.includes(`DTSTART;VALUE=DATE:${last.replaceAll('-', '')}`), lines.join('\n'));
    assert.ok(lines.includes(`UID:power-off-redis-premium-${off}@backup-calculator`), lines.join('\n'));
    assert.equal(lines.filter((line) => line === 'BEGIN:VALARM').length, 3);
    assert.ok(lines.some((line) => line.startsWith('DESCRIPTION:') && line.endsWith(`redis/premium/?off=${off}`)), lines.join('\n'));
    assert.equal(await page.$eval('.power-off a[download]', (link) => link.download), 'power-off-redis-premium.ics');
  });
});

inBrowsers('the calendar file', (test) => {
  test('arrives when its link is clicked, and the page stays', async ({ visit, browser }) => {
    const folder = mkdtempSync(join(tmpdir(), 'power-off-'));
    try {
      const page = await visit(PATH);
      await page.type('#off', await day(page, -10));
      await untilLeft(page, '170 days left');
      await markWindow(page);
      const session = await browser.target().createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
      const done = new Promise((resolve) => session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve()));
      const expected = await page.$eval('.power-off a[download]', (link) => decodeURIComponent(link.getAttribute('href').split(',')[1]));
      await page.click('.power-off a[download]');
      await done;
      assert.deepEqual(readdirSync(folder), ['power-off-redis-premium.ics']);
      assert.equal(readFileSync(join(folder, 'power-off-redis-premium.ics'), 'utf8'), expected);
      assert.ok(await isSameDocument(page));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}, { kinds: ['chromium'] });

inBrowsers('the switch of persistence', (test) => {
  test('off shows that no backups are taken, and back restores the answer', async ({ visit }) => {
    const page = await visit(PATH);
    const before = await headline(page);
    await markWindow(page);
    await page.click('.setting-toggle a:not([aria-current])');
    await untilChosen(page, 'off');
    assert.equal(await headline(page), 'No backups are taken with redis_persistence off');
    assert.equal(await query(page), '?persistence=off');
    assert.match(await page.title(), /No backups are taken/);
    assert.equal(await page.$('.timeline'), null);
    assert.ok(await page.$('#command-redis-cli'), 'the export tool remains');
    assert.deepEqual(await violations(page), []);
    await page.goBack();
    await untilChosen(page, 'rdb');
    assert.equal(await headline(page), before);
    assert.equal(await query(page), '');
    assert.ok(await isSameDocument(page));
  });

  test('keeps what was typed', async ({ visit }) => {
    const page = await visit(PATH);
    const off = await day(page, -10);
    await page.type('#off', off);
    await untilLeft(page, '170 days left');
    await page.click('.setting-toggle a:not([aria-current])');
    await untilChosen(page, 'off');
    assert.equal(await query(page), `?off=${off}&persistence=off`);
    assert.match(await page.$eval('.power-off', (clock) => clock.textContent), /take it that all data is lost/);
  });

  test('has no effect on a service without such a setting', async ({ visit }) => {
    const page = await visit('postgresql/business/?persistence=off');
    assert.equal(await page.$('.setting-toggle'), null);
    assert.match(await headline(page), /^Back to any second of the last 14 days$/);
  });
});
