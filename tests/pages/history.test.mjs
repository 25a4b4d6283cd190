// Back and forward, reload, and where a page was scrolled to: as if every page had been loaded.

import assert from 'node:assert/strict';
import {
  PATIENCE, focused, follow, frames, inBrowsers, isSameDocument, link, markWindow, outline, pick,
  sameOutline, scrolled, untilAt, untilLive,
} from './support.mjs';

/** Goes through the history as the browser's buttons do. (puppeteer's goBack waits for a load, which does not come.) */
async function travel(page, steps, address) {
  await page.evaluate((delta) => history.go(delta), steps);
  await untilAt(page, address);
  await frames(page);
}

/** Scrolls to a height, and says which it became. */
async function scrollTo(page, y) {
  await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
  await frames(page);
  return scrolled(page);
}

/** Follows a link as a tap on it does, without the scrolling that puppeteer's click brings. */
async function activate(page, selector, address) {
  await page.$eval(selector, (element) => {
    element.focus({ preventScroll: true });
    element.click();
  });
  await untilAt(page, address);
  await frames(page);
}

/** An outline without what a screen reader was told, which the first page has not. */
const silent = (text) => text.replace(/(<p class="visually-hidden" role="status">)\n *[^<\n]*$/m, '$1');

const near = (actual, expected, what) =>
  assert.ok(Math.abs(actual - expected) <= 1, `${what}: the page is scrolled to ${actual}, not to ${expected}`);

inBrowsers('the history', (test) => {
  test('back and forward show each page again, with its title and its mark in the matrix', async ({ visit }) => {
    const page = await visit();
    await markWindow(page);
    const way = ['', 'postgresql/business/', 'kafka/premium/', 'redis/', 'redis/startup/'];
    const outlines = [];
    for (const address of way) {
      if (address) await pick(page, address);
      outlines.push(await outline(page));
    }
    const order = [3, 2, 1, 0, 1, 2, 3, 4];
    for (const [index, position] of order.entries()) {
      const before = index === 0 ? way.length - 1 : order[index - 1];
      await travel(page, position - before, way[position]);
      sameOutline(silent(await outline(page)), silent(outlines[position]), `/${way[position]} again`);
    }
    assert.ok(await isSameDocument(page), 'no page was loaded');
  });

  test('several steps at once lead where they should', async ({ visit }) => {
    const page = await visit();
    for (const address of ['mysql/startup/', 'mysql/business/', 'mysql/premium/']) await pick(page, address);
    await travel(page, -3, '');
    await travel(page, 2, 'mysql/business/');
    await travel(page, -1, 'mysql/startup/');
  });

  test('a new page after going back replaces what lay ahead', async ({ visit }) => {
    const page = await visit();
    await pick(page, 'mysql/startup/');
    await pick(page, 'mysql/business/');
    await travel(page, -1, 'mysql/startup/');
    await pick(page, 'kafka/startup/');
    const length = await page.evaluate(() => history.length);
    await page.evaluate(() => history.forward());
    await frames(page);
    await untilAt(page, 'kafka/startup/');
    await travel(page, -1, 'mysql/startup/');
    await travel(page, 1, 'kafka/startup/');
    assert.equal(await page.evaluate(() => history.length), length);
  });

  test('on a phone a new page starts at its top, and going back restores where the one before was left', async ({ visit }) => {
    const page = await visit('', { width: 360, height: 640 });
    const index = await scrollTo(page, 1200);
    assert.equal(index, 1200, 'the index is long enough on a phone');
    await activate(page, link('m3db/premium/'), 'm3db/premium/');
    assert.equal(await scrolled(page), 0, 'the answer starts at its top');
    const answer = await scrollTo(page, 700);
    await activate(page, link('kafka/startup/'), 'kafka/startup/');
    assert.equal(await scrolled(page), 0);
    await travel(page, -1, 'm3db/premium/');
    near(await scrolled(page), answer, 'back once');
    await travel(page, -1, '');
    near(await scrolled(page), index, 'back twice');
    await travel(page, 1, 'm3db/premium/');
    near(await scrolled(page), answer, 'forward again');
    await travel(page, -1, '');
    near(await scrolled(page), index, 'and back');
  });

  test('going back leaves the focus on a link that is still there', async ({ visit }) => {
    const page = await visit();
    await pick(page, 'mysql/startup/');
    await pick(page, 'mysql/business/');
    await travel(page, -1, 'mysql/startup/');
    assert.equal(await focused(page), 'cell-mysql-business');
  });

  test('going back from within the panel moves the focus to the headline', async ({ visit }) => {
    const page = await visit();
    await pick(page, 'mysql/startup/');
    await page.focus('.answer summary');
    await travel(page, -1, '');
    assert.equal(await focused(page), 'headline');
  });

  test('going back from a page whose link is gone restores where the one before was left', async ({ visit }) => {
    const page = await visit('mysql/startup/', { width: 360, height: 640 });
    const answer = await scrollTo(page, 300);
    await activate(page, '.plans a[href$="mysql/business/"]', 'mysql/business/');
    assert.equal(await scrolled(page), 0, 'the other plan starts at its top');
    await travel(page, -1, 'mysql/startup/');
    near(await scrolled(page), answer, 'back');
  });

  test('a link to the shown page keeps what lies ahead in the history, and where it was scrolled to', async ({ visit }) => {
    const page = await visit('mysql/startup/', { width: 360, height: 640 });
    await activate(page, link('mysql/business/'), 'mysql/business/');
    const ahead = await scrollTo(page, 600);
    await travel(page, -1, 'mysql/startup/');
    await activate(page, link('mysql/startup/'), 'mysql/startup/');
    await travel(page, 1, 'mysql/business/');
    near(await scrolled(page), ahead, 'forward');
  });

  test('the skip link leaves the scroll positions of the history alone', async ({ visit }) => {
    const page = await visit('', { width: 360, height: 640 });
    const index = await scrollTo(page, 1200);
    await activate(page, link('m3db/premium/'), 'm3db/premium/');
    await activate(page, '.skip', 'm3db/premium/');
    const hashed = await page.evaluate(() => location.hash !== '');
    if (hashed) await travel(page, -1, 'm3db/premium/');
    await travel(page, -1, '');
    near(await scrolled(page), index, 'back to the index');
  });
});

