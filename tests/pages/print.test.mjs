// On paper: the answer alone, on one sheet, with the words of the table. Only Chromium can be told to show the page as it would be printed.

import assert from 'node:assert/strict';
import { PATHS, ANSWER_PATHS, CELLS, nextFrames, inBrowsers, waitForApp } from './helpers.mjs';

inBrowsers('on paper', (test) => {
  /** A page as it would be printed, on a sheet about as wide as A4. */
  async function printed(visit, path) {
    const page = await visit(path, { width: 720, height: 1000 });
    await page.emulateMediaType('print');
    await nextFrames(page);
    return page;
  }
  /** Which of these are to be seen, by size and by the styles of what is around them. */
  const shown = (page, selectors) => page.evaluate((all) => all.filter((selector) =>
    [...document.querySelectorAll(selector)].some((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))), selectors);

  for (const [kind, path] of Object.entries(ANSWER_PATHS)) {
    test(`the answer is there, the matrix and the controls are not: ${kind}`, async ({ visit }) => {
      const page = await printed(visit, path);
      assert.deepEqual(await shown(page, ['[data-answer]', '.lead', '.footer']), ['[data-answer]', '.lead', '.footer']);
      assert.deepEqual(await shown(page, ['.matrix', '.skip', 'button', '#app-failed', '.other-plans']), []);
    });
  }

  test('the words of the table can be read, though they are closed on the screen', async ({ visit }) => {
    for (const { page: path, policy_text } of CELLS) {
      const page = await printed(visit, path.slice(1));
      const quotes = await page.evaluate(() => [...document.querySelectorAll('.answer > details:not([open]) blockquote')]
        .filter((quote) => quote.checkVisibility({ contentVisibilityAuto: true }) && quote.getBoundingClientRect().height > 8)
        .map((quote) => quote.textContent));
      assert.equal(quotes.length, 1, path);
      assert.ok(quotes[0].startsWith(`“${policy_text}”`), `${path}: ${quotes[0]}`);
      await page.close();
    }
  });

  /** How many sheets of this paper a page becomes. */
  async function sheets(page, format) {
    const pdf = Buffer.from(await page.pdf({ format, preferCSSPageSize: true })).toString('latin1');
    return pdf.match(/\/Type\s*\/Page\b/g).length;
  }
  const INCIDENT = 'at=2026-11-20T10:00Z&restore=2026-11-24T08:00Z';

  test('every page is one sheet, with an incident answered too', async ({ visit }) => {
    const answered = CELLS.map(({ page }) => `${page.slice(1)}?${INCIDENT}`);
    const cases = [
      'redis/premium/?persistence=off',
      `redis/premium/?${INCIDENT}&off=2026-11-22&with=startup`,
      '?back=14d&lose=12h&pitr=yes',
      `stack/?services=postgresql.business,redis.startup,kafka.premium&${INCIDENT}`,
    ];
    const page = await visit('');
    const more = [];
    for (const path of [...PATHS, ...answered, ...cases]) {
      await page.goto(new URL(path, page.url().replace(/(^https?:\/\/[^/]+\/).*/, '$1')).href);
      await waitForApp(page);
      for (const format of ['A4', 'Letter']) {
        const count = await sheets(page, format);
        if (count !== 1) more.push(`/${path}: ${count} sheets of ${format}`);
      }
    }
    assert.deepEqual(more, []);
  });

  test('text is no smaller than 7.5 points, quotes and notes than 6', async ({ visit }) => {
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

  test('the sheet says which edition it speaks of, and the address it comes from with the case in it', async ({ visit }) => {
    const page = await printed(visit, `redis/premium/?${INCIDENT}`);
    await sheets(page, 'A4');
    const { top, path } = await page.evaluate(() => ({
      top: document.querySelector('.site-header').innerText,
      path: getComputedStyle(document.documentElement, '::after').content,
    }));
    assert.match(top, /January 2023/);
    assert.equal(path, JSON.stringify(page.url()));
  });

  test('an incident is told without its fields, and not asked about on paper', async ({ visit }) => {
    const asked = await printed(visit, `redis/premium/?${INCIDENT}`);
    assert.deepEqual(await shown(asked, ['.incident-verdict', '.incident input', '.timeline input']), ['.incident-verdict']);
    const plain = await printed(visit, 'redis/premium/');
    assert.deepEqual(await shown(plain, ['.incident', '.power-off', '.restore-points-scroll', 'line.restore-point-line']), ['line.restore-point-line']);
  });

  test('dark text stands on light paper, though the screen is dark', async ({ visit }) => {
    const brightness = (page) => page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1')).color]
      .map((colour) => colour.match(/[\d.]+/g).map(Number))
      .map(([red, green, blue, alpha = 1]) => (alpha === 0 ? 255 : (red + green + blue) / 3))); // no colour at all is the sheet's
    const [screen] = await brightness(await visit('postgresql/business/'));
    assert.ok(screen < 60, `the screen is dark: ${screen}`);
    const [paper, ink] = await brightness(await printed(visit, 'postgresql/business/'));
    assert.ok(paper > 200 && ink < 100, `paper ${paper}, ink ${ink}`);
  });

  test('of the index, the matrix is what is printed', async ({ visit }) => {
    const page = await printed(visit, '');
    assert.deepEqual(await shown(page, ['.matrix', '.matrix td a']), ['.matrix', '.matrix td a']);
  });

  test('a page that is printed fits the sheet', async ({ visit }) => {
    for (const path of ['', 'postgresql/', ...Object.values(ANSWER_PATHS)]) {
      const page = await printed(visit, path);
      const { width, window } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth, window: innerWidth }));
      assert.ok(width <= window, `/${path} is ${width} px wide on ${window}`);
      await page.close();
    }
  });
}, { kinds: ['chromium'], colorScheme: 'dark' });
