// Back, forward, reload and scroll restoration behave as with full page loads.

import assert from 'node:assert/strict';
import {
  TIMEOUT_MS, assertSameOutline, clickCell, clickLink, focusedId, inBrowsers, isSameDocument, link, markWindow,
  nextFrames, outline, scrollOffset, waitForApp, waitForPath,
} from './helpers.mjs';

/** Moves through the history like the browser's buttons. (puppeteer's goBack waits for a load event, which does not occur.) */
async function traverse(page, steps, path) {
  await page.evaluate((delta) => history.go(delta), steps);
  await waitForPath(page, path);
  await nextFrames(page);
}

/** Scrolls to an offset and returns the actual offset. */
async function scrollTo(page, y) {
  await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
  await nextFrames(page);
  return scrollOffset(page);
}

/** Activates a link without scrolling to it, unlike puppeteer's click. */
async function activate(page, selector, path) {
  await page.$eval(selector, (element) => {
    element.focus({ preventScroll: true });
    element.click();
  });
  await waitForPath(page, path);
  await nextFrames(page);
}

/** Removes the announcement from an outline, which is empty on the first page. */
const withoutAnnouncement = (text) => text.replace(/(<p class="visually-hidden" role="status">)\n *[^<\n]*$/m, '$1');

const assertNear = (actual, expected, what) =>
  assert.ok(Math.abs(actual - expected) <= 1, `${what}: scrolled to ${actual}, not to ${expected}`);

inBrowsers('the history', (test) => {
  test('back and forward restore each page, its title and the current matrix link', async ({ visit }) => {
    const page = await visit();
    await markWindow(page);
    const paths = ['', 'postgresql/business/', 'kafka/premium/', 'redis/', 'redis/startup/'];
    const outlines = [];
    for (const path of paths) {
      if (path) await clickCell(page, path);
      outlines.push(await outline(page));
    }
    const order = [3, 2, 1, 0, 1, 2, 3, 4];
    for (const [index, position] of order.entries()) {
      const before = index === 0 ? paths.length - 1 : order[index - 1];
      await traverse(page, position - before, paths[position]);
      assertSameOutline(withoutAnnouncement(await outline(page)), withoutAnnouncement(outlines[position]), `/${paths[position]} again`);
    }
    assert.ok(await isSameDocument(page), 'same document');
  });

  test('several steps at once work', async ({ visit }) => {
    const page = await visit();
    for (const path of ['mysql/startup/', 'mysql/business/', 'mysql/premium/']) await clickCell(page, path);
    await traverse(page, -3, '');
    await traverse(page, 2, 'mysql/business/');
    await traverse(page, -1, 'mysql/startup/');
  });

  test('navigation after going back replaces the forward entries', async ({ visit }) => {
    const page = await visit();
    await clickCell(page, 'mysql/startup/');
    await clickCell(page, 'mysql/business/');
    await traverse(page, -1, 'mysql/startup/');
    await clickCell(page, 'kafka/startup/');
    const length = await page.evaluate(() => history.length);
    await page.evaluate(() => history.forward());
    await nextFrames(page);
    await waitForPath(page, 'kafka/startup/');
    await traverse(page, -1, 'mysql/startup/');
    await traverse(page, 1, 'kafka/startup/');
    assert.equal(await page.evaluate(() => history.length), length);
  });

  test('on a narrow screen a new page starts at its top, and going back restores the scroll offset', async ({ visit }) => {
    const page = await visit('', { width: 360, height: 640 });
    const index = await scrollTo(page, 500);
    assert.equal(index, 500, 'the home page is long enough');
    await activate(page, link('m3db/premium/'), 'm3db/premium/');
    assert.equal(await scrollOffset(page), 0, 'starts at the top');
    const answer = await scrollTo(page, 700);
    await activate(page, link('kafka/startup/'), 'kafka/startup/');
    assert.equal(await scrollOffset(page), 0);
    await traverse(page, -1, 'm3db/premium/');
    assertNear(await scrollOffset(page), answer, 'back once');
    await traverse(page, -1, '');
    assertNear(await scrollOffset(page), index, 'back twice');
    await traverse(page, 1, 'm3db/premium/');
    assertNear(await scrollOffset(page), answer, 'forward again');
    await traverse(page, -1, '');
    assertNear(await scrollOffset(page), index, 'back again');
  });

  test('going back keeps the focus on a link that still exists', async ({ visit }) => {
    const page = await visit();
    await clickCell(page, 'mysql/startup/');
    await clickCell(page, 'mysql/business/');
    await traverse(page, -1, 'mysql/startup/');
    assert.equal(await focusedId(page), 'cell-mysql-business');
  });

  test('going back with the focus in the panel moves it to the headline', async ({ visit }) => {
    const page = await visit();
    await clickCell(page, 'mysql/startup/');
    await page.focus('.answer summary');
    await traverse(page, -1, '');
    assert.equal(await focusedId(page), 'headline');
  });

  test('going back restores the scroll offset even if the focused link is gone', async ({ visit }) => {
    const page = await visit('mysql/startup/', { width: 360, height: 640 });
    const answer = await scrollTo(page, 300);
    await activate(page, '.plan-switch a[href$="mysql/business/"]', 'mysql/business/');
    assert.equal(await scrollOffset(page), 0, 'starts at the top');
    await traverse(page, -1, 'mysql/startup/');
    assertNear(await scrollOffset(page), answer, 'back');
  });

  test('a link to the current page keeps the forward entries and their scroll offsets', async ({ visit }) => {
    const page = await visit('mysql/startup/', { width: 360, height: 640 });
    await activate(page, link('mysql/business/'), 'mysql/business/');
    const ahead = await scrollTo(page, 600);
    await traverse(page, -1, 'mysql/startup/');
    await activate(page, link('mysql/startup/'), 'mysql/startup/');
    await traverse(page, 1, 'mysql/business/');
    assertNear(await scrollOffset(page), ahead, 'forward');
  });

  test('the skip link does not affect stored scroll offsets', async ({ visit }) => {
    const page = await visit('', { width: 360, height: 640 });
    const index = await scrollTo(page, 500);
    await activate(page, link('m3db/premium/'), 'm3db/premium/');
    await activate(page, '.skip', 'm3db/premium/');
    const hashed = await page.evaluate(() => location.hash !== '');
    if (hashed) await traverse(page, -1, 'm3db/premium/');
    await traverse(page, -1, '');
    assertNear(await scrollOffset(page), index, 'back to the home page');
  });
});

