// An app that stopped after it had mounted: a line says so, what needs it is off, and links load pages.

import assert from 'node:assert/strict';
import { clickLater, inBrowsers, isSameDocument, link, markWindow, TIMEOUT_MS, waitForApp, waitForPath } from './helpers.mjs';
import { iframeTag, serveHost } from './embedding-hosts.mjs';

const ALLOW = [/panicked at/, /failed to (append|insert)/, /unreachable/, /refuses/, /RuntimeError/, /recursive/, /closure/];

/** Runs in the page. Makes the browser refuse to insert elements, so that the app panics. */
const refuseInsertions = () => {
  Node.prototype.insertBefore = () => {
    throw new Error('The test refuses to insert an element.');
  };
};
/** Runs in the page. Makes a function throw that the app calls without a way to go on. */
const refuseAttributes = () => {
  Element.prototype.setAttribute = () => {
    throw new Error('The test refuses to set an attribute.');
  };
};
const waitForLine = (page) => page.waitForFunction(() => {
  const line = document.getElementById('app-failed');
  return line.checkVisibility() && /has stopped/.test(line.innerText) && !/Interactive features/.test(line.innerText);
}, { timeout: TIMEOUT_MS });

/** Ways to stop the app by typing into a field. */
const stops = { 'refused insertions': refuseInsertions, 'refused attributes': refuseAttributes };

inBrowsers('a stopped app', (test) => {
  for (const [name, stop] of Object.entries(stops)) {
    test(`${name}: says so, takes no more text, and its links load pages`, async ({ visit }) => {
      const page = await visit('redis/premium/', { allow: ALLOW });
      await markWindow(page);
      await page.evaluate(stop);
      await page.type('#at', '2 h ago').catch(() => {});
      await waitForLine(page);
      assert.equal(await page.$eval('#at', (field) => {
        field.focus();
        return document.activeElement === field;
      }), false);
      assert.equal(await page.$eval('.copy', (button) => getComputedStyle(button).visibility), 'hidden');
      await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), clickLater(page, link('kafka/startup/'))]);
      await waitForPath(page, 'kafka/startup/');
      await waitForApp(page);
      assert.equal(await isSameDocument(page), false);
    });
  }

  test('an error of another script stops nothing', async ({ visit }) => {
    const page = await visit('redis/premium/', { allow: [/another script/] });
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('another script');
      });
      Promise.reject(new Error('another script'));
      dispatchEvent(new ErrorEvent('error', { message: 'another script' }));
    });
    await page.type('#at', '2 h ago');
    await page.waitForSelector('.incident-verdict', { timeout: TIMEOUT_MS });
    assert.ok(await page.$('html[data-app-ready]:not([data-app-failed])'));
  });

  test('on a step back the page is loaded anew', async ({ visit }) => {
    const page = await visit('redis/premium/', { allow: ALLOW });
    await page.click(link('redis/startup/'));
    await waitForPath(page, 'redis/startup/');
    await page.evaluate(refuseInsertions);
    await page.type('#at', '2 h ago').catch(() => {});
    await waitForLine(page);
    await markWindow(page);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => !window.__sameDocument, { timeout: TIMEOUT_MS });
    await waitForPath(page, 'redis/premium/');
    await waitForApp(page);
  });

  test('in an iframe links load pages without an entry in the history', async ({ visit, site }) => {
    const host = await serveHost({ '': iframeTag(site, 'redis/premium/?embed') });
    const page = await visit('', { server: host, awaitApp: false, allow: ALLOW });
    const inner = await page.waitForFrame((frame) => frame.url().startsWith(site.url));
    await inner.waitForSelector('html[data-app-ready]', { timeout: TIMEOUT_MS });
    const before = await page.evaluate(() => history.length);
    await inner.evaluate(refuseInsertions);
    await inner.evaluate(() => {
      const field = document.getElementById('at');
      field.value = '2 h ago';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }).catch(() => {});
    await waitForLine(inner);
    await inner.$eval(link('redis/startup/'), (element) => element.click());
    await inner.waitForFunction(() => location.pathname.endsWith('/startup/') && document.querySelector('html[data-app-ready]'), { timeout: TIMEOUT_MS });
    assert.equal(await page.evaluate(() => history.length), before);
  });
});
