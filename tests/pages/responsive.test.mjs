// Narrow viewports, large text, touch: no horizontal scrolling, no clipped text, large enough targets.

import assert from 'node:assert/strict';
import { PATHS, PLANS, SAMPLE_PATHS, inBrowsers, link, titleOf, waitForPath } from './helpers.mjs';

const NOT_FOUND_ERRORS = [/^(status 404|console error: Failed to load)/, /\/boot-[0-9a-f]+\.js/];

/**
 * Runs in the page. Navigates to each page in place, opens all clauses, and returns elements that overflow the viewport or
 * their own box. Long commands are excluded, because they scroll.
 */
async function findOverflows(pageInfos) {
  const problems = [];
  for (const { id, path, title } of pageInfos) {
    const target = id ? document.getElementById(id) : document.querySelector('.brand');
    target.click();
    const deadline = performance.now() + 10_000;
    while (document.title !== title && performance.now() < deadline) await new Promise((next) => requestAnimationFrame(next));
    if (document.title !== title) problems.push(`${path} is not shown`);
    for (const details of document.querySelectorAll('details')) details.open = true;
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) problems.push(`${path}: the page is ${root.scrollWidth} px wide in a viewport of ${innerWidth}`);
    for (const element of document.querySelectorAll('#app :is(h1, h2, h3, p, a, b, span, dt, dd, li, summary, cite, th, td, button)')) {
      const { left, right, width } = element.getBoundingClientRect();
      // The answer of a closed section is cut to one line: the whole is in the section.
      if (width === 0 || element.closest('thead, .visually-hidden, .skip, .disclosure > summary > span')) continue;
      const name = `${path}: ${element.localName} "${element.innerText.slice(0, 40)}"`;
      if (left < -0.5 || right > innerWidth + 0.5) problems.push(`${name} reaches from ${left} to ${right} px`);
      const tooWide = getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 1;
      if (tooWide) problems.push(`${name} is ${element.scrollWidth} px wide in a box of ${element.clientWidth}`);
      const tooHigh = element.localName === 'a' && element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0;
      if (tooHigh) problems.push(`${name} is ${element.scrollHeight} px high in a box of ${element.clientHeight}`);
    }
  }
  return [...new Set(problems)].slice(0, 10);
}

/** Returns the page descriptions for `findOverflows`. */
function pageInfos(paths) {
  return paths.map((path) => ({ id: path && link(path).slice(1), path: `/${path}`, title: titleOf(path) }));
}

const viewports = {
  'a viewport of 320 px': { width: 320, height: 640 },
  'a viewport of 360 px': { width: 360, height: 640 },
  'a viewport of 640 px, as at 200 % zoom': { width: 640, height: 400 },
  'a viewport of 1280 px': { width: 1280, height: 800 },
};

inBrowsers('in narrow viewports', (test) => {
  for (const [name, size] of Object.entries(viewports)) {
    test(`${name} shows every page without horizontal scrolling or clipped text`, async ({ visit }) => {
      const page = await visit('kafka/', size);
      assert.deepEqual(await page.evaluate(findOverflows, pageInfos(PATHS)), []);
    });
  }

  test('the error page fits, too', async ({ visit }) => {
    const page = await visit('postgresql/gold/', { width: 320, allow: NOT_FOUND_ERRORS });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });

  for (const width of [320, 360, 640]) {
    test(`at ${width} px, the service name is above its four cells, which fill the row and contain the plan names`, async ({ visit }) => {
      const page = await visit('stack/', { width });
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

  test('on a narrow screen, the answer follows the header and the plans directly, without the matrix', async ({ visit }) => {
    const page = await visit('redis/premium/', { width: 360, height: 640 });
    const [plans, headline] = await page.evaluate(() => ['.plan-switch', '[data-answer]'].map((selector) => {
      const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
      return { top, bottom };
    }));
    assert.ok(plans.top < 200 && headline.top - plans.bottom <= 16, JSON.stringify({ plans, headline }));
    assert.equal(await page.$eval('.matrix', (matrix) => matrix.checkVisibility()), false);
    assert.ok(await page.$eval('.nav-services', (services) => services.checkVisibility()));
  });

  for (const width of [320, 1280]) {
    test(`at ${width} px, all interactive elements are at least 24 px large`, async ({ visit }) => {
      const page = await visit('', { width });
      for (const path of Object.values(SAMPLE_PATHS)) {
        if (path) {
          await page.$eval(link(path), (cell) => cell.click());
          await waitForPath(page, path);
        }
        const small = await page.evaluate(() => [...document.querySelectorAll('.matrix a, .plan-switch a, .facts-table a, .not-found li a, .brand, button, summary')]
          .filter((element) => element.checkVisibility({ visibilityProperty: true }))
          .flatMap((element) => {
            const { width, height } = element.getBoundingClientRect();
            return width >= 24 && height >= 24 ? [] : [`"${element.innerText}": ${width} x ${height}`];
          }));
        assert.deepEqual(small, [], `/${path}`);
      }
      const cells = await page.evaluate(() => [...document.querySelectorAll('.matrix td a')].map((cell) => cell.getBoundingClientRect().height));
      assert.ok(Math.min(...cells) >= 44, `the cells of the matrix are ${Math.min(...cells)} px high, the minimum for touch`);
    });
  }
});

inBrowsers('for fingers', (test) => {
  for (const width of [390, 1180]) {
    test(`at ${width} px, what stands alone to be pressed is 44 px high, and wide enough, on every page`, async ({ visit }) => {
      const setUp = (page) => page.setViewport({ width, height: 844, hasTouch: true, isMobile: true });
      const paths = ['', '?back=14d', 'redis/', 'postgresql/business/?embed', 'redis/premium/?at=2026-11-20T10:00Z&restore=2026-11-24T08:00Z',
        'stack/?services=postgresql.business,redis.startup', 'postgresql/gold/', 'api/', 'embed/', 'changes/', 'changes/redis/'];
      for (const path of paths) {
        const page = await visit(path, { setUp, awaitApp: !/^(api|embed|changes)/.test(path), allow: NOT_FOUND_ERRORS });
        const small = await page.evaluate(() => {
          if (!matchMedia('(pointer: coarse)').matches) return ['the pointer is fine'];
          for (const details of document.querySelectorAll('details:not(.statement, .source)')) details.open = true;
          const isInSentence = (element) => element.localName === 'a' && [...element.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
          // Rows of the ladder are as high as its drawing; the table of plans or the switch has the same links.
          return [...document.querySelectorAll('a, button, summary, select')]
            .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !isInSentence(element) && !element.closest('.ladder, .skip'))
            .map((element) => [element, element.getBoundingClientRect()])
            .filter(([, { width, height }]) => height < 43.5 || width < 24)
            .map(([element, { width, height }]) => `${element.className} "${element.innerText}": ${width} x ${height}`);
        });
        assert.deepEqual(small, [], `/${path}`);
        await page.close();
      }
    });
  }
}, { kinds: ['chromium'] });

inBrowsers('with text at 200 %', (test) => {
  for (const width of [1280, 640, 360]) {
    test(`a viewport of ${width} px has no horizontal scrolling or clipped text`, async ({ visit }) => {
      const page = await visit('kafka/', { width });
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '32px', 'the text is larger');
      assert.deepEqual(await page.evaluate(findOverflows, pageInfos(Object.values(SAMPLE_PATHS))), []);
    });
  }
}, { args: ['--blink-settings=defaultFontSize=32'], extraPrefsFirefox: { 'font.size.variable.x-western': 32 } });
