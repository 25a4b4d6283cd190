// That the tests notice what goes wrong on a page. WebKit's driver reports nothing, so there a proxy does (web/webkit-proxy.mjs).

import assert from 'node:assert/strict';
import { inBrowsers, runWatched } from './helpers.mjs';

/** Scripts of a page in which something goes wrong, and the report. */
const FAULTS = {
  'an error': [() => void setTimeout(() => { throw new Error('thrown by the test'); }), /^ *error: .*thrown by the test/m],
  'a rejected promise': [() => void Promise.reject(new Error('rejected by the test')), /^ *error: .*rejected by the test/m],
  'a message of the console': [() => console.error('said by the test'), /console error: said by the test/],
  'a missing file': [() => fetch('missing-file').then(() => {}), /status 404: \S+\/missing-file/],
  'a violation of the policy': [() => void Object.assign(new Image(), { src: 'https://example.com/' }), /security policy violated: img-src/],
};

inBrowsers('what goes wrong', (test) => {
  for (const [name, [fault, report]] of Object.entries(FAULTS)) {
    test(`${name} fails a test`, async (given) => {
      const visitAndFail = async ({ visit }) => {
        const page = await visit('redis/');
        await page.evaluate(fault);
        await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
      };
      await assert.rejects(runWatched(given, visitAndFail), ({ message }) => assert.match(message.replaceAll('/redis/: ', ''), report) ?? true);
    });
  }

  test('nothing is reported of a page that is right', (given) => runWatched(given, async ({ visit }) => void (await visit('redis/'))));
});