inBrowsers('the history over page loads', (test) => {
  test('a reload keeps the page and where it was scrolled to', async ({ visit }) => {
    const page = await visit('', { width: 360, height: 640 });
    await activate(page, link('m3db/premium/'), 'm3db/premium/');
    const answer = await scrollTo(page, 700);
    await markWindow(page);
    await page.reload({ waitUntil: 'load' });
    await untilLive(page);
    await frames(page);
    assert.equal(await isSameDocument(page), false, 'it was loaded anew');
    await untilAt(page, 'm3db/premium/');
    near(await scrolled(page), answer, 'after the reload');
  });

  test('after a reload in the middle of the way, back and forward still restore pages and scroll positions', async ({ visit }) => {
    const page = await visit('', { width: 360, height: 640 });
    await activate(page, link('mysql/startup/'), 'mysql/startup/');
    await activate(page, link('mysql/business/'), 'mysql/business/');
    await page.reload({ waitUntil: 'load' });
    await untilLive(page);
    const business = await scrollTo(page, 500);
    await activate(page, link('kafka/startup/'), 'kafka/startup/');
    const kafka = await scrollTo(page, 250);
    await travel(page, -1, 'mysql/business/');
    near(await scrolled(page), business, 'back to the page that was loaded anew');
    await travel(page, -1, 'mysql/startup/');
    await scrollTo(page, 350);
    await travel(page, 2, 'kafka/startup/');
    near(await scrolled(page), kafka, 'forward to the page after it');
  });

  test('back from the data is the page as it was left, and the way before it still works', async ({ visit }) => {
    const page = await visit('', { width: 360, height: 640, allow: [/favicon\.ico/] });
    await activate(page, link('m3db/premium/'), 'm3db/premium/');
    const left = await page.evaluate(() => {
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
      return Math.round(scrollY);
    });
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.$eval('.footer a[href$="index.json"]', (a) => a.click())]);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-live'), { timeout: PATIENCE });
    await untilAt(page, 'm3db/premium/');
    await frames(page);
    near(await scrolled(page), left, 'back');
    await travel(page, -1, '');
    await follow(page, '.brand', '');
  });
});
