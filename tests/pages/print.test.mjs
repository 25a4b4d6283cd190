// Print: only the answer, on one sheet, with the policy quotes. Only Chromium can emulate print and write PDF.

import assert from 'node:assert/strict';
import { ANSWER_PATHS, CELLS, PATHS, inBrowsers, nextFrames, waitForApp } from './helpers.mjs';

inBrowsers('in print', (test) => {
  /** Opens a page with print styles, about as wide as A4. */
  async function printed(visit, path) {
    const page = await visit(path, { width: 720, height: 1000 });
    await page.emulateMediaType('print');
    await nextFrames(page);
    return page;
  }
  /** Returns those selectors that match a visible element. */
  const visible = (page, selectors) => page.evaluate((list) => list.filter((selector) =>
    [...document.querySelectorAll(selector)].some((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))), selectors);

  for (const [kind, path] of Object.entries(ANSWER_PATHS)) {
    test(`the answer is shown, the matrix and controls are hidden: ${kind}`, async ({ visit }) => {
      const page = await printed(visit, path);
      assert.deepEqual(await visible(page, ['[data-answer]', '.lead', '.footer']), ['[data-answer]', '.lead', '.footer']);
      assert.deepEqual(await visible(page, ['.matrix', '.skip', 'button', '#app-failed', '.plan-switch a:not([aria-current])']), []);
      if (kind !== 'not offered') assert.deepEqual(await visible(page, ['.plan-switch [aria-current]']), ['.plan-switch [aria-current]'], 'the plan is named');
    });
  }

  test('the policy quotes are visible, although collapsed on screen', async ({ visit }) => {
    for (const { page: path, policy_text } of CELLS) {
      const page = await printed(visit, path.slice(1));
      const quotes = await page.evaluate(() => [...document.querySelectorAll('.key-facts .source:not([open]) blockquote, .answer > blockquote')]
        .filter((quote) => quote.checkVisibility({ contentVisibilityAuto: true }) && quote.getBoundingClientRect().height > 8)
        .map((quote) => quote.textContent));
      assert.equal(quotes.length, 1, path);
      assert.ok(quotes[0].startsWith(`“${policy_text}”`), `${path}: ${quotes[0]}`);
      await page.close();
    }
  });

  /** Returns the number of printed sheets. */
  async function sheetCount(page, format) {
    const pdf = Buffer.from(await page.pdf({ format, preferCSSPageSize: true })).toString('latin1');
    return pdf.match(/\/Type\s*\/Page\b/g).length;
  }
  const INCIDENT = 'at=2026-11-20T10:00Z&restore=2026-11-24T08:00Z';

  test('every page fits one sheet, also with an incident', async ({ visit }) => {
    const incidentPaths = CELLS.map(({ page }) => `${page.slice(1)}?${INCIDENT}`);
    const scenarios = [
      'redis/premium/?persistence=off',
      `redis/premium/?${INCIDENT}&off=2026-11-22`,
      '?back=14d&lose=12h&pitr=yes',
      `stack/?services=postgresql.business,redis.startup,kafka.premium&${INCIDENT}`,
    ];
    const page = await visit('');
    const failures = [];
    for (const path of [...PATHS, ...incidentPaths, ...scenarios]) {
      await page.goto(new URL(path, page.url().replace(/(^https?:\/\/[^/]+\/).*/, '$1')).href);
      await waitForApp(page);
      for (const format of ['A4', 'Letter']) {
        const count = await sheetCount(page, format);
        if (count !== 1) failures.push(`/${path}: ${count} sheets of ${format}`);
      }
    }
    assert.deepEqual(failures, []);
  });

  test('text is at least 7.5 pt, quotes and notes at least 6 pt', async ({ visit }) => {
    for (const path of ['', 'postgresql/', 'stack/', `redis/premium/?${INCIDENT}`, ...Object.values(ANSWER_PATHS)]) {
      const page = await printed(visit, path);
      const small = await page.evaluate(() => [...document.querySelectorAll('main p, main summary, main li, main dd, main dt, main td')]
        .filter((element) => element.checkVisibility() && element.textContent.trim() && !element.closest('blockquote, figure, .policy-quote'))
        .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 10).map((element) => element.outerHTML.slice(0, 80)));
      assert.deepEqual(small, [], path);
      const tiny = await page.evaluate(() => [...document.querySelectorAll('body *')]
        .filter((element) => element.checkVisibility() && parseFloat(getComputedStyle(element).fontSize) < 8).map((element) => element.outerHTML.slice(0, 80)));
      assert.deepEqual(tiny, [], path);
      await page.close();
    }
  });

  test('an incident is printed in 9 pt, with the ladder, the facts, the steps and the moment', async ({ visit }) => {
    const page = await printed(visit, `postgresql/business/?${INCIDENT}`);
    const parts = ['.incident-verdict', '.time-left', '.key-facts dd', '.ladder svg', '.incident-details li', '.incident-details pre', '#export', '#not-stated'];
    assert.deepEqual(await visible(page, parts), parts);
    const small = await page.evaluate(() => [...document.querySelectorAll('main :is(p, li, dd, dt, .ladder b)')]
      .filter((element) => element.checkVisibility() && element.textContent.trim() && !element.closest('blockquote'))
      .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 12).map((element) => element.outerHTML.slice(0, 80)));
    assert.deepEqual(small, []);
    // What hangs over the edge of the sheet is cut.
    assert.equal(await page.$$eval('.incident-details ul', (lists) => lists.filter((list) => parseFloat(getComputedStyle(list).paddingInlineStart) < 14).length), 0);
    assert.equal(await sheetCount(page, 'A4'), 1);
    assert.match(await page.evaluate(() => getComputedStyle(document.documentElement, '::after').content), /As of /);
  });

  test('the edition and the URL with its query are printed', async ({ visit }) => {
    const page = await printed(visit, `redis/premium/?${INCIDENT}`);
    await sheetCount(page, 'A4');
    const { header, url } = await page.evaluate(() => ({
      header: document.querySelector('.site-header').innerText,
      url: getComputedStyle(document.documentElement, '::after').content,
    }));
    assert.match(header, /January 2023/);
    // The times left are those of this moment.
    const [, moment, address] = JSON.parse(url).match(/^As of (\w{3} \w{3} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4} \(.*?\)): (.*)$/) ?? assert.fail(url);
    assert.ok(Math.abs(Date.parse(moment) - Date.now()) < 60_000, moment);
    assert.equal(address, page.url());
  });

  test('an incident is printed without its fields; the ladder is printed always', async ({ visit }) => {
    const withIncident = await printed(visit, `redis/premium/?${INCIDENT}`);
    assert.deepEqual(await visible(withIncident, ['.incident-verdict', '.incident input', '.ladder input']), ['.incident-verdict']);
    const withoutIncident = await printed(visit, 'redis/premium/');
    assert.deepEqual(await visible(withoutIncident, ['.incident-form', '.countdown', '.restore-points', '[data-part=backup]']), ['[data-part=backup]']);
  });

  test('both countdowns are printed, on one sheet', async ({ visit }) => {
    const page = await printed(visit, '2026-03/mysql/premium/?off=2026-11-01&deleted=2100-01-01');
    const deadlines = ['.disclosure:has(#power-off) .countdown-headline', '.disclosure:has(#deletion) .countdown-headline'];
    assert.deepEqual(await visible(page, deadlines), deadlines);
    assert.equal(await sheetCount(page, 'A4'), 1);
  });

  test('print uses the light theme, even if the screen is dark', async ({ visit }) => {
    const brightness = (page) => page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1')).color]
      .map((color) => color.match(/[\d.]+/g).map(Number))
      .map(([red, green, blue, alpha = 1]) => (alpha === 0 ? 255 : (red + green + blue) / 3))); // transparent is white paper
    const [screenBackground] = await brightness(await visit('postgresql/business/'));
    assert.ok(screenBackground < 60, `the screen is dark: ${screenBackground}`);
    const [background, textColor] = await brightness(await printed(visit, 'postgresql/business/'));
    assert.ok(background > 200 && textColor < 100, `background ${background}, text ${textColor}`);
  });

  test('the home page prints the matrix', async ({ visit }) => {
    const page = await printed(visit, '');
    assert.deepEqual(await visible(page, ['.matrix', '.matrix td a']), ['.matrix', '.matrix td a']);
  });

  test('a printed page has no horizontal overflow', async ({ visit }) => {
    for (const path of ['', 'postgresql/', ...Object.values(ANSWER_PATHS)]) {
      const page = await printed(visit, path);
      const { width, window } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth, window: innerWidth }));
      assert.ok(width <= window, `/${path} is ${width} px wide at ${window}`);
      await page.close();
    }
  });
}, { kinds: ['chromium'], colorScheme: 'dark' });
