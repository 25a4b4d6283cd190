// When the program does not arrive: the page stays what it was, one line says so, and links load the next page.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, PATIENCE, frames, inBrowsers, isSameDocument, link, markWindow, outline, pick, sameOutline, untilAt, untilLive } from './support.mjs';

const ADDRESS = 'postgresql/business/';
const WASM = /\.wasm$/;
const PROGRAM = /\/app-[0-9a-f]+\.js$/;
const wasm = () => readFileSync(join(DIST, readdirSync(DIST).find((name) => name.endsWith('.wasm'))));

/** What the browser and the loader may say about a program that does not start. */
const FAILED = [/^console (warn|error): .*did not start/, /^(status 404|console error: Failed to load|request failed): ?.*\/app-/,
  /Failed to load resource.*\/app-/, /WebAssembly/i, /Loading module from .*\/app-.* was blocked/, /preload/];

const offLine = (page) =>
  page.$eval('#live-off', (line) => (line.checkVisibility() && line.getBoundingClientRect().height > 0 ? line.innerText.trim() : ''));
const untilOff = (page, timeout = PATIENCE) =>
  page.waitForFunction(() => !document.getElementById('live-off').hidden, { timeout }).catch(() => assert.fail('no line says that live features are off'));

/** Where everything on the page is, for a comparison before and after. */
const places = (page) => page.evaluate(() => [...document.querySelectorAll('#app *')].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [element.localName, x, y, width, height, getComputedStyle(element).visibility].join(' ');
}).join('\n'));

const failures = {
  'the Wasm is not there': [WASM, { status: 404, type: 'text/html', body: '<!doctype html>nothing' }],
  'the Wasm is damaged': [WASM, { type: 'application/wasm', body: 'this is no program' }],
  'the Wasm is cut short': [WASM, () => ({ type: 'application/wasm', body: wasm().subarray(0, 40_000) })],
  'the JavaScript is not there': [PROGRAM, { status: 404, type: 'text/html', body: '<!doctype html>nothing' }],
  'the JavaScript is damaged': [PROGRAM, { type: 'text/javascript', body: 'this is no program' }],
};

inBrowsers('the loader', (test, kind) => {
  for (const [name, [pattern, answer]] of Object.entries(failures)) {
    test(`${name}: one line says so, the page stays as it was, and links load pages`, async ({ visit, hold }) => {
      const site = await hold(pattern);
      const page = await visit(ADDRESS, { from: site, live: false, allow: [...FAILED, /^error: /] });
      assert.equal(await offLine(page), '', 'nothing is said while the program may still come');
      const before = { outline: await outline(page), places: await places(page) };
      site.release(typeof answer === 'function' ? answer() : answer);
      await untilOff(page);
      assert.match(await offLine(page), /live features are off/i);
      sameOutline(await outline(page), before.outline, 'the page');
      sameOutline(await places(page), before.places, 'places and visibility');
      assert.equal(await page.$('html[data-live]'), null);
      await markWindow(page);
      await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.click(link('kafka/startup/'))]);
      await untilAt(page, 'kafka/startup/');
      assert.equal(await isSameDocument(page), false, 'the link loaded the next page');
    });
  }

  test('a loader that is not there leaves the page as it was written, with nothing that does not work', async ({ visit, hold }) => {
    const site = await hold(/\/boot-[0-9a-f]+\.js$/);
    site.release({ status: 404 });
    const page = await visit(ADDRESS, { from: site, live: false, allow: [/boot-[0-9a-f]+\.js/, /preload/] });
    assert.ok(await page.$eval('[data-answer]', (answer) => answer.checkVisibility()));
    assert.equal(await page.$eval('button.copy', (button) => getComputedStyle(button).visibility), 'hidden');
  });

  test('the line takes no room and covers no more than the foot of the window', async ({ visit, hold }) => {
    const site = await hold(WASM);
    site.release({ status: 404 });
    for (const width of [1280, 320]) {
      const page = await visit(ADDRESS, { from: site, live: false, allow: FAILED, width, height: 640 });
      await untilOff(page);
      const { top, bottom, left, right } = await page.$eval('#live-off', (line) => line.getBoundingClientRect().toJSON());
      assert.ok(bottom <= 640 && left >= 0 && right <= width, 'it is in the window');
      assert.ok(bottom - top < 110, `it is ${bottom - top} px high on ${width} px`);
    }
  });

  test('a host that does not know the type of Wasm still gets a live app', async ({ visit, hold }) => {
    const site = await hold(WASM);
    site.release({ type: 'application/octet-stream', body: wasm() });
    const page = await visit(ADDRESS, { from: site, allow: [/instantiateStreaming/, /preload/] });
    await pick(page, 'kafka/startup/');
    assert.equal(await offLine(page), '');
  });

  test('a program that comes after the line appeared: the line goes, and the app lives', async ({ visit, hold }) => {
    const site = await hold(WASM);
    // the loader's patience, a twentieth as long; the real one is waited for below
    const hasten = () => {
      const real = window.setTimeout;
      window.setTimeout = (callback, delay = 0, ...more) => real(callback, delay / 20, ...more);
    };
    const page = await visit(ADDRESS, { from: site, live: false, allow: [/preload/], setUp: (page) => page.evaluateOnNewDocument(hasten) });
    await untilOff(page);
    const before = await outline(page);
    site.release();
    await untilLive(page);
    await page.waitForFunction(() => document.getElementById('live-off').hidden, { timeout: PATIENCE });
    await frames(page);
    assert.equal(await offLine(page), '');
    sameOutline(await outline(page), before, 'the page');
    await pick(page, 'kafka/startup/');
  });

  // once is enough, since it takes so long
  if (kind === 'chromium') test('a program that never comes: after 12 seconds, not before 10, one line says so', async ({ visit, hold }) => {
    const site = await hold(WASM);
    const start = Date.now();
    const page = await visit(ADDRESS, { from: site, live: false, allow: [/preload/] });
    assert.equal(await offLine(page), '');
    await untilOff(page, 30_000);
    const waited = (Date.now() - start) / 1000;
    assert.ok(waited > 10 && waited < 16, `the line appeared after ${waited} s`);
    await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.click(link('kafka/startup/'))]);
    await untilAt(page, 'kafka/startup/');
  });
});
