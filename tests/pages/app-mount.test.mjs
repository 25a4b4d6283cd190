// The app mounts over the prerendered page while it is in use: no layout shift, no lost state, no announcement.

import assert from 'node:assert/strict';
import {
  SAMPLE_PATHS, assertSameOutline, clickCell, focusedId, inBrowsers, isSameDocument, link, markWindow, nextFrames,
  outline, scrollOffset, waitForApp,
} from './helpers.mjs';

const LANDMARKS = ['.site-header', '.brand', '#panel', '#headline', '.lead', '.matrix', '.matrix tbody', '.footer'];

/** Returns position and size of the landmarks. */
const boxes = (page) =>
  page.evaluate((selectors) => Object.fromEntries(selectors.map((selector) => {
    const rect = document.querySelector(selector)?.getBoundingClientRect();
    return [selector, rect && [rect.x, rect.y, rect.width, rect.height].map((value) => Math.round(value * 10) / 10)];
  })), LANDMARKS);

/** Records every layout shift from the next frame on, also after recent input. Only Chromium reports them. */
async function countShifts(page) {
  await nextFrames(page);
  await page.evaluate(() => {
    window.__shifts = [];
    const record = (list) => list.getEntries().forEach((entry) => window.__shifts.push(entry.value));
    window.__observer = new PerformanceObserver(record);
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) window.__observer.observe({ type: 'layout-shift' });
  });
}

const shifts = (page) => page.evaluate(() => {
  window.__observer.takeRecords().forEach((entry) => window.__shifts.push(entry.value));
  return window.__shifts;
});

/** Opens a page with a delayed Wasm file, runs `use` before the app mounts, then lets it mount. */
async function mountAfter({ visit, holdRequests }, path, size, use) {
  const site = await holdRequests(/\.wasm$/);
  const page = await visit(path, { server: site, awaitApp: false, ...size });
  await markWindow(page);
  await use(page);
  await countShifts(page);
  const before = { outline: await outline(page), boxes: await boxes(page), focused: await focusedId(page), scrolled: await scrollOffset(page) };
  assert.equal(await page.$('html[data-app-ready]'), null, 'the app is not mounted yet');
  site.release();
  await waitForApp(page);
  await nextFrames(page);
  assert.ok(await isSameDocument(page));
  return { page, before };
}

/** Typical use of a page: focuses a link of the matrix or the header, opens two clauses, scrolls. */
const usePage = (y) => async (page) => {
  await page.evaluate((top) => {
    // On a phone, an answer does not have the matrix beside it.
    for (const selector of ['.brand', '#cell-mysql-premium']) document.querySelector(selector).focus({ preventScroll: true });
    for (const details of [...document.querySelectorAll('details:not(.share > details)')].slice(1, 3)) details.open = true;
    scrollTo({ top, behavior: 'instant' });
  }, y);
};

inBrowsers('mounting the app', (test, kind) => {
  for (const [name, path] of Object.entries(SAMPLE_PATHS)) {
    for (const size of [{ width: 1280, height: 500 }, { width: 360, height: 640 }]) {
      test(`${name}, ${size.width} px wide: no layout shift, same elements, same focus, same open clauses, same scroll position`, async (given) => {
        const { page, before } = await mountAfter(given, path, size, usePage(150));
        assert.ok(before.scrolled > 0, 'the page was scrolled');
        assert.match(before.focused, /^(cell-mysql-premium|A)$/);
        assertSameOutline(await outline(page), before.outline, 'the app renders the prerendered DOM');
        assert.deepEqual(await shifts(page), [], 'no layout shift');
        assert.deepEqual(await boxes(page), before.boxes, 'no landmark moved');
        assert.equal(await focusedId(page), before.focused, 'the focus');
        assert.equal(await scrollOffset(page), before.scrolled, 'the scroll position');
      });
    }
  }

  test('open clauses stay open, closed ones closed', async (given) => {
    const opened = (page) => page.evaluate(() =>
      [...document.querySelectorAll('details:not(.share > details)')].flatMap(({ open }, index) => (open ? [index] : [])));
    const { page } = await mountAfter(given, 'opensearch/premium/', {}, async (page) => {
      for (const clause of [1, 5, 9]) await page.evaluate((index) => (document.querySelectorAll('details:not(.share > details)')[index].open = true), clause);
      assert.deepEqual(await opened(page), [1, 5, 9]);
    });
    assert.deepEqual(await opened(page), [1, 5, 9]);
    await clickCell(page, 'redis/startup/');
    await nextFrames(page); // parts of the page follow a frame later
    assert.deepEqual(await opened(page), [], 'another page starts with closed clauses');
  });

  test(':focus-visible is kept, and Tab continues from the focused link', async (given) => {
    const { page } = await mountAfter(given, '', {}, async (page) => {
      while ((await focusedId(page)) !== 'row-kafka') await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => document.activeElement.matches(':focus-visible')));
    });
    assert.equal(await focusedId(page), 'row-kafka');
    assert.ok(await page.evaluate(() => document.activeElement.matches(':focus-visible')), 'the focus ring is kept');
    await page.keyboard.press('Tab');
    assert.equal(await focusedId(page), 'cell-kafka-hobbyist');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focusedId(page), 'cell-postgresql-hobbyist', 'the arrow keys work on the focused link');
  });

  test('without a focus inside the app, the focus is unchanged', async (given) => {
    const { page, before } = await mountAfter(given, 'postgresql/business/', {}, () => {});
    assert.equal(before.focused, 'BODY');
    assert.equal(await focusedId(page), 'BODY');
  });

  test('the mounted app works: a click navigates in place', async (given) => {
    const { page } = await mountAfter(given, 'postgresql/business/', {}, usePage(0));
    await clickCell(page, 'redis/premium/');
    assert.ok(await isSameDocument(page));
    assert.ok(await page.$(`${link('redis/premium/')}[aria-current=page]`));
  });

  // Firefox does not report layout shifts; the test above compares positions there.
  if (kind === 'chromium') test('a normal load causes no layout shift', async ({ visit }) => {
    for (const path of Object.values(SAMPLE_PATHS)) {
      const page = await visit(path, {
        setUp: (page) => page.evaluateOnNewDocument(() => {
          window.__shifts = [];
          window.__observer = new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => window.__shifts.push(value)));
          window.__observer.observe({ type: 'layout-shift', buffered: true });
        }),
      });
      await nextFrames(page);
      // A hundredth of the threshold for "good": a page that is painted while loading may shift minimally.
      const sum = (await shifts(page)).reduce((total, shift) => total + shift, 0);
      assert.ok(sum < 0.001, `/${path} shifts by ${sum}`);
      await page.close();
    }
  });
});
