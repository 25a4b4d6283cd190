// The power-off countdown and the persistence toggle: fields, URL, calendar file, history.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TIMEOUT_MS, inBrowsers, isSameDocument, markWindow, openDetails } from './helpers.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATH = 'redis/premium/';

/** Returns the date `days` days from today, by the clock of the page. */
const day = (page, days) => page.evaluate((days) => {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}, days);
const countdown = (page) => page.$eval('.countdown-headline', (line) => line.textContent);
const query = (page) => page.evaluate(() => location.search);
const headline = (page) => page.$eval('[data-answer]', (answer) => answer.textContent);
const valueOf = (page, id) => page.$eval(`#${id}`, (field) => field.value);

/** Waits for a condition in the page; on failure reports the current state. */
const waitFor = (page, what, condition, ...args) => page.waitForFunction(condition, { timeout: TIMEOUT_MS }, ...args)
  .catch(async () => assert.fail(`${what}: "${await countdown(page).catch(() => 'no countdown')}" at ${page.url()}`));
const waitForCountdown = (page, text) => waitFor(page, `the countdown is not "${text}"`, (text) =>
  document.querySelector('.countdown-headline')?.textContent.startsWith(text), text);
const waitForQuery = (page, search) => waitFor(page, `the query is not "${search}"`, (search) => location.search === search, search);
const waitForSelected = (page, value) => waitFor(page, `${value} is not selected`, (value) =>
  document.querySelector('.setting-toggle [aria-current]')?.textContent === value, value);

/** Returns the calendar file of the link, unfolded. */
const calendarFile = async (page) => {
  const href = await page.$eval('.countdown a[download]', (link) => link.getAttribute('href'));
  const start = 'data:text/calendar;charset=utf-8,';
  assert.ok(href.startsWith(start), href.slice(0, 60));
  return decodeURIComponent(href.slice(start.length)).replaceAll('\r\n ', '');
};

/** Returns the violations that axe finds in the current state of a page. */
const violations = async (page) => {
  await page.evaluate(AXE); // a script element would violate the Content-Security-Policy
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
  });
};

