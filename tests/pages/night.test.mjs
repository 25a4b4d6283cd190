// The story of a night: from an answer embedded in documentation to the command that restores, in three presses.

import assert from 'node:assert/strict';
import { TIMEOUT_MS, inBrowsers, nextFrames, waitForApp } from './helpers.mjs';
import { calculatorFrames, embedTag, scriptTag, serveHost, waitForEmbeds } from './embedding-hosts.mjs';

const POSTGRESQL = 'service="postgresql" plan="business"';

inBrowsers('at night', (test) => {
  test('three presses lead from the documentation to the restore command', async ({ visit, site, browser }) => {
    const host = await serveHost({ '': { head: scriptTag(site), body: `<h1>Backups</h1>${embedTag(POSTGRESQL)}` } });
    const page = await visit('', { server: host, awaitApp: false, width: 800, height: 800 });
    const [frame] = await calculatorFrames(page, site);
    await waitForEmbeds(page);
    const isOnScreen = (context, selector) => context.$eval(selector, (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return element.checkVisibility() && top >= 0 && bottom <= innerHeight;
    });

    // One: when it broke. The verdict stands in the same view.
    await frame.$$eval('.quick-choices button', (buttons) => buttons.find(({ textContent }) => textContent === '1 h ago').click());
    await frame.waitForSelector('.incident-verdict[data-verdict=certain]', { timeout: TIMEOUT_MS });
    assert.match(await frame.$eval('h1', ({ innerText }) => innerText), /^Yes\./);
    assert.ok(await isOnScreen(frame, 'h1') && await isOnScreen(frame, '.lead'));
    assert.equal(await page.evaluate(() => scrollY), 0);

    // Two: the whole calculator, with the case.
    const target = await frame.$eval('.open-full-link a', ({ href }) => href);
    assert.match(target, /\/postgresql\/business\/\?at=/);
    const full = await browser.newPage();
    await full.setViewport({ width: 1280, height: 800 });
    await full.evaluateOnNewDocument(() => {
      Clipboard.prototype.writeText = (text) => Promise.resolve((window.__copied = text));
    });
    await full.goto(target, { waitUntil: 'domcontentloaded' });
    await waitForApp(full);
    await nextFrames(full);
    assert.ok(await isOnScreen(full, 'h1') && await isOnScreen(full, '.ladder'), 'verdict and ladder on the first screen');

    // Three: the command, with the time filled in.
    await full.click('.incident-details .copy');
    await full.waitForFunction(() => window.__copied, { timeout: TIMEOUT_MS });
    const command = await full.evaluate(() => window.__copied);
    const at = new Date(new URL(target).searchParams.get('at'));
    const before = new Date(at - 60_000).toISOString().replace('.000Z', '+00:00');
    assert.ok(command.includes(`--recovery-target-time "${before}"`), command);
    await full.close();
  });
}, { kinds: ['chromium', 'firefox'] });
