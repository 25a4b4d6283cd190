// App load failures: the prerendered page stays, #app-failed is shown, and links load pages.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  DIST, TIMEOUT_MS, assertSameOutline, clickCell, inBrowsers, isSameDocument, link, markWindow, nextFrames, outline,
  waitForApp, waitForPath,
} from './helpers.mjs';

const PATH = 'postgresql/business/';
const WASM = /\.wasm$/;
const STYLES = /\/app-[0-9a-f]+\.css$/;
const APP_SCRIPT = /\/app-[0-9a-f]+\.js$/;
const wasm = () => readFileSync(join(DIST, readdirSync(DIST).find((name) => name.endsWith('.wasm'))));

/** Accepted messages of browser and loader if the app does not start. */
const LOAD_ERRORS = [/^console (warn|error): .*did not start/, /^(status 404|console error: Failed to load|request failed): ?.*\/app-/,
  /Failed to load resource.*\/app-/, /WebAssembly/i, /Loading module from .*\/app-.* was blocked/, /preload/];

const failureNotice = (page) =>
  page.$eval('#app-failed', (line) => (line.checkVisibility() && line.getBoundingClientRect().height > 0 ? line.innerText.trim() : ''));
const waitForFailureNotice = (page, timeout = TIMEOUT_MS) =>
  page.waitForFunction(() => !document.getElementById('app-failed').hidden, { timeout }).catch(() => assert.fail('the failure notice is not shown'));

/** Returns position, size and visibility of all elements. */
const boxes = (page) => page.evaluate(() => [...document.querySelectorAll('#app *')].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [element.localName, x, y, width, height, getComputedStyle(element).visibility].join(' ');
}).join('\n'));

/** Returns what `boxes` says of what is the same before and after the start: buttons appear with the app, which knows the date, too. */
const places = (boxes) => boxes.split('\n').filter((box) => !/^(line|text) /.test(box)).join('\n').replace(/ (visible|hidden)$/gm, '');

const failures = {
  'the Wasm file is missing': [WASM, { status: 404, type: 'text/html', body: '<!doctype html>nothing' }],
  'the Wasm file is invalid': [WASM, { type: 'application/wasm', body: 'not a program' }],
  'the Wasm file is truncated': [WASM, () => ({ type: 'application/wasm', body: wasm().subarray(0, 40_000) })],
  'the JavaScript file is missing': [APP_SCRIPT, { status: 404, type: 'text/html', body: '<!doctype html>nothing' }],
  'the stylesheet is missing': [STYLES, { status: 404, type: 'text/html', body: '<!doctype html>nothing' }],
  'the JavaScript file is invalid': [APP_SCRIPT, { type: 'text/javascript', body: 'not a program' }],
};