inBrowsers('the power-off countdown', (test) => {
  test('shows the field and no calendar file without a date', async ({ visit }) => {
    const page = await visit(PATH);
    await openDetails(page);
    assert.equal(await countdown(page), '');
    assert.equal(await page.$('.countdown a[download]'), null);
    assert.deepEqual(await violations(page), []);
  });

  test('counts the days from a typed date, which is in the URL', async ({ visit }) => {
    const page = await visit(PATH);
    await openDetails(page);
    const powerOff = await day(page, -10);
    await page.type('#off', '10 days ago');
    await page.$eval('#off', (field) => { field.select(); });
    await page.type('#off', powerOff);
    await waitForCountdown(page, '170 days left. Power the service on, then off again by ');
    await waitForQuery(page, `?off=${powerOff}`);
    assert.equal(await valueOf(page, 'off-clock'), powerOff, 'the date picker is updated');
    assert.equal(await valueOf(page, 'off'), powerOff, 'the typed text is kept');
    assert.deepEqual(await violations(page), []);
  });

  test('accepts a date from the date picker', async ({ visit }) => {
    const page = await visit(PATH);
    await openDetails(page);
    const powerOff = await day(page, -1);
    await page.$eval('#off-clock', (field, powerOff) => {
      field.value = powerOff;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, powerOff);
    await waitForCountdown(page, '179 days left. Power the service on, then off again by ');
    await waitForQuery(page, `?off=${powerOff}`);
    assert.equal(await valueOf(page, 'off'), powerOff);
  });

  test('reads the date from the URL, also after a reload', async ({ visit }) => {
    const page = await visit(`${PATH}?off=2026-01-01`);
    for (const reload of [false, true]) {
      if (reload) {
        await page.reload({ waitUntil: 'domcontentloaded' });
        await page.waitForSelector('html[data-app-ready]', { timeout: TIMEOUT_MS });
      }
      assert.equal(await valueOf(page, 'off-clock'), '2026-01-01');
      assert.notEqual(await countdown(page), '');
      assert.equal(await query(page), '?off=2026-01-01');
    }
  });

  test('reports an overdue date and offers no calendar file', async ({ visit }) => {
    const page = await visit(`${PATH}?off=2001-02-03`);
    assert.match(await countdown(page), /^The 180 days have passed\. Since .* delete it after an email\.$/);
    assert.equal(await page.$('.countdown a[download]'), null);
    assert.match(await page.$eval('.countdown', (section) => section.textContent), /check the year/i);
    assert.deepEqual(await violations(page), []);
  });

  test('the link contains the calendar file', async ({ visit }) => {
    const page = await visit(PATH);
    await openDetails(page);
    const [powerOff, last] = [await day(page, -10), await day(page, 170)];
    await page.type('#off', powerOff);
    await waitForCountdown(page, '170 days left');
    const lines = (await calendarFile(page)).split('\r\n');
    assert.equal(lines[0], 'BEGIN:VCALENDAR');
    assert.ok(lines.includes(`DTSTART;VALUE=DATE:${last.replaceAll('-', '')}`), lines.join('\n'));
    assert.ok(lines.includes(`UID:power-off-redis-premium-${powerOff}@backup-calculator`), lines.join('\n'));
    assert.equal(lines.filter((line) => line === 'BEGIN:VALARM').length, 3);
    assert.ok(lines.some((line) => line.startsWith('DESCRIPTION:') && line.endsWith(`redis/premium/?off=${powerOff}`)), lines.join('\n'));
    assert.equal(await page.$eval('.countdown a[download]', (link) => link.download), 'power-off-redis-premium.ics');
  });
});

inBrowsers('the calendar file', (test) => {
  test('is downloaded when its link is clicked; the page is unchanged', async ({ visit, browser }) => {
    const folder = mkdtempSync(join(tmpdir(), 'power-off-'));
    try {
      const page = await visit(PATH);
      await openDetails(page);
      await page.type('#off', await day(page, -10));
      await waitForCountdown(page, '170 days left');
      await markWindow(page);
      const session = await browser.target().createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
      const done = new Promise((resolve) => session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve()));
      const expected = await page.$eval('.countdown a[download]', (link) => decodeURIComponent(link.getAttribute('href').split(',')[1]));
      await page.click('.countdown a[download]');
      await done;
      assert.deepEqual(readdirSync(folder), ['power-off-redis-premium.ics']);
      assert.equal(readFileSync(join(folder, 'power-off-redis-premium.ics'), 'utf8'), expected);
      assert.ok(await isSameDocument(page));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}, { kinds: ['chromium'] });

inBrowsers('the persistence toggle', (test) => {
  test('off shows that no backups are taken; going back restores the answer', async ({ visit }) => {
    const page = await visit(PATH);
    await openDetails(page);
    const before = await headline(page);
    await markWindow(page);
    await page.click('.setting-toggle a:not([aria-current])');
    await waitForSelected(page, 'off');
    assert.equal(await headline(page), 'No backups while redis_persistence is off');
    assert.equal(await query(page), '?persistence=off');
    assert.match(await page.title(), /No new backups/);
    assert.equal(await page.$('.ladder'), null);
    assert.ok(await page.$('#command-redis-cli'), 'the export tool is still shown');
    assert.deepEqual(await violations(page), []);
    await page.goBack();
    await waitForSelected(page, 'rdb');
    assert.equal(await headline(page), before);
    assert.equal(await query(page), '');
    assert.ok(await isSameDocument(page));
  });

  test('keeps typed text', async ({ visit }) => {
    const page = await visit(PATH);
    await openDetails(page);
    const powerOff = await day(page, -10);
    await page.type('#off', powerOff);
    await waitForCountdown(page, '170 days left');
    await page.click('.setting-toggle a:not([aria-current])');
    await waitForSelected(page, 'off');
    assert.equal(await query(page), `?off=${powerOff}&persistence=off`);
    assert.match(await page.$eval('.countdown', (section) => section.textContent), /Assume that all data is lost/);
  });

  test('is ignored for a service without the setting', async ({ visit }) => {
    const page = await visit('postgresql/business/?persistence=off');
    assert.equal(await page.$('.setting-toggle'), null);
    assert.match(await headline(page), /^Restore to any second in the last 14 days$/);
  });
});
