// Frames of a fixed height: the verdict and the deadline are on the first screen. Sandboxes that allow no script: the page says so.

import assert from 'node:assert/strict';
import { inBrowsers, TIMEOUT_MS } from './helpers.mjs';
import { iframeTag, serveHost } from './embedding-hosts.mjs';

const SIZES = [[600, 400], [320, 400]];
/** Pages with an incident, and whether they have a deadline. */
const PATHS = {
  'postgresql/business/?embed&at=2026-11-21T14:37Z&restore=2026-11-22T12:00Z': true,
  'redis/business/?embed&at=2026-11-21T14:37Z&restore=2026-11-22T12:00Z': true,
  'opensearch/premium/?embed=all&theme=dark&at=2026-11-20T14:37Z&restore=2026-11-22T12:00Z': true,
  'kafka/business/?embed&at=2026-11-21T14:37Z': false,
  'stack/?embed&at=2026-11-21T14:37Z&restore=2026-11-22T12:00Z&services=postgresql.business,redis.business': true,
};

inBrowsers('in a frame of a fixed height', (test) => {
  for (const [path, hasDeadline] of Object.entries(PATHS)) {
    test(`the verdict and the deadline of /${path} are on the first screen`, async ({ visit }) => {
      for (const [width, height] of SIZES) {
        const page = await visit(path, { width, height });
        const bottoms = await page.evaluate(() => {
          const verdict = document.querySelector('.incident-verdict, .stack-verdict b');
          const deadline = [...document.querySelectorAll('.answer > .lead, dt')].find(({ innerText }) => innerText.startsWith('Restore before'));
          return [verdict, deadline].map((element) => element && { text: element.innerText, bottom: element.getBoundingClientRect().bottom });
        });
        assert.ok(bottoms[0].bottom <= height, `${width} px: ${JSON.stringify(bottoms)}`);
        assert.equal(Boolean(bottoms[1]), hasDeadline);
        if (hasDeadline) assert.ok(bottoms[1].bottom <= height, `${width} px: ${JSON.stringify(bottoms)}`);
        await page.close();
      }
    });
  }

  test('without an incident, and on the page itself, the headline comes first', async ({ visit }) => {
    for (const path of ['postgresql/business/?embed', 'postgresql/business/?at=2026-11-21T14:37Z&restore=2026-11-22T12:00Z']) {
      const page = await visit(path);
      const [headline, incident] = await page.evaluate(() => ['h1', '.incident'].map((selector) => document.querySelector(selector).getBoundingClientRect().top));
      assert.ok(headline < incident, path);
    }
  });
});

inBrowsers('in a sandbox', (test) => {
  // As WebKit does in a frame without an origin, where 'self' matches nothing; and a sandbox without scripts that shows noscript.
  for (const policy of ["script-src 'none'", "script-src https://example.com"]) {
    test(`whose policy is ${policy}, the page says that live features are off`, async ({ visit, site, holdRequests }) => {
      const server = await holdRequests(/nothing/, { headers: { 'Content-Security-Policy': policy } });
      const host = await serveHost({ '': iframeTag(server, 'postgresql/business/?embed&at=2026-11-21T14:37Z', 'sandbox="allow-scripts"') });
      const page = await visit('', { server: host, awaitApp: false, allow: [/./] });
      const inner = await page.waitForFrame((frame) => frame.url().startsWith(server.url));
      const line = await inner.waitForSelector('#app-failed', { timeout: TIMEOUT_MS });
      const end = Date.now() + TIMEOUT_MS;
      while (!(await line.evaluate((element) => element.checkVisibility({ visibilityProperty: true })))) {
        assert.ok(Date.now() < end, 'no line');
        await new Promise((done) => setTimeout(done, 100));
      }
      assert.match(await line.evaluate((element) => element.innerText), /Interactive features didn’t load.*case in the URL has no result/s);
      assert.ok(await inner.$eval('.incident-form', (element) => element.inert));
    });
  }
});
