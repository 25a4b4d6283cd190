// Narrow windows, large text and fingers: no sideways scrolling, nothing cut off, links large enough to hit.

import assert from 'node:assert/strict';
import { PATHS, PLANS, SAMPLE_PATHS, inBrowsers, link, titleOf, waitForPath } from './helpers.mjs';

const MISSING = [/^(status 404|console error: Failed to load)/, /\/boot-[0-9a-f]+\.js/];

/**
 * In the page: changes to each page in place, opens its clauses, and says what is wider than the window or than its own box.
 * A long command, which scrolls by itself, is no fault.
 */
async function misfits(wanted) {
  const faults = [];
  for (const { id, path, title } of wanted) {
    const target = id ? document.getElementById(id) : document.querySelector('.brand');
    target.click();
    const deadline = performance.now() + 10_000;
    while (document.title !== title && performance.now() < deadline) await new Promise((next) => requestAnimationFrame(next));
    if (document.title !== title) faults.push(`${path} does not come`);
    for (const details of document.querySelectorAll('details')) details.open = true;
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) faults.push(`${path}: the page is ${root.scrollWidth} px wide in a window of ${innerWidth}`);
    for (const element of document.querySelectorAll('#app :is(h1, h2, h3, p, a, b, span, dt, dd, li, summary, cite, th, td, button)')) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width === 0 || element.closest('thead, .visually-hidden, .skip')) continue;
      const name = `${path}: ${element.localName} "${element.innerText.slice(0, 40)}"`;
      if (left < -0.5 || right > innerWidth + 0.5) faults.push(`${name} reaches from ${left} to ${right} px`);
      const tooWide = getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 1;
      if (tooWide) faults.push(`${name} is ${element.scrollWidth} px wide in a box of ${element.clientWidth}`);
      const tooHigh = element.localName === 'a' && element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0;
      if (tooHigh) faults.push(`${name} is ${element.scrollHeight} px high in a box of ${element.clientHeight}`);
    }
  }
  return [...new Set(faults)].slice(0, 10);
}

/** What `misfits` needs to know of pages. */
function wanted(paths) {
  return paths.map((path) => ({ id: path && link(path).slice(1), path: `/${path}`, title: titleOf(path) }));
}

const sizes = {
  'a window of 320 px': { width: 320, height: 640 },
  'a window of 360 px': { width: 360, height: 640 },
  'a window of 640 px, as at 200 % zoom': { width: 640, height: 400 },
  'a window of 1280 px': { width: 1280, height: 800 },
};

inBrowsers('in narrow windows', (test) => {
  for (const [name, size] of Object.entries(sizes)) {
    test(`${name} shows every page without sideways scrolling and with nothing cut off`, async ({ visit }) => {
      const page = await visit('kafka/', size);
      assert.deepEqual(await page.evaluate(misfits, wanted(PATHS)), []);
    });
  }

  test('the error page fits as well', async ({ visit }) => {
    const page = await visit('postgresql/gold/', { width: 320, allow: MISSING });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });

  for (const width of [320, 360, 640]) {
    test(`on ${width} px, a service’s name stands above its four cells, which fill the row and name their plans`, async ({ visit }) => {
      const page = await visit('', { width });
      const rows = await page.evaluate(() => [...document.querySelectorAll('.matrix tbody tr')].map((row) => {
        const [head, ...cells] = [...row.children].map((cell) => cell.getBoundingClientRect());
        const { left, right } = document.querySelector('.matrix').getBoundingClientRect();
        return {
          above: cells.every(({ top }) => top >= head.bottom - 1),
          beside: new Set(cells.map(({ top }) => top)).size === 1,
          filled: cells[0].left - left < 5 && right - cells.at(-1).right < 5,
          plans: [...row.querySelectorAll('.cell-plan')].filter((plan) => plan.checkVisibility()).map((plan) => plan.innerText.trim().toLowerCase()),
        };
      }));
      for (const row of rows) assert.deepEqual(row, { above: true, beside: true, filled: true, plans: PLANS });
    });
  }

  test('on a phone, the answer is the first thing after the head of the page', async ({ visit }) => {
    const page = await visit('redis/premium/', { width: 360, height: 640 });
    const { headline, matrix } = await page.evaluate(() => ({
      headline: document.querySelector('[data-answer]').getBoundingClientRect().top,
      matrix: document.querySelector('.matrix').getBoundingClientRect().top,
    }));
    assert.ok(headline < 200 && matrix > headline, `the headline begins at ${headline} px, the matrix at ${matrix} px`);
  });

  for (const width of [320, 1280]) {
    test(`on ${width} px, all that is to be picked, pressed or opened can be hit: 24 px at least`, async ({ visit }) => {
      const page = await visit('', { width });
      for (const path of Object.values(SAMPLE_PATHS)) {
        if (path) {
          await page.$eval(link(path), (cell) => cell.click());
          await waitForPath(page, path);
        }
        const small = await page.evaluate(() => [...document.querySelectorAll('.matrix a, .other-plans a, .plan-cards a, .not-found li a, .brand, button, summary')]
          .filter((element) => element.checkVisibility({ visibilityProperty: true }))
          .flatMap((element) => {
            const { width, height } = element.getBoundingClientRect();
            return width >= 24 && height >= 24 ? [] : [`"${element.innerText}": ${width} x ${height}`];
          }));
        assert.deepEqual(small, [], `/${path}`);
      }
      const cells = await page.evaluate(() => [...document.querySelectorAll('.matrix td a')].map((cell) => cell.getBoundingClientRect().height));
      assert.ok(Math.min(...cells) >= 44, `the cells of the matrix are ${Math.min(...cells)} px high, large enough for a thumb`);
    });
  }
});

inBrowsers('with text at 200 %', (test) => {
  for (const width of [1280, 640, 360]) {
    test(`a window of ${width} px has no sideways scrolling and nothing cut off`, async ({ visit }) => {
      const page = await visit('kafka/', { width });
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '32px', 'the text is really larger');
      assert.deepEqual(await page.evaluate(misfits, wanted(Object.values(SAMPLE_PATHS))), []);
    });
  }
}, { args: ['--blink-settings=defaultFontSize=32'], extraPrefsFirefox: { 'font.size.variable.x-western': 32 } });
