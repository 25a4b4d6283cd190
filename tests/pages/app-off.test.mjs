// While the app is not there, not coming or dead, what needs it is visibly off, and a line says so; also where no script runs.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, KINDS, TIMEOUT_MS, clickLater, inBrowsers, launch, link, nextFrames, reasonToSkip, waitForApp, waitForPath } from './helpers.mjs';

const PATH = 'postgresql/business/';
const BOOT = /\/boot-[0-9a-f]+\.js$/;
const WASM = /\.wasm$/;
const STYLES = /\/app-[0-9a-f]+\.css$/;
const APP_SCRIPT = /\/app-[0-9a-f]+\.js$/;
const ALLOW = [/\/(boot|app)-[0-9a-f]+/, /preload/, /did not start/, /WebAssembly/i, /MIME type/, /404/];

/** Returns the line that is shown; empty if none is. */
const shownLine = (page) => page.evaluate(() => {
  const line = document.getElementById('app-failed');
  return line && line.checkVisibility({ visibilityProperty: true }) ? line.innerText.trim() : '';
});
const waitForLine = (page) => page.waitForFunction(() => document.getElementById('app-failed').checkVisibility({ visibilityProperty: true }),
  { timeout: TIMEOUT_MS });

/** Returns the fields and buttons that look alive or take the focus. */
const alive = (page) => page.evaluate(() => {
  const opacity = (element) => (element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1);
  const result = [];
  for (const element of document.querySelectorAll('input, button, select, textarea, .share summary')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    element.focus();
    if (document.activeElement === element) result.push(`${element.id || element.outerHTML} takes the focus`);
    if (opacity(element) > 0.6) result.push(`${element.id || element.outerHTML} looks alive`);
  }
  return result;
});

