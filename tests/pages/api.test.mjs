// The API documentation page: static, the same with and without scripts, not handled by the app.

import assert from 'node:assert/strict';
import {
  ANSWER_PATHS, DIST, TIMEOUT_MS, inBrowsers, isSameDocument, markWindow, nextFrames, waitForApp,
} from './helpers.mjs';
import { violations } from './axe.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

inBrowsers('the API page', (test) => {
  test('the footer link loads the page, and its links lead back to the app', async ({ visit }) => {
    // Firefox requests the icon on back navigation.
    const page = await visit('redis/premium/', { allow: [/favicon\.ico/] });
    await markWindow(page);
    await Promise.all([page.waitForNavigation({ timeout: TIMEOUT_MS }), page.click('.footer a')]);
    assert.match(page.url(), /\/api\/$/);
    assert.equal(await isSameDocument(page), false);
    assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'API');
    assert.equal(await page.$eval('html', (html) => html.hasAttribute('data-app-ready')), false);
    await Promise.all([page.waitForNavigation({ timeout: TIMEOUT_MS }), page.click('.brand')]);
    await waitForApp(page);
    assert.ok(await page.$('.matrix'));
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'API', { timeout: TIMEOUT_MS });
  });

  test('the JavaScript example works unchanged', async ({ visit }) => {
    const page = await visit('api/', { awaitApp: false });
    const values = await page.evaluate(async () => {
      const code = document.querySelectorAll('main pre')[1].textContent;
      const [, url] = /fetch\("([^"]*)"\)/.exec(code);
      const answer = await fetch(url.replace('SITE/', '../')).then((file) => file.json());
      return code.match(/answer\.\w+/g).map((name) => answer[name.slice('answer.'.length)]);
    }).catch((error) => error.message);
    const file = JSON.parse(readFileSync(join(DIST, 'api/v1/postgresql/startup.json'), 'utf8'));
    assert.deepEqual(values, [file.guaranteed_window_hours, file.recovery_mode]);
  });

  test('it fits a narrow screen, with no axe violations in dark mode', async ({ visit }) => {
    for (const width of [320, 1280]) {
      const page = await visit('api/', { awaitApp: false, width });
      const { wide, window } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, window: innerWidth }));
      assert.ok(wide <= window, `${wide} px on ${window}`);
      assert.deepEqual(await violations(page), []);
    }
  });

  test('the card of each kind is an image whose text stays inside', async ({ visit }) => {
    const page = await visit('api/', { awaitApp: false });
    for (const path of Object.values(ANSWER_PATHS)) {
      const size = await page.evaluate(async (src) => {
        const image = new Image();
        image.src = src;
        document.body.append(image);
        await image.decode();
        return [image.naturalWidth, image.naturalHeight];
      }, `../${path}card.svg`);
      assert.deepEqual(size, [1200, 630], path);
    }
    await nextFrames(page);
    for (const path of Object.values(ANSWER_PATHS)) {
      const card = await visit(`${path}card.svg`, { awaitApp: false, allow: [/favicon\.ico/] });
      const outside = await card.evaluate(() => {
        const { width, height } = document.documentElement.getBoundingClientRect();
        return [...document.querySelectorAll('text')].filter((text) => {
          const box = text.getBoundingClientRect();
          return box.width === 0 || box.left < 38 || box.right > width - 38 || box.top < 0 || box.bottom > height;
        }).map((text) => text.textContent);
      });
      assert.deepEqual(outside, [], path);
      await card.close();
    }
  });
}, { colorScheme: 'dark' });
