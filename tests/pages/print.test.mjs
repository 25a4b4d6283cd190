// On paper: the answer alone, with every clause readable. Only Chromium can be told to show the page as it would be printed.

import assert from 'node:assert/strict';
import { ANSWERS, frames, inBrowsers } from './support.mjs';

inBrowsers('on paper', (test) => {
  /** A page as it would be printed, on a sheet about as wide as A4. */
  async function printed(visit, address) {
    const page = await visit(address, { width: 720, height: 1000 });
    await page.emulateMediaType('print');
    await frames(page);
    return page;
  }
  /** Which of these are to be seen, by size and by the styles of what is around them. */
  const shown = (page, selectors) => page.evaluate((all) => all.filter((selector) =>
    [...document.querySelectorAll(selector)].some((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))), selectors);

  for (const [kind, address] of Object.entries(ANSWERS)) {
    test(`the answer is there, the matrix and the controls are not: ${kind}`, async ({ visit }) => {
      const page = await printed(visit, address);
      assert.deepEqual(await shown(page, ['[data-answer]', '.lead', '.footer']), ['[data-answer]', '.lead', '.footer']);
      assert.deepEqual(await shown(page, ['.matrix', '.skip', 'button', '#live-off', '.plans']), []);
    });
  }

  test('every clause can be read, though it is closed on the screen', async ({ visit }) => {
    const page = await printed(visit, 'postgresql/business/');
    const { all, readable } = await page.evaluate(() => {
      const quotes = [...document.querySelectorAll('details:not([open]) blockquote')];
      return { all: quotes.length, readable: quotes.filter((quote) => quote.checkVisibility({ contentVisibilityAuto: true }) && quote.getBoundingClientRect().height > 10).length };
    });
    assert.ok(all > 5, `${all} clauses`);
    assert.equal(readable, all);
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
    for (const address of ['', 'postgresql/', ...Object.values(ANSWERS)]) {
      const page = await printed(visit, address);
      const { width, window } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth, window: innerWidth }));
      assert.ok(width <= window, `/${address} is ${width} px wide on ${window}`);
      await page.close();
    }
  });
}, { kinds: ['chromium'], colorScheme: 'dark' });
