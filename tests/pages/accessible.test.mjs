// axe finds nothing (WCAG 2.2 AA and its best practices), on every kind of page, light and dark, wide and narrow.

import assert from 'node:assert/strict';
import { violations } from './axe.mjs';
import { SAMPLE, inBrowsers, link, untilAt } from './support.mjs';

const MISSING = [/^(status 404|console error: Failed to load)/, /\/boot-[0-9a-f]+\.js/];

/** Another page in place, without the focus that a mouse would bring. */
async function change(page, address) {
  await page.$eval(link(address), (cell) => cell.click());
  await untilAt(page, address);
}

const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 360, height: 640 } };

for (const colorScheme of ['light', 'dark']) {
  inBrowsers(`axe finds nothing, ${colorScheme}`, (test) => {
    test('the colours are really those', async ({ visit }) => {
      const page = await visit();
      const [paper] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
      assert.equal(paper > 128, colorScheme === 'light', `the paper's red is ${paper}`);
    });

    for (const [name, size] of Object.entries(sizes)) {
      test(`on the index, a service and an answer of each kind with its clauses open, ${name}`, async ({ visit }) => {
        const page = await visit('', size);
        const found = [];
        for (const address of Object.values(SAMPLE)) {
          if (address) await change(page, address);
          await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
          found.push(...(await violations(page)).map((violation) => `/${address}: ${violation}`));
        }
        assert.deepEqual(found, []);
      });

      test(`on the error page, ${name}`, async ({ visit }) => {
        const page = await visit('postgresql/gold/', { ...size, allow: MISSING });
        assert.deepEqual(await violations(page), []);
      });
    }

    test('with a notice, with a focus, and with a command left selected', async ({ visit }) => {
      const page = await visit('postgresql/business/?colour=red', {
        setUp: (page) => page.evaluateOnNewDocument(() => {
          Clipboard.prototype.writeText = () => Promise.reject(new Error('no'));
          Document.prototype.execCommand = () => false;
        }),
      });
      await page.click('button.copy');
      await page.waitForFunction(() => /Selected/.test(document.querySelector('button.copy').innerText));
      assert.deepEqual(await violations(page), []);
    });
  }, { colorScheme });
}
