// A panic of the app is reported in the console. Here the browser causes it: it refuses to insert elements.

import assert from 'node:assert/strict';
import { TIMEOUT_MS, assertSameOutline, inBrowsers, link, nextFrames, outline, waitForPath } from './helpers.mjs';

const PATH = 'redis/premium/';
/** The report of a panic in Rust, with its message. */
const PANIC = /^panicked at \S+\.rs:\d+:\d+:\nfailed to (append|insert)/;
/** Accepted messages: those of Yew, of the browser at the end of the program, and of the loader. */
const MESSAGES = [/panicked at/, /failed to (append|insert)/, /unreachable/i, /did not start/];

/** Runs in the page. Makes the browser refuse to insert elements. */
const refuseInsertions = () => {
  Node.prototype.insertBefore = () => {
    throw new Error('The test refuses to insert an element.');
  };
};

inBrowsers('a panic', (test) => {
  /** Opens the page and collects the errors in the console. */
  const open = async (visit, { setUp, ...options } = {}) => {
    const errors = [];
    const page = await visit(PATH, {
      ...options,
      allow: MESSAGES,
      setUp: async (page) => {
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        await setUp?.(page);
      },
    });
    return { page, errors };
  };
  const assertReported = (errors) => assert.equal(errors.filter((error) => PANIC.test(error)).length, 1, `reported once in ${JSON.stringify(errors)}`);

  test('while the app mounts is reported in the console; the page stays, and its links work', async ({ visit, holdRequests }) => {
    const site = await holdRequests(/\.wasm$/);
    const { page, errors } = await open(visit, { server: site, awaitApp: false, setUp: (page) => page.evaluateOnNewDocument(refuseInsertions) });
    const before = await outline(page);
    site.release();
    await page.waitForFunction(() => !document.getElementById('app-failed').hidden, { timeout: TIMEOUT_MS });
    assertReported(errors);
    assertSameOutline(await outline(page), before, 'the page');
    await page.click(link('kafka/startup/'));
    await waitForPath(page, 'kafka/startup/');
  });

  test('after the app has mounted is reported in the console', async ({ visit }) => {
    const { page, errors } = await open(visit);
    await page.evaluate(refuseInsertions);
    await page.type('#at', '2 h ago');
    await nextFrames(page);
    assertReported(errors);
    const typed = await page.$eval('#at', ({ value }) => value);
    assert.ok(typed && '2 h ago'.startsWith(typed), 'what was typed is kept; once the app has stopped, nothing more is typed');
  });
});
