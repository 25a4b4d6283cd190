// The page for programs: plain, the same with and without scripts, and left alone by the app.

import assert from 'node:assert/strict';
import { ANSWERS, DIST, PATIENCE, frames, inBrowsers, isSameDocument, markWindow, untilLive } from './support.mjs';
import { violations } from './axe.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

inBrowsers('for programs', (test) => {
  test('the link of the foot loads the page, and its links lead back into the app', async ({ visit }) => {
    // Firefox asks for that icon when it comes back
    const page = await visit('redis/premium/', { allow: [/favicon\.ico/] });
    await markWindow(page);
    await Promise.all([page.waitForNavigation({ timeout: PATIENCE }), page.click('.footer a')]);
    assert.match(page.url(), /\/api\/$/);
    assert.equal(await isSameDocument(page), false);
    assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'Every answer as data');
    assert.equal(await page.$eval('html', (html) => html.hasAttribute('data-live')), false);
    await Promise.all([page.waitForNavigation({ timeout: PATIENCE }), page.click('.brand')]);
    await untilLive(page);
    assert.ok(await page.$('.matrix'));
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Every answer as data', { timeout: PATIENCE });
  });

  test('the example in JavaScript works as it stands', async ({ visit }) => {
    const page = await visit('api/', { live: false });
    const said = await page.evaluate(async () => {
      const code = document.querySelectorAll('main pre')[1].textContent;
      const [, address] = /fetch\("([^"]*)"\)/.exec(code);
      const answer = await fetch(address.replace('SITE/', '../')).then((file) => file.json());
      return code.match(/answer\.\w+/g).map((name) => answer[name.slice('answer.'.length)]);
    }).catch((error) => error.message);
    const file = JSON.parse(readFileSync(join(DIST, 'api/v1/postgresql/startup.json'), 'utf8'));
    assert.deepEqual(said, [file.guaranteed_window_hours, file.recovery_mode]);
  });

  test('it fits a phone, in the dark too, and axe finds nothing', async ({ visit }) => {
    for (const width of [320, 1280]) {
      const page = await visit('api/', { live: false, width });
      const { wide, window } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, window: innerWidth }));
      assert.ok(wide <= window, `${wide} px on ${window}`);
      assert.deepEqual(await violations(page), []);
    }
  });

  test('the card of each kind is a picture, with its text inside', async ({ visit }) => {
    const page = await visit('api/', { live: false });
    for (const address of Object.values(ANSWERS)) {
      const size = await page.evaluate(async (src) => {
        const image = new Image();
        image.src = src;
        document.body.append(image);
        await image.decode();
        return [image.naturalWidth, image.naturalHeight];
      }, `../${address}card.svg`);
      assert.equal(size[0], 800, address);
      assert.ok(size[1] > 150 && size[1] < 800, `${address}: ${size}`);
    }
    await frames(page);
    for (const address of Object.values(ANSWERS)) {
      const card = await visit(`${address}card.svg`, { live: false, allow: [/favicon\.ico/] });
      const outside = await card.evaluate(() => {
        const { width, height } = document.documentElement.getBoundingClientRect();
        return [...document.querySelectorAll('text')].filter((text) => {
          const box = text.getBoundingClientRect();
          return box.width === 0 || box.left < 38 || box.right > width - 38 || box.top < 0 || box.bottom > height;
        }).map((text) => text.textContent);
      });
      assert.deepEqual(outside, [], address);
      await card.close();
    }
  });
}, { colorScheme: 'dark' });
