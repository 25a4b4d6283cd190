// Integration in real documentation sites, built with the snippets of the embed page: Docusaurus, a single-page app, and
// Sphinx, with full page loads. Tools that .ci/test-embeds.sh could not install are skipped.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  calculatorFrames, embedStates, goBack, isDark, waitForDark, waitForEmbeds, waitForFit,
} from '../pages/embedding-hosts.mjs';
import { DIST, TIMEOUT_MS, inBrowsers, link, serve } from '../pages/helpers.mjs';

const run = promisify(execFile);
const resolvePath = (path) => fileURLToPath(new URL(path, import.meta.url));

const DOCUSAURUS = resolvePath('docusaurus/node_modules/@docusaurus/core/bin/docusaurus.mjs');
const SPHINX = resolvePath('../../.tools/sphinx/bin/sphinx-build');

const HOSTS = {
  Docusaurus: {
    program: DOCUSAURUS,
    installed: resolvePath('docusaurus/node_modules/.package-lock.json'),
    build: (out, env) => run(process.execPath, [DOCUSAURUS, 'build', '--out-dir', out], { cwd: resolvePath('docusaurus'), env }),
    otherPageLink: 'article a[href="/other"]',
    /** Whether the site navigates in place. */
    inPlace: true,
    theme: () => document.documentElement.dataset.theme,
    themeButton: 'button[class*="olorMode"], [class*="olorModeToggle"] button, button[title*="mode"]',
  },
  Sphinx: {
    program: SPHINX,
    installed: resolvePath('../../.tools/sphinx/installed.txt'),
    build: (out, env) => run(SPHINX, ['-q', '-W', '-b', 'html', '-d', `${out}-doctrees`, resolvePath('sphinx'), out], { env }),
    otherPageLink: 'article a[href="other.html"]',
    inPlace: false,
    theme: () => document.body.dataset.theme,
    themeButton: '.theme-toggle',
  },
};

let site;
let outputFolder;
before(async () => {
  site = await serve({ dir: DIST });
  outputFolder = await mkdtemp(join(tmpdir(), 'embeds-'));
});
after(async () => {
  await site.close();
  await rm(outputFolder, { recursive: true, force: true });
});

for (const [name, host] of Object.entries(HOSTS)) {
  const skip = existsSync(host.program) && existsSync(host.installed) ? false : `${name} is not installed`;
  if (skip) {
    it(`${name}: two calculators in a site`, { skip });
    continue;
  }
  describe(name, { concurrency: 1 }, () => {
    let server;
    before(async () => {
      const out = join(outputFolder, name);
      const env = { ...process.env, CALCULATOR: site.url, CI: 'true', NO_UPDATE_NOTIFIER: '1', PYTHONDONTWRITEBYTECODE: '1' };
      await host.build(out, env).catch(({ message, stdout, stderr }) => assert.fail([message, stdout, stderr].join('\n')));
      server = await serve({ dir: out });
    });
    after(() => server?.close());

    /** Opens the page with two calculators and waits for both apps. */
    const open = async ({ visit }) => {
      const page = await visit('', { server: server, awaitApp: false, height: 3000, width: 1200, allow: [/favicon\.ico/] });
      const frames = await calculatorFrames(page, site, 2);
      await waitForEmbeds(page);
      return { page, frames };
    };
    const historyLength = (page) => page.evaluate(() => history.length);

    inBrowsers(name, (test) => {
      test('both fit, without errors in the page', async (given) => {
        const { page, frames } = await open(given);
        for (const frame of frames) assert.ok((await waitForFit(page, frame)) > 300);
        for (const { link } of await embedStates(page)) assert.equal(link, false, 'the fallback link is hidden');
        assert.match(await frames[0].$eval('h1', (element) => element.textContent), /14 days/);
        assert.match(await frames[1].$eval('h1', (element) => element.textContent), /the last day/);
      });

      test('both follow the theme switch of the host', async (given) => {
        const { page, frames } = await open(given);
        const themes = new Set([await isDark(frames[0])]);
        for (let clicks = 0; clicks < 4 && themes.size < 2; clicks += 1) {
          const before = await page.evaluate(host.theme);
          await page.$$eval(host.themeButton, (buttons) => buttons.find((element) => element.checkVisibility()).click());
          await page.waitForFunction((theme, before) => new Function(`return (${theme})()`)() !== before, { timeout: TIMEOUT_MS }, String(host.theme), before);
          const dark = await page.evaluate(() => {
            const [r, g, b] = getComputedStyle(document.querySelector('article p')).color.match(/[\d.]+/g).map(Number);
            return r + g + b > 3 * 128;
          });
          for (const frame of frames) await waitForDark(frame, dark, `after ${clicks + 1} clicks`);
          themes.add(dark);
        }
        assert.equal(themes.size, 2, 'the host was both light and dark');
      });

      test('navigation to another page and back restores both; the history has only entries of the host', async (given) => {
        const { page, frames } = await open(given);
        const start = page.url();
        await page.evaluate(() => void (window.__same = true));
        const length = await historyLength(page);
        await frames[0].$eval(link('postgresql/premium/'), (element) => element.click());
        await frames[0].waitForFunction(() => document.querySelector('h1').textContent.includes('30 days'), { timeout: TIMEOUT_MS });
        assert.equal(await historyLength(page), length, 'a click in a frame adds no history entry');
        for (let round = 1; round <= 2; round += 1) {
          await page.$eval(host.otherPageLink, (element) => element.click());
          await page.waitForFunction(() => document.querySelector('h1')?.textContent.startsWith('Other'), { timeout: TIMEOUT_MS });
          assert.equal(await page.evaluate(() => document.querySelectorAll('backup-calculator').length), 0);
          assert.equal(await historyLength(page), length + 1);
          await goBack(page, start);
          await waitForEmbeds(page);
        }
        // Frames of a page restored from the back/forward cache are not reported to the test.
        if (!host.inPlace) return;
        assert.ok(await page.evaluate(() => window.__same), 'same document');
        for (const frame of await calculatorFrames(page, site, 2)) await waitForFit(page, frame);
      });
    });
  });
}
