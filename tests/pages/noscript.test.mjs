// Without JavaScript: pages are complete, links and clauses work, no dead controls.

import assert from 'node:assert/strict';
import { ANSWER_PATHS, CELLS, PLANS, SAMPLE_PATHS, SERVICES, TIMEOUT_MS, inBrowsers, link, prerendered, titleOf } from './helpers.mjs';

const FOLDER = '/docs/tools/backup/';

/** Clicks the center of an element. (puppeteer's click waits for a promise in the page, which Firefox never resolves then.) */
async function click(page, selector) {
  const { x, y } = await page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = element.getClientRects()[0];
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  });
  await page.mouse.click(x, y);
}

/** Clicks a link and waits for the page load. */
async function load(page, selector) {
  const [response] = await Promise.all([page.waitForNavigation({ waitUntil: 'load', timeout: TIMEOUT_MS }), click(page, selector)]);
  assert.equal(response.status(), 200, `${page.url()} exists`);
}

inBrowsers('without JavaScript, in a subfolder,', (test) => {
  // Chromium reports the unused preload as failed.
  const withoutScripts = { awaitApp: false, allow: [/^request failed: .*\/app-[0-9a-f]+\.js/] };

  test('scripts are disabled', async ({ visit }) => {
    const page = await visit('', withoutScripts);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.root), undefined, 'boot.js did not run');
  });

  test('the home page shows every service, plan and cell with its label', async ({ visit }) => {
    const page = await visit('', withoutScripts);
    const shown = await page.evaluate(() => {
      const words = (element) => element.innerText.replace(/\s+/g, ' ').trim();
      const visible = (element) => element.checkVisibility() && element.getBoundingClientRect().height >= 24;
      const links = [...document.querySelectorAll('.matrix td a')];
      return {
        cells: links.filter((cell) => visible(cell) && words(cell.querySelector('.label-lines'))).map(({ id }) => id),
        heads: [...document.querySelectorAll('.matrix tbody th a')].filter(visible).map(({ id }) => id),
        plans: [...document.querySelectorAll('.matrix thead th')].map(words).slice(2),
        headline: words(document.querySelector('h1')),
      };
    });
    assert.deepEqual(shown.cells, CELLS.map(({ service, plan }) => `cell-${service}-${plan}`));
    assert.deepEqual(shown.heads, SERVICES.map((service) => `row-${service}`));
    assert.deepEqual(shown.plans.map((plan) => plan.toLowerCase()), PLANS);
    assert.equal(shown.headline, 'Backups by service and plan');
  });

  test('links load pages', async ({ visit, site }) => {
    const page = await visit('', withoutScripts);
    const steps = [
      [link('postgresql/business/'), 'postgresql/business/'], ['.answer-subject a', 'postgresql/'],
      ['.facts-table a[href$="postgresql/premium/"]', 'postgresql/premium/'], [link('kafka/'), 'kafka/'], ['.brand', ''],
    ];
    for (const [selector, path] of steps) {
      await load(page, selector);
      assert.equal(page.url(), site.url + path);
      assert.equal(await page.title(), titleOf(path));
    }
  });

  for (const [kind, path] of Object.entries(ANSWER_PATHS)) {
    test(`the answer is shown: ${kind}`, async ({ visit }) => {
      const page = await visit(path, withoutScripts);
      const [headline, lead] = await page.evaluate(() => ['[data-answer]', '.lead'].map((selector) => {
        const element = document.querySelector(selector);
        return element.checkVisibility() ? element.innerText.trim() : '';
      }));
      assert.ok(headline && prerendered(path).includes(`>${headline}</h1>`), `"${headline}" is the headline of ${path}`);
      assert.ok(lead.length > 20, `it has a lead: "${lead}"`);
    });
  }

  test('a clause opens by click and by keyboard', async ({ visit }) => {
    const page = await visit('postgresql/business/', withoutScripts);
    const quote = () => page.$eval('.answer details blockquote', (element) => element.checkVisibility({ contentVisibilityAuto: true }));
    assert.equal(await quote(), false);
    await click(page, '.answer details summary');
    assert.equal(await quote(), true, 'opened by a click');
    await page.focus('.answer details summary');
    await page.keyboard.press('Enter');
    assert.equal(await quote(), false, 'closed by Enter');
  });

  test('controls that need scripts are hidden', async ({ visit }) => {
    for (const path of Object.values(SAMPLE_PATHS)) {
      const page = await visit(path, withoutScripts);
      const shown = await page.evaluate(() => [...document.querySelectorAll('button, input, select, textarea, #app-failed, .notice')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((element) => element.outerHTML));
      assert.deepEqual(shown, [], `/${path}`);
      await page.close();
    }
    const page = await visit('postgresql/business/', withoutScripts);
    assert.ok(await page.$('button.copy'), 'the copy button exists, so that it causes no layout shift when shown');
  });
}, { base: FOLDER, javascript: false });
