// Without scripts: every page is complete, links load the next page, clauses open, and nothing is shown that would not work.

import assert from 'node:assert/strict';
import { ANSWERS, CELLS, PATIENCE, PLANS, SAMPLE, SERVICES, inBrowsers, link, titleOf } from './support.mjs';

const FOLDER = '/docs/tools/backup/';

/** Clicks in the middle of an element. (puppeteer's own click waits for a promise in the page, which Firefox then never keeps.) */
async function click(page, selector) {
  const { x, y } = await page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = element.getClientRects()[0];
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  });
  await page.mouse.click(x, y);
}

/** Clicks a link and waits for the page it loads. */
async function load(page, selector) {
  const [response] = await Promise.all([page.waitForNavigation({ waitUntil: 'load', timeout: PATIENCE }), click(page, selector)]);
  assert.equal(response.status(), 200, `${page.url()} is there`);
}

inBrowsers('without scripts, in a sub-folder,', (test) => {
  // Chromium counts the preloaded program, which it then does not want, as failed
  const still = { live: false, allow: [/^request failed: .*\/app-[0-9a-f]+\.js/] };

  test('scripts are really off', async ({ visit }) => {
    const page = await visit('', still);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.root), undefined, 'the loader has not run');
  });

  test('the index shows every service, every plan and every cell with its answer', async ({ visit }) => {
    const page = await visit('', still);
    const shown = await page.evaluate(() => {
      const words = (element) => element.innerText.replace(/\s+/g, ' ').trim();
      const visible = (element) => element.checkVisibility() && element.getBoundingClientRect().height >= 24;
      const links = [...document.querySelectorAll('.matrix td a')];
      return {
        cells: links.filter((cell) => visible(cell) && words(cell.querySelector('.matrix-parts'))).map(({ id }) => id),
        heads: [...document.querySelectorAll('.matrix tbody th a')].filter(visible).map(({ id }) => id),
        plans: [...document.querySelectorAll('.matrix thead th')].map(words).slice(1),
        headline: words(document.querySelector('h1')),
      };
    });
    assert.deepEqual(shown.cells, CELLS.map(({ service, plan }) => `cell-${service}-${plan}`));
    assert.deepEqual(shown.heads, SERVICES.map((service) => `row-${service}`));
    assert.deepEqual(shown.plans.map((plan) => plan.toLowerCase()), PLANS);
    assert.match(shown.headline, /\?$/, 'the index asks its question');
  });

  test('links load page after page', async ({ visit, site }) => {
    const page = await visit('', still);
    const steps = [
      [link('postgresql/business/'), 'postgresql/business/'], ['.asked a', 'postgresql/'],
      ['.compare a[href$="postgresql/premium/"]', 'postgresql/premium/'], [link('kafka/'), 'kafka/'], ['.brand', ''],
    ];
    for (const [selector, address] of steps) {
      await load(page, selector);
      assert.equal(page.url(), site.url + address);
      assert.equal(await page.title(), titleOf(address));
    }
  });

  for (const [kind, address] of Object.entries(ANSWERS)) {
    test(`the answer is there: ${kind}`, async ({ visit }) => {
      const page = await visit(address, still);
      const [headline, lead] = await page.evaluate(() => ['[data-answer]', '.lead'].map((selector) => {
        const element = document.querySelector(selector);
        return element.checkVisibility() ? element.innerText.trim() : '';
      }));
      assert.ok(headline && titleOf(address).includes(headline), `the headline "${headline}" is that of ${address}`);
      assert.ok(lead.length > 20, `a sentence follows it: "${lead}"`);
    });
  }

  test('a clause opens by a click, and by the keyboard', async ({ visit }) => {
    const page = await visit('postgresql/business/', still);
    const quote = () => page.$eval('.answer details blockquote', (element) => element.checkVisibility({ contentVisibilityAuto: true }));
    assert.equal(await quote(), false);
    await click(page, '.answer details summary');
    assert.equal(await quote(), true, 'opened by a click');
    await page.focus('.answer details summary');
    await page.keyboard.press('Enter');
    assert.equal(await quote(), false, 'closed by Enter');
  });

  test('no control is shown that needs scripts', async ({ visit }) => {
    for (const address of Object.values(SAMPLE)) {
      const page = await visit(address, still);
      const shown = await page.evaluate(() => [...document.querySelectorAll('button, input, select, textarea, #live-off, .notice')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((element) => element.outerHTML));
      assert.deepEqual(shown, [], `/${address}`);
      await page.close();
    }
    const page = await visit('postgresql/business/', still);
    assert.ok(await page.$('button.copy'), 'the button to copy is written, so that nothing moves when it appears');
  });
}, { base: FOLDER, javascript: false });
