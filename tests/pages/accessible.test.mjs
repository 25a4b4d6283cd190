// No axe violations (WCAG 2.2 AA and best practices) on every kind of page, light and dark, wide and narrow.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { SAMPLE_PATHS, inBrowsers, link, waitForPath } from './helpers.mjs';

const NOT_FOUND_ERRORS = [/^(status 404|console error: Failed to load)/, /\/boot-[0-9a-f]+\.js/];

/** Navigates in place without moving the focus, unlike a mouse click. */
async function navigate(page, path) {
  await page.$eval(link(path), (cell) => cell.click());
  await waitForPath(page, path);
}

const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 360, height: 640 } };

for (const colorScheme of ['light', 'dark']) {
  inBrowsers(`no axe violations, ${colorScheme}`, (test) => {
    test('the color scheme is applied', async ({ visit }) => {
      const page = await visit();
      const [red] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
      assert.equal(red > 128, colorScheme === 'light', `the red value of the background is ${red}`);
    });

    for (const [name, size] of Object.entries(sizes)) {
      test(`on the home page, a service page and an answer of each kind, with all clauses open, ${name}`, async ({ visit }) => {
        const page = await visit('', size);
        const found = [];
        for (const path of Object.values(SAMPLE_PATHS)) {
          if (path) await navigate(page, path);
          await page.evaluate(() => document.querySelectorAll('details:not(.share > details)').forEach((details) => (details.open = true)));
          found.push(...(await violations(page)).map((violation) => `/${path}: ${violation}`));
        }
        assert.deepEqual(found, []);
      });

      test(`on the page on changes, ${name}`, async ({ visit }) => {
        const page = await visit('changes/', { ...size, awaitApp: false });
        assert.deepEqual(await violations(page), []);
      });

      test(`on the error page, ${name}`, async ({ visit }) => {
        const page = await visit('postgresql/gold/', { ...size, allow: NOT_FOUND_ERRORS });
        assert.deepEqual(await violations(page), []);
      });
    }

    test('with a notice, a focused button and a selected command', async ({ visit }) => {
      const page = await visit('postgresql/business/?thene=red', {
        setUp: (page) => page.evaluateOnNewDocument(() => {
          Clipboard.prototype.writeText = () => Promise.reject(new Error('no'));
          Document.prototype.execCommand = () => false;
        }),
      });
      await page.click('button.copy');
      await page.waitForFunction(() => /Press/.test(document.querySelector('button.copy').innerText));
      assert.deepEqual(await violations(page), []);
    });
  }, { colorScheme });
}