inBrowsers('the loader', (test, kind) => {
  for (const [name, [pattern, answer]] of Object.entries(failures)) {
    test(`${name}: the failure notice is shown, the page is unchanged, and links load pages`, async ({ visit, holdRequests }) => {
      const site = await holdRequests(pattern);
      const page = await visit(PATH, { server: site, awaitApp: false, allow: [...LOAD_ERRORS, /^error: /] });
      assert.equal(await failureNotice(page), '', 'no notice while the app is still loading');
      const before = { outline: await outline(page), boxes: await boxes(page) };
      site.release(typeof answer === 'function' ? answer() : answer);
      await waitForFailureNotice(page);
      assert.match(await failureNotice(page), /interactive features didn’t load/i);
      assertSameOutline(await outline(page), before.outline, 'the page');
      assertSameOutline(await boxes(page), before.boxes, 'positions and visibility');
      assert.equal(await page.$('html[data-app-ready]'), null);
      await markWindow(page);
      await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.click(link('kafka/startup/'))]);
      await waitForPath(page, 'kafka/startup/');
      assert.equal(await isSameDocument(page), false, 'the link loaded another document');
    });
  }

  test('the app waits for its styles, and nothing moves when both come', async ({ visit, holdRequests }) => {
    for (const path of [PATH, '', 'postgresql/', 'stack/', 'kafka/startup/']) {
      const site = await holdRequests(STYLES);
      const page = await visit(path, { server: site, awaitApp: false, allow: [/preload/], width: 1280 });
      await page.waitForFunction(() => document.querySelector('html[data-root] link[rel=stylesheet]'), { timeout: TIMEOUT_MS });
      await nextFrames(page);
      const before = places(await boxes(page));
      assert.equal(await page.$('html[data-app-ready]'), null, 'not without its styles');
      site.release();
      await waitForApp(page);
      const links = await page.$$eval('link[rel=stylesheet]', (all) => all.map((link) => link.sheet.cssRules.length > 0 && !link.nextElementSibling));
      assert.deepEqual(links, [true], 'one file, after all other styles');
      assertSameOutline(places(await boxes(page)), before, `positions on /${path}`);
    }
  });

  test('without boot.js the prerendered page stays, without dead controls', async ({ visit, holdRequests }) => {
    const site = await holdRequests(/\/boot-[0-9a-f]+\.js$/);
    site.release({ status: 404 });
    const page = await visit(PATH, { server: site, awaitApp: false, allow: [/boot-[0-9a-f]+\.js/, /preload/] });
    assert.ok(await page.$eval('[data-answer]', (answer) => answer.checkVisibility()));
    assert.equal(await page.$eval('button.copy', (button) => getComputedStyle(button).visibility), 'hidden');
  });

  test('the failure notice takes no space and covers only the bottom of the viewport', async ({ visit, holdRequests }) => {
    const site = await holdRequests(WASM);
    site.release({ status: 404 });
    for (const width of [1280, 320]) {
      const page = await visit(PATH, { server: site, awaitApp: false, allow: LOAD_ERRORS, width, height: 640 });
      await waitForFailureNotice(page);
      const { top, bottom, left, right } = await page.$eval('#app-failed', (line) => line.getBoundingClientRect().toJSON());
      assert.ok(bottom <= 640 && left >= 0 && right <= width, 'it is in the viewport');
      assert.ok(bottom - top < 110, `it is ${bottom - top} px high at ${width} px`);
    }
  });

  test('the app starts with a wrong MIME type of the Wasm file', async ({ visit, holdRequests }) => {
    const site = await holdRequests(WASM);
    site.release({ type: 'application/octet-stream', body: wasm() });
    const page = await visit(PATH, { server: site, allow: [/instantiateStreaming/, /preload/] });
    await clickCell(page, 'kafka/startup/');
    assert.equal(await failureNotice(page), '');
  });

  test('the notice is hidden if the app mounts late', async ({ visit, holdRequests }) => {
    const site = await holdRequests(WASM);
    // Shortens the loader's timeout by 20; the test below waits for the real one.
    const speedUpTimers = () => {
      const real = window.setTimeout;
      window.setTimeout = (callback, delay = 0, ...args) => real(callback, delay / 20, ...args);
    };
    const page = await visit(PATH, { server: site, awaitApp: false, allow: [/preload/], setUp: (page) => page.evaluateOnNewDocument(speedUpTimers) });
    await waitForFailureNotice(page);
    const before = await outline(page);
    site.release();
    await waitForApp(page);
    await page.waitForFunction(() => document.getElementById('app-failed').hidden, { timeout: TIMEOUT_MS });
    await nextFrames(page);
    assert.equal(await failureNotice(page), '');
    assertSameOutline(await outline(page), before, 'the page');
    await clickCell(page, 'kafka/startup/');
  });

  // In one browser only, because it takes long.
  if (kind === 'chromium') test('the notice appears after 10 to 16 seconds if the app never loads', async ({ visit, holdRequests }) => {
    const site = await holdRequests(WASM);
    const start = Date.now();
    const page = await visit(PATH, { server: site, awaitApp: false, allow: [/preload/] });
    assert.equal(await failureNotice(page), '');
    await waitForFailureNotice(page, 30_000);
    const waited = (Date.now() - start) / 1000;
    assert.ok(waited > 10 && waited < 16, `the notice appeared after ${waited} s`);
    await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.click(link('kafka/startup/'))]);
    await waitForPath(page, 'kafka/startup/');
  });
});