inBrowsers('the history across page loads', (test) => {
  test('a reload keeps the page and its scroll offset', async ({ visit }) => {
    const page = await visit('', { width: 360, height: 640 });
    await activate(page, link('m3db/premium/'), 'm3db/premium/');
    const answer = await scrollTo(page, 700);
    await markWindow(page);
    await page.reload({ waitUntil: 'load' });
    await waitForApp(page);
    await nextFrames(page);
    assert.equal(await isSameDocument(page), false, 'another document');
    await waitForPath(page, 'm3db/premium/');
    assertNear(await scrollOffset(page), answer, 'after the reload');
  });

  test('after a reload in between, back and forward still restore pages and scroll offsets', async ({ visit }) => {
    const page = await visit('', { width: 360, height: 640 });
    await activate(page, link('mysql/startup/'), 'mysql/startup/');
    await activate(page, link('mysql/business/'), 'mysql/business/');
    await page.reload({ waitUntil: 'load' });
    await waitForApp(page);
    const business = await scrollTo(page, 500);
    await activate(page, link('kafka/startup/'), 'kafka/startup/');
    const kafka = await scrollTo(page, 250);
    await traverse(page, -1, 'mysql/business/');
    assertNear(await scrollOffset(page), business, 'back to the reloaded page');
    await traverse(page, -1, 'mysql/startup/');
    await scrollTo(page, 350);
    await traverse(page, 2, 'kafka/startup/');
    assertNear(await scrollOffset(page), kafka, 'forward to the page after it');
  });

  test('going back from a data file restores the page, and older entries still work', async ({ visit }) => {
    const page = await visit('', { width: 360, height: 640, allow: [/favicon\.ico/] });
    await activate(page, link('m3db/premium/'), 'm3db/premium/');
    const left = await page.evaluate(() => {
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
      return Math.round(scrollY);
    });
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.$eval('.footer a[href$="index.json"]', (a) => a.click())]);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-app-ready'), { timeout: TIMEOUT_MS });
    await waitForPath(page, 'm3db/premium/');
    await nextFrames(page);
    assertNear(await scrollOffset(page), left, 'back');
    await traverse(page, -1, '');
    await clickLink(page, '.brand', '');
  });
});
