// The keys for those who show the calculator to others, the view for projectors, and the demo from table to summary.

import assert from 'node:assert/strict';
import { CLIPBOARD, fillClipboard, readClipboard } from './clipboard-access.mjs';
import { TIMEOUT_MS, clickCell, focusedId, inBrowsers, nextFrames, waitForPath } from './helpers.mjs';

const PROJECTOR = { width: 1280, height: 720 };
const notices = (page) => page.$$eval('.notices p', (lines) => lines.map((line) => line.textContent));
const waitForStatus = (page, text) => page.waitForFunction((text) => document.querySelector('.export-status')?.textContent.includes(text), { timeout: TIMEOUT_MS }, text);

/** Returns those of the selectors whose element is not wholly on the screen. */
const cutOff = (page, selectors) => page.evaluate((selectors) => selectors.filter((selector) => {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return !box || box.height === 0 || box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth;
}), selectors);

inBrowsers('the keys', (test) => {
  test('change the plan, and stop at the ends', async ({ visit }) => {
    const page = await visit('postgresql/business/?at=2026-11-20T14:37Z');
    for (const [key, plan] of [['ArrowRight', 'premium'], ['ArrowRight', 'premium'], ['ArrowLeft', 'business'], ['ArrowLeft', 'startup']]) {
      await page.keyboard.press(key);
      await waitForPath(page, `postgresql/${plan}/`);
      assert.ok(page.url().endsWith('?at=2026-11-20T14:37Z'), page.url());
    }
  });

  test('go to the incident and to the services', async ({ visit }) => {
    const page = await visit('redis/business/');
    await page.keyboard.press('i');
    assert.equal(await focusedId(page), 'at');
    await page.keyboard.type('30/is?');
    assert.equal(await page.$eval('#at', (field) => field.value), '30/is?', 'keys are text in a field');
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('/');
    assert.match(await focusedId(page), /^row-/);
  });

  test('copy the summary', async (given) => {
    const page = await given.visit('redis/business/');
    await fillClipboard(page, given, 'previous content');
    await page.keyboard.press('s');
    await waitForStatus(page, 'Summary copied.');
    assert.match(await readClipboard(page, given), /^Redis Business: /);
  });

  test('are listed by a question mark, and turned off by another one', async ({ visit }) => {
    const page = await visit('redis/business/');
    await page.keyboard.press('?');
    const lines = await notices(page);
    assert.equal(lines.length, 7, `${lines}`);
    await page.click('.notice button');
    await page.waitForFunction(() => !document.querySelector('.notice'), { timeout: TIMEOUT_MS });
    await page.keyboard.press('?');
    assert.deepEqual(await notices(page), lines, 'a list that was dismissed comes again');
    await page.keyboard.press('?');
    assert.deepEqual(await notices(page), []);
    for (const key of ['i', '?', 's', 'p']) await page.keyboard.press(key);
    await nextFrames(page);
    assert.deepEqual([await focusedId(page), await notices(page)], ['headline', []]);
    assert.equal(await page.$('#export-preview'), null);
  });

  test('leave keys with a modifier to the browser', async ({ visit }) => {
    const page = await visit('redis/business/');
    await page.evaluate(() => {
      for (const key of ['ctrlKey', 'altKey', 'metaKey']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'i', bubbles: true, [key]: true }));
    });
    assert.equal(await focusedId(page), 'BODY');
  });
}, CLIPBOARD);

inBrowsers('presenting', (test) => {
  test('shows answer, facts and ladder alone, larger, until it is turned off', async ({ visit }) => {
    const page = await visit('postgresql/business/?at=2026-11-20T14:37Z', PROJECTOR);
    const size = () => page.$eval('.key-facts dd', (element) => parseFloat(getComputedStyle(element).fontSize));
    const before = await size();
    await page.keyboard.press('p');
    await page.waitForFunction(() => 'present' in document.documentElement.dataset, { timeout: TIMEOUT_MS });
    await page.waitForFunction(() => location.search.endsWith('&present'), { timeout: TIMEOUT_MS });
    assert.equal(await size(), before * 1.25);
    assert.deepEqual(await cutOff(page, ['h1', '.key-facts', '.ladder li:last-child']), []);
    const hidden = ['.matrix', '.answer-details', '.footer', '.site-header'];
    for (const selector of hidden) assert.equal(await page.$eval(selector, (element) => element.checkVisibility()), false, selector);
    await page.click('.share > .present');
    await page.waitForFunction(() => !('present' in document.documentElement.dataset), { timeout: TIMEOUT_MS });
  });

  test('is an option of the address, also before the program is there', async ({ visit }) => {
    const page = await visit('mysql/premium/?present', PROJECTOR);
    assert.equal(await page.$eval('.matrix', (element) => element.checkVisibility()), false);
    await page.keyboard.press('ArrowLeft');
    await waitForPath(page, 'mysql/business/');
    assert.ok(page.url().endsWith('?present'), page.url());
  });
});

inBrowsers('the demo', (test) => {
  test('goes from the table to a summary, each step on one screen of a projector', async (given) => {
    const page = await given.visit('', PROJECTOR);
    await fillClipboard(page, given, 'previous content');
    assert.deepEqual(await cutOff(page, ['h1', '#cell-postgresql-business', '#cell-clickhouse-premium']), [], 'the table');
    await clickCell(page, 'postgresql/startup/');
    assert.deepEqual(await cutOff(page, ['h1', '.key-facts', '.ladder svg', '#at']), [], 'an answer');

    // Three days back, Startup cannot restore, and Business can.
    await page.$eval('.ladder input', (flag) => {
      flag.value = '-4320'; // minutes before now
      flag.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForSelector('h1[data-verdict="impossible"]', { timeout: TIMEOUT_MS });
    assert.deepEqual(await cutOff(page, ['h1', '.key-facts', '.ladder svg', '#at']), [], 'an incident');
    await page.waitForFunction(() => location.search.startsWith('?at='), { timeout: TIMEOUT_MS });
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('h1[data-verdict="certain"]', { timeout: TIMEOUT_MS });
    assert.deepEqual(await cutOff(page, ['h1', '.key-facts', '.ladder svg']), [], 'another plan');

    await page.click('.stack-add');
    await page.waitForSelector('.stack-members', { timeout: TIMEOUT_MS });
    await page.click('#cell-redis-startup');
    await page.waitForFunction(() => document.querySelectorAll('.stack-members > li').length === 2, { timeout: TIMEOUT_MS });
    assert.deepEqual(await cutOff(page, ['h1', '.stack-verdict', '.ladder svg']), [], 'a stack');
    await page.keyboard.press('s');
    await waitForStatus(page, 'Summary copied.');
    const lines = (await readClipboard(page, given)).replace(/\r\n/g, '\n').split('\n');
    assert.equal(lines.length, 4);
    assert.match(lines[0], /^Stack, incident of .*: No\. /);
  });
}, CLIPBOARD);