/** Asserts that a page is off: the line, no live field, nothing typed, links that work. */
async function assertOff(page, pattern = /interactive features didn’t load/i) {
  await waitForLine(page);
  assert.match(await shownLine(page), pattern);
  assert.deepEqual(await alive(page), []);
  const field = await page.$('#at');
  if (field) {
    const { x, y } = await field.evaluate((element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    const before = await field.evaluate((element) => element.value);
    await page.mouse.click(x, y);
    await page.keyboard.type('2 h ago');
    assert.equal(await field.evaluate((element) => element.value), before, 'nothing is typed');
  }
}

const failures = {
  'the loader is missing': [BOOT, { status: 404, type: 'text/html', body: '<!doctype html>nothing' }],
  'the loader is HTML': [BOOT, { type: 'text/html', body: '<!doctype html>a login page' }],
  'the loader is cut': [BOOT, { type: 'text/javascript', body: 'const page = document.documentElement; if (' }],
  'the loader is empty': [BOOT, { type: 'text/javascript', body: '' }],
  'the JavaScript is missing': [APP_SCRIPT, { status: 404 }],
  'the JavaScript is HTML': [APP_SCRIPT, { type: 'text/html', body: '<!doctype html>a login page' }],
  'the stylesheet is missing': [STYLES, { status: 404 }],
  'the stylesheet is HTML': [STYLES, { type: 'text/html', body: '<!doctype html>a login page' }],
  'the Wasm is missing': [WASM, { status: 404 }],
  'the Wasm is cut': [WASM, { type: 'application/wasm', body: '\0asm\x01\0\0\0' }],
};

inBrowsers('without the app', (test, kind) => {
  for (const [name, [pattern, answer]] of Object.entries(failures)) {
    test(`${name}: what needs it is off, and a line says so`, async ({ visit, holdRequests }) => {
      const site = await holdRequests(pattern);
      site.release(answer);
      const page = await visit(PATH, { server: site, awaitApp: false, allow: [...ALLOW, /^error: /, /SyntaxError/] });
      await assertOff(page);
      await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), clickLater(page, link('kafka/startup/'))]);
      await waitForPath(page, 'kafka/startup/');
    });
  }

  for (const path of ['', 'redis/business/', 'stack/', 'redis/', 'embed/']) {
    test(`/${path} without its script: nothing on it looks alive`, async ({ visit, holdRequests }) => {
      const site = await holdRequests(/\/(boot-[0-9a-f]+|snippets)\.js$/);
      site.release({ status: 404 });
      const page = await visit(path, { server: site, awaitApp: false, allow: [...ALLOW, /snippets/] });
      await assertOff(page, /didn’t load/);
    });
  }

  test('an address with two slashes says that the app is not there', async ({ visit, holdRequests, site }) => {
    const server = await holdRequests(/nothing/, {
      async before(request, response) {
        if (!/^\/postgresql\/\/+business\/$/.test(request.url.split('?')[0])) return false;
        response.writeHead(200, { 'Content-Type': 'text/html' }).end(await (await fetch(`${site.url}${PATH}`)).text());
        return true;
      },
    });
    for (const path of ['postgresql//business/?at=2026-11-21T14:37Z', 'postgresql///business/']) {
      const page = await visit(path, { server, awaitApp: false, allow: [/./] });
      await waitForLine(page);
      assert.deepEqual(await alive(page), []);
    }
  });

  test('while the app loads, fields are kept; when it does not come, they are off; when it comes late, they are back', async ({ visit, holdRequests }) => {
    const site = await holdRequests(WASM);
    const speedUpTimers = () => {
      const real = window.setTimeout;
      window.setTimeout = (callback, delay = 0, ...args) => real(callback, delay / 4, ...args);
    };
    const page = await visit(PATH, { server: site, awaitApp: false, allow: ALLOW, setUp: (page) => page.evaluateOnNewDocument(speedUpTimers) });
    await page.type('#at', '2 h ago');
    assert.equal(await shownLine(page), '', 'not while it loads');
    assert.equal(await page.$eval('#at', ({ value }) => value), '2 h ago');
    await waitForLine(page);
    // WebKit takes the focus away with the next frame.
    await page.waitForFunction(() => document.activeElement === document.body, { timeout: TIMEOUT_MS });
    assert.deepEqual(await alive(page), []);
    site.release();
    await waitForApp(page);
    await page.waitForSelector('.incident-verdict', { timeout: TIMEOUT_MS });
    assert.equal(await page.$eval('#at', ({ value }) => value), '2 h ago', 'what was typed is answered');
    assert.equal(await shownLine(page), '');
    assert.equal(await page.$('[inert]'), null);
  });

  test('on a normal load no line and no dimmed field is ever painted', async ({ visit }) => {
    for (const path of [PATH, '', 'embed/']) {
      const page = await visit(path, {
        awaitApp: false,
        setUp: (page) => page.evaluateOnNewDocument(() => {
          window.__seen = [];
          const look = () => {
            const line = document.getElementById('app-failed');
            if (line?.checkVisibility({ visibilityProperty: true })) window.__seen.push('line');
            const field = document.querySelector('[data-requires-app]');
            if (field && getComputedStyle(field).opacity !== '1') window.__seen.push('dimmed');
            requestAnimationFrame(look);
          };
          look();
        }),
      });
      await waitForApp(page);
      await nextFrames(page);
      assert.deepEqual(await page.evaluate(() => window.__seen), [], `/${path}`);
    }
  });

  // Only Chromium of the test browsers reports layout shifts.
  if (kind === 'chromium') test('the line shifts nothing when it comes without the loader', async ({ visit, holdRequests }) => {
    const site = await holdRequests(BOOT);
    site.release({ status: 404 });
    const page = await visit(PATH, { server: site, awaitApp: false, allow: ALLOW, setUp: (page) => page.evaluateOnNewDocument(() => {
      window.__shifts = [];
      new PerformanceObserver((list) => window.__shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
    }) });
    await waitForLine(page);
    await nextFrames(page);
    assert.ok((await page.evaluate(() => window.__shifts)).reduce((sum, value) => sum + value, 0) < 0.001);
  });
});

describe('the written file, opened without a server,', { concurrency: KINDS.length }, () => {
  for (const kind of KINDS) {
    it(`is off, and says so, in ${kind}`, { skip: reasonToSkip(kind) }, async () => {
      // The driver of the tests lets files read each other, unlike a browser by itself.
      const browser = await launch(kind, { extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true } });
      try {
        for (const file of [`${PATH}index.html`, 'index.html', 'redis/premium/index.html']) {
          const page = await browser.newPage();
          await page.goto(pathToFileURL(join(DIST, file)).href, { waitUntil: 'domcontentloaded' });
          await assertOff(page);
          await page.close();
        }
      } finally {
        await browser.close();
      }
    });
  }
});
