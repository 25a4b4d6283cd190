// The API documentation page: each file with its call on the first screen, readable without scripts, not handled by the app.

import assert from 'node:assert/strict';
import {
  ANSWER_PATHS, DIST, TIMEOUT_MS, inBrowsers, isSameDocument, markWindow, nextFrames, waitForApp,
} from './helpers.mjs';
import { violations } from './axe.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Opens the page and waits for its script. */
async function open(visit, options = {}) {
  const page = await visit('api/', { awaitApp: false, ...options });
  await page.waitForSelector('html[data-app-ready]', { timeout: TIMEOUT_MS });
  return page;
}

/** Returns for each file its row: the edges of its parts, the widths of its call, and whether its button can be seen. (Firefox answers no $$eval without scripts.) */
const fileRows = (page) => page.evaluate(() => [...document.querySelectorAll('.api-files > div')].map((row) => {
  const [link, call, button] = ['dt a', 'pre', 'button'].map((selector) => row.querySelector(selector));
  const { top, bottom } = row.getBoundingClientRect();
  return {
    name: link.textContent,
    top,
    bottom,
    middles: [link, call, button].map((element) => element.getBoundingClientRect()).map(({ top, bottom }) => Math.round((top + bottom) / 2)),
    isCut: call.scrollWidth > call.clientWidth,
    hasButton: button.checkVisibility({ visibilityProperty: true }),
  };
}));

inBrowsers('the API page', (test) => {
  test('the footer link loads the page, and its links lead back to the app', async ({ visit }) => {
    // Firefox requests the icon on back navigation.
    const page = await visit('redis/premium/', { allow: [/favicon\.ico/] });
    await markWindow(page);
    await Promise.all([page.waitForNavigation({ timeout: TIMEOUT_MS }), page.click('.footer a[href$="api/"]')]);
    assert.match(page.url(), /\/api\/$/);
    assert.equal(await isSameDocument(page), false);
    assert.equal(await page.$eval('h1', (heading) => heading.textContent), 'API');
    assert.equal(await page.$('script[data-app]'), null, 'no app');
    await Promise.all([page.waitForNavigation({ timeout: TIMEOUT_MS }), page.click('.brand')]);
    await waitForApp(page);
    assert.ok(await page.$('.matrix'));
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'API', { timeout: TIMEOUT_MS });
  });

  test('the first screen has every file on a line with its call, and where the reference is', async ({ visit }) => {
    const page = await open(visit, { width: 1280, height: 720 });
    const rows = await fileRows(page);
    assert.equal(rows.length, 11);
    for (const { name, top, bottom, middles, isCut, hasButton } of rows) {
      assert.ok(top > 0 && bottom <= 720, `${name} from ${top} to ${bottom} px`);
      assert.ok(Math.max(...middles) - Math.min(...middles) <= 3, `${name}: its parts are at ${middles} px`);
      assert.ok(!isCut && hasButton, `${name}: the whole call, with its button`);
    }
    const [summary, isOpen] = await page.$eval('details:has(#object)', (details) => [details.getBoundingClientRect().bottom, details.open]);
    assert.ok(summary <= 720 && !isOpen, `the reference is closed, and its line ends at ${summary} px`);
  });

  test('each call is copied by its button, and gets its file', async ({ visit, site }) => {
    const page = await open(visit, { setUp: (page) => page.evaluateOnNewDocument(() => {
      Clipboard.prototype.writeText = (text) => Promise.resolve(void (window.__text = text));
    }) });
    const links = await page.$$eval('.api-files dt a', (links) => links.map(({ href }) => href));
    for (const index of links.keys()) {
      await page.click(`.api-files > div:nth-child(${index + 1}) button.copy`);
      await page.waitForFunction((index) => document.querySelectorAll('.api-files button.copy')[index].textContent === 'Copied', { timeout: TIMEOUT_MS }, index);
      const call = await page.evaluate(() => window.__text);
      assert.equal(call, `curl -s ${links[index]}`);
      assert.ok(links[index].startsWith(site.url), 'the URL is that of this site');
      assert.equal((await fetch(call.replace('curl -s ', ''))).status, 200, call);
    }
    assert.equal((await page.$$eval('button.copy', (all) => all.filter(({ textContent }) => textContent === 'Copied'))).length, 1);
  });

  test('the JavaScript example works unchanged', async ({ visit }) => {
    const page = await open(visit);
    const values = await page.evaluate(async () => {
      const code = document.getElementById('javascript-code').textContent;
      const [, url] = /fetch\("([^"]*)"\)/.exec(code);
      const answer = await fetch(url).then((file) => file.json());
      return code.match(/answer\.\w+/g).map((name) => answer[name.slice('answer.'.length)]);
    }).catch((error) => error.message);
    const file = JSON.parse(readFileSync(join(DIST, 'api/v1/postgresql/startup.json'), 'utf8'));
    assert.deepEqual(values, [file.guaranteed_window_hours, file.recovery_mode]);
  });

  test('it fits a narrow screen, with no axe violations in dark mode, closed and open', async ({ visit }) => {
    for (const [width, isOpen] of [[320, true], [360, false], [390, false], [800, true], [1280, true], [1920, false]]) {
      const page = await open(visit, { width });
      await page.$$eval('.disclosure', (all, isOpen) => all.forEach((details) => (details.open = isOpen)), isOpen);
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

inBrowsers('the API page without scripts', (test) => {
  test('shows every call on the first screen, to be selected, and no dead button', async ({ visit }) => {
    const page = await visit('api/', { awaitApp: false, width: 1280, height: 720 });
    const rows = await fileRows(page);
    assert.ok(rows.every(({ bottom, hasButton }) => bottom <= 720 && !hasButton), JSON.stringify(rows));
    const { selected, note } = await page.evaluate(() => {
      getSelection().selectAllChildren(document.querySelector('.api-files .command code'));
      return { selected: getSelection().toString().trim(), note: document.querySelector('main noscript').innerText };
    });
    assert.equal(selected, 'curl -s SITE/api/v1/postgresql/startup.json');
    assert.match(note, /Replace SITE with the URL/);
  });
}, { javascript: false });

inBrowsers('the API page in print', (test) => {
  test('has the whole reference, and no buttons', async ({ visit }) => {
    const page = await open(visit);
    await page.emulateMediaType('print');
    await nextFrames(page);
    const { shown, buttons } = await page.evaluate(() => ({
      shown: [...document.querySelectorAll('.disclosure > div')].map((content) => content.checkVisibility({ contentVisibilityAuto: true }) && content.offsetHeight > 10),
      buttons: [...document.querySelectorAll('button')].filter((button) => button.checkVisibility()).length,
    }));
    assert.deepEqual(shown, Array(5).fill(true));
    assert.equal(buttons, 0);
  });
}, { kinds: ['chromium'] });
